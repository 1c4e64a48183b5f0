// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/message_agents.h"

#include <gtest/gtest.h>

namespace assay::provenance {
namespace {

constexpr CommitPeople kPeople{"Dev <dev@example.com>", "GitHub <noreply@github.com>"};

std::vector<CommitAgent> agentsIn(const std::string& trailer) {
  return agentsOf("Say it\n\nWhy it is so.\n\n" + trailer + "\nSigned-off-by: Dev <dev@example.com>\n",
                  kPeople);
}

// "tool|model|normalized model" of the only agent; "none" and "several".
std::string agentIn(const std::string& trailer) {
  const std::vector<CommitAgent> agents = agentsIn(trailer);
  if (agents.size() != 1) return agents.empty() ? "none" : "several";
  return agents[0].tool + "|" + agents[0].model + "|" + agents[0].normalizedModel;
}

TEST(MessageAgents, AssistedByInEachDocumentedForm) {
  EXPECT_EQ(agentIn("Assisted-by: Claude:claude-3-opus coccinelle sparse"),
            "Claude|claude-3-opus|anthropic/claude-3-opus");
  EXPECT_EQ(agentIn("Assisted-by: Claude:claude-3-opus [coccinelle] [sparse]"),
            "Claude|claude-3-opus|anthropic/claude-3-opus");
  EXPECT_EQ(agentIn("Assisted-by: GitHub Copilot:claude-sonnet-4.6").substr(0, 32),
            "GitHub Copilot|claude-sonnet-4.6");
  EXPECT_EQ(agentIn("Assisted-by: Claude (Anthropic, claude-sonnet-4-20250514)").substr(0, 31),
            "Claude|claude-sonnet-4-20250514");
  EXPECT_EQ(agentIn("Assisted-by: xAI Grok (grok-4.3)"), "xAI Grok|grok-4.3|xai/grok-4.3");
  EXPECT_EQ(agentIn("Assisted-by: GitHub Copilot (Claude Sonnet 4.6)").substr(0, 32),
            "GitHub Copilot|Claude Sonnet 4.6");
  EXPECT_EQ(agentIn("Assisted-by: generic LLM chatbot"), "||");
  EXPECT_EQ(agentIn("Assisted-by: ChatGPTv5"), "ChatGPT||");
  EXPECT_EQ(agentIn("Assisted-by: Cursor"), "Cursor||");
  EXPECT_EQ(agentIn("Assisted-by: Claude Opus 4.8 <noreply@anthropic.com>").substr(0, 27),
            "Claude Code|Claude Opus 4.8");
}

TEST(MessageAgents, AnUnknownAgentWithAModelIsBelievedALittle) {
  const auto agents = agentsIn("Assisted-by: Wonderbot:wonder-1");
  ASSERT_EQ(agents.size(), 1u);
  EXPECT_EQ(agents[0].confidence, Confidence::Low);
  EXPECT_EQ(agents[0].normalizedModel, "");
  EXPECT_EQ(agents[0].model, "wonder-1");
}

TEST(MessageAgents, GeneratedByIsNoCompiler) {
  EXPECT_EQ(agentIn("Generated-by: Claude Code"), "Claude Code||");
  EXPECT_EQ(agentIn("Generated-by: GPT-4"), "|GPT-4|openai/gpt-4");
  for (const char* compiler : {"protoc", "protoc:3.21.1", "src/backends/cpp/cli.py", "bison 3.8", "SWIG", ""})
    EXPECT_EQ(agentIn(std::string("Generated-by: ") + compiler), "none") << compiler;
  EXPECT_EQ(agentsIn("Generated-by: GPT-4")[0].authorship, model::Authorship::Generated);
  EXPECT_EQ(agentsIn("Assisted-by: GPT-4")[0].authorship, model::Authorship::Assisted);
}

TEST(MessageAgents, CoAuthorsThatAreAgents) {
  EXPECT_EQ(agentIn("Co-Authored-By: Claude Opus 4.8 <noreply@anthropic.com>").substr(0, 27),
            "Claude Code|Claude Opus 4.8");
  EXPECT_EQ(agentIn("Co-authored-by: aider (gpt-4o) <aider@aider.chat>"), "Aider|gpt-4o|openai/gpt-4o");
  EXPECT_EQ(agentIn("Co-authored-by: aider (openai/gpt-4o) <noreply@aider.chat>"),
            "Aider|openai/gpt-4o|openai/gpt-4o");
  const std::pair<const char*, const char*> rows[] = {
      {"Codex <noreply@openai.com>", "Codex||"},
      {"Cursor <cursoragent@cursor.com>", "Cursor||"},
      {"Copilot <223556219+Copilot@users.noreply.github.com>", "GitHub Copilot||"},
      {"copilot <198982749+copilot@users.noreply.github.com>", "GitHub Copilot||"},
      {"Windsurf <noreply@codeium.com>", "Windsurf||"},
      {"Cline <noreply@cline.bot>", "Cline||"},
      {"Gemini CLI Agent <gemini-cli-agent@google.com>", "Gemini CLI||"},
      {"Amazon Q Developer <noreply@amazon.com>", "Amazon Q Developer||"},
      {"Amp <amp@ampcode.com>", "Amp||"},
      {"opencode <noreply@opencode.ai>", "opencode||"},
      {"Goose <opensource@block.xyz>", "Goose||"},
  };
  for (const auto& [identity, expected] : rows)
    EXPECT_EQ(agentIn(std::string("Co-authored-by: ") + identity), expected);
  EXPECT_EQ(agentIn("Co-authored-by: GPT-4 <gpt@nowhere.example>"), "|GPT-4|openai/gpt-4");
}

TEST(MessageAgents, CoAuthorsThatAreNone) {
  for (const char* human :
       {"Ada <ada@example.com>", "Claude Dupont <claude@dupont.example>", "Claude <claude@example.com>",
        "Dev <dev@anthropic.com>", "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
        "GitHub <noreply@github.com>", "Devin Smith <devin@example.com>", "Cursor", ""})
    EXPECT_EQ(agentIn(std::string("Co-authored-by: ") + human), "none") << human;
  for (const char* human :
       {"Jane Doe", "Jane Doe <jane@example.com>", "the whole team", "see https://x.example"})
    EXPECT_EQ(agentIn(std::string("Assisted-by: ") + human), "none") << human;
  EXPECT_EQ(agentIn("Reviewed-by: Claude Opus 4.8 <noreply@anthropic.com>"), "none");
}

TEST(MessageAgents, FootersAndMarks) {
  EXPECT_EQ(agentIn("🤖 Generated with [Claude Code](https://claude.com/claude-code)"), "Claude Code||");
  EXPECT_EQ(agentIn("Generated with Claude Code"), "Claude Code||");
  EXPECT_EQ(agentIn("Generated with [protoc](https://x)"), "none");
  EXPECT_EQ(agentIn("Replaces what was generated with Claude Code"), "none");
  EXPECT_EQ(agentIn("    Generated with Claude Code"), "none");
  EXPECT_EQ(agentIn("Made-with: Cursor"), "Cursor||");
  EXPECT_EQ(agentIn("Made-with: love"), "none");
  EXPECT_EQ(agentIn("Claude-Session: https://claude.ai/code/session_1"), "Claude Code||");
  EXPECT_EQ(agentIn("Agent-Logs-Url: https://github.com/x"), "GitHub Copilot||");
  EXPECT_EQ(agentIn("Entire-Agent: Claude Code"), "Claude Code||");
  EXPECT_EQ(agentIn("Entire-Checkpoint: 1234"), "||");
  EXPECT_EQ(agentIn("Replit-Commit-Author: Agent"), "Replit Agent||");
  EXPECT_EQ(agentIn("Replit-Commit-Author: Dev"), "none");
  EXPECT_EQ(agentIn("Ai-assisted: true"), "||");
  EXPECT_EQ(agentIn("Ai-assisted: false"), "none");
}

TEST(MessageAgents, AidersOwnAuthorForm) {
  const auto agents =
      agentsOf("Say it\n", {"Dev (aider) <dev@example.com>", "Dev (aider) <dev@example.com>"});
  ASSERT_EQ(agents.size(), 1u);
  EXPECT_EQ(agents[0].form, AgentForm::Author);
  EXPECT_EQ(agents[0].tool, "Aider");
  EXPECT_EQ(claimOfAgents(agents).confidence, Confidence::Medium);
  EXPECT_EQ(agentsOf("x", {"Copilot <198982749+Copilot@users.noreply.github.com>", ""}).size(), 1u);
  EXPECT_TRUE(agentsOf("x", kPeople).empty());
}

TEST(MessageAgents, OfASquashedCommitTheMessagesOfItsParts) {
  const std::string head = "Squashed commit of the following:\n\ncommit 5a1f\nAuthor: ";
  const auto credited = agentsOf(head +
                                     "Dev <dev@example.com>\nDate:   today\n\n    Add\n\n    Co-authored-by: "
                                     "aider (gpt-4o) <aider@aider.chat>\n",
                                 kPeople);
  ASSERT_EQ(credited.size(), 1u);
  EXPECT_EQ(credited[0].model, "gpt-4o");
  const auto authored = agentsOf(head + "Dev (aider) <dev@example.com>\nDate:   today\n\n    Add\n", kPeople);
  ASSERT_EQ(authored.size(), 1u);
  EXPECT_EQ(authored[0].tool, "Aider");
  EXPECT_EQ(claimOfAgents(authored).confidence, Confidence::Low);
  EXPECT_TRUE(agentsOf(head + "Dev <dev@example.com>\nDate:   today\n\n        Made-with: Cursor\n", kPeople)
                  .empty());
}

TEST(MessageAgents, PartsOfOneAgentAreJoined) {
  const Claim claim = claimOfAgents(agentsIn(
      "🤖 Generated with [Claude Code](https://claude.com/claude-code)\n\nCo-Authored-By: Claude Opus 4.8 "
      "<noreply@anthropic.com>"));
  EXPECT_EQ(claim.source, Source::Trailer);
  EXPECT_EQ(claim.tool, "Claude Code");
  EXPECT_EQ(claim.model, "Claude Opus 4.8");
  EXPECT_EQ(claim.writer, Writer::Ai);
  EXPECT_EQ(claim.confidence, Confidence::Low);
}

TEST(MessageAgents, OfSeveralNoneIsChosen) {
  const Claim claim =
      claimOfAgents(agentsIn("Co-authored-by: Claude Opus 4.8 <noreply@anthropic.com>\nCo-authored-by: aider "
                             "(gpt-4o) <aider@aider.chat>"));
  EXPECT_EQ(claim.tool, "");
  EXPECT_EQ(claim.model, "");
  EXPECT_EQ(claim.writer, Writer::Mixed);
  const Claim spelt =
      claimOfAgents(agentsIn("Assisted-by: Claude:claude-opus-4.8\nAssisted-by: Claude:claude-opus-4-8"));
  EXPECT_EQ(spelt.model, "claude-opus-4.8") << "two spellings of one model";
  EXPECT_EQ(claimOfAgents({}).source, Source::None);
}

}  // namespace
}  // namespace assay::provenance
