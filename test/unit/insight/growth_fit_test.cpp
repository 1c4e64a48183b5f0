// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/growth_fit.h"

#include <gtest/gtest.h>

#include <cmath>

#include "reference_table.h"
#include "simulated.h"

namespace assay::insight {
namespace {

std::vector<SizePoint> pointsOf(std::size_t row) {
  std::vector<SizePoint> points;
  for (std::size_t i = 0; i < std::size(kSizes); ++i)
    points.push_back({.size = kSizes[i], .nanoseconds = kTimes[row][i]});
  return points;
}

std::vector<double> shapeOf(double exponent) {
  std::vector<double> shape;
  for (const double n : kSizes) shape.push_back(exponent == 0 ? n * std::log2(n) : std::pow(n, exponent));
  return shape;
}

// A step less than the best would be seen in the misfit before it is seen in the parameters.
TEST(GrowthFit, IsThatOfTheReference) {
  for (const auto& [row, exponent, misfit, fixed, slope] : kFits) {
    const GrowthFit fit =
        fitGrowth(pointsOf(static_cast<std::size_t>(row)), shapeOf(exponent), kSizeVariances);
    EXPECT_NEAR(fit.misfit, misfit, 0.02 * misfit) << row << " " << exponent;
    if (misfit > 50) continue;  // nobody takes that curve
    EXPECT_NEAR(fit.misfit, misfit, 1e-3 * misfit);
    EXPECT_NEAR(fit.fixed, fixed, 5e-3 * fixed + 0.02);
    EXPECT_NEAR(fit.slope, slope, 5e-3 * slope + 1e-5);
  }
}

TEST(GrowthFit, ThroughAPointGoesThroughIt) {
  const auto points = pointsOf(0);
  const GrowthFit best = fitGrowth(points, shapeOf(1), kSizeVariances);
  const double there = best.fixed + best.slope * 10000;
  const GrowthFit same = fitThrough(points, shapeOf(1), kSizeVariances, {10000, there});
  EXPECT_NEAR(same.misfit, best.misfit, 1e-6);
  const GrowthFit higher = fitThrough(points, shapeOf(1), kSizeVariances, {10000, 1.5 * there});
  EXPECT_NEAR(higher.fixed + higher.slope * 10000, 1.5 * there, 1e-6 * there);
  EXPECT_GT(higher.misfit, best.misfit + 10);
}

TEST(SizePoints, AreTheMeansOfSizesThatEnoughWindowsHave) {
  Simulation simulation(1);
  auto windows =
      simulation.run({.nanoseconds = [](double n) { return 100 * n; }, .smallest = 1, .largest = 63});
  windows[0].sizes[0] = {5, 0, 5};
  windows[0].sizes[20] = {5, 0, 5};
  const auto points = sizePoints(windows);
  ASSERT_EQ(points.size(), 6u) << "neither size 0 nor one of a single window";
  EXPECT_EQ(points[0].size, 1);
  EXPECT_EQ(points[0].placement, 0) << "one size";
  EXPECT_NEAR(points[3].size, std::sqrt(8.0 * 15), 1e-9);
  EXPECT_NEAR(points[3].placement, std::pow(std::log(15.0 / 8), 2) / 12, 1e-12);
  for (const SizePoint& point : points) EXPECT_GE(point.variance, 2.5e-5);
}

}  // namespace
}  // namespace assay::insight
