// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/quantile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace assay::telemetry {
namespace {

using vocabulary::bucketOf;
using vocabulary::kBucketCount;

Histogram histogramOf(const std::vector<std::uint64_t>& values) {
  Histogram histogram(kBucketCount);
  for (std::uint64_t value : values) ++histogram[bucketOf(value)];
  return histogram;
}

double quantileOf(const std::vector<std::uint64_t>& values, double q) {
  return quantile(histogramOf(values), q, static_cast<double>(std::ranges::max(values)));
}

TEST(Quantile, OfNothingIsZero) {
  EXPECT_EQ(quantile({}, 0.5, 0), 0);
  EXPECT_EQ(quantile(Histogram(kBucketCount), 0.5, 0), 0);
}

TEST(Quantile, OfASingleCallIsThatCall) {
  for (double q : {0.0, 0.5, 0.99, 1.0}) EXPECT_EQ(quantileOf({123456}, q), 123456);
}

TEST(Quantile, IsExactBelow16Ticks) {
  const std::vector<std::uint64_t> values = {1, 3, 7, 9, 12, 15, 15};
  EXPECT_EQ(quantileOf(values, 0.01), 1);
  EXPECT_EQ(quantileOf(values, 2.0 / 7), 3);
  EXPECT_EQ(quantileOf(values, 0.5), 9);
  EXPECT_EQ(quantileOf(values, 1), 15);
}

TEST(Quantile, TheLastRankIsTheMaximum) {
  EXPECT_EQ(quantileOf({10, 1000, 1017}, 1), 1017);
  EXPECT_EQ(quantileOf({10, 1000, 1017}, 0.99), 1017);
}

TEST(Quantile, NeverAboveTheMaximum) {
  // Both are in the bucket [1024, 1152), whose middle is 1087.5.
  EXPECT_EQ(quantileOf({1025, 1026}, 0.5), 1026);
}

TEST(Quantile, TheOverflowBucketCountsAsTheMaximum) {
  const std::uint64_t huge = std::uint64_t{1} << 41;
  EXPECT_EQ(quantileOf({5, huge, huge + 1}, 0.5), static_cast<double>(huge + 1));
}

TEST(Quantile, IsWithinASixteenthOfTheTrueValue) {
  std::mt19937_64 random(7);
  double worst = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::uint64_t> values(1 + random() % 300);
    for (std::uint64_t& value : values) value = random() >> (24 + random() % 40);
    std::ranges::sort(values);
    for (double q : {0.0, 0.1, 0.5, 0.9, 0.99, 0.999, 1.0}) {
      const auto n = static_cast<double>(values.size());
      const std::size_t rank = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(q * n)));
      const auto exact = static_cast<double>(values[rank - 1]);
      const double found = quantileOf(values, q);
      EXPECT_LE(found, static_cast<double>(values.back()));
      if (exact > 0) worst = std::max(worst, std::abs(found - exact) / exact);
    }
  }
  EXPECT_LT(worst, 0.0625);
  EXPECT_GT(worst, 0.03) << "the test has not looked at wide buckets";
}

}  // namespace
}  // namespace assay::telemetry
