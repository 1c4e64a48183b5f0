// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/complexity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "simulated.h"

namespace assay::insight {
namespace {

struct Outcomes {
  int right = 0, wrong = 0, unknown = 0;
  int exponentHeld = 0;
};

Outcomes judge(const Production& production, Growth truth, double exponent, int runs = 60) {
  Outcomes outcomes;
  for (int run = 0; run < runs; ++run) {
    Simulation simulation(77 + static_cast<std::uint64_t>(run));
    const Complexity complexity = complexityOf(simulation.run(production));
    if (!complexity.growth)
      ++outcomes.unknown;
    else
      ++(*complexity.growth == truth ? outcomes.right : outcomes.wrong);
    if (complexity.exponent && complexity.exponent->interval.low <= exponent &&
        exponent <= complexity.exponent->interval.high)
      ++outcomes.exponentHeld;
  }
  return outcomes;
}

double logTwo(double n) {
  return std::log2(n);
}

// What is noise here is monitoring's: calls vary by 0.3, one in a thousand takes twenty times as long,
// windows by 0.05.
Production upTo(double largest, std::function<double(double)> nanoseconds) {
  return {.nanoseconds = std::move(nanoseconds), .smallest = 4, .largest = largest, .calls = 1500};
}

TEST(ComplexityOfAFunction, IsLinear) {
  const auto outcomes = judge(upTo(1e5, [](double n) { return 500 + 2 * n; }), Growth::Linear, 1);
  EXPECT_EQ(outcomes.wrong, 0);
  EXPECT_GE(outcomes.right, 50);
  EXPECT_GE(outcomes.exponentHeld, 57);
}

TEST(ComplexityOfAFunction, IsQuadraticBehindAFixedCost) {
  const auto outcomes = judge(upTo(3e4, [](double n) { return 2000 + n * n; }), Growth::Quadratic, 2);
  EXPECT_EQ(outcomes.wrong, 0);
  EXPECT_GE(outcomes.right, 45);
  EXPECT_GE(outcomes.exponentHeld, 57);
}

TEST(ComplexityOfAFunction, IsNeverTheWrongOneOfTwoThatAreAlike) {
  const auto outcomes =
      judge(upTo(1e5, [](double n) { return 500 + 2 * n * logTwo(n); }), Growth::Linearithmic, 1.1);
  EXPECT_LE(outcomes.wrong, 3);
  const auto logarithmic =
      judge(upTo(1e5, [](double n) { return 50 + 40 * logTwo(n); }), Growth::Logarithmic, 0.1);
  EXPECT_LE(logarithmic.wrong, 3);
}

TEST(ComplexityOfAFunction, IsConstant) {
  auto production = upTo(1e4, [](double) { return 200.0; });
  production.windowNoise = 0.02, production.outliers = 0, production.calls = 4000;
  const auto outcomes = judge(production, Growth::Constant, 0, 20);
  EXPECT_EQ(outcomes.wrong, 0);
  EXPECT_GE(outcomes.right, 15);
}

// A power that is no class of the books.
TEST(ComplexityOfAFunction, IsNotTheClassThatIsNearest) {
  const auto outcomes =
      judge(upTo(1e5, [](double n) { return 50 + 2 * std::pow(n, 0.6); }), Growth::Linear, 0.6);
  EXPECT_LE(outcomes.right, 3) << "O(n) is nearer than O(log n)";
  EXPECT_GE(outcomes.unknown, 55);
  EXPECT_GE(outcomes.exponentHeld, 57);
}

// 1 ns for each element behind 20 us: growth of 5 % that noise hides.
TEST(ComplexityOfAFunction, IsNotIdentifiableWhereNoiseHidesIt) {
  const auto outcomes = judge(upTo(1e3, [](double n) { return 20000 + n; }), Growth::Linear, 1);
  EXPECT_LE(outcomes.wrong, 3);
}

TEST(ComplexityOfAFunction, IsNotIdentifiableFromFewOrNarrowSizes) {
  Simulation simulation(1);
  const auto linear = [](double n) { return 100 * n; };
  EXPECT_EQ(complexityOf(simulation.run({.nanoseconds = linear})).why, NotIdentifiable::NoSizes);
  EXPECT_EQ(complexityOf(simulation.run({.nanoseconds = linear, .smallest = 4, .largest = 15})).why,
            NotIdentifiable::NoSizes);
  const Complexity narrow =
      complexityOf(simulation.run({.nanoseconds = linear, .smallest = 4, .largest = 127, .calls = 2000}));
  EXPECT_EQ(narrow.why, NotIdentifiable::NarrowRange);
  EXPECT_FALSE(narrow.growth);
  ASSERT_TRUE(narrow.exponent) << "that it grows can be said";
  EXPECT_NEAR(narrow.exponent->value, 1, 0.35);
}

TEST(TimeAtALargerSize, HoldsTheTruth) {
  int held = 0;
  constexpr int kRuns = 30;
  double widest = 0;
  for (int run = 0; run < kRuns; ++run) {
    Simulation simulation(300 + static_cast<std::uint64_t>(run));
    const auto production = upTo(1e4, [](double n) { return 1000 + 0.5 * n * n; });
    const auto time = timeAt(complexityOf(simulation.run(production)), 1e5);
    ASSERT_TRUE(time);
    // The mean of a noisy call is above its median.
    const double truth = 0.5e10 * std::exp(0.5 * (0.09 + 0.0025)) * 1.019;
    held += time->interval.low <= truth && truth <= time->interval.high ? 1 : 0;
    widest = std::max(widest, time->interval.high / time->interval.low);
    EXPECT_LE(time->interval.low, time->value);
    EXPECT_LE(time->value, time->interval.high);
  }
  EXPECT_GE(held, 28);
  EXPECT_LT(widest, 20);
}

TEST(TimeAtALargerSize, IsNotSaidWithoutGrowth) {
  Simulation simulation(9);
  EXPECT_FALSE(timeAt(complexityOf(simulation.run({})), 1000));
  EXPECT_FALSE(timeAt(complexityOf(simulation.run(upTo(1000, [](double) { return 300.0; }))), 1e5));
}

TEST(GrowthNames, AreThoseOfTheBooks) {
  EXPECT_EQ(nameOf(Growth::Linearithmic), "O(n log n)");
  EXPECT_EQ(reasonOf(NotIdentifiable::Ambiguous), "several classes fit, or none");
}

TEST(Complexity, HasACurveThroughWhatWasMeasured) {
  Simulation simulation(5);
  const Complexity complexity =
      complexityOf(simulation.run(upTo(1000, [](double n) { return 500 + n * n; })));
  const double sizes[] = {2, 500};
  const auto curve = curveOf(complexity, sizes);
  ASSERT_EQ(curve.size(), 2u);
  EXPECT_LT(curve[0], 700);
  EXPECT_NEAR(curve[1] / 250'500, 1, 0.3);
  EXPECT_TRUE(curveOf({}, sizes).empty()) << "no growth was seen";
}

}  // namespace
}  // namespace assay::insight
