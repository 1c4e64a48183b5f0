// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/git_ai_note.h"

#include <gtest/gtest.h>

namespace assay::provenance {
namespace {

constexpr std::string_view kJson = R"({"schema_version": "authorship/3.0.0", "git_ai_version": "1.4.5",
"base_commit_sha": "7734", "prompts": {
  "abcd1234abcd1234": {"agent_id": {"tool": "claude", "id": "x", "model": "claude-opus-4-5"}, "human_author": "Old",
                       "overriden_lines": 3},
  "abcd123": {"agent_id": {"tool": "aider", "id": "y", "model": "gpt-4o"}}},
"humans": {"h_31dce776f88375": {"author": "Dev <dev@example.com>"}},
"sessions": {"s_c9883b05a2487d": {"agent_id": {"tool": "cursor", "id": "6e", "model": "claude-sonnet-4-5-20250514"},
                                  "human_author": "dev@example.com", "custom_attributes": {"team": "backend"}}}})";

GitAiNote noteOf(std::string_view lines, Diagnostics& diagnostics, std::string_view json = kJson) {
  return parseGitAiNote(std::string(lines) + "---\n" + std::string(json), "note", diagnostics);
}

// "id:line" of all that was said.
std::string complaintsAbout(std::string_view lines, std::string_view json = kJson) {
  Diagnostics diagnostics;
  noteOf(lines, diagnostics, json);
  std::string all;
  for (const Diagnostic& one : diagnostics.all())
    all += one.id.substr(one.id.size() - 3) + ":" + std::to_string(one.where.line) + " ";
  return all;
}

TEST(GitAiNote, TheThreeKindsOfKeysInOneNote) {
  Diagnostics diagnostics;
  const GitAiNote note = noteOf(
      "src/main.rs\n  s_c9883b05a2487d::t_9f8e7d6c5b4a32 1-10,15-20\n"
      "  h_31dce776f88375 42-50\n\"src/my file.rs\"\n  abcd1234abcd1234 1,2,19-222,300\n"
      "  abcd123 400\n",
      diagnostics);
  EXPECT_TRUE(diagnostics.all().empty());
  ASSERT_TRUE(note.readable);
  const Claim* ai = note.claimOf("src/main.rs", 15);
  ASSERT_NE(ai, nullptr);
  EXPECT_EQ(*ai, (Claim{Source::GitAi, Writer::Ai, "cursor", "claude-sonnet-4-5-20250514",
                        ai->normalizedModel, "dev@example.com", Confidence::High}));
  EXPECT_EQ(ai->normalizedModel.substr(0, 23), "anthropic/claude-sonnet");
  const Claim* human = note.claimOf("src/main.rs", 42);
  ASSERT_NE(human, nullptr);
  EXPECT_EQ(*human,
            (Claim{Source::GitAi, Writer::Human, "", "", "", "Dev <dev@example.com>", Confidence::High}));
  const Claim* legacy = note.claimOf("src/my file.rs", 222);
  ASSERT_NE(legacy, nullptr);
  EXPECT_EQ(legacy->tool, "claude");
  EXPECT_EQ(legacy->human, "Old");
  ASSERT_NE(note.claimOf("src/my file.rs", 400), nullptr);
  EXPECT_EQ(note.claimOf("src/my file.rs", 400)->model, "gpt-4o");
}

TEST(GitAiNote, LinesThatAreNotListedAreNobodys) {
  Diagnostics diagnostics;
  const GitAiNote note = noteOf("a.c\n  abcd1234abcd1234 2-3\n", diagnostics);
  for (const std::uint32_t line : {1u, 4u, 4000000000u}) EXPECT_EQ(note.claimOf("a.c", line), nullptr);
  EXPECT_EQ(note.claimOf("b.c", 2), nullptr);
}

TEST(GitAiNote, TheLaterOfTwoRangesHolds) {
  Diagnostics diagnostics;
  const GitAiNote note = noteOf("a.c\n  abcd1234abcd1234 1-9\n  h_31dce776f88375 5\n", diagnostics);
  EXPECT_EQ(note.claimOf("a.c", 4)->writer, Writer::Ai);
  EXPECT_EQ(note.claimOf("a.c", 5)->writer, Writer::Human);
}

TEST(GitAiNote, SessionsAndHumansMayBeAbsent) {
  Diagnostics diagnostics;
  const GitAiNote note =
      noteOf("", diagnostics, R"({"schema_version":"authorship/3.0.0","base_commit_sha":"","prompts":{}})");
  EXPECT_TRUE(note.readable);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(GitAiNote, AKeyWithoutItsRecordIsAiWithoutANameAndSaysSo) {
  Diagnostics diagnostics;
  const GitAiNote note = noteOf(
      "a.c\n  s_00000000000000::t_00000000000000 1\n  s_00000000000000::t_00000000000001 2\n", diagnostics);
  ASSERT_NE(note.claimOf("a.c", 2), nullptr);
  EXPECT_EQ(note.claimOf("a.c", 2)->writer, Writer::Ai);
  EXPECT_EQ(note.claimOf("a.c", 2)->model, "");
  ASSERT_EQ(diagnostics.all().size(), 1u) << "once for the session";
  EXPECT_EQ(diagnostics.all()[0].id, "assay-provenance-004");
}

TEST(GitAiNote, APathMayHoldALineBreakAndQuotationMarks) {
  Diagnostics diagnostics;
  const GitAiNote note =
      noteOf("\"a\nb c\"\n  abcd123 1\nit\"s.c\n  abcd123 2\n\"\ttab\"\n  abcd123 3\n", diagnostics);
  EXPECT_TRUE(diagnostics.all().empty());
  EXPECT_NE(note.claimOf("a\nb c", 1), nullptr);
  EXPECT_NE(note.claimOf("it\"s.c", 2), nullptr);
  EXPECT_NE(note.claimOf("\ttab", 3), nullptr);
}

TEST(GitAiNote, UnknownSchemasGiveNothing) {
  for (std::string_view schema : {"authorship/4.0.0", "authorship/2.0.0", "authorship/3", "", "3.0.0"}) {
    Diagnostics diagnostics;
    const GitAiNote note = noteOf("a.c\n  abcd123 1\n", diagnostics,
                                  R"({"schema_version":")" + std::string(schema) + R"(","prompts":{}})");
    EXPECT_FALSE(note.readable);
    EXPECT_TRUE(note.files.empty());
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].id, "assay-provenance-002");
  }
  EXPECT_EQ(complaintsAbout("", R"({"prompts":{}})"), "002:2 ");
}

TEST(GitAiNote, WhatCannotBeReadIsSaidWithItsLineAndTheRestIsRead) {
  EXPECT_EQ(
      complaintsAbout("a.c\n  abcd123 1-\n  zzz 1\n  abcd123\n  abcd123 0\n  abcd123 9-3\n  abcd123 1,,2\n"
                      "  abcd123 1 2\n  abcd123 99999999999\n b\n"),
      "003:2 003:3 003:4 003:5 003:6 003:7 003:8 003:9 003:10 ");
  EXPECT_EQ(complaintsAbout("a.c\n  s_c988 1\n  h_xx 1\n  s_c9883b05a2487d::x 1\n"), "003:2 003:3 003:4 ");
  Diagnostics diagnostics;
  const GitAiNote note = noteOf("a.c\n  zzz 1\n  abcd123 7\n\"b\n  abcd123 1\n", diagnostics);
  EXPECT_NE(note.claimOf("a.c", 7), nullptr);
  EXPECT_EQ(note.files.size(), 1u) << "the quotation is never closed";
}

TEST(GitAiNote, WithoutADividerOrJsonItIsLeftOutWhole) {
  Diagnostics diagnostics;
  EXPECT_FALSE(parseGitAiNote("a.c\n  abcd123 1\n", "note", diagnostics).readable);
  EXPECT_FALSE(parseGitAiNote("", "note", diagnostics).readable);
  EXPECT_FALSE(noteOf("a.c\n  abcd123 1\n", diagnostics, "[]").readable);
  EXPECT_FALSE(noteOf("a.c\n  abcd123 1\n", diagnostics, "{\"schema_version\":").readable);
  EXPECT_EQ(diagnostics.all().size(), 4u);
  for (const Diagnostic& one : diagnostics.all()) EXPECT_EQ(one.id, "assay-provenance-003");
}

TEST(GitAiNote, OfRangesThatOverlapTheLaterHolds) {
  Diagnostics diagnostics;
  const GitAiNote note =
      noteOf("a.c\n  abcd123 5-20,30-40\n  h_31dce776f88375 10-12,18-33\n  abcd1234abcd1234 1-5,4294967295\n",
             diagnostics);
  const std::vector<NoteRange> expected = {
      {1, 5, 2}, {6, 9, 0}, {10, 12, 1}, {13, 17, 0}, {18, 33, 1}, {34, 40, 0}, {4294967295, 4294967295, 2}};
  EXPECT_EQ(note.files.at("a.c"), expected);
  EXPECT_EQ(note.claimOf("a.c", 17)->tool, "aider");
  EXPECT_EQ(note.claimOf("a.c", 41), nullptr);
}

TEST(GitAiNote, RangesThatAreNamedAgainAreKeptOnce) {
  Diagnostics diagnostics;
  std::string lines = "a.c\n";
  for (int i = 0; i < 1000; ++i) lines += "  abcd123 1-9\n";
  EXPECT_EQ(noteOf(lines, diagnostics).files.at("a.c").size(), 1u);
}

TEST(GitAiNote, OddTypesInTheJsonInventNothing) {
  Diagnostics diagnostics;
  const GitAiNote note = noteOf("a.c\n  abcd123 1\n  h_31dce776f88375 2\n", diagnostics,
                                R"({"schema_version":"authorship/3.0.0","prompts":[],
                                    "humans":{"h_31dce776f88375":{"author":7}}})");
  EXPECT_EQ(note.claimOf("a.c", 1)->tool, "");
  EXPECT_EQ(note.claimOf("a.c", 2)->human, "");
}

}  // namespace
}  // namespace assay::provenance
