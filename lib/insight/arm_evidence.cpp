// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/arm_evidence.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "vocabulary/histogram.h"

namespace assay::insight {
namespace {

constexpr double kFewestForOwnThreshold = 1000;  // calls of a witness: ten of them are slow
constexpr double kShortestEdge = 0.5;            // of the bucket that begins at 0

double logEdge(unsigned bucket) {
  return std::log(std::max(kShortestEdge, static_cast<double>(vocabulary::lowerBound(bucket))));
}

// The logarithm of the duration that a share of the calls is not below.
double logDurationAbove(const ArmCalls& calls, double share) {
  double all = 0, above = 0;
  for (const auto& [bucket, number] : calls.latencies) all += static_cast<double>(number);
  const double wanted = std::clamp(share, 0.0, 1.0) * all;
  for (auto cell = calls.latencies.rbegin(); cell != calls.latencies.rend(); ++cell) {
    const unsigned bucket = std::min(cell->first, vocabulary::kOverflowBucket - 1);
    const auto number = static_cast<double>(cell->second);
    if (above + number >= wanted)
      return logEdge(bucket) + (1 - (wanted - above) / number) * (logEdge(bucket + 1) - logEdge(bucket));
    above += number;
  }
  return calls.latencies.empty() ? 0 : logEdge(calls.latencies.front().first);
}

ArmCounts errorCounts(const ArmCalls& old, const ArmCalls& fresh) {
  const auto seen = [](const ArmCalls& arm) {
    const double calls = std::max(0.0, arm.calls - arm.unseen);
    return Count{std::min(arm.errors, calls), calls};
  };
  return {seen(old), seen(fresh)};
}

}  // namespace

void TimeSequence::add(std::span<const TimeDifference> parts) {
  Witness witness;
  for (const TimeDifference& part : parts) {
    witness.value += part.weight * part.value;
    witness.weight += part.weight;
    spread_ += part.weight * part.spread;
    resolution_ += part.weight * part.resolution;
  }
  if (witness.weight <= 0) return;
  weight_ += witness.weight;
  witness.value /= witness.weight;
  witnesses_.push_back(witness);
}

SequentialMean TimeSequence::mean() const {
  return sequentialMean(witnesses_, averaged(spread_));
}

Estimate TimeSequence::factor(double level) const {
  const Estimate logs = confidenceSequence(mean(), level);
  const double resolution = averaged(resolution_);
  return {std::exp(logs.value),
          {std::exp(logs.interval.low - resolution), std::exp(logs.interval.high + resolution)}};
}

double TimeSequence::logEvidenceAgainst(double factor) const {
  SequentialMean sequence = mean();
  const double distance = sequence.value - std::log(factor);
  const double left = std::max(0.0, std::abs(distance) - averaged(resolution_));
  return insight::logEvidenceAgainst(sequence, sequence.value - left);
}

ArmEvidence::ArmEvidence(std::span<const ExperimentWindow> windows) {
  for (const ExperimentWindow& window : windows) take(window);
  slow_.weigh();
  errors_.weigh();
}

void ArmEvidence::add(const ExperimentWindow& window) {
  const double before = witnesses_;
  take(window);
  if (witnesses_ == before) return;
  slow_.weigh();
  errors_.weigh();
}

void ArmEvidence::take(const ExperimentWindow& window) {
  ++windows_;
  addArmCalls(old_, window.old.all);
  addArmCalls(fresh_, window.fresh.all);
  addArmWindow(pending_.old, window.old);
  addArmWindow(pending_.fresh, window.fresh);
  const double calls = window.old.all.calls + window.fresh.all.calls;
  if (calls > 0 && !(window.share > 0 && window.share < 1)) shareKnown_ = false;
  expected_ += window.share * calls;
  binomial_ += window.share * (1 - window.share) * calls;
  if (std::min(pending_.old.all.calls, pending_.fresh.all.calls) >= kFewestCallsOfWitness) close();
}

void ArmEvidence::close() {
  ++witnesses_;
  addArmCalls(both_, pending_.old.all);
  addArmCalls(both_, pending_.fresh.all);
  compareTimes();
  compareTails();
  compareErrors();
  if (shareKnown_ && expected_ > 0 && binomial_ > 0)
    shares_.push_back({pending_.fresh.all.calls / expected_ - 1, expected_ * (expected_ / binomial_)});
  pending_ = {};
  expected_ = binomial_ = 0;
  shareKnown_ = true;
}

void ArmEvidence::compareTimes() {
  const auto old = partsOf(pending_.old), fresh = partsOf(pending_.fresh);
  std::vector<TimeDifference> all;
  std::map<unsigned, std::vector<TimeDifference>> ofBands;
  for (const auto& [size, calls] : old) {
    const auto other = fresh.find(size);
    if (other == fresh.end()) continue;
    const TimeDifference difference = timeDifference(calls, other->second);
    if (difference.weight <= 0) continue;
    all.push_back(difference);
    ofBands[size == kUnsized ? kUnsized : size / kSizesOfBand * kSizesOfBand].push_back(difference);
  }
  times_.add(all);
  for (const auto& [first, parts] : ofBands) {
    auto band = std::ranges::find(bands_, first, &SizeBand::first);
    if (band == bands_.end())
      band = bands_.insert(bands_.end(), {first, first == kUnsized ? first : first + kSizesOfBand - 1});
    band->times.add(parts);
  }
}

void ArmEvidence::compareTails() {
  ArmCalls both = pending_.old.all;
  addArmCalls(both, pending_.fresh.all);
  const ArmCalls& usual = both.timed >= kFewestForOwnThreshold ? both : both_;
  const ArmCounts counts = slowCalls(pending_.old.all, pending_.fresh.all, thresholdOf(usual, kTail));
  slow_.append(std::span(&counts, 1));
}

void ArmEvidence::compareErrors() {
  const auto old = partsOf(pending_.old), fresh = partsOf(pending_.fresh);
  std::vector<ArmCounts> sizes;
  for (const auto& [size, calls] : old)
    if (const auto other = fresh.find(size); other != fresh.end())
      sizes.push_back(errorCounts(calls, other->second));
  errors_.append(sizes);
}

double ArmEvidence::tailFactor(double ratio) const {
  const ArmCounts& counts = slow_.totals();
  const double events = counts.old.events + counts.fresh.events;
  if (events <= 0 || old_.latencies.empty()) return ratio < 1 ? 0 : std::numeric_limits<double>::infinity();
  const double old = std::isinf(ratio) ? 0 : events / (counts.old.trials + counts.fresh.trials * ratio);
  const double fresh = std::isinf(ratio) ? events / counts.fresh.trials : old * ratio;
  return std::exp(logDurationAbove(old_, old) - logDurationAbove(old_, fresh));
}

Estimate ArmEvidence::tail(double level) const {
  const Estimate ratio = slow_.ratio(level);
  return {tailFactor(ratio.value), {tailFactor(ratio.interval.low), tailFactor(ratio.interval.high)}};
}

ShareCheck ArmEvidence::share(double level) const {
  if (shares_.empty()) return {};
  const Estimate off = confidenceSequence(sequentialMean(shares_, 1), level);
  return {{1 + off.value, {std::max(0.0, 1 + off.interval.low), 1 + off.interval.high}}, true};
}

}  // namespace assay::insight
