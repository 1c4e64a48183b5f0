// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words by which free-form comments speak of code that a model wrote.
#pragma once

#include <string_view>

namespace assay::tag {

struct SuspectName {
  std::string_view word;     ///< lower case
  std::string_view display;  ///< as its makers spell it
  bool unmistakable;         ///< seldom means anything else, so that the name alone is enough
};

inline constexpr SuspectName kSuspectNames[] = {
    {"github copilot", "GitHub Copilot", true},
    {"ms copilot", "Microsoft Copilot", true},
    {"microsoft copilot", "Microsoft Copilot", true},
    {"copilot", "GitHub Copilot", true},
    {"chatgpt", "ChatGPT", true},
    {"chat gpt", "ChatGPT", true},
    {"chat-gpt", "ChatGPT", true},
    {"gpt", "ChatGPT", true},
    {"claude code", "Claude Code", true},
    {"claude", "Claude", false},
    {"gemini", "Gemini", false},
    {"deepseek", "DeepSeek", true},
    {"codex", "Codex", false},
    {"cursor", "Cursor", false},
    {"bard", "Bard", false},
    {"llama", "Llama", false},
    {"mistral", "Mistral", false},
    {"grok", "Grok", false},
    {"qwen", "Qwen", false},
    {"windsurf", "Windsurf", false},
    {"tabnine", "Tabnine", true},
    {"codeium", "Codeium", true},
    {"codewhisperer", "CodeWhisperer", true},
    {"aider", "Aider", false},
    {"kiro", "Kiro", false},
    {"devin", "Devin", false},
    {"an ai", "", false},
    {"an llm", "", false},
    {"llm", "", false},
    {"ai", "", false},
};

/// Says that the code is the model's.
inline constexpr std::string_view kGeneratedVerbs[] = {
    "generated",   "generaated",  "written",  "wrote",    "made",    "created",     "produced", "provided",
    "implemented", "authored",    "author",   "courtesy", "thanks",  "thank",       "thx",      "taken",
    "copied",      "given",       "coded",    "generado", "creado",  "hecho",       "escrito",  "gerado",
    "feito",       "générée",     "généré",   "écrit",    "gjorda",  "gjord",       "skriven",  "erstellt",
    "generiert",   "geschrieben", "generato", "scritto",  "gemaakt", "wygenerowane"};

/// Says that the model had a part in it.
inline constexpr std::string_view kAssistedVerbs[] = {
    "help",          "helped",       "helping",   "assist",     "assisted", "assistance", "partly",
    "partially",     "partial",      "part",      "adapted",    "adaptado", "advice",     "based",
    "autocompleted", "autocomplete", "suggested", "suggestion", "suggests", "co",         "modified",
    "improved",      "refactored",   "optimized", "optimised",  "inspired", "ayuda",      "ajuda",
    "hilfe",         "aide",         "largely",   "mostly",     "some"};

/// Stands right before the name of who did it.
inline constexpr std::string_view kConnectors[] = {"by",   "with", "from", "using", "via",    "of",  "to",
                                                   "par",  "por",  "av",   "von",   "mit",    "con", "com",
                                                   "avec", "da",   "door", "med",   "author", "the", "on"};

/// Right before the name, or anywhere in front of it, they turn the meaning.
inline constexpr std::string_view kSuspectNegations[] = {"not",  "no",    "never",  "without", "don't",
                                                         "dont", "isn't", "wasn't", "didn't",  "doesn't",
                                                         "nor",  "trust", "unlike", "cannot"};

/// The name is only spoken of: a look-up, a question, an idea.
inline constexpr std::string_view kOnlySpokenOf[] = {"see",  "ask",    "idea", "ideas",   "guess",  "says",
                                                     "said", "thinks", "todo", "compare", "versus", "vs"};

/// Behind the name they make it the name of a product that the code deals with.
inline constexpr std::string_view kProductNouns[] = {
    "api",    "apis",    "client",   "endpoint", "endpoints", "key",       "keys",     "model",
    "models", "request", "requests", "response", "responses", "server",    "provider", "token",
    "tokens", "cluster", "protocol", "position", "plugin",    "extension", "sdk",      "opponent",
    "player", "players", "enemy",    "agent",    "agents",    "tags",      "lake",     "telescope"};

}  // namespace assay::tag
