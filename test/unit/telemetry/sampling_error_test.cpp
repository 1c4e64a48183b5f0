// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/sampling_error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "vocabulary/segment_layout.h"

namespace assay::telemetry {
namespace {

Histogram histogramOfDurations(const std::vector<std::uint64_t>& durations) {
  Histogram histogram(vocabulary::kBucketCount);
  for (const std::uint64_t duration : durations) ++histogram[vocabulary::bucketOf(duration)];
  return histogram;
}

TEST(SamplingError, NoneWhereEveryCallWasTimedOrNone) {
  EXPECT_EQ(meanError({}, 0), 0);
  EXPECT_EQ(meanError(histogramOfDurations({1, 9, 300}), 0), 0);
  EXPECT_EQ(meanError(histogramOfDurations({0, 0, 0}), 2), 0) << "all of no time";
  EXPECT_EQ(meanError(histogramOfDurations({5, 5, 5}), 2), 0) << "they do not vary";
}

// Half of the calls take 4 ticks and half 12: mean 8, deviation 4, so c = 0.5. Of 100,000 calls 90,000 were
// not timed: 1.959964 * 0.5 * sqrt(1024 * 90000) / 100000 = 0.0940783, worked out by hand.
TEST(SamplingError, AsTheFormulaHasIt) {
  Histogram histogram(vocabulary::kBucketCount);
  histogram[4] = 50'000;
  histogram[vocabulary::bucketOf(12)] = 50'000;
  EXPECT_NEAR(meanError(histogram, 90'000), 0.0940783, 1e-6);
}

// Weeks of calls whose durations vary, some of them timed as the guards do: one at a drawn place of each
// block. `largest`: how many calls a block has at most.
int timesWithin(std::uint32_t largest, int cases) {
  std::mt19937 random(7);
  std::lognormal_distribution<double> duration(5.0, 0.8);
  int within = 0;
  for (int i = 0; i < cases; ++i) {
    Histogram histogram(vocabulary::kBucketCount);
    double all = 0, stoodFor = 0;
    std::uint64_t estimated = 0, calls = 0;
    for (std::uint32_t block = largest; calls < 100'000;
         block = block > 1 && random() % 4 == 0 ? block / 8 + 1 : largest) {
      const auto place = static_cast<std::uint32_t>(random() % block);
      for (std::uint32_t call = 0; call < block; ++call) {
        const auto took = static_cast<std::uint64_t>(duration(random));
        all += static_cast<double>(took);
        if (call != place) continue;
        histogram[vocabulary::bucketOf(took)] += block;
        stoodFor += static_cast<double>(took) * block;
      }
      calls += block;
      estimated += block - 1;
    }
    within += std::abs(stoodFor / all - 1) <= meanError(histogram, estimated) ? 1 : 0;
  }
  return within;
}

TEST(SamplingError, WithTheLargestBlocksTheMeanIsAsFarOffAsItSays) {
  EXPECT_GE(timesWithin(vocabulary::kLargestBlock, 100), 90);
}

TEST(SamplingError, WithSmallerOnesItIsNearer) {
  EXPECT_GE(timesWithin(64, 40), 40);
}

}  // namespace
}  // namespace assay::telemetry
