// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/clusters.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace assay::insight {
namespace {

// Expected numbers: NumPy 1.24.2, once. The variance as 6 / 7 * sum((r_i - r)^2), r_i = sum(y) / sum(x)
// computed anew without each window in turn; the interval with Student's factor for 6 degrees by mpmath
// (reference_table.h).
TEST(RatioOverWindows, IsThatOfTheReference) {
  const std::vector<Part> parts = {{12, 10}, {3, 4}, {40, 31}, {7, 8}, {22, 20}, {9, 6}, {15, 14}};
  const Ratio ratio = ratioOf(parts);
  EXPECT_NEAR(ratio.value, 1.1612903225806452, 1e-14);
  EXPECT_NEAR(ratio.variance, 0.005428313035975747, 1e-14);
  EXPECT_EQ(ratio.degrees, 6);
  const Estimate estimate = estimateOf(ratio);
  EXPECT_NEAR(estimate.interval.low, 0.9810089871161188, 1e-12);
  EXPECT_NEAR(estimate.interval.high, 1.3415716580451715, 1e-12);
}

TEST(RatioOverWindows, PassesOverWindowsWithoutCalls) {
  const std::vector<Part> parts = {{3, 1}, {0, 0}, {5, 2}, {0, 0}};
  const std::vector<Part> fewer = {{3, 1}, {5, 2}};
  EXPECT_EQ(ratioOf(parts).variance, ratioOf(fewer).variance);
  EXPECT_EQ(ratioOf(parts).degrees, 1);
}

TEST(RatioOverWindows, OfOneWindowSaysNothingOfItsVariance) {
  const std::vector<Part> one = {{3, 1}};
  EXPECT_EQ(ratioOf(one).degrees, 0);
  EXPECT_TRUE(std::isinf(estimateOf(ratioOf(one)).interval.high));
  EXPECT_EQ(ratioOf({}).units, 0);
}

TEST(RatioOverWindows, VariesAtLeastAsMuchAsItsCalls) {
  const std::vector<Part> alike = {{10, 10}, {20, 20}, {5, 5}};
  EXPECT_EQ(ratioOf(alike).variance, 0);
  EXPECT_EQ(withAtLeast(ratioOf(alike), 0.5).variance, 0.5);
}

// NumPy as above: the design effect is the variance over p (1 - p) / n.
TEST(EffectiveCount, IsThatOfTheReference) {
  const std::vector<Part> bursts = {{0, 50}, {2, 60}, {9, 70}, {0, 40}, {1, 55}, {0, 45}, {3, 80}};
  const Count count = effectiveCount(bursts);
  EXPECT_NEAR(count.events, 3.4945657386960853, 1e-12);
  EXPECT_NEAR(count.trials, 93.18841969856227, 1e-11);
}

TEST(EffectiveCount, OfOneBurstIsOneEvent) {
  std::vector<Part> parts(14, Part{0, 1000});
  parts[5].amount = 200;
  EXPECT_NEAR(effectiveCount(parts).events, 1, 0.2);
  EXPECT_NEAR(effectiveCount(parts).rate(), 200.0 / 14000, 1e-12) << "the rate stays";
}

TEST(EffectiveCount, OfEvenErrorsIsTheirNumber) {
  const std::vector<Part> parts(10, Part{3, 100});
  EXPECT_EQ(effectiveCount(parts), (Count{30, 1000}));
  const std::vector<Part> none(3, Part{0, 100});
  EXPECT_EQ(effectiveCount(none), (Count{0, 300}));
}

}  // namespace
}  // namespace assay::insight
