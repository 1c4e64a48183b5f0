// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/window.h"

#include <gtest/gtest.h>

#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::insight {
namespace {

telemetry::SiteCounts countsOfThree() {
  telemetry::SiteCounts counts;
  counts.calls = 3, counts.errors = 1, counts.timed = 2;
  counts.sumTicks = 1010, counts.maxTicks = 1000;
  counts.histogram.resize(vocabulary::kBucketCount);
  counts.histogram[vocabulary::bucketOf(10)] = 1;
  counts.histogram[vocabulary::bucketOf(1000)] = 1;
  counts.sizes.resize(vocabulary::kSizeBucketCount);
  counts.sizes[3] = {2, 1, 1010};
  counts.types["int"] = {1, 0, 10};
  return counts;
}

TEST(Window, AddsWhatIsKnownOfMemory) {
  telemetry::SiteCounts counts;
  counts.calls = 3;
  counts.memory = {2, 96, 32};
  Window sum = windowOf(counts);
  addWindow(sum, windowOf(counts));
  EXPECT_EQ(sum.memory, (Memory{4, 192, 64}));
  EXPECT_EQ(sum.memory.kept(), 128);
}

TEST(WindowOfCounts, HasAllOfThem) {
  const Window window = windowOf(countsOfThree());
  EXPECT_EQ(window.calls, 3);
  EXPECT_EQ(window.errors, 1);
  EXPECT_EQ(window.timed, 2);
  EXPECT_EQ(window.longest, 1000);
  EXPECT_EQ(window.latencies.size(), 2u);
  EXPECT_EQ(window.sizes.at(3), (Cell{2, 1, 1010}));
  EXPECT_EQ(window.types.at("int"), (Cell{1, 0, 10}));
  EXPECT_EQ(histogramOf(window), countsOfThree().histogram);
}

TEST(WindowOfCounts, KnowsHowManyCallsOthersStandFor) {
  telemetry::SiteCounts counts = countsOfThree();
  counts.estimated = 1;
  Window sum = windowOf(counts);
  EXPECT_EQ(sum.estimated, 1);
  counts.estimated = 9;
  addWindow(sum, windowOf(counts));
  EXPECT_EQ(sum.estimated, 3) << "no more than are timed";
}

TEST(WindowOfCounts, HasNoMoreErrorsThanCalls) {
  telemetry::SiteCounts counts;
  counts.calls = 2, counts.errors = 5;
  EXPECT_EQ(windowOf(counts).errors, 2);
}

TEST(WindowsAsOne, AreTheirSum) {
  const std::vector<Window> windows(3, windowOf(countsOfThree()));
  const Window sum = sumOf(windows);
  EXPECT_EQ(sum.calls, 9);
  EXPECT_EQ(sum.longest, 1000);
  EXPECT_EQ(sum.sizes.at(3), (Cell{6, 3, 3030}));
  EXPECT_EQ(sum.latencies, (std::vector<std::pair<unsigned, std::uint64_t>>{
                               {vocabulary::bucketOf(10), 3}, {vocabulary::bucketOf(1000), 3}}));
  EXPECT_EQ(times(windows)[1].units, 2);
  EXPECT_EQ(errors(windows)[1].amount, 1);
}

TEST(WindowsAsOne, AreOfUnknownErrorsWhereOnlyEntriesAreCounted) {
  telemetry::SiteCounts counts = countsOfThree();
  counts.entryOnly = true;
  const std::vector<Window> windows = {windowOf(counts)};
  EXPECT_EQ(errors(windows)[0].units, 0);
  EXPECT_TRUE(sumOf(windows).entryOnly);
}

TEST(Window, HasErrorsByKind) {
  telemetry::SiteCounts counts;
  counts.calls = 10;
  counts.errors = 4;
  counts.errorKinds = {{"A", 1}, {"B", 3}, {"C", 0}};
  const Window window = windowOf(counts);
  ASSERT_EQ(window.errorKinds.size(), 2u);
  Window sum = window;
  addWindow(sum, window);
  EXPECT_EQ(sum.errorKinds[1], (std::pair<std::string, double>("B", 6)));
}

}  // namespace
}  // namespace assay::insight
