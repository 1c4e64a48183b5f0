// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "annotate/attributed.h"

#include <gtest/gtest.h>

namespace assay::annotate {
namespace {

using provenance::FunctionShare;
using provenance::ModelShare;
using provenance::Source;

ModelShare claude(std::size_t lines, std::size_t mixed = 0) {
  return {.model = "claude-sonnet-4-5",
          .normalizedModel = "anthropic/claude-sonnet-4-5",
          .tool = "cursor",
          .lines = lines,
          .mixed = mixed,
          .latestDate = "2026-03-15T10:30:00Z",
          .source = Source::GitAi,
          .confidence = provenance::Confidence::High};
}

FunctionShare shareWith(std::size_t lines, std::vector<ModelShare> models) {
  FunctionShare share;
  share.lines = lines;
  share.models = std::move(models);
  return share;
}

TEST(Attributed, AFunctionOfAModelHasATagThatSaysWhoSaysSo) {
  const auto suspect = suspectOf(shareWith(10, {claude(10)}));
  ASSERT_TRUE(suspect);
  EXPECT_EQ(suspect->suggestion,
            "// AI-generated: claude-sonnet-4-5, 2026-03-15, tool: cursor, source: git-ai");
  EXPECT_EQ(suspect->text, "10 of 10 lines (git-ai)");
  EXPECT_EQ(suspect->confidence, tag::Confidence::High);
}

TEST(Attributed, AFunctionWithLinesOfPeopleIsAssisted) {
  EXPECT_EQ(suspectOf(shareWith(10, {claude(9)}))->tag.authorship, model::Authorship::Generated);
  EXPECT_EQ(suspectOf(shareWith(10, {claude(8)}))->tag.authorship, model::Authorship::Assisted);
  EXPECT_EQ(suspectOf(shareWith(10, {claude(10, 1)}))->tag.authorship, model::Authorship::Assisted);
}

TEST(Attributed, ALineThatASourceSaysAHumanWroteIsAPart) {
  FunctionShare share = shareWith(20, {claude(19)});
  EXPECT_EQ(suspectOf(share)->tag.authorship, model::Authorship::Generated) << "of the last line nobody says";
  share.human = 1;
  EXPECT_EQ(suspectOf(share)->tag.authorship, model::Authorship::Assisted);
}

// A number of lines is as sure as the least sure of them.
TEST(Attributed, AllLinesThatCountAreAskedHowSureTheyAre) {
  ModelShare trailer;
  trailer.lines = 2;
  trailer.source = Source::Trailer;
  trailer.confidence = provenance::Confidence::Low;
  const auto suspect = suspectOf(shareWith(9, {claude(3), trailer}));
  ASSERT_TRUE(suspect);
  EXPECT_EQ(suspect->confidence, tag::Confidence::Low);
  EXPECT_EQ(suspect->text, "5 of 9 lines (trailer)");
}

TEST(Attributed, HalfOfTheLinesIsTooFew) {
  EXPECT_FALSE(suspectOf(shareWith(10, {claude(5)})));
  EXPECT_TRUE(suspectOf(shareWith(10, {claude(3), claude(3)})));
  EXPECT_FALSE(suspectOf(shareWith(0, {})));
  EXPECT_FALSE(suspectOf(shareWith(10, {})));
}

TEST(Attributed, WhatNobodySaysIsNotInTheTag) {
  ModelShare share;
  share.lines = 10;
  share.source = Source::Trailer;
  share.confidence = provenance::Confidence::Low;
  const auto suspect = suspectOf(shareWith(10, {share}));
  ASSERT_TRUE(suspect);
  EXPECT_EQ(suspect->suggestion, "// AI-generated: source: trailer");
  EXPECT_EQ(suspect->confidence, tag::Confidence::Low);
}

provenance::FileAttribution attributed(std::size_t lines) {
  provenance::FileAttribution file;
  file.commits = {{.hash = "1", .date = "2026-03-15T10:30:00Z", .summary = {}}};
  file.claims.push_back({.source = Source::GitAi,
                         .writer = provenance::Writer::Ai,
                         .tool = {},
                         .model = "gpt-5",
                         .normalizedModel = {},
                         .human = {},
                         .confidence = provenance::Confidence::High});
  for (std::size_t i = 0; i < lines; ++i)
    file.lines.push_back({.originalLine = static_cast<std::uint32_t>(i + 1), .best = 1});
  return file;
}

std::string annotatedText(const std::string& name, const std::string& text, model::LineRange lines) {
  const source::SourceText source(name, text);
  model::AnnotatedFunction function;
  function.lines = lines;
  const auto result = annotated(source, proposalsFor(source, {function}, attributed(source.lineCount())));
  return result ? result->text : result.error().message;
}

TEST(Attributed, TheTagStandsAboveTheFunction) {
  EXPECT_EQ(annotatedText("a.cpp", "struct S {\n  int f() {\n    return 1;\n  }\n};\n", {2, 4}),
            "struct S {\n  // AI-generated: gpt-5, 2026-03-15, source: git-ai\n  int f() {\n    return 1;\n  "
            "}\n};\n");
}

TEST(Attributed, TheTagOfACFileIsABlockComment) {
  EXPECT_EQ(annotatedText("a.c", "int f(void) { return 1; }\n", {1, 1}),
            "/* AI-generated: gpt-5, 2026-03-15, source: git-ai */\nint f(void) { return 1; }\n");
}

TEST(Attributed, TheTagOfAHeaderOfCIsABlockCommentToo) {
  EXPECT_EQ(annotatedText("a.h", "int f(void) { return 1; }\n", {1, 1}),
            "/* AI-generated: gpt-5, 2026-03-15, source: git-ai */\nint f(void) { return 1; }\n");
  EXPECT_EQ(annotatedText("a.h", "// Any.\nint f() { return 1; }\n", {2, 2}),
            "// Any.\n// AI-generated: gpt-5, 2026-03-15, source: git-ai\nint f() { return 1; }\n");
}

TEST(Attributed, TheTagsLineEndsAsItsNeighbour) {
  EXPECT_EQ(annotatedText("a.cpp", "int a;\r\nint f() { return 1; }\n", {2, 2}),
            "int a;\r\n// AI-generated: gpt-5, 2026-03-15, source: git-ai\nint f() { return 1; }\n");
  EXPECT_EQ(annotatedText("a.cpp", "int a;\r\nint f() { return 1; }", {2, 2}),
            "int a;\r\n// AI-generated: gpt-5, 2026-03-15, source: git-ai\r\nint f() { return 1; }");
}

TEST(Attributed, OfTwoFunctionsOnALineTheFirstGetsTheTag) {
  const source::SourceText source("a.cpp", "int f() { return 1; } int g() { return 2; }\n");
  model::AnnotatedFunction function;
  function.lines = {1, 1};
  const auto proposals = proposalsFor(source, {function, function}, attributed(1));
  ASSERT_EQ(proposals.size(), 2U);
  EXPECT_EQ(proposals[0].reason, "");
  EXPECT_EQ(proposals[1].reason, "another function begins on its line, and a tag above would be that one's");
}

TEST(Attributed, NoTagGoesBetweenJoinedLines) {
  const source::SourceText source("a.c", "#define F \\\nint f(void) { return 1; }\n");
  model::AnnotatedFunction function;
  function.lines = {2, 2};
  const auto proposals = proposalsFor(source, {function}, attributed(2));
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals.front().reason, "a backslash joins the lines there");
}

TEST(Attributed, ATagThatCameWithTheLinesIsTheTag) {
  ModelShare known = claude(10, 10);
  known.tag = "// AI-generated: GPT-4, 2024-01-15, prompt: \"sum\", risk: low";
  EXPECT_EQ(suspectOf(shareWith(10, {known}))->suggestion, known.tag);
  known.lines = 8;
  EXPECT_EQ(suspectOf(shareWith(10, {known}))->suggestion,
            "// AI-assisted: GPT-4, 2024-01-15, prompt: \"sum\", risk: low");
  known.lines = 5;
  EXPECT_EQ(suspectOf(shareWith(10, {known, claude(2)}))->tag.extra.back().second, "git-ai");
}

TEST(Attributed, WhatIsNoTagIsNotWritten) {
  for (const char* text :
       {"int evil();", "*/ int evil(); /*", "// AI-generated: GPT-4\nint evil();\n// AI-generated: GPT-5",
        "// AI Use: No AI", "// nothing", "\0"}) {
    ModelShare known = claude(10);
    known.tag = text;
    const auto suspect = suspectOf(shareWith(10, {known}));
    ASSERT_TRUE(suspect);
    EXPECT_EQ(suspect->tag.model, "claude-sonnet-4-5") << text;
  }
}

}  // namespace
}  // namespace assay::annotate
