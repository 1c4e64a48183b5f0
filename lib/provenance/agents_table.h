// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How coding agents sign commits: the addresses they use, and the trailers that only they write. A new agent
// is a new row.
#pragma once

#include <string_view>

namespace assay::provenance {

struct AgentAddress {
  std::string_view address;  ///< lower case; of GitHub's private addresses what stands behind the number
  std::string_view tool;     ///< as lib/tag/tools_table.h spells it
};

inline constexpr AgentAddress kAgentAddresses[] = {
    {"noreply@anthropic.com", "Claude Code"},
    {"aider@aider.chat", "Aider"},
    {"noreply@aider.chat", "Aider"},
    {"noreply@openai.com", "Codex"},
    {"codex@openai.com", "Codex"},
    {"cursoragent@cursor.com", "Cursor"},
    {"copilot@users.noreply.github.com", "GitHub Copilot"},
    {"copilot@github.com", "GitHub Copilot"},
    {"noreply@codeium.com", "Windsurf"},
    {"noreply@cline.bot", "Cline"},
    {"gemini-cli-agent@google.com", "Gemini CLI"},
    {"noreply@amazon.com", "Amazon Q Developer"},
    {"amp@ampcode.com", "Amp"},
    {"noreply@opencode.ai", "opencode"},
    {"opensource@block.xyz", "Goose"},
    {"devin-ai-integration[bot]@users.noreply.github.com", "Devin"},
    {"google-labs-jules[bot]@users.noreply.github.com", "Jules"},
    {"openhands@all-hands.dev", "OpenHands"},
};

/// A trailer that only agents write. An empty tool: its value names the tool.
struct AgentTrailer {
  std::string_view token;  ///< lower case; ending in '-': what begins so
  std::string_view tool;
  std::string_view value;  ///< the only value that counts, lower case; empty = any
};

inline constexpr AgentTrailer kAgentTrailers[] = {
    {"made-with", "", ""},
    {"claude-session", "Claude Code", ""},
    {"agent-logs-url", "GitHub Copilot", ""},
    {"entire-agent", "", ""},
    {"replit-commit-author", "Replit Agent", "agent"},
    {"replit-commit-author", "Replit Agent", "assistant"},
};

/// Trailers that say that some agent took part, and not which.
inline constexpr AgentTrailer kNamelessTrailers[] = {
    {"ai-assisted", "", "true"}, {"ai-assisted", "", "yes"},  {"entire-checkpoint", "", ""},
    {"entire-session", "", ""},  {"entire-strategy", "", ""},
};

/// Words of a free text that mean a model, where no name of one is known.
inline constexpr std::string_view kWordsForModels[] = {"ai", "llm", "llms", "chatbot", "genai"};

}  // namespace assay::provenance
