// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/function_review.h"

#include <gtest/gtest.h>

#include "simulated.h"

namespace assay::insight {
namespace {

TEST(FunctionMeasured, HasItsNumbers) {
  Simulation simulation(1);
  const Production production{.failing = [](double) { return 0.02; }, .smallest = 1, .largest = 100};
  const FunctionPeriods periods{
      {.id = 7, .name = "f"}, simulation.run(production), simulation.run(production), {}};
  const FunctionReview review = measure(periods);
  EXPECT_EQ(review.subject.id, 7u);
  EXPECT_EQ(review.callsBefore, sumOf(periods.before).calls);
  EXPECT_EQ(review.errors.after.events, sumOf(periods.after).errors);
  EXPECT_NEAR(review.errors.rateAfter.value, 0.02, 0.01);
  EXPECT_NEAR(review.times.meanAfter.value, 1000, 100);
  EXPECT_EQ(review.times.quantiles.size(), 2u);
  EXPECT_NEAR(review.times.secondsAfter, review.callsAfter * 1e-6, review.callsAfter * 1e-7);
  EXPECT_FALSE(review.strata.empty());
  EXPECT_TRUE(review.comparable);
  EXPECT_TRUE(review.endsSeen);
}

TEST(FunctionMeasured, ComparesNothingThatItHasNot) {
  Simulation simulation(2);
  const FunctionReview alone = measure({{.id = 1}, {}, simulation.run({}), {}});
  EXPECT_FALSE(alone.comparable);
  EXPECT_EQ(alone.errors.chanceOfMore, 1);
  EXPECT_EQ(alone.times.mean.chanceOfMore, 1);
  EXPECT_FALSE(measure({{.id = 1}, simulation.run({}), simulation.run({.windows = 3}), {}}).comparable);
  const FunctionReview nothing = measure({{.id = 1}, {}, {}, {}});
  EXPECT_EQ(nothing.callsAfter, 0);
}

TEST(FunctionMeasured, SaysThatEndsAreNotSeen) {
  Window window;
  window.calls = 5, window.entryOnly = true;
  const FunctionReview review = measure({{.id = 1}, {}, std::vector<Window>(5, window), {}});
  EXPECT_FALSE(review.endsSeen);
  EXPECT_EQ(review.errors.after, Count{});
}

TEST(FindingKinds, AreWorseOrFragile) {
  EXPECT_TRUE(isWorse(FindingKind::MoreErrors));
  EXPECT_TRUE(isWorse(FindingKind::SlowerTail));
  EXPECT_FALSE(isWorse(FindingKind::FailsOften));
  EXPECT_FALSE(isWorse(FindingKind::SteepGrowth));
}

std::vector<Window> coarseWindows(unsigned sizeBucket, double nanoseconds) {
  std::vector<Window> windows;
  for (int i = 0; i < 14; ++i) {
    Window window;
    window.calls = window.timed = 100 + i;
    window.nanoseconds = window.calls * (nanoseconds + i);
    window.coarseSizes = {{sizeBucket, {window.calls, 0, 0}}};
    windows.push_back(std::move(window));
  }
  return windows;
}

// Times by size are not known: where sizes are others nobody can tell whether the code is slower.
TEST(FunctionMeasured, ComparesNoTimesOfOtherCoarseSizes) {
  const FunctionReview same = measure({{}, coarseWindows(10, 1000), coarseWindows(10, 2000), {}, {}});
  EXPECT_EQ(same.times.sameSizes.covered, 1);
  EXPECT_NEAR(same.times.sameSizes.change.factor.value, 2, 0.01);
  const FunctionReview larger = measure({{}, coarseWindows(10, 1000), coarseWindows(12, 2000), {}, {}});
  EXPECT_EQ(larger.times.sameSizes.covered, 0);
  EXPECT_FALSE(larger.complexity.exponent);
}

}  // namespace
}  // namespace assay::insight
