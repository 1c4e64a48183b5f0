// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/counts_blob.h"

#include <gtest/gtest.h>

#include <random>

#include "counted.h"

namespace assay::history {
namespace {

using telemetry::SiteCounts;

constexpr std::uint64_t kMost = ~std::uint64_t{0};

bool equal(const SiteCounts& a, const SiteCounts& b) {
  return countsBlob(a) == countsBlob(b) && a.calls == b.calls && a.timed == b.timed && a.errors == b.errors &&
         a.entered == b.entered && a.ended == b.ended && a.abandoned == b.abandoned &&
         a.sumTicks == b.sumTicks && a.maxTicks == b.maxTicks && a.mostAtOnce == b.mostAtOnce &&
         a.maxDepth == b.maxDepth && a.estimated == b.estimated && a.entryOnly == b.entryOnly &&
         a.histogram == b.histogram;
}

TEST(CountsBlob, GivesTheCountsBack) {
  SiteCounts counts = counted(1000, 12345, 300);
  counts.errors = 10;
  counts.ended = 999;
  counts.abandoned = 3;
  counts.timed = 700;
  counts.estimated = 600;
  counts.mostAtOnce = 4;
  counts.maxDepth = 2;
  counts.sizes[9].errors = 10;
  const auto back = countsOf(countsBlob(counts));
  ASSERT_TRUE(back);
  EXPECT_TRUE(equal(*back, counts));
  EXPECT_EQ(back->sizes[9].errors, 10u);
  EXPECT_EQ(back->sizes[9].sumTicks, 1000u * 12345);
}

TEST(CountsBlob, HoldsTheLargestAndTheSmallestNumbers) {
  SiteCounts counts;
  EXPECT_TRUE(equal(*countsOf(countsBlob(counts)), counts));
  counts = counted(kMost);
  counts.timed = 0;
  counts.ended = 0;
  counts.sumTicks = counts.errors = kMost;
  counts.histogram.back() = kMost;
  EXPECT_TRUE(equal(*countsOf(countsBlob(counts)), counts));
  counts.entryOnly = true;
  EXPECT_TRUE(countsOf(countsBlob(counts))->entryOnly);
}

TEST(CountsBlob, WhatWasNotTimedIsAdded) {
  SiteCounts counts = counted(1000);
  counts.estimated = 990;
  SiteCounts sum = counts;
  ASSERT_TRUE(addCountsBlob(sum, countsBlob(counts)));
  EXPECT_EQ(sum.estimated, 1980u);
}

TEST(CountsBlob, HasWhatCallsDidToMemory) {
  SiteCounts counts = counted(1000);
  counts.memory = {.calls = 900, .allocated = 1 << 20, .freed = kMost};
  SiteCounts sum = counts;
  ASSERT_TRUE(addCountsBlob(sum, countsBlob(counts)));
  EXPECT_EQ(sum.memory.calls, 1800u);
  EXPECT_EQ(sum.memory.allocated, 2u << 20);
  EXPECT_EQ(sum.memory.freed, kMost);
}

TEST(CountsBlob, HasTheLastFailuresOfBoth) {
  SiteCounts counts = counted(10);
  counts.failures = {{true, 5'000'000'000, 0.25, 7, "Polygon", "std::bad_alloc"},
                     {false, 4'000'000'000, 1e-6, 0, "", ""}};
  SiteCounts sum = counted(10);
  sum.failures.assign(telemetry::kMostFailures, {true, 4'500'000'000, 0, 0, "", "Other"});
  ASSERT_TRUE(addCountsBlob(sum, countsBlob(counts)));
  ASSERT_EQ(sum.failures.size(), telemetry::kMostFailures);
  const telemetry::Failure& latest = sum.failures.front();
  EXPECT_EQ(
      std::tie(latest.thrown, latest.endedNanoseconds, latest.seconds, latest.sizeBucket, latest.type,
               latest.exception),
      std::tuple(true, 5'000'000'000u, 0.25, 7u, std::string("Polygon"), std::string("std::bad_alloc")));
  EXPECT_EQ(sum.failures.back().exception, "Other") << "the older one of the blob found no room";
}

TEST(CountsBlob, LeavesOutFailuresOfNoKnownTime) {
  SiteCounts counts = counted(10);
  const std::string without = countsBlob(counts);
  counts.failures = {{true, 0, 0.25, 7, "Polygon", "std::bad_alloc"}};
  EXPECT_EQ(countsBlob(counts), without);
}

TEST(CountsBlob, IsSmall) {
  SiteCounts empty;
  EXPECT_LE(countsBlob(empty).size(), 12u);
  EXPECT_LE(countsBlob(counted(100)).size(), 40u);
}

TEST(CountsBlob, IsAdded) {
  SiteCounts sum = counted(5, 100);
  ASSERT_TRUE(addCountsBlob(sum, countsBlob(counted(7, 900))));
  EXPECT_EQ(sum.calls, 12u);
  EXPECT_EQ(sum.maxTicks, 900u);
  EXPECT_EQ(sum.sumTicks, 5u * 100 + 7 * 900);
  EXPECT_EQ(sum.histogram[vocabulary::bucketOf(100)], 5u);
  EXPECT_EQ(sum.histogram[vocabulary::bucketOf(900)], 7u);
  EXPECT_EQ(sum.sizes[vocabulary::sizeBucketOf(5)].calls, 12u);
}

TEST(CountsBlob, HasTheTypesOfInputs) {
  SiteCounts counts = counted(5);
  counts.types = {{"", {1, 0, 10}}, {"Circle", {3, 1, 400}}};
  SiteCounts sum = *countsOf(countsBlob(counts));
  ASSERT_TRUE(addCountsBlob(sum, countsBlob(counts)));
  ASSERT_EQ(sum.types.size(), 2u);
  EXPECT_EQ(sum.types.at("").calls, 2u);
  EXPECT_EQ(sum.types.at("Circle").calls, 6u);
  EXPECT_EQ(sum.types.at("Circle").errors, 2u);
  EXPECT_EQ(sum.types.at("Circle").sumTicks, 800u);
  const std::string whole = countsBlob(counts);
  EXPECT_FALSE(countsOf(whole.substr(0, whole.size() - 1)));
}

TEST(CountsBlob, HasTheKindsOfErrors) {
  SiteCounts counts = counted(5);
  counts.errorKinds = {{"(returned)", 1}, {"none", 0}, {"std::bad_alloc", 300}};
  SiteCounts sum = *countsOf(countsBlob(counts));
  ASSERT_TRUE(addCountsBlob(sum, countsBlob(counts)));
  EXPECT_EQ(sum.errorKinds, (telemetry::ErrorKinds{{"(returned)", 2}, {"std::bad_alloc", 600}}));
  const std::string whole = countsBlob(counts);
  EXPECT_FALSE(countsOf(whole.substr(0, whole.size() - 1)));
}

TEST(CountsBlob, PassesOverSectionsOfLaterVersions) {
  const std::string later = countsBlob(counted(5)) + std::string("\x63\x03xyz", 5);
  ASSERT_TRUE(countsOf(later));
  EXPECT_TRUE(equal(*countsOf(later), counted(5)));
}

TEST(CountsBlob, CutOffAnywhereIsDamageOrShorter) {
  const std::string whole = countsBlob(counted(1000));
  for (std::size_t length = 0; length < 12; ++length)
    EXPECT_FALSE(countsOf(whole.substr(0, length))) << length;
  EXPECT_FALSE(countsOf(whole.substr(0, whole.size() - 1)));
}

TEST(CountsBlob, AnyBytesAreReadWithoutHarm) {
  std::mt19937 random(1);
  int damaged = 0;
  for (int round = 0; round < 20000; ++round) {
    SiteCounts counts = counted(random() % 5000, random());
    counts.types = {{"Square", {random(), random(), random()}}};
    counts.errorKinds = {{"Spoilt", random()}};
    std::string blob = countsBlob(counts);
    for (int change = 0; change < 3; ++change) blob[random() % blob.size()] = static_cast<char>(random());
    damaged += countsOf(blob) ? 0 : 1;
  }
  EXPECT_GT(damaged, 1000);
  EXPECT_FALSE(countsOf(std::string(20, '\xff')));
}

}  // namespace
}  // namespace assay::history
