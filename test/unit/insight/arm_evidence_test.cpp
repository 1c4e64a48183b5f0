// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/arm_evidence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/simulated_experiment.h"

namespace assay::insight {
namespace {

ArmEvidence evidenceOf(const test::SimulatedExperiment& experiment, int windows, std::uint64_t seed = 3) {
  test::ExperimentSimulation simulation(experiment, seed);
  ArmEvidence evidence;
  for (int i = 0; i < windows; ++i) evidence.add(simulation.window());
  return evidence;
}

ArmCalls callsAt(unsigned bucket, std::uint64_t calls) {
  return {static_cast<double>(calls), 0, static_cast<double>(calls), 0, {{bucket, calls}}};
}

TEST(ArmEvidence, FindsTheFactorThatWasPutIn) {
  test::SimulatedExperiment experiment;
  experiment.fresh.factor = 1.2;
  const Estimate factor = evidenceOf(experiment, 40).times().factor(0.05);
  EXPECT_LT(factor.interval.low, 1.2);
  EXPECT_GT(factor.interval.high, 1.2);
  EXPECT_LT(factor.interval.high - factor.interval.low, 0.1);
}

TEST(ArmEvidence, ComparesAtTheSameSizes) {
  // The new arm has four times as many large inputs, and is as fast at each size.
  ArmEvidence evidence;
  for (int i = 0; i < 8; ++i) {
    ExperimentWindow window;
    const auto noise = static_cast<unsigned>(i % 2);
    window.old.sizes[3] = callsAt(60 + noise, 400), window.old.sizes[20] = callsAt(100, 100);
    window.fresh.sizes[3] = callsAt(60, 100), window.fresh.sizes[20] = callsAt(100 + noise, 400);
    for (ArmWindow* arm : {&window.old, &window.fresh})
      for (const auto& [size, calls] : arm->sizes) addArmCalls(arm->all, calls);
    evidence.add(window);
  }
  EXPECT_NEAR(evidence.times().factor(0.05).value, 1, 0.02);
  ASSERT_EQ(evidence.bands().size(), 2u);
  EXPECT_EQ(evidence.bands()[1].first, 20u);
  EXPECT_EQ(evidence.bands()[1].last, 23u);
}

TEST(ArmEvidence, PutsWindowsTogetherUntilBothArmsHaveCalls) {
  ArmEvidence evidence;
  for (int i = 0; i < 12; ++i) evidence.add({{callsAt(50, 100)}, {callsAt(50, 5)}});
  EXPECT_EQ(evidence.windows(), 12);
  EXPECT_EQ(evidence.witnesses(), 3);
  EXPECT_EQ(evidence.old().calls, 1200);
  for (int i = 0; i < 100; ++i) evidence.add({{callsAt(50, 100)}, {}});
  EXPECT_EQ(evidence.witnesses(), 3);
}

TEST(ArmEvidence, IsTheSameAllAtOnce) {
  test::ExperimentSimulation simulation({}, 6);
  std::vector<ExperimentWindow> windows;
  ArmEvidence added;
  for (int i = 0; i < 12; ++i) {
    windows.push_back(simulation.window());
    added.add(windows.back());
  }
  const ArmEvidence whole(windows);
  EXPECT_EQ(whole.times().factor(0.05), added.times().factor(0.05));
  EXPECT_EQ(whole.tail(0.05), added.tail(0.05));
  EXPECT_EQ(whole.errors().difference(0.05), added.errors().difference(0.05));
}

TEST(TailFactor, IsThatOfAnArmThatIsSlowerAsAWhole) {
  test::SimulatedExperiment experiment;
  experiment.calls = 4000;
  experiment.fresh.factor = 1.3;
  const Estimate tail = evidenceOf(experiment, 40).tail(0.05);
  EXPECT_NEAR(tail.value, 1.3, 0.1);
  EXPECT_LT(tail.interval.low, 1.3);
  EXPECT_GT(tail.interval.high, 1.3);
}

TEST(TailFactor, IsOneWithoutADifferenceAndRises) {
  const ArmEvidence evidence = evidenceOf({}, 10);
  EXPECT_NEAR(evidence.tailFactor(1), 1, 1e-12);
  double last = 0;
  for (const double ratio : {0.0, 0.1, 0.5, 0.9, 1.0, 1.1, 2.0, 10.0, 1000.0}) {
    EXPECT_GE(evidence.tailFactor(ratio), last) << ratio;
    last = evidence.tailFactor(ratio);
  }
  EXPECT_GE(evidence.tailFactor(INFINITY), last);
  EXPECT_EQ(ArmEvidence().tailFactor(0.5), 0);
}

TEST(ShareCheck, SeesCallsThatWentElsewhere) {
  test::SimulatedExperiment experiment;
  experiment.share = 0.1;
  const ShareCheck right = evidenceOf(experiment, 40).share(0.01);
  EXPECT_TRUE(right.known);
  EXPECT_LT(right.factor.interval.low, 1);
  EXPECT_GT(right.factor.interval.high, 1);
  experiment.misled = 0.03;
  const ShareCheck wrong = evidenceOf(experiment, 40).share(0.01);
  EXPECT_GT(wrong.factor.interval.low, 1.1);
  EXPECT_NEAR(wrong.factor.value, 1.3, 0.05);
}

TEST(ShareCheck, IsNotKnownWithoutAShare) {
  ArmEvidence evidence;
  for (int i = 0; i < 8; ++i) evidence.add({{callsAt(50, 100)}, {callsAt(50, 100)}});
  EXPECT_FALSE(evidence.share(0.01).known);
}

TEST(ArmEvidence, OfHostileWindowsIsANumber) {
  ArmEvidence evidence;
  const std::uint64_t huge = ~0ull;
  evidence.add({});
  evidence.add({{callsAt(0, huge)}, {callsAt(304, huge)}, 1e-19});
  evidence.add({{{.calls = 50, .errors = 80}}, {{.calls = 50, .errors = 1e19}}, 2});
  evidence.add({{{.calls = 1e19, .timed = 1e19, .nanoseconds = 1}},
                {{.calls = 1e19, .timed = 1e19, .nanoseconds = 1e19}}});
  for (int i = 0; i < 6; ++i) evidence.add({{callsAt(304, 1'000'000)}, {callsAt(0, 1'000'000)}, 0.5});
  for (const Estimate& one : {evidence.times().factor(0.05), evidence.tail(0.05),
                              evidence.errors().difference(0.05), evidence.share(0.01).factor}) {
    EXPECT_FALSE(std::isnan(one.value));
    EXPECT_LE(one.interval.low, one.interval.high);
  }
}

}  // namespace
}  // namespace assay::insight
