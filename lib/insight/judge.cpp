// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/judge.h"

#include <algorithm>
#include <cmath>

#include "insight/latency.h"
#include "telemetry/quantile.h"
#include "vocabulary/histogram.h"

namespace assay::insight {
namespace {

// Of the level: time, tail, errors, and sizes. The last is kept where there are none yet: a part that
// is taken from the others when they come would have been spent before.
constexpr double kParts = 4;
constexpr Limits kNoMargin = {1, 1};

ArmSummary summaryOf(const ArmCalls& calls) {
  ArmSummary summary{.calls = calls.calls,
                     .errors = std::min(calls.errors, calls.calls),
                     .unseen = std::min(calls.unseen, calls.calls)};
  telemetry::Histogram histogram(vocabulary::kBucketCount);
  double logs = 0, timed = 0, longest = 0;
  for (const auto& [given, number] : calls.latencies) {
    const unsigned bucket = std::min(given, vocabulary::kOverflowBucket);
    histogram[bucket] += number;
    longest = telemetry::middleOf(bucket);
    logs += static_cast<double>(number) * std::log(std::max(1.0, longest));
    timed += static_cast<double>(number);
  }
  if (timed <= 0) return summary;
  summary.geometricMean = std::exp(logs / timed);
  summary.tail = telemetry::quantile(histogram, kTail, longest);
  return summary;
}

// The low end of one interval, the high one of another.
Estimate between(const Estimate& worse, const Estimate& good) {
  return {worse.value, {worse.interval.low, good.interval.high}};
}

// A guardrail below 1 is one for which an effect has to be good.
double lowLevelOfFactor(double part, const Limits& limits) {
  return limits.rollBackAbove >= 1 ? levelOfLowEnd(part) : part;
}

Question timeQuestion(const ArmEvidence& evidence, const Plan& plan, double part) {
  const TimeSequence& times = evidence.times();
  const double persistence = times.mean().persistence;
  return {.metric = Metric::Time,
          .effect = between(times.factor(levelOfOneEnd(part)), times.factor(levelOfOneEnd(plan.level))),
          .limits = plan.time,
          .levelWorse = part,
          .levelGood = plan.level,
          .evidenceOfChange = times.logEvidenceAgainst(1),
          .dispersion = (1 + persistence) / (1 - persistence)};
}

Question tailQuestion(const ArmEvidence& evidence, const Plan& plan, double part) {
  return {.metric = Metric::Tail,
          .effect = between(evidence.tail(lowLevelOfFactor(part, plan.tail)), evidence.tail(plan.level)),
          .limits = plan.tail,
          .levelWorse = part,
          .levelGood = plan.level,
          .evidenceOfChange = evidence.slow().logEvidenceAgainst(1),
          .dispersion = evidence.slow().dispersion()};
}

Question errorQuestion(const ArmEvidence& evidence, const Plan& plan, double part) {
  const SequentialRatio& errors = evidence.errors();
  const Estimate low =
      plan.errors.rollBackAbove >= 0 ? errors.differenceAbove(part) : errors.difference(part);
  return {.metric = Metric::Errors,
          .effect = between(low, errors.difference(plan.level)),
          .limits = plan.errors,
          .levelWorse = part,
          .levelGood = plan.level,
          .evidenceOfChange = errors.logEvidenceAgainst(1),
          .dispersion = errors.dispersion()};
}

// One over k (k + 1) adds up to 1: bands that come later change nothing for those that are there.
double partOfBand(double part, std::size_t index) {
  const auto k = static_cast<double>(index) + 1;
  return part / (k * (k + 1));
}

Question bandQuestion(const SizeBand& band, const Plan& plan, double part) {
  return {.metric = Metric::TimeOfSizes,
          .firstSize = band.first,
          .lastSize = band.last,
          .effect = band.times.factor(levelOfOneEnd(part)),
          .limits = plan.time,
          .levelWorse = part,
          .evidenceOfChange = band.times.logEvidenceAgainst(1)};
}

std::vector<Question> questionsOf(const ArmEvidence& evidence, const Plan& plan) {
  const bool bands = evidence.bands().size() > 1;
  const double part = plan.level / kParts;
  std::vector<Question> questions = {timeQuestion(evidence, plan, part), tailQuestion(evidence, plan, part),
                                     errorQuestion(evidence, plan, part)};
  for (std::size_t i = 0; bands && i < evidence.bands().size(); ++i)
    questions.push_back(bandQuestion(evidence.bands()[i], plan, partOfBand(part, i)));
  for (Question& question : questions) {
    question.worse = question.effect.interval.low > question.limits.rollBackAbove;
    question.good = question.levelGood > 0 && question.effect.interval.high < question.limits.promoteBelow;
  }
  return questions;
}

bool isShareOff(const ShareCheck& share, double most) {
  return share.known && (share.factor.interval.low > 1 + most || share.factor.interval.high < 1 - most);
}

bool allGood(const std::vector<Question>& questions) {
  return std::ranges::all_of(questions, [](const Question& one) { return one.good || one.levelGood == 0; });
}

void decide(Verdict& verdict) {
  const Plan& plan = verdict.plan;
  const bool enough = verdict.witnesses >= kFewestWitnesses;
  const auto settle = [&](Decision decision, Because because) {
    verdict.decision = decision;
    verdict.because = because;
  };
  if (enough && std::ranges::any_of(verdict.questions, &Question::worse))
    settle(Decision::RollBack, Because::Worse);
  else if (isShareOff(verdict.share, plan.mostShareOff))
    settle(Decision::Inconclusive, Because::ShareIsOff);
  else if (enough && verdict.fresh.calls >= plan.fewestCalls && allGood(verdict.questions))
    settle(Decision::Promote, Because::GoodEnough);
  else if (plan.mostWindows > 0 && verdict.windows >= plan.mostWindows)
    settle(Decision::Inconclusive, Because::TimeIsUp);
  else
    settle(Decision::Continue, !enough                                  ? Because::TooFewWindows
                               : verdict.fresh.calls < plan.fewestCalls ? Because::TooFewCalls
                                                                        : Because::NotShown);
}

}  // namespace

Verdict verdictOf(const ArmEvidence& evidence, const Plan& plan) {
  Verdict verdict{.questions = questionsOf(evidence, plan),
                  .old = summaryOf(evidence.old()),
                  .fresh = summaryOf(evidence.fresh()),
                  .windows = evidence.windows(),
                  .witnesses = evidence.witnesses(),
                  .share = evidence.share(kShareLevel),
                  .plan = plan};
  decide(verdict);
  return verdict;
}

Verdict judge(std::span<const ExperimentWindow> windows, const Plan& plan) {
  return verdictOf(ArmEvidence(windows), plan);
}

SelfCheck selfCheck(std::span<const ExperimentWindow> sameInBoth, double level) {
  const Plan plan{.time = kNoMargin, .tail = kNoMargin, .errors = {0, 0}, .level = level, .fewestCalls = 0};
  SelfCheck check{.off = false, .verdict = judge(sameInBoth, plan)};
  const bool enough = check.verdict.witnesses >= kFewestWitnesses;
  for (Question& question : check.verdict.questions) {
    question.worse = enough && question.evidenceOfChange >= -std::log(question.levelWorse);
    question.good = false;
    check.off |= question.worse;
  }
  check.off |= isShareOff(check.verdict.share, plan.mostShareOff);
  return check;
}

}  // namespace assay::insight
