// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Simulated experiments, watched window by window: how often the judge decides wrongly, and how soon it
// decides rightly, beside a test of fixed length and the judgement of canary tools. Every number of these
// follows from seeds. Then what a shadow costs, measured in a process of its own.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "bars.h"
#include "classic_tests.h"
#include "insight/judge.h"
#include "shadow_cost.h"
#include "support/simulated_experiment.h"
#include "support/temporary_folder.h"

namespace {

using namespace assay;
using namespace assay::insight;
using test::SimulatedExperiment;

constexpr int kWindows = 40;
constexpr double kLimit = 5;         // percent
constexpr double kShadowBudget = 1;  // percent; what a tag without a budget gives
constexpr double kOfClocks = 1;      // percent: what deciding costs in calls without a shadow
constexpr double kNever = std::numeric_limits<double>::infinity();

// Anything worse that is shown is rolled back, anything faster promoted.
constexpr Plan kStrict = {.time = {1, 1}, .tail = {1.25, 1}, .errors = {0.01, 0}, .mostWindows = kWindows};

struct Case {
  const char* name;
  SimulatedExperiment experiment;
  Plan plan = kStrict;
  int experiments = 2000;
};

struct Outcome {
  double promoted = 0, rolledBack = 0;       // percent
  double fixed = 0, peeked = 0, canary = 0;  // percent that say worse: at the end, at any window, at the end
  double windows = 0;                        // median, to the decision for which there are more
};

double percent(int count, int of) {
  return 100.0 * count / of;
}

double medianOf(std::vector<int>& values) {
  if (values.empty()) return kNever;
  std::ranges::sort(values);
  return values[values.size() / 2];
}

class Trial {
 public:
  explicit Trial(const Case& one) : case_(one) {}

  Outcome run() {
    for (int i = 0; i < case_.experiments; ++i) experiment(static_cast<std::uint64_t>(i) + 1);
    const int all = case_.experiments;
    return {percent(static_cast<int>(promotions_.size()), all),
            percent(static_cast<int>(rollbacks_.size()), all),
            percent(fixed_, all),
            percent(peeked_, all),
            percent(canary_, all),
            medianOf(promotions_.size() > rollbacks_.size() ? promotions_ : rollbacks_)};
  }

 private:
  void experiment(std::uint64_t seed) {
    test::ExperimentSimulation simulation(case_.experiment, seed);
    ArmEvidence evidence;
    std::vector<bench::WindowMetrics> seen;
    Decision decision = Decision::Continue;
    bool peeked = false;
    for (int window = 1; window <= kWindows; ++window) {
      const ExperimentWindow drawn = simulation.window();
      seen.push_back(bench::metricsOf(drawn));
      peeked = peeked || bench::fixedSaysWorse(seen);
      if (decision != Decision::Continue) continue;
      evidence.add(drawn);
      decision = verdictOf(evidence, case_.plan).decision;
      if (decision == Decision::Promote) promotions_.push_back(window);
      if (decision == Decision::RollBack) rollbacks_.push_back(window);
    }
    fixed_ += bench::fixedSaysWorse(seen) ? 1 : 0;
    peeked_ += peeked ? 1 : 0;
    canary_ += bench::canarySaysWorse(seen) ? 1 : 0;
  }

  const Case& case_;
  std::vector<int> promotions_, rollbacks_;
  int fixed_ = 0, peeked_ = 0, canary_ = 0;
};

// A limit for both, so that a function exactly there is neither to be promoted nor to be rolled back.
Plan limitOnly(Limits time, Limits tail, Limits errors) {
  return {.time = time, .tail = tail, .errors = errors, .mostWindows = kWindows};
}

std::vector<Case> nothingToFind() {
  SimulatedExperiment apart, alike, few, troubled, sizes, slower, failing, tail;
  apart.apart = 0.15;
  alike.apart = 0.05, alike.persistence = 0.5;
  few.share = 0.05, few.calls = 2000;
  troubled.outages = 0.05, troubled.bursts = 0.1;
  sizes.large = 0.2;
  slower.fresh.factor = 1.05;
  failing.fresh.failing = 0.011;
  tail.fresh.factor = 1.25;
  const Limits open = {kNever, kNever};
  return {{"the same function twice", {}, kStrict, 10000},
          {"... and each window shifts an arm", apart},
          {"... and neighbouring windows alike", alike},
          {"... and a twentieth of the calls", few},
          {"... and outages, bursts of errors", troubled},
          {"... and two sizes of inputs", sizes},
          {"slower by exactly the limit", slower, limitOnly({1.05, 1.05}, open, open)},
          {"failing by exactly the limit", failing, limitOnly(open, open, {0.01, 0.01})},
          {"p99 longer by exactly the limit", tail, limitOnly(open, {1.25, 1.25}, open)}};
}

std::vector<Case> planted() {
  SimulatedExperiment slower, little, tail, errors, sparse, variance, sizes, faster;
  slower.fresh.factor = 1.1;
  little.fresh.factor = 1.03;
  tail.fresh.slow = 0.02;
  errors.old.failing = 0.005, errors.fresh.failing = 0.01;
  sparse.old.failing = 0, sparse.fresh.failing = 0.002;
  variance.fresh.spread = 0.4;
  sizes.large = 0.1, sizes.fresh.largeFactor = 1.15;
  faster.fresh.factor = 0.9;
  return {{"slower by 10 %", slower, kStrict, 1000},
          {"slower by 3 %", little, kStrict, 1000},
          {"tail only: 2 % slow calls, not 1 %", tail, kStrict, 1000},
          {"errors only: 1 %, not 0.5 %", errors, kStrict, 1000},
          {"errors only: 0.2 %, not one", sparse, kStrict, 1000},
          {"variance only: 0.4, not 0.3", variance, kStrict, 1000},
          {"large inputs only: by 15 %", sizes, kStrict, 1000},
          {"faster by 10 %", faster, kStrict, 1000}};
}

void print(const Case& one, const Outcome& outcome) {
  std::printf("%-36s %6d %9.2f %9.2f %8.0f %8.2f %8.2f %8.2f\n", one.name, one.experiments, outcome.promoted,
              outcome.rolledBack, outcome.windows, outcome.fixed, outcome.peeked, outcome.canary);
  std::fflush(stdout);
}

void heading(const char* text) {
  std::printf("\n%s\n%-36s %6s %9s %9s %8s %8s %8s %8s\n", text, "", "runs", "promoted", "rolled b.",
              "windows", "fixed", "peeked", "canary");
}

void barsOfShadow() {
  const bench::ShadowCost cost = bench::shadowCost();
  bench::bar("experiment.shadow-counted", cost.counted, "%", kShadowBudget);
  bench::bar("experiment.shadow-measured", cost.measured, "%", kShadowBudget + kOfClocks);
}

// What guards count belongs into no folder of the user's, and the environment is read when a program begins.
bool barsOfShadowElsewhere(const char* self) {
  const test::TemporaryFolder folder;
  setenv("ASSAY_DIR", folder.path().c_str(), 1);
  std::fflush(stdout);
  return std::system(("'" + std::string(self) + "' shadow").c_str()) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string_view(argv[1]) == "shadow") return barsOfShadow(), 0;
  std::printf("Percent of experiments of %d windows; windows: median to the decision.\n", kWindows);
  Outcome same, worst;
  heading("Nothing to find: every decision is false");
  for (const Case& one : nothingToFind()) {
    const Outcome outcome = Trial(one).run();
    print(one, outcome);
    if (one.experiments > 2000) same = outcome;
    worst.promoted = std::max(worst.promoted, outcome.promoted);
    worst.rolledBack = std::max(worst.rolledBack, outcome.rolledBack);
  }
  heading("Planted: to be rolled back, the last to be promoted");
  for (const Case& one : planted()) print(one, Trial(one).run());
  std::printf("\n");
  bench::bar("experiment.false-rollbacks", same.rolledBack, "%", kLimit);
  bench::bar("experiment.false-promotions", same.promoted, "%", kLimit);
  bench::bar("experiment.false-rollbacks.worst", worst.rolledBack, "%", kLimit);
  bench::bar("experiment.false-promotions.worst", worst.promoted, "%", kLimit);
  return barsOfShadowElsewhere(argv[0]) ? 0 : 1;
}
