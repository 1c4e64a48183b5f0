// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/growth.h"

#include <gtest/gtest.h>

#include "counted.h"
#include "telemetry/site_totals.h"

namespace assay::history {
namespace {

using telemetry::SiteCounts;

TEST(Growth, IsWhatCameSince) {
  SiteCounts now = counted(10, 1000);
  telemetry::addCounts(now, counted(4, 200));
  const SiteCounts more = growth(counted(10, 1000), now);
  EXPECT_EQ(more.calls, 4u);
  EXPECT_EQ(more.sumTicks, 800u);
  EXPECT_EQ(more.histogram[vocabulary::bucketOf(200)], 4u);
  EXPECT_EQ(more.histogram[vocabulary::bucketOf(1000)], 0u);
  EXPECT_EQ(more.sizes[vocabulary::sizeBucketOf(5)].calls, 4u);
  EXPECT_EQ(more.name, "f");
}

TEST(Growth, OfCallsThatWereNotTimed) {
  SiteCounts before = counted(10, 1000), now = counted(14, 1000);
  before.estimated = 6;
  now.estimated = 9;
  EXPECT_EQ(growth(before, now).estimated, 3u);
  EXPECT_EQ(inNanoseconds(now, 0).estimated, 0u) << "no call is timed";
  EXPECT_EQ(inNanoseconds(now, 1e-9).estimated, 9u);
}

TEST(Growth, HasTheLongestCallOfItsOwnTime) {
  SiteCounts now = counted(10, 1000);
  telemetry::addCounts(now, counted(4, 200));
  const SiteCounts shorter = growth(counted(10, 1000), now);
  EXPECT_GE(shorter.maxTicks, 200u);
  EXPECT_LE(shorter.maxTicks, 225u);
  telemetry::addCounts(now, counted(1, 5000));
  EXPECT_EQ(growth(counted(10, 1000), now).maxTicks, 5000u);
}

TEST(Growth, HasTheMemoryOfItsOwnTime) {
  SiteCounts before = counted(10), now = counted(15);
  before.memory = {.calls = 10, .allocated = 1000, .freed = 50};
  now.memory = {.calls = 15, .allocated = 1600, .freed = 40};  // a reading that is short
  const SiteCounts more = growth(before, now);
  EXPECT_EQ(more.memory.calls, 5u);
  EXPECT_EQ(more.memory.allocated, 600u);
  EXPECT_EQ(more.memory.freed, 0u);
}

TEST(Growth, HasTheTypesThatWereMetSince) {
  SiteCounts before = counted(10);
  before.types = {{"Circle", {6, 1, 600}}, {"Square", {4, 0, 400}}};
  SiteCounts now = counted(15);
  now.types = {{"Circle", {9, 2, 900}}, {"Line", {2, 0, 50}}, {"Square", {4, 0, 400}}};
  const SiteCounts more = growth(before, now);
  ASSERT_EQ(more.types.size(), 2u);
  EXPECT_EQ(more.types.at("Circle").calls, 3u);
  EXPECT_EQ(more.types.at("Circle").errors, 1u);
  EXPECT_EQ(more.types.at("Circle").sumTicks, 300u);
  EXPECT_EQ(more.types.at("Line").calls, 2u);
}

TEST(Growth, HasTheKindsOfErrorsThatCameSince) {
  SiteCounts before = counted(10), now = counted(15);
  before.errorKinds = {{"(returned)", 4}, {"Spoilt", 2}};
  now.errorKinds = {{"(returned)", 9}, {"Spoilt", 2}, {"std::bad_alloc", 1}};
  EXPECT_EQ(growth(before, now).errorKinds,
            (telemetry::ErrorKinds{{"(returned)", 5}, {"std::bad_alloc", 1}}));
}

TEST(Growth, OfNothingIsNone) {
  EXPECT_FALSE(isGrowth(growth(counted(10), counted(10))));
  EXPECT_TRUE(isGrowth(growth({}, counted(1))));
  EXPECT_EQ(growth(counted(10), counted(10)).maxTicks, 0u);
}

TEST(Growth, OfAReadingThatIsACallShortIsNone) {
  EXPECT_FALSE(isGrowth(growth(counted(10), counted(9))));
}

TEST(Nanoseconds, AreTicksTimesTheClock) {
  const SiteCounts counts = inNanoseconds(counted(10, 3000), 1.0 / 3e9);
  EXPECT_EQ(counts.calls, 10u);
  EXPECT_EQ(counts.sumTicks, 10'000u);
  EXPECT_EQ(counts.maxTicks, 1000u);
  EXPECT_EQ(counts.sizes[vocabulary::sizeBucketOf(5)].sumTicks, 10'000u);
  std::uint64_t near = 0;
  for (unsigned bucket = vocabulary::bucketOf(875); bucket <= vocabulary::bucketOf(1125); ++bucket)
    near += counts.histogram[bucket];
  EXPECT_EQ(near, 10u);
}

TEST(Nanoseconds, AreThoseOfTypesToo) {
  SiteCounts counts = counted(1);
  counts.types = {{"Circle", {1, 0, 3000}}};
  EXPECT_EQ(inNanoseconds(counts, 1.0 / 3e9).types.at("Circle").sumTicks, 1000u);
  EXPECT_EQ(inNanoseconds(counts, 0).types.at("Circle").sumTicks, 0u);
  EXPECT_EQ(inNanoseconds(counts, 0).types.at("Circle").calls, 1u);
}

TEST(Nanoseconds, OfNoClockAreNone) {
  const SiteCounts counts = inNanoseconds(counted(10), 0);
  EXPECT_EQ(counts.calls, 10u);
  EXPECT_EQ(counts.timed, 0u);
  EXPECT_TRUE(counts.histogram.empty());
  EXPECT_TRUE(counts.sizes.empty());
}

TEST(Nanoseconds, OfAbsurdNumbersStopAtTheLargest) {
  SiteCounts counts = counted(1, ~std::uint64_t{0});
  counts = inNanoseconds(counts, 1e9);
  EXPECT_EQ(counts.maxTicks, ~std::uint64_t{0});
  EXPECT_EQ(counts.histogram[vocabulary::kOverflowBucket], 1u);
}

TEST(Nanoseconds, MoveNoCallByMoreThanTwoBuckets) {
  for (std::uint64_t ticks = 20; ticks < 1'000'000'000; ticks = ticks * 9 / 8) {
    const SiteCounts counts = inNanoseconds(counted(1, ticks), 1.0 / 2.6e9);
    const auto nanoseconds = static_cast<std::uint64_t>(static_cast<double>(ticks) / 2.6);
    const unsigned right = vocabulary::bucketOf(nanoseconds);
    std::uint64_t near = 0;
    for (unsigned bucket = right - std::min(right, 1u); bucket <= right + 1; ++bucket)
      near += counts.histogram[bucket];
    ASSERT_EQ(near, 1u) << ticks;
  }
}

telemetry::Failure failureAt(std::uint64_t nanoseconds) {
  return {true, nanoseconds, 0, 0, "", ""};
}

// The time of a record is worked out anew by each reading.
TEST(Growth, HasTheFailuresThatCame) {
  SiteCounts before = counted(10), now = counted(20);
  before.errors = 2;
  now.errors = 4;
  before.failures = {failureAt(9'000'000'000), failureAt(5'000'000'000)};
  now.failures = {failureAt(12'000'000'000), failureAt(11'000'000'000), failureAt(9'000'000'900),
                  failureAt(5'000'000'000)};
  ASSERT_EQ(growth(before, now).failures.size(), 2u);
  EXPECT_EQ(growth(before, now).failures[1].endedNanoseconds, 11'000'000'000u);
  now.errors = 3;
  EXPECT_EQ(growth(before, now).failures.size(), 1u);
  now.errors = 2;
  EXPECT_TRUE(growth(before, now).failures.empty());
}

}  // namespace
}  // namespace assay::history
