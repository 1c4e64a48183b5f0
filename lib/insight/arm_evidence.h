// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the windows of an experiment say so far of the difference of its arms. Windows in which an arm has too
// few calls to have a mean are put together until it has, so each witness has some of both. Arms are compared
// within a witness: a busy hour is an hour of both.
#pragma once

#include <map>
#include <vector>

#include "insight/arms.h"
#include "insight/sequential_mean.h"

namespace assay::insight {

/// Of each arm, for windows to be a witness: the number of calls alone decides, not what they did.
inline constexpr double kFewestCallsOfWitness = 20;
/// Slow calls are those from this quantile of both arms on.
inline constexpr double kTail = 0.99;
/// Buckets of sizes that are one band: a factor of 16.
inline constexpr unsigned kSizesOfBand = 4;

/// Differences of times, witness by witness.
class TimeSequence {
 public:
  void add(std::span<const TimeDifference> parts);
  /// The factor of the geometric mean, new to old, at the sizes that both arms have; the interval holds the
  /// truth at all looks with probability 1 - level.
  [[nodiscard]] Estimate factor(double level) const;
  [[nodiscard]] SequentialMean mean() const;
  /// The logarithm of the evidence that the factor is not `factor`, after what buckets may hide.
  [[nodiscard]] double logEvidenceAgainst(double factor) const;
  [[nodiscard]] bool empty() const { return witnesses_.empty(); }

 private:
  [[nodiscard]] double averaged(double sum) const { return weight_ > 0 ? sum / weight_ : 0; }

  std::vector<Witness> witnesses_;
  double weight_ = 0;
  double spread_ = 0;      // by weight
  double resolution_ = 0;  // by weight
};

/// A band of sizes, in the order in which they came.
struct SizeBand {
  unsigned first = 0;  ///< bucket of vocabulary/size_bucket.h; kUnsized = no size
  unsigned last = 0;   ///< included
  TimeSequence times = {};
};

/// How the calls were shared out: observed to configured.
struct ShareCheck {
  Estimate factor = {1, {0, 1e300}};  ///< observed share / configured share
  bool known = false;                 ///< some window had a configured share
};

class ArmEvidence {
 public:
  ArmEvidence() = default;
  /// All at once, in the order of time; add() after each takes time that grows with the number of windows.
  explicit ArmEvidence(std::span<const ExperimentWindow> windows);
  void add(const ExperimentWindow& window);

  [[nodiscard]] double windows() const { return windows_; }      ///< given
  [[nodiscard]] double witnesses() const { return witnesses_; }  ///< that they became
  [[nodiscard]] const ArmCalls& old() const { return old_; }     ///< of all windows
  [[nodiscard]] const ArmCalls& fresh() const { return fresh_; }
  [[nodiscard]] const TimeSequence& times() const { return times_; }
  [[nodiscard]] const SequentialRatio& errors() const { return errors_; }
  [[nodiscard]] const SequentialRatio& slow() const { return slow_; }
  [[nodiscard]] const std::vector<SizeBand>& bands() const { return bands_; }

  /// By which factor the old arm's calls would have to take longer for as many more of them to be slow: a
  /// ratio of rates of slow() as a factor of the kTail-quantile. Read off the old arm's histogram of all
  /// windows, even within a bucket on the scale of logarithms. Rises with `ratio`.
  [[nodiscard]] double tailFactor(double ratio) const;
  [[nodiscard]] Estimate tail(double level) const;

  /// The sample ratio (Fabijan et al. 2019, KDD, "Diagnosing sample ratio mismatch in online controlled
  /// experiments"), with windows as witnesses, because calls that share a key go to one arm together; at
  /// least as uncertain as calls that are drawn one by one.
  [[nodiscard]] ShareCheck share(double level) const;

 private:
  void take(const ExperimentWindow& window);
  void close();
  void compareTimes();
  void compareTails();
  void compareErrors();

  double windows_ = 0;
  double witnesses_ = 0;
  ExperimentWindow pending_;
  double expected_ = 0;  // calls of the new arm in the pending windows, by their shares
  double binomial_ = 0;  // and the variance of their number
  bool shareKnown_ = true;
  ArmCalls old_, fresh_;
  ArmCalls both_;  // of the witnesses
  TimeSequence times_;
  SequentialRatio errors_, slow_;
  std::vector<SizeBand> bands_;
  std::vector<Witness> shares_;
};

}  // namespace assay::insight
