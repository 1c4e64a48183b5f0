// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/proportion.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "reference_table.h"

namespace assay::insight {
namespace {

TEST(WilsonInterval, IsThatOfTheReference) {
  for (const auto& [events, trials, confidence, low, high] : kWilson) {
    const Estimate estimate = wilson({events, trials}, confidence);
    EXPECT_EQ(estimate.value, events / trials);
    EXPECT_NEAR(estimate.interval.low, low, 1e-12);
    EXPECT_NEAR(estimate.interval.high, high, 1e-12);
  }
  EXPECT_EQ(wilson({0, 0}), (Estimate{0, {0, 1}}));
}

TEST(DifferenceOfRates, HasTheIntervalsThatNewcombePrinted) {
  for (const auto& [a, n, b, m, low, high] : kNewcombe) {
    const Estimate estimate = differenceOfRates({b, m}, {a, n});
    EXPECT_NEAR(estimate.interval.low, low, 6e-5) << a << "/" << n;
    EXPECT_NEAR(estimate.interval.high, high, 6e-5) << a << "/" << n;
  }
}

TEST(RatioOfRates, HasTheIntervalsOfTheReference) {
  for (const auto& [a, n, b, m, low, high] : kRatios) {
    const Estimate estimate = ratioOfRates({a, n}, {b, m});
    EXPECT_NEAR(estimate.interval.low, low, 1e-8 * (1 + low)) << a << "/" << n;
    EXPECT_NEAR(estimate.interval.high, high, 1e-8 * high) << a << "/" << n;
  }
}

TEST(RatioOfRates, HasALowerLimitWhereTheOtherHasNoEvent) {
  const Estimate estimate = ratioOfRates({50, 1000}, {0, 1000});
  EXPECT_TRUE(std::isinf(estimate.value));
  EXPECT_TRUE(std::isinf(estimate.interval.high));
  EXPECT_GT(estimate.interval.low, 5);
  EXPECT_EQ(ratioOfRates({0, 5}, {0, 5}).value, 1);
}

TEST(ChanceOfMore, IsThatOfTheReference) {
  for (const auto& [a, n, b, m, p] : kMidP)
    EXPECT_NEAR(chanceOfMore({a, n}, {b, m}), p, 1e-5 * p) << a << "/" << n << " -> " << b << "/" << m;
}

TEST(ChanceOfMore, OfTheFirstErrorIsNoFinding) {
  EXPECT_GT(chanceOfMore({0, 1e6}, {1, 1e6}), 0.2);
  EXPECT_LT(chanceOfMore({0, 1e6}, {20, 1e6}), 1e-5);
}

// Half a million calls each: what an interval promises, it keeps.
TEST(DifferenceOfRates, HoldsTheTruthAsOftenAsItSays) {
  std::mt19937_64 random(11);
  std::binomial_distribution<int> before(2000, 0.002), after(500, 0.004);
  int held = 0;
  constexpr int kRuns = 2000;
  for (int run = 0; run < kRuns; ++run) {
    const Estimate estimate = differenceOfRates({double(before(random)), 2000}, {double(after(random)), 500});
    held += estimate.interval.low <= 0.002 && 0.002 <= estimate.interval.high ? 1 : 0;
  }
  EXPECT_GT(held, kRuns * 0.94);
}

}  // namespace
}  // namespace assay::insight
