// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/exponential_cells.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "export/function_metrics.h"
#include "vocabulary/histogram.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {
namespace {

using telemetry::ProcessSnapshot;

constexpr std::uint64_t kTimedId = 7;

ProcessSnapshot partTiming(const std::vector<std::uint64_t>& ticks, double secondsPerTick) {
  telemetry::SiteCounts site;
  site.id = kTimedId;
  site.name = "f";
  site.calls = site.timed = ticks.size();
  site.histogram.resize(vocabulary::kBucketCount);
  for (const std::uint64_t one : ticks) {
    ++site.histogram[vocabulary::bucketOf(one)];
    site.sumTicks += one;
  }
  ProcessSnapshot part;
  part.secondsPerTick = secondsPerTick;
  part.sites = {site};
  return part;
}

HistogramValue exportedTimes(const std::vector<ProcessSnapshot>& parts) {
  auto families = functionMetrics(parts, {}, 0);
  addExponentialCells(families, parts);
  const auto times = std::ranges::find(families, vocabulary::kExecutionTimeSeconds, &MetricFamily::name);
  return times->samples.front().histogram;
}

std::uint64_t totalOf(const std::vector<std::uint64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

double upperEnd(int index, int scale) {
  return std::exp2((index + 1) * std::exp2(-scale));
}

TEST(ExponentialIndex, OfPowersOfTwoIsTheBucketThatTheyEnd) {
  for (int power = -40; power <= 15; ++power) {
    EXPECT_EQ(exponentialIndex(std::exp2(power)), 8 * power - 1) << power;
    EXPECT_EQ(exponentialIndex(std::nextafter(std::exp2(power), 1e9)), 8 * power) << power;
    EXPECT_EQ(exponentialIndex(std::nextafter(std::exp2(power), 0)), 8 * power - 1) << power;
  }
}

TEST(ExponentialIndex, BoundsHoldTheValue) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> power(-40, 15);
  for (int i = 0; i < 10'000; ++i) {
    const double value = std::exp2(power(random));
    const int index = exponentialIndex(value);
    EXPECT_LE(value, upperEnd(index, kExponentialScale) * (1 + 1e-12));
    EXPECT_GT(value, upperEnd(index - 1, kExponentialScale) * (1 - 1e-12));
  }
}

TEST(ExponentialCells, HaveEachTimedCallOfEachClock) {
  const auto value = exportedTimes(
      {partTiming({0, 1, 1000, 1'000'000, std::uint64_t{1} << 41}, 1e-9), partTiming({1000}, 3e-10)});
  EXPECT_EQ(totalOf(value.exponential), value.count);
  EXPECT_EQ(value.count, 6u);
  EXPECT_EQ(value.exponential.front(), 1u) << "no time at all is none of the buckets";
}

// The documented error: a bucket's middle is within 1/16 of whatever it stands for.
TEST(ExponentialCells, PutACallWhereItsTimeIsOrNextToIt) {
  constexpr double kNanosecond = 1e-9;
  std::mt19937_64 random(2);
  std::uniform_real_distribution<double> power(3, 40);
  for (int i = 0; i < 2000; ++i) {
    const auto ticks = static_cast<std::uint64_t>(std::exp2(power(random)));
    const auto buckets = exponentialBuckets(exportedTimes({partTiming({ticks}, kNanosecond)}).exponential);
    ASSERT_EQ(buckets.counts.size(), 1u);
    const double seconds = static_cast<double>(ticks) * kNanosecond;
    EXPECT_LE(seconds, upperEnd(buckets.offset, buckets.scale) * (1 + 1.0 / 16)) << ticks;
    EXPECT_GT(seconds, upperEnd(buckets.offset - 1, buckets.scale) * (1 - 1.0 / 16)) << ticks;
    EXPECT_LE(std::abs(buckets.offset - exponentialIndex(seconds)), 1) << ticks;
  }
}

TEST(ExponentialBuckets, AreThoseFromTheFirstToTheLastWithCalls) {
  std::vector<std::uint64_t> cells(kExponentialCellCount);
  EXPECT_TRUE(exponentialBuckets(cells).counts.empty());
  EXPECT_TRUE(exponentialBuckets({}).counts.empty());
  cells[0] = 9;
  cells[1 + 20] = 1;
  cells[1 + 23] = 2;
  const ExponentialBuckets buckets = exponentialBuckets(cells);
  EXPECT_EQ(buckets.scale, kExponentialScale);
  EXPECT_EQ(buckets.offset, kLowestIndex + 20);
  EXPECT_EQ(buckets.counts, (std::vector<std::uint64_t>{1, 0, 0, 2}));
}

TEST(ExponentialBuckets, TwoBecomeOneWhereTheyAreTooMany) {
  std::vector<std::uint64_t> cells(kExponentialCellCount);
  const auto at = [](int index) { return static_cast<std::size_t>(1 + index - kLowestIndex); };
  for (const int index : {-181, -180, -1, 0, 99}) cells[at(index)] = 1;
  const ExponentialBuckets buckets = exponentialBuckets(cells);
  EXPECT_EQ(buckets.scale, kExponentialScale - 1);
  EXPECT_EQ(buckets.offset, -91) << "-181 is in (2^(-91/4), 2^(-90/4)]";
  EXPECT_LE(buckets.counts.size(), kMostExponentialBuckets);
  EXPECT_EQ(totalOf(buckets.counts), 5u);
  EXPECT_EQ(buckets.counts[static_cast<std::size_t>(-1 + 91)], 1u);
  EXPECT_EQ(buckets.counts[static_cast<std::size_t>(0 + 91)], 1u);
  EXPECT_EQ(buckets.counts.back(), 1u);
}

}  // namespace
}  // namespace assay::exporting
