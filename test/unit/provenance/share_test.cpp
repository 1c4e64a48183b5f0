// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/share.h"

#include <gtest/gtest.h>

namespace assay::provenance {
namespace {

// Lines: 1 and 2 one model in two spellings, 3 another, 4 a human, 5 nobody, 6 nobody and not committed, 7
// cut off.
FileAttribution sevenAttributedLines() {
  FileAttribution file;
  file.commits = {{"a", "2026-01-01T00:00:00Z", "", false},
                  {"b", "2026-03-01T00:00:00Z", "", false},
                  {"", "", "", false},
                  {"c", "2027-01-01T00:00:00Z", "", true}};
  file.claims.push_back(
      {Source::GitAi, Writer::Ai, "cursor", "gpt-4o", "openai/gpt-4o", "", Confidence::High});
  file.claims.push_back(
      {Source::Trailer, Writer::Mixed, "cursor", "GPT-4o", "openai/gpt-4o", "", Confidence::Low});
  file.claims.push_back({Source::AgentTrace, Writer::Ai, "", "mystery", "", "", Confidence::Medium});
  file.claims.push_back({Source::GitAi, Writer::Human, "", "", "", "Dev", Confidence::High});
  file.lines = {{0, 1, 1, {0, 2, 0, 1}}, {1, 2, 2, {0, 2, 0, 0}}, {0, 3, 3, {}}, {0, 4, 4, {}},
                {1, 5, 0, {}},           {2, 6, 0, {}},           {3, 7, 0, {}}};
  return file;
}

TEST(Share, EveryLineCountsOnce) {
  const FunctionShare share = shareOf(sevenAttributedLines(), {1, 7});
  EXPECT_EQ(share.lines, 7u);
  EXPECT_EQ(share.human, 1u);
  EXPECT_EQ(share.unknown, 3u);
  EXPECT_EQ(share.uncommitted, 1u);
  EXPECT_EQ(share.cutOff, 1u);
  EXPECT_EQ(share.latestDate, "2026-03-01T00:00:00Z");
  ASSERT_EQ(share.models.size(), 2u);
  EXPECT_EQ(share.models[0], (ModelShare{"gpt-4o", "openai/gpt-4o", "cursor", 2, 1, "2026-03-01T00:00:00Z",
                                         Source::Trailer, Confidence::Low}));
  EXPECT_EQ(share.models[1], (ModelShare{"mystery", "", "", 1, 0, "2026-01-01T00:00:00Z", Source::AgentTrace,
                                         Confidence::Medium}));
  EXPECT_EQ(share.shareOf(share.models[0].lines), 2.0 / 7.0);
}

TEST(Share, ARangeIsCutToTheFile) {
  const FileAttribution file = sevenAttributedLines();
  EXPECT_EQ(shareOf(file, {6, 4000000000}).lines, 2u);
  EXPECT_EQ(shareOf(file, {0, 1}).lines, 1u);
  EXPECT_EQ(shareOf(file, {5, 4}).lines, 0u);
  EXPECT_EQ(shareOf(file, {8, 9}), FunctionShare{});
  EXPECT_EQ(FunctionShare{}.shareOf(0), 0.0);
}

TEST(Share, OneSourceAlone) {
  const FunctionShare trailers = shareBySource(sevenAttributedLines(), {1, 3}, Source::Trailer);
  ASSERT_EQ(trailers.models.size(), 1u);
  EXPECT_EQ(trailers.models[0].lines, 2u);
  EXPECT_EQ(trailers.unknown, 1u);
  EXPECT_EQ(shareBySource(sevenAttributedLines(), {1, 3}, Source::GitAi).models[0].lines, 1u);
}

TEST(Share, ATagIsThatOfAllLinesOrNone) {
  FileAttribution file = sevenAttributedLines();
  file.claims[1].tag = file.claims[2].tag = "// AI-generated: GPT-4o";
  EXPECT_EQ(shareOf(file, {1, 2}).models[0].tag, "// AI-generated: GPT-4o");
  file.claims[2].tag = "// AI-generated: GPT-4";
  EXPECT_EQ(shareOf(file, {1, 2}).models[0].tag, "");
  file.claims[2].tag = "";
  EXPECT_EQ(shareOf(file, {1, 2}).models[0].tag, "");
}

}  // namespace
}  // namespace assay::provenance
