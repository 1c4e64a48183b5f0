// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The families of language models: how their names begin, who makes them, and the words that may follow.
// Versions are patterns in models.cpp, so that a new release of a known family needs no new row.
#pragma once

#include <string_view>

namespace assay::tag {

/// What must follow a family's name for it to be a model at all.
enum class Needs { Nothing, Version, More };

struct ModelFamily {
  std::string_view word;      ///< lower case, as the first word of a name
  std::string_view provider;  ///< as models.dev calls it
  std::string_view stem;      ///< the family in normalised names
  Needs needs = Needs::Nothing;
  bool joined = false;  ///< the version is joined without '-': "qwen3-coder"
};

inline constexpr ModelFamily kModelFamilies[] = {
    {"gpt", "openai", "gpt"},
    {"chatgpt", "openai", "gpt", Needs::Version},
    {"o1", "openai", "o1"},
    {"o3", "openai", "o3"},
    {"o4", "openai", "o4", Needs::More},
    {"claude", "anthropic", "claude"},
    {"sonnet", "anthropic", "claude"},
    {"opus", "anthropic", "claude"},
    {"haiku", "anthropic", "claude"},
    {"gemini", "google", "gemini"},
    {"gemma", "google", "gemma"},
    {"deepseek", "deepseek", "deepseek"},
    {"llama", "meta", "llama"},
    {"codellama", "meta", "code-llama"},
    {"mistral", "mistral", "mistral"},
    {"mixtral", "mistral", "mixtral"},
    {"ministral", "mistral", "ministral"},
    {"magistral", "mistral", "magistral"},
    {"pixtral", "mistral", "pixtral"},
    {"codestral", "mistral", "codestral"},
    {"devstral", "mistral", "devstral"},
    {"qwen", "alibaba", "qwen", Needs::Nothing, true},
    {"qwq", "alibaba", "qwq"},
    {"grok", "xai", "grok"},
    {"kimi", "moonshotai", "kimi"},
    {"glm", "zhipuai", "glm", Needs::Version},
    {"minimax", "minimax", "minimax"},
    {"starcoder", "bigcode", "starcoder", Needs::Nothing, true},
    {"phi", "microsoft", "phi", Needs::Version},
    {"nova", "amazon", "nova", Needs::More},
    {"command", "cohere", "command", Needs::More},
    {"composer", "cursor", "composer", Needs::Version},
    {"codex", "openai", "gpt", Needs::Version},
    {"davinci", "openai", "davinci"},
};

/// Makers' names that may stand before a family's name.
inline constexpr std::string_view kModelMakers[] = {
    "anthropic", "openai", "google", "meta",     "mistralai",  "microsoft", "alibaba",    "xai",
    "amazon",    "cohere", "nvidia", "moonshot", "moonshotai", "zai",       "zhipuai",    "deepmind",
    "ai",        "models", "model",  "us",       "bedrock",    "vertex",    "openrouter",
};

/// Words that may follow in a model's name.
inline constexpr std::string_view kModelWords[] = {
    "sonnet",   "opus",      "haiku",    "instant",  "turbo",    "mini",  "nano",   "micro",   "pro",
    "codex",    "max",       "preview",  "instruct", "chat",     "high",  "medium", "low",     "xhigh",
    "thinking", "reasoning", "reasoner", "vision",   "flash",    "lite",  "ultra",  "exp",     "experimental",
    "coder",    "code",      "large",    "small",    "tiny",     "plus",  "fast",   "heavy",   "maverick",
    "scout",    "behemoth",  "oss",      "premier",  "r",        "a",     "v",      "x",       "k",
    "m",        "it",        "base",     "next",     "omni",     "vl",    "math",   "distill", "speciale",
    "air",      "beta",      "deep",     "think",    "research", "spark", "nemo",   "light",
};

}  // namespace assay::tag
