// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/growth_change.h"

#include <gtest/gtest.h>

#include "simulated.h"

namespace assay::insight {
namespace {

Production sizedUpTo(double largest, std::function<double(double)> nanoseconds) {
  return {.nanoseconds = std::move(nanoseconds), .smallest = 1, .largest = largest, .calls = 1000};
}

double straight(double n) {
  return 500 + 20 * n;
}
double squared(double n) {
  return 500 + 20 * n + n * n / 10;
}

// How many of forty runs are seenBelow a chance.
int seenBelow(double chance, const Production& before, const Production& after) {
  int count = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    Simulation simulation(seed);
    const auto old = simulation.run(before), fresh = simulation.run(after);
    const auto change = growthChange(old, fresh);
    count += change && change->chanceOfMore <= chance ? 1 : 0;
  }
  return count;
}

TEST(GrowthChange, IsSeenWhereASquareCameIn) {
  EXPECT_GE(seenBelow(0.001, sizedUpTo(10000, straight), sizedUpTo(10000, squared)), 38);
}

TEST(GrowthChange, IsNoneWhereNothingChanged) {
  EXPECT_LE(seenBelow(0.05, sizedUpTo(10000, straight), sizedUpTo(10000, straight)), 4);
  EXPECT_LE(seenBelow(0.05, sizedUpTo(10000, squared), sizedUpTo(10000, straight)), 0) << "less steep";
}

// Behind small inputs the square is hidden: over these sizes the curve is the same.
TEST(GrowthChange, IsNoneWhereInputsBecameLarger) {
  EXPECT_LE(seenBelow(0.05, sizedUpTo(100, squared), sizedUpTo(10000, squared)), 4);
}

TEST(GrowthChange, IsNotKnownWithoutSizesOnBothSides) {
  Simulation simulation(3);
  const auto sized = simulation.run(sizedUpTo(10000, straight)),
             flat = simulation.run(sizedUpTo(1, straight));
  EXPECT_FALSE(growthChange(sized, flat));
  EXPECT_FALSE(growthChange(flat, sized));
  EXPECT_FALSE(growthChange({}, {}));
  const auto change = growthChange(sized, sized);
  ASSERT_TRUE(change);
  EXPECT_DOUBLE_EQ(change->chanceOfMore, 0.5);
}

}  // namespace
}  // namespace assay::insight
