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

}  // namespace
}  // namespace assay::insight
