// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "support/simulated_experiment.h"

namespace assay::insight {
namespace {

using test::SimulatedExperiment;

constexpr int kExperiments = 300;
constexpr double kWindows = 50;

// Whatever is shown counts.
constexpr Plan kStrict = {.time = {1, 1}, .tail = {1.25, 1}, .errors = {0.01, 0}};

std::vector<ExperimentWindow> windowsOf(const SimulatedExperiment& experiment, int windows,
                                        std::uint64_t seed = 4) {
  test::ExperimentSimulation simulation(experiment, seed);
  std::vector<ExperimentWindow> all;
  for (int i = 0; i < windows; ++i) all.push_back(simulation.window());
  return all;
}

// The first decision of one who looks after every window.
Verdict watched(const SimulatedExperiment& experiment, Plan plan, std::uint64_t seed) {
  plan.mostWindows = kWindows;
  test::ExperimentSimulation simulation(experiment, seed);
  ArmEvidence evidence;
  Verdict verdict;
  do {
    evidence.add(simulation.window());
    verdict = verdictOf(evidence, plan);
  } while (verdict.decision == Decision::Continue);
  return verdict;
}

int decided(const SimulatedExperiment& experiment, const Plan& plan, Decision decision) {
  int count = 0;
  for (std::uint64_t seed = 1; seed <= kExperiments; ++seed)
    count += watched(experiment, plan, seed).decision == decision ? 1 : 0;
  return count;
}

// 26 of 300 and more have a probability below 0.005 when each has one of 0.05.
constexpr int kMostFalse = 25;

const Question& questionOf(const Verdict& verdict, Metric metric) {
  return *std::ranges::find(verdict.questions, metric, &Question::metric);
}

TEST(Judge, RollsBackHardlyAnyOfFunctionsThatAreNoWorse) {
  EXPECT_LE(decided({}, kStrict, Decision::RollBack), kMostFalse);
  SimulatedExperiment apart;
  apart.apart = 0.15;
  apart.bursts = 0.1;
  EXPECT_LE(decided(apart, kStrict, Decision::RollBack), kMostFalse);
}

TEST(Judge, PromotesHardlyAnyOfFunctionsThatAreAsBadAsTheLimit) {
  Plan plan;
  plan.time.rollBackAbove = plan.tail.rollBackAbove = plan.errors.rollBackAbove =
      std::numeric_limits<double>::infinity();
  plan.errors.promoteBelow = 0.01;
  SimulatedExperiment slower;
  slower.fresh.factor = plan.time.promoteBelow;
  slower.apart = 0.1;
  EXPECT_LE(decided(slower, plan, Decision::Promote), kMostFalse);
  SimulatedExperiment failing;
  failing.fresh.failing = failing.old.failing + plan.errors.promoteBelow;
  EXPECT_LE(decided(failing, plan, Decision::Promote), kMostFalse);
}

// What is counted at its entry only has no errors that anybody could have seen.
TEST(Judge, BlamesNobodyForErrorsThatOnlyOneArmCanHave) {
  SimulatedExperiment failing;
  failing.old.failing = failing.fresh.failing = 0.05;
  for (ArmWindow ExperimentWindow::* blind : {&ExperimentWindow::old, &ExperimentWindow::fresh}) {
    auto windows = windowsOf(failing, 40);
    for (ExperimentWindow& window : windows) {
      ArmWindow& arm = window.*blind;
      arm.all.errors = 0, arm.all.unseen = arm.all.calls;
      for (auto& [size, calls] : arm.sizes) calls.errors = 0, calls.unseen = calls.calls;
    }
    const Verdict verdict = judge(windows, {});
    EXPECT_FALSE(questionOf(verdict, Metric::Errors).worse);
    EXPECT_FALSE(questionOf(verdict, Metric::Errors).good);
  }
}

// A part that is given away later would have been spent before.
TEST(Judge, KeepsThePartsOfItsLevel) {
  SimulatedExperiment sized, unsized;
  sized.large = 0.5;
  for (const SimulatedExperiment& experiment : {sized, unsized})
    for (const Metric metric : {Metric::Time, Metric::Tail, Metric::Errors})
      EXPECT_EQ(questionOf(judge(windowsOf(experiment, 20), {}), metric).levelWorse, 0.05 / 4);
}

// Which metric says so first, among those that are worse.
bool isWorseBy(const SimulatedExperiment& experiment, const Plan& plan, Metric metric) {
  const Verdict verdict = watched(experiment, plan, 7);
  EXPECT_EQ(verdict.decision, Decision::RollBack) << static_cast<int>(metric);
  EXPECT_EQ(verdict.because, Because::Worse);
  return std::ranges::any_of(verdict.questions,
                             [&](const Question& one) { return one.worse && one.metric == metric; });
}

TEST(Judge, SeesWhatIsWorse) {
  SimulatedExperiment slower, failing, tail, variance, large;
  slower.fresh.factor = 1.1;
  failing.old.failing = 0, failing.fresh.failing = 0.005;
  tail.fresh.slow = 0.05;
  variance.fresh.spread = 0.7;
  large.large = 0.05, large.fresh.largeFactor = 1.5;
  EXPECT_TRUE(isWorseBy(slower, kStrict, Metric::Time));
  EXPECT_TRUE(isWorseBy(failing, kStrict, Metric::Errors));
  EXPECT_TRUE(isWorseBy(tail, {}, Metric::Tail));
  EXPECT_TRUE(isWorseBy(variance, kStrict, Metric::Tail));
  EXPECT_TRUE(isWorseBy(large, {}, Metric::TimeOfSizes));
}

TEST(Judge, PromotesWhatIsBetter) {
  SimulatedExperiment faster;
  faster.fresh.factor = 0.9;
  faster.calls = 1000;
  const Verdict verdict = watched(faster, kStrict, 7);
  EXPECT_EQ(verdict.decision, Decision::Promote);
  EXPECT_EQ(verdict.because, Because::GoodEnough);
  EXPECT_LT(questionOf(verdict, Metric::Time).effect.interval.high, 1);
}

TEST(Judge, SaysWhatItWaitsFor) {
  const auto windows = windowsOf({}, 10);
  const auto because = [&](std::size_t first, const Plan& plan) {
    return judge(std::span(windows).first(first), plan).because;
  };
  EXPECT_EQ(because(0, {}), Because::TooFewWindows);
  EXPECT_EQ(because(2, {}), Because::TooFewWindows);
  EXPECT_EQ(because(10, {.fewestCalls = 1e6}), Because::TooFewCalls);
  EXPECT_EQ(because(10, {}), Because::NotShown);
  const Verdict last = judge(windows, {.mostWindows = 10});
  EXPECT_EQ(last.decision, Decision::Inconclusive);
  EXPECT_EQ(last.because, Because::TimeIsUp);
}

TEST(Judge, PromotesNothingWhenCallsAreNotSharedAsConfigured) {
  SimulatedExperiment misled;
  misled.misled = 0.1;
  misled.fresh.factor = 0.5;
  const Verdict verdict = judge(windowsOf(misled, 40), {});
  EXPECT_EQ(verdict.decision, Decision::Inconclusive);
  EXPECT_EQ(verdict.because, Because::ShareIsOff);
  misled.fresh.factor = 2;
  EXPECT_EQ(judge(windowsOf(misled, 40), {}).decision, Decision::RollBack);
}

TEST(Judge, HasTheNumbersBehindTheVerdict) {
  const Verdict verdict = judge(windowsOf({}, 30), {});
  EXPECT_EQ(verdict.windows, 30);
  EXPECT_EQ(verdict.witnesses, 30);
  EXPECT_NEAR(verdict.old.geometricMean, 1100, 150);
  EXPECT_GT(verdict.old.tail, 1.5 * verdict.old.geometricMean);
  EXPECT_GT(verdict.old.calls, 3000);
  ASSERT_EQ(verdict.questions.size(), 3u);
  double level = 0;
  for (const Question& question : verdict.questions) {
    level += question.levelWorse;
    EXPECT_LE(question.effect.interval.low, question.effect.value);
    EXPECT_GE(question.effect.interval.high, question.effect.value);
    EXPECT_EQ(question.levelGood, 0.05);
  }
  EXPECT_NEAR(level, 0.75 * 0.05, 1e-12) << "a fourth part is kept for sizes";
}

TEST(Judge, KeepsTheLevelOverAllSizes) {
  SimulatedExperiment sizes;
  sizes.large = 0.3;
  double level = 0;
  for (const Question& question : judge(windowsOf(sizes, 10), {}).questions) level += question.levelWorse;
  EXPECT_LE(level, 0.05 + 1e-12);
}

TEST(Judge, BelievesMoreWithMoreOfTheSame) {
  double last = -100;
  for (const double factor : {1.0, 1.05, 1.1, 1.2, 1.4}) {
    SimulatedExperiment slower;
    slower.fresh.factor = factor;
    const Verdict verdict = judge(windowsOf(slower, 20), {});
    EXPECT_GT(questionOf(verdict, Metric::Time).effect.interval.low, last) << factor;
    last = questionOf(verdict, Metric::Time).effect.interval.low;
  }
}

// Counts of every order of magnitude, none and one among them, that need not fit together.
class HostileCounts {
 public:
  explicit HostileCounts(std::uint64_t seed) : random_(seed) {}

  ExperimentWindow window() {
    ExperimentWindow window{arm(), arm(), static_cast<double>(random_() % 5) / 4};
    if (random_() % 2 == 0) window.fresh.sizes[static_cast<unsigned>(random_() % 48)] = calls();
    if (random_() % 2 == 0) window.old.sizes[static_cast<unsigned>(random_() % 48)] = calls();
    return window;
  }

 private:
  double count() {
    return random_() % 3 == 0 ? static_cast<double>(random_() % 2) : static_cast<double>(any());
  }
  std::uint64_t any() { return random_() >> (random_() % 64); }
  ArmCalls calls() {
    ArmCalls calls{count(), count(), count(), count()};
    for (unsigned bucket = 0; bucket < 305; bucket += 1 + static_cast<unsigned>(random_() % 200))
      calls.latencies.emplace_back(bucket, any());
    return calls;
  }
  ArmWindow arm() { return {calls()}; }

  std::mt19937_64 random_;
};

TEST(Judge, HasNumbersForAnyCounts) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    HostileCounts counts(seed);
    std::vector<ExperimentWindow> windows;
    for (std::uint64_t i = 0; i < 3 + seed % 10; ++i) windows.push_back(counts.window());
    const Verdict verdict = judge(windows, {});
    EXPECT_FALSE(std::isnan(verdict.share.factor.value)) << seed;
    for (const Question& question : verdict.questions) {
      const auto& [value, interval] = question.effect;
      EXPECT_FALSE(std::isnan(value) || std::isnan(question.evidenceOfChange))
          << seed << " " << static_cast<int>(question.metric);
      EXPECT_LE(interval.low, interval.high) << seed << " " << static_cast<int>(question.metric);
    }
  }
}

TEST(SelfCheck, IsSilentOfTheSameAndSpeaksOfADifference) {
  EXPECT_FALSE(selfCheck(windowsOf({}, 40)).off);
  SimulatedExperiment different;
  different.fresh.factor = 0.9;  // as if the first call after the dispatch were dear
  EXPECT_TRUE(selfCheck(windowsOf(different, 40)).off);
  SimulatedExperiment misled;
  misled.misled = 0.1;
  EXPECT_TRUE(selfCheck(windowsOf(misled, 40)).off);
  EXPECT_FALSE(selfCheck({}).off);
}

}  // namespace
}  // namespace assay::insight
