// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/sampling_error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace assay::telemetry {
namespace {

Histogram histogramOf(const std::vector<std::uint64_t>& durations) {
  Histogram histogram(vocabulary::kBucketCount);
  for (const std::uint64_t duration : durations) ++histogram[vocabulary::bucketOf(duration)];
  return histogram;
}

TEST(SamplingError, NoneWhereEveryCallWasTimedOrNone) {
  EXPECT_EQ(meanError({}, 0), 0);
  EXPECT_EQ(meanError(histogramOf({1, 9, 300}), 0), 0);
  EXPECT_EQ(meanError(histogramOf({0, 0, 0}), 2), 0) << "all of no time";
  EXPECT_EQ(meanError(histogramOf({1, 2}), 2), 0) << "nonsense";
  EXPECT_EQ(meanError(histogramOf({5, 5, 5}), 2), 0) << "they do not vary";
}

// Half of the calls take 4 ticks and half 12: mean 8, deviation 4, so c = 0.5. Of 1,000 calls 100 were timed:
// 1.959964 * 0.5 / 10 * sqrt(0.9 * 13 / 12) = 0.0967655, worked out by hand.
TEST(SamplingError, AsTheFormulaHasIt) {
  Histogram histogram(vocabulary::kBucketCount);
  histogram[4] = 500;
  histogram[vocabulary::bucketOf(12)] = 500;
  EXPECT_NEAR(meanError(histogram, 900), 0.0967655, 1e-6);
}

// What it promises, with durations of which some are long and weights as the guards draw them: the true mean
// is within the interval in about 95 of 100 cases.
TEST(SamplingError, TheMeanIsAsFarOffAsItSays) {
  std::mt19937 random(7);
  std::lognormal_distribution<double> duration(5.0, 0.8);
  std::uniform_int_distribution<std::uint32_t> gap(33, 96);
  int within = 0;
  constexpr int kCases = 400;
  for (int i = 0; i < kCases; ++i) {
    Histogram histogram(vocabulary::kBucketCount);
    double all = 0, stoodFor = 0;
    std::uint64_t estimated = 0;
    for (int sample = 0; sample < 200; ++sample) {
      const std::uint32_t weight = gap(random);
      std::uint64_t last = 0;
      for (std::uint32_t call = 0; call < weight; ++call) {
        last = static_cast<std::uint64_t>(duration(random));
        all += static_cast<double>(last);
      }
      histogram[vocabulary::bucketOf(last)] += weight;
      stoodFor += static_cast<double>(last) * weight;
      estimated += weight - 1;
    }
    within += std::abs(stoodFor / all - 1) <= meanError(histogram, estimated) ? 1 : 0;
  }
  EXPECT_GE(within, kCases * 92 / 100);
  EXPECT_LE(within, kCases * 98 / 100);
}

}  // namespace
}  // namespace assay::telemetry
