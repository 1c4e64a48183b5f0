// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The verdict on an experiment: the new function instead of the old one, the old one again, or neither yet.
// It may be asked for after every window, and acted on the first time that it decides: of experiments whose
// new function is not worse than the guardrails allow at most `level` are rolled back, of those with one that
// is as bad as a limit for promotion at most `level` are promoted, whenever one looks and however often.
//
// Why: whether one is worse is asked of each metric at a part of the level (Bonferroni), and any can say so;
// that it is good enough has to be shown by each metric at the whole level, because one that is bad suffices
// to make a promotion false (intersection-union test: Berger 1982, Technometrics 24:295). Taken for granted
// is that windows, given what both arms have in common, are like draws of their own, that their differences
// are normal, and that which call goes where depends on nothing that matters; sequential_mean.h and
// sequential_ratio.h say what is estimated. docs/explanation/judging-experiments.md has what simulations make
// of it. No clock, no file.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "insight/arm_evidence.h"

namespace assay::insight {

/// Where a metric decides. Factors, new to old; for errors the rise of the rate, 0.001 = 0.1 points.
struct Limits {
  double promoteBelow = 0;   ///< shown to be below: good enough. Below 1 and 0: has to be better
  double rollBackAbove = 0;  ///< guardrail: shown to be above
  bool operator==(const Limits&) const = default;
};

struct Plan {
  Limits time = {1.05, 1.05};  ///< geometric mean at the same sizes
  Limits tail = {1.25, 1.25};  ///< 0.99-quantile
  Limits errors = {0.001, 0};  ///< any rise that is shown is one too many
  double level = 0.05;         ///< in (0, 1): of false promotions, and of false rollbacks
  double fewestCalls = 500;    ///< of the new arm, for a promotion
  double mostWindows = 0;      ///< after which it ends without a decision; 0 = never
  double mostShareOff = 0.05;  ///< observed to configured share: more, shown, and nothing is promoted
};

/// Fewer witnesses decide nothing.
inline constexpr double kFewestWitnesses = 4;
/// Of the check of shares, on top of the plan's.
inline constexpr double kShareLevel = 0.01;

enum class Decision { Continue, Promote, RollBack, Inconclusive };

/// Why so.
enum class Because {
  TooFewWindows,  ///< Continue
  TooFewCalls,    ///< Continue: of the new function
  NotShown,       ///< Continue: not yet told apart
  GoodEnough,     ///< Promote
  Worse,          ///< RollBack: a question says which
  TimeIsUp,       ///< Inconclusive: the plan's last window has come
  ShareIsOff,  ///< Inconclusive: calls are not shared out as configured, so the arms may differ by more than
               ///< code
};

enum class Metric { Time, TimeOfSizes, Tail, Errors };

/// What one metric says.
struct Question {
  Metric metric = Metric::Time;
  unsigned firstSize = 0;  ///< of TimeOfSizes: buckets of vocabulary/size_bucket.h; kUnsized = without a size
  unsigned lastSize = 0;
  /// The factor, or for Errors the difference. The interval's low end is that of `levelWorse`, its high end
  /// that of `levelGood`; open where nothing is known.
  Estimate effect;
  Limits limits;
  double levelWorse = 0;  ///< probability that the low end is ever above the truth
  double levelGood = 0;   ///< and the high end below it. 0: not asked whether it is good enough (TimeOfSizes)
  double evidenceOfChange = 0;  ///< natural logarithm of the evidence that there is any difference
  double dispersion =
      1;  ///< what divided it, of Tail and Errors; of times (1 + r) / (1 - r), r the persistence
  bool worse = false;
  bool good = false;
};

struct ArmSummary {
  double calls = 0;
  double errors = 0;
  double geometricMean = 0;  ///< nanoseconds, of all sizes; 0 = not known
  double tail = 0;           ///< 0.99-quantile, likewise
  double unseen = 0;         ///< calls that nobody saw end, so that their errors are not known
};

struct Verdict {
  Decision decision = Decision::Continue;
  Because because = Because::TooFewWindows;
  std::vector<Question> questions = {};  ///< Time, Tail, Errors, then sizes where there is more than one band
  ArmSummary old = {};
  ArmSummary fresh = {};
  double windows = 0;
  double witnesses = 0;  ///< that the windows became
  ShareCheck share = {};
  Plan plan = {};
};

/// The verdict on what is known now.
Verdict verdictOf(const ArmEvidence& evidence, const Plan& plan);

/// The same of windows in the order of time. Which one decided first is not looked for.
Verdict judge(std::span<const ExperimentWindow> windows, const Plan& plan);

/// Both arms run the old function, so any difference that is shown is one of measuring: of the dispatch, of
/// the keys, of what runs first (Kohavi, Tang & Xu 2020, Trustworthy Online Controlled Experiments, ch. 19).
/// In at most `level` of cases in which there is none.
struct SelfCheck {
  bool off = false;
  Verdict verdict;  ///< the numbers; a question that is `worse` is one in which the arms differ, either way
};
SelfCheck selfCheck(std::span<const ExperimentWindow> sameInBoth, double level = 0.05);

}  // namespace assay::insight
