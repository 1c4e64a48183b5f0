// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/outline.h"

#include <gmock/gmock.h>

#include "sample_document.h"

namespace assay::emit::review {
namespace {

std::vector<std::string> titlesOf(const Outline& outline) {
  std::vector<std::string> titles;
  for (const Section& section : outline.sections) titles.push_back(section.title);
  return titles;
}

TEST(Outline, ListsMemoryThatIsKeptWithoutBlame) {
  Document document = test::sampleDocument();
  for (insight::FunctionReview& review : document.functions) {
    if (review.subject.name != "steady") continue;
    review.memory.callsAfter = 1000;
    review.memory.keptAfter = {64, {60, 68}};
  }
  bool listed = false;
  for (const Section& section : outlineOf(document).sections) {
    if (section.title != "Memory that calls keep") continue;
    listed = true;
    ASSERT_EQ(section.items.size(), 1u);
    EXPECT_EQ(section.items[0].text, "64.0 B (60.0 B to 68.0 B) per call, 64.0 kB in all");
  }
  EXPECT_TRUE(listed);
}

TEST(Outline, BeginsWithWhatToLookAt) {
  const Document document = test::sampleDocument();
  const Outline outline = outlineOf(document);
  EXPECT_THAT(titlesOf(outline),
              ::testing::ElementsAre("What to look at first", "What got worse", "What is fragile",
                                     "What can be trusted", "What cannot be told yet",
                                     "Other inputs, not slower code"));
  EXPECT_TRUE(outline.sections[0].numbered);
  EXPECT_EQ(outline.leagues.size(), 3u);
  EXPECT_EQ(outline.coverage.items.size(), 4u);
}

TEST(Outline, SaysWhatWasSampled) {
  Document document = test::sampleDocument();
  document.functions[0].estimatedShare = 0.875;
  const Outline outline = outlineOf(document);
  ASSERT_EQ(outline.coverage.items.size(), 5u);
  ASSERT_EQ(outline.coverage.items[4].lines.size(), 1u);
  EXPECT_THAT(outline.coverage.items[4].lines[0], ::testing::EndsWith(": 87.5 %"));
}

TEST(Outline, OfARowWithNothingToCompareSaysNoShare) {
  EXPECT_EQ(worseShareText({}), "-");
}

TEST(Outline, OfNothingSaysSo) {
  const Outline outline = outlineOf(Document{{0, 60}, {60, 120}, 10, {}});
  EXPECT_THAT(titlesOf(outline),
              ::testing::ElementsAre("What got worse", "What is fragile", "What can be trusted"));
  for (const Section& section : outline.sections) EXPECT_FALSE(section.none.empty()) << section.title;
  EXPECT_TRUE(outline.leagues.empty());
}

TEST(Outline, SaysWhichBodiesAreCompared) {
  Document document = test::sampleDocument();
  document.versions = Versions{"v1.yaml", "latest", 3, 2};
  const Outline outline = outlineOf(document);
  EXPECT_EQ(outline.title,
            "Review of the bodies of latest against those of v1.yaml, in the 7 d until 2026-12-03 00:00 UTC");
  EXPECT_TRUE(outline.leagues.empty());
  EXPECT_EQ(outline.lines.back(),
            "Not compared: 3 with the same body in both, 2 with calls in one of them at most.");
}

}  // namespace
}  // namespace assay::emit::review
