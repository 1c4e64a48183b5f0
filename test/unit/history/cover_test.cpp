// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/cover.h"

#include <gtest/gtest.h>

#include <random>

namespace assay::history {
namespace {

constexpr Seconds kDay = 86400;
constexpr Seconds kCoverNow = 100 * kDay + 15 * 3600 + 7 * 60 + 40;

// What a server that has run for a hundred days has.
Kept usual() {
  return {{{floorTo(kCoverNow - 7200, 60), floorTo(kCoverNow, 10) + 10},
           {floorTo(kCoverNow - kDay, 3600), floorTo(kCoverNow, 60)},
           {floorTo(kCoverNow - 90 * kDay, kDay), floorTo(kCoverNow, 3600)},
           {0, floorTo(kCoverNow, kDay)}}};
}

TEST(Cover, TakesTheWidestThatFit) {
  const auto ranges = cover({kCoverNow - 7 * kDay, kCoverNow}, usual());
  ASSERT_EQ(ranges.size(), 5u);
  EXPECT_EQ(ranges[0], (Range{2, {93 * kDay + 15 * 3600, 94 * kDay}}));
  EXPECT_EQ(ranges[1], (Range{3, {94 * kDay, 100 * kDay}}));
  EXPECT_EQ(ranges[2], (Range{2, {100 * kDay, 100 * kDay + 15 * 3600}}));
  EXPECT_EQ(ranges[3], (Range{1, {100 * kDay + 15 * 3600, kCoverNow - 40}}));
  EXPECT_EQ(ranges[4], (Range{0, {kCoverNow - 40, kCoverNow}}));
}

TEST(Cover, HasNoWindowWiderThanIsAsked) {
  for (const Range& range : cover({kCoverNow - 6 * 3600, kCoverNow}, usual(), 1)) EXPECT_LE(range.level, 1u);
}

TEST(Cover, OfWhatIsKeptWidelyOnlyIsWidened) {
  const auto ranges = cover({5 * kDay + 100, 5 * kDay + 200}, usual(), 0);
  ASSERT_EQ(ranges.size(), 1u);
  EXPECT_EQ(ranges[0], (Range{3, {5 * kDay, 6 * kDay}}));
}

// Recorded from 20:56:20 to 20:58:30: the wide windows begin before and end later.
Kept young() {
  const Seconds begin = kDay + 20 * 3600 + 56 * 60 + 20;
  Kept kept;
  for (std::size_t level = 0; level < kLevels.size(); ++level)
    kept[level] = {floorTo(begin, kLevels[level].width),
                   floorTo(begin + 120, kLevels[level].width) + kLevels[level].width};
  return kept;
}

TEST(Cover, OfAYoungHistoryHasNothingBeforeItsFirstWindow) {
  const Seconds hour = kDay + 20 * 3600;
  EXPECT_TRUE(cover({hour - 3600, hour + 300}, young()).empty());
  const auto ranges = cover({hour + 300, hour + 3600}, young());
  ASSERT_FALSE(ranges.empty());
  EXPECT_EQ(ranges.front(), (Range{0, {hour + 3380, hour + 3420}})) << "no hour";
}

TEST(Cover, EndsWithTheLastNarrowWindow) {
  const Seconds hour = kDay + 20 * 3600;
  for (const Seconds until : {hour + 3520, hour + 3600, hour + 7200, 10 * kDay}) {
    const auto ranges = cover({hour + 3400, until}, young());
    Seconds end = 0;
    for (const Range& range : ranges) {
      EXPECT_GE(range.period.since, end) << "twice";
      end = range.period.until;
    }
    EXPECT_LE(end, hour + 3540);
  }
}

TEST(Cover, OfNothingIsNothing) {
  EXPECT_TRUE(cover({0, kCoverNow}, Kept{}).empty());
  EXPECT_TRUE(cover({kCoverNow, kCoverNow}, usual()).empty());
  EXPECT_TRUE(cover({kCoverNow, 0}, usual()).empty());
  EXPECT_TRUE(cover({kCoverNow + kDay, kCoverNow + 2 * kDay}, usual()).empty());
}

TEST(Cover, OfEverThatIsAskedForEndsSoon) {
  EXPECT_LT(cover({-(Seconds{1} << 60), Seconds{1} << 60}, usual()).size(), 10u);
}

// Whatever is asked: no moment twice, none of the period missing.
TEST(Cover, HasEachMomentOnce) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const Seconds since = static_cast<Seconds>(random() % (101 * kDay));
    const Seconds until = since + static_cast<Seconds>(random() % (20 * kDay));
    const auto ranges = cover({since, until}, usual(), random() % kLevels.size());
    if (since >= usual()[0].until || since == until) continue;
    ASSERT_FALSE(ranges.empty());
    EXPECT_LE(ranges.front().period.since, since);
    EXPECT_GE(ranges.back().period.until, std::min(until, floorTo(kCoverNow, 10)));
    for (std::size_t i = 1; i < ranges.size(); ++i)
      ASSERT_EQ(ranges[i].period.since, ranges[i - 1].period.until) << since << " " << until;
  }
}

}  // namespace
}  // namespace assay::history
