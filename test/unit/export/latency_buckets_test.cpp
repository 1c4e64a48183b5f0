// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/latency_buckets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "vocabulary/export_bounds.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::exporting {
namespace {

using vocabulary::bucketOf;
using vocabulary::kBucketCount;

telemetry::SiteCounts siteWith(const std::vector<std::uint64_t>& ticks) {
  telemetry::SiteCounts site;
  site.histogram.resize(kBucketCount);
  for (const std::uint64_t one : ticks) {
    ++site.histogram[bucketOf(one)];
    site.sumTicks += one;
  }
  return site;
}

std::uint64_t countAt(const HistogramValue& value, double bound) {
  const auto at = std::ranges::find(value.buckets, bound, [](const auto& bucket) { return bucket.first; });
  return at == value.buckets.end() ? ~std::uint64_t{0} : at->second;
}

TEST(LatencyBuckets, CountUpToTheirBounds) {
  LatencyBuckets buckets;
  buckets.add(siteWith({50, 400, 2'000'000, 3'000'000'000}), 1e-9);
  const HistogramValue value = buckets.value();
  EXPECT_EQ(countAt(value, 1e-7), 1u);
  EXPECT_EQ(countAt(value, 5e-7), 2u);
  EXPECT_EQ(countAt(value, 1e-3), 2u);
  EXPECT_EQ(countAt(value, 2.5e-3), 3u);
  EXPECT_EQ(countAt(value, 10.0), 4u);
  EXPECT_EQ(value.count, 4u);
  EXPECT_DOUBLE_EQ(value.sum, 3.00200045);
}

TEST(LatencyBuckets, OfSeveralClocks) {
  LatencyBuckets buckets;
  buckets.add(siteWith({1000}), 1e-9);
  buckets.add(siteWith({1000}), 1e-6);
  buckets.add(siteWith({1000}), 0);
  EXPECT_EQ(countAt(buckets.value(), 2.5e-6), 1u);
  EXPECT_EQ(buckets.value().count, 2u) << "nobody knows how long the third took";
}

TEST(LatencyBuckets, TheLongestAreBeyondEveryBound) {
  LatencyBuckets buckets;
  buckets.add(siteWith({std::uint64_t{1} << 41}), 1e-9);
  EXPECT_EQ(countAt(buckets.value(), 10.0), 0u);
  EXPECT_EQ(buckets.value().count, 1u);
}

// The promise: a call is counted at a bound only if it took at most 6.25 % more, and always if it took 6.25 %
// less.
TEST(LatencyBuckets, AreOffByNoMoreThanASixteenth) {
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> ticks;
  for (int i = 0; i < 20000; ++i)
    ticks.push_back(std::uint64_t{1} << (random() % 36) | random() % (1u << 20));
  LatencyBuckets buckets;
  buckets.add(siteWith(ticks), 3.1e-10);
  for (const auto& [bound, count] : buckets.value().buckets) {
    const auto upTo = [&](double seconds) {
      return static_cast<std::uint64_t>(std::ranges::count_if(
          ticks, [&](std::uint64_t one) { return static_cast<double>(one) * 3.1e-10 <= seconds; }));
    };
    EXPECT_GE(count, upTo(bound / 1.0625)) << bound;
    EXPECT_LE(count, upTo(bound * 1.0625)) << bound;
  }
}

TEST(SizeBuckets, AreExact) {
  telemetry::InputSizes sizes(vocabulary::kSizeBucketCount);
  std::vector<std::uint64_t> all = {0, 1, 3, 4, 15, 16, 1023, 1024, std::uint64_t{1} << 40};
  for (const std::uint64_t size : all) ++sizes[vocabulary::sizeBucketOf(size)].calls;
  const HistogramValue value = sizeBuckets(sizes);
  ASSERT_EQ(value.buckets.size(), vocabulary::kSizeBoundCount);
  for (const auto& [bound, count] : value.buckets)
    EXPECT_EQ(count, static_cast<std::uint64_t>(std::ranges::count_if(
                         all, [&](std::uint64_t size) { return static_cast<double>(size) <= bound; })))
        << bound;
  EXPECT_EQ(value.count, all.size());
  EXPECT_TRUE(sizeBuckets({}).buckets.empty());
}

}  // namespace
}  // namespace assay::exporting
