// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/period.h"

#include <gtest/gtest.h>

#include <cmath>

#include "insight/latency.h"
#include "simulated.h"

namespace assay::insight {
namespace {

constexpr int kPeriodRuns = 200;

TEST(MeanDuration, VariesAtLeastAsItsCallsDo) {
  Simulation simulation(1);
  const auto windows = simulation.run({.windowNoise = 0});
  const Ratio mean = meanDuration(windows);
  const Window sum = sumOf(windows);
  const telemetry::Histogram histogram = histogramOf(sum);
  EXPECT_EQ(mean.value, sum.nanoseconds / sum.timed);
  EXPECT_GE(mean.variance, varianceOf({histogram, sum.nanoseconds, sum.longest}) / sum.timed);
}

TEST(MeanDuration, HoldsTheTruthAsOftenAsItSays) {
  // Of a lognormal level and a lognormal call.
  const double truth = 1000 * std::exp((0.2 * 0.2 + 0.3 * 0.3) / 2);
  int held = 0;
  for (int run = 0; run < kPeriodRuns; ++run) {
    Simulation simulation(static_cast<std::uint64_t>(run));
    const Interval interval =
        estimateOf(meanDuration(simulation.run({.windowNoise = 0.2, .outliers = 0}))).interval;
    held += interval.low <= truth && truth <= interval.high ? 1 : 0;
  }
  EXPECT_GE(held, kPeriodRuns * 0.92);
}

TEST(ChangeOfMean, IsNoneWhereNothingChanged) {
  int found = 0;
  for (int run = 0; run < kPeriodRuns; ++run) {
    Simulation simulation(1000 + static_cast<std::uint64_t>(run));
    const auto before = simulation.run({.windowNoise = 0.2}), after = simulation.run({.windowNoise = 0.2});
    found += changeOf(meanDuration(before), meanDuration(after)).chanceOfMore < 0.025 ? 1 : 0;
  }
  EXPECT_LE(found, 10) << "5 expected";
}

TEST(ChangeOfMean, IsFoundWhereThereIsOne) {
  int found = 0;
  for (int run = 0; run < kPeriodRuns; ++run) {
    Simulation simulation(2000 + static_cast<std::uint64_t>(run));
    const auto before = simulation.run({});
    const auto after = simulation.run({.nanoseconds = [](double) { return 1300.0; }});
    const Change change = changeOf(meanDuration(before), meanDuration(after));
    found += change.chanceOfMore < 0.001 && change.factor.interval.low > 1.1 ? 1 : 0;
  }
  EXPECT_GE(found, kPeriodRuns * 0.95);
}

TEST(QuantileOfAPeriod, IsWiderThanItsCallsAlone) {
  Simulation simulation(3);
  const auto windows = simulation.run({.calls = 2000, .windowNoise = 0.5});
  const Window sum = sumOf(windows);
  const telemetry::Histogram histogram = histogramOf(sum);
  const Interval alone = quantileOf({histogram, sum.nanoseconds, sum.longest}, 0.5).interval;
  const Interval interval = quantileEstimate(windows, 0.5).interval;
  EXPECT_LT(interval.low, alone.low);
  EXPECT_GT(interval.high, alone.high);
}

TEST(QuantileOfAPeriod, HoldsTheTruthAsOftenAsItSays) {
  int held = 0;
  for (int run = 0; run < kPeriodRuns; ++run) {
    Simulation simulation(4000 + static_cast<std::uint64_t>(run));
    const Interval interval =
        quantileEstimate(simulation.run({.windowNoise = 0.2, .outliers = 0}), 0.5).interval;
    held += interval.low <= 1000 && 1000 <= interval.high ? 1 : 0;
  }
  EXPECT_GE(held, kPeriodRuns * 0.95);
}

TEST(ChangeOfQuantile, IsFoundAndNotImagined) {
  int found = 0, imagined = 0;
  for (int run = 0; run < kPeriodRuns; ++run) {
    Simulation simulation(3000 + static_cast<std::uint64_t>(run));
    const auto before = simulation.run({}), same = simulation.run({});
    const auto after = simulation.run({.nanoseconds = [](double) { return 1600.0; }});
    imagined += changeOfQuantile(before, same, 0.9).chanceOfMore < 0.025 ? 1 : 0;
    found += changeOfQuantile(before, after, 0.9).chanceOfMore < 0.001 ? 1 : 0;
  }
  EXPECT_LE(imagined, 5);
  EXPECT_GE(found, kPeriodRuns * 0.95);
}

TEST(ChangeOfQuantile, OfTooFewCallsIsNotKnown) {
  Simulation simulation(5);
  const auto before = simulation.run({.calls = 5}), after = simulation.run({.calls = 5});
  EXPECT_EQ(changeOfQuantile(before, after, 0.99).chanceOfMore, 1);
  EXPECT_FALSE(quantileDuration({}, 0.5));
}

TEST(ErrorsOfAPeriod, CountBurstsOnce) {
  Simulation simulation(6);
  auto windows = simulation.run({.failing = [](double) { return 0.01; }});
  const Count even = errorsOf(windows);
  windows[3].errors += 100;
  EXPECT_GT(even.events, 20);
  EXPECT_LT(errorsOf(windows).events, 10);
}

}  // namespace
}  // namespace assay::insight
