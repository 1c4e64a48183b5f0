// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/promise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "simulated.h"

namespace assay::insight {
namespace {

const Promise kConstant{"O(1)", 0, false}, kLogarithmic{"O(log n)", 0, true}, kLinear{"O(n)", 1, false},
    kLinearithmic{"O(n log n)", 1, true}, kQuadratic{"O(n^2)", 2, false};

// In how many of twenty runs the promise is said to be broken.
int timesBroken(const Promise& promise, const std::function<double(double)>& nanoseconds,
                double largest = 30000) {
  int count = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Simulation simulation(900 + seed);
    const Complexity complexity = complexityOf(
        simulation.run({.nanoseconds = nanoseconds, .smallest = 1, .largest = largest, .calls = 1000}));
    count += isBroken(promise, complexity) ? 1 : 0;
  }
  return count;
}

double promisedLinear(double n) {
  return 500 + 2 * n;
}
double promisedLinearithmic(double n) {
  return 500 + n * std::log2(1 + n);
}
double promisedSquare(double n) {
  return 2000 + n * n;
}

TEST(Promise, IsKeptByWhatItSays) {
  EXPECT_EQ(timesBroken(kLinear, promisedLinear), 0);
  EXPECT_EQ(timesBroken(kLinearithmic, promisedLinearithmic), 0);
  EXPECT_EQ(timesBroken(kQuadratic, promisedSquare), 0);
  EXPECT_EQ(timesBroken(kLogarithmic, [](double n) { return 300 + 100 * std::log2(1 + n); }), 0);
  EXPECT_EQ(timesBroken(kConstant, [](double) { return 300; }), 0);
  EXPECT_EQ(timesBroken(kQuadratic, promisedLinear), 0) << "better than promised";
  EXPECT_EQ(timesBroken(kLinearithmic, promisedLinearithmic, 200), 0) << "small inputs, where it is steepest";
}

TEST(Promise, IsBrokenByWhatGrowsFaster) {
  EXPECT_GE(timesBroken(kLinear, promisedSquare), 19);
  EXPECT_GE(timesBroken(kLinearithmic, promisedSquare), 19);
  EXPECT_GE(timesBroken(kConstant, promisedLinear), 19);
  EXPECT_GE(timesBroken(kLogarithmic, promisedLinear), 19);
}

TEST(Promise, OfALogarithmIsSteeperOverSmallSizes) {
  Simulation simulation(1);
  const auto over = [&](double largest) {
    return complexityOf(simulation.run({.nanoseconds = promisedLinear, .smallest = 1, .largest = largest}));
  };
  const double small = promisedExponent(over(100), kLinearithmic);
  const double large = promisedExponent(over(1e6), kLinearithmic);
  EXPECT_GT(small, large);
  EXPECT_GT(large, 1);
  EXPECT_LT(small, 1.5);
  EXPECT_EQ(promisedExponent(over(100), kQuadratic), 2);
}

TEST(Promise, IsNotBrokenWhereNobodyKnows) {
  EXPECT_FALSE(isBroken(kLinear, {}));
  Complexity steep;
  steep.exponent = {2, {1.8, 2.2}};
  EXPECT_TRUE(isBroken(kLinear, steep));
  EXPECT_FALSE(isBroken(std::nullopt, steep));
}

}  // namespace
}  // namespace assay::insight
