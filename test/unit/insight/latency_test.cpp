// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/latency.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "vocabulary/histogram.h"

namespace assay::insight {
namespace {

struct Sample {
  explicit Sample(const std::vector<std::uint64_t>& values) : histogram(vocabulary::kBucketCount) {
    for (const std::uint64_t value : values) {
      ++histogram[vocabulary::bucketOf(value)];
      durations.sum += static_cast<double>(value);
      durations.longest = std::max(durations.longest, static_cast<double>(value));
    }
  }
  telemetry::Histogram histogram;
  Durations durations{histogram};
};

// Below 16 a bucket holds one value, so nothing is lost. Expected: SciPy 1.10.1, values.var(ddof=1) and
// scipy.stats.t.interval(0.95, 19, mean, standard error).
TEST(MeanOfAHistogram, IsThatOfTheReference) {
  std::vector<std::uint64_t> values(5, 3);
  values.insert(values.end(), 9, 7);
  values.insert(values.end(), 4, 8);
  values.insert(values.end(), 2, 15);
  const Sample sample(values);
  EXPECT_NEAR(varianceOf(sample.durations), 11.157894736842104, 1e-12);
  const Estimate mean = meanOf(sample.durations);
  EXPECT_EQ(mean.value, 7);
  EXPECT_NEAR(mean.interval.low, 5.436671116887277, 1e-9);
  EXPECT_NEAR(mean.interval.high, 8.563328883112723, 1e-9);
}

TEST(BucketOfADuration, IsTheLastOneBeyondAnyNumber) {
  EXPECT_EQ(bucketAt(5), 5u);
  EXPECT_EQ(bucketAt(1e300), vocabulary::kOverflowBucket);
  EXPECT_EQ(bucketAt(-1), 0u);
}

TEST(MeanOfAHistogram, OfOneCallIsNotKnown) {
  EXPECT_TRUE(std::isinf(meanOf(Sample({5}).durations).interval.high));
  EXPECT_TRUE(std::isinf(meanOf(Sample({}).durations).interval.high));
}

std::vector<std::uint64_t> lognormal(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  std::lognormal_distribution<double> distribution(std::log(5000), 0.8);
  std::vector<std::uint64_t> values(count);
  for (std::uint64_t& value : values) value = static_cast<std::uint64_t>(distribution(random));
  return values;
}

TEST(VarianceOfAHistogram, IsThatOfTheValuesWithinItsBuckets) {
  const auto values = lognormal(3, 20000);
  const Sample sample(values);
  double squares = 0;
  const double mean = sample.durations.sum / 20000;
  for (const std::uint64_t value : values) squares += std::pow(static_cast<double>(value) - mean, 2);
  EXPECT_NEAR(varianceOf(sample.durations) / (squares / 19999), 1, 0.01);
}

// Ranks of the calls that are the limits: by SciPy 1.10.1's exact binomial, scipy.stats.binom.ppf(0.025, n,
// q) and ppf(0.975, n, q) + 1; n + 1 = there is none. With each value a bucket of its own the normal
// approximation must be within one call of them, to the outside.
TEST(QuantileOfAHistogram, HasTheRanksOfTheReference) {
  struct Row {
    double q;
    std::uint64_t calls;
    double low, high;
  };
  for (const Row& row : {Row{.5, 11, 2, 10}, Row{.5, 15, 4, 12}}) {
    std::vector<std::uint64_t> values;
    for (std::uint64_t i = 1; i <= row.calls; ++i) values.push_back(i);
    const Estimate estimate = quantileOf(Sample(values).durations, row.q);
    EXPECT_NEAR(estimate.interval.low, row.low, 1);
    EXPECT_NEAR(estimate.interval.high, row.high, 1.01);
  }
}

TEST(QuantileOfAHistogram, HasNoUpperLimitWhereNoCallNeedBeAboveIt) {
  EXPECT_TRUE(std::isinf(quantileOf(Sample(lognormal(1, 200)).durations, 0.99).interval.high));
  EXPECT_FALSE(std::isinf(quantileOf(Sample(lognormal(1, 2000)).durations, 0.99).interval.high));
  EXPECT_EQ(quantileOf(Sample({}).durations, 0.5).interval.low, 0);
}

TEST(QuantileOfAHistogram, HoldsTheTruthAsOftenAsItSays) {
  for (const double q : {0.5, 0.9, 0.99}) {
    const double z = q == 0.5 ? 0 : q == 0.9 ? 1.2815515655 : 2.3263478740;
    const double truth = 5000 * std::exp(0.8 * z);
    int held = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
      const Interval interval = quantileOf(Sample(lognormal(seed, 1000)).durations, q).interval;
      held += interval.low <= truth && truth <= interval.high ? 1 : 0;
    }
    EXPECT_GE(held, 380) << q;
  }
}

}  // namespace
}  // namespace assay::insight
