// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/review.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "insight/multiple.h"

namespace assay::insight {
namespace {

// A question that was asked, and where its answer belongs.
struct Question {
  std::size_t function = 0;
  FindingKind kind = FindingKind::MoreErrors;
  double chance = 1;
  bool matters = false;
  std::size_t errorKind = 0;  // place in the function's
};

void askErrors(std::vector<Question>& questions, std::size_t function, const FunctionReview& review) {
  const ErrorReview& errors = review.errors;
  if (errors.before.trials == 0 || errors.after.trials == 0) return;
  const bool matters = errors.after.rate() >= kLeastMoreErrors * errors.before.rate() &&
                       errors.after.events >= kFewestMoreErrors;
  questions.push_back({function, FindingKind::MoreErrors, errors.chanceOfMore, matters});
}

void askErrorKinds(std::vector<Question>& questions, std::size_t function, const FunctionReview& review) {
  for (std::size_t i = 0; i < review.errorKinds.size(); ++i) {
    const ErrorKind& kind = review.errorKinds[i];
    if (!kind.comparable) continue;
    const bool matters =
        kind.after.rate() >= kLeastMoreOfKind * kind.before.rate() && kind.after.events >= kFewestMoreErrors;
    questions.push_back({function, FindingKind::MoreOfKind, kind.chance, matters, i});
  }
}

void askTimes(std::vector<Question>& questions, std::size_t function, const FunctionReview& review) {
  const MixChange& same = review.times.sameSizes;
  if (std::min(review.callsBefore, review.callsAfter) < kFewestCallsTimed) return;
  if (same.covered >= kLeastCovered)
    questions.push_back(
        {function, FindingKind::Slower, same.change.chanceOfMore, same.change.factor.value >= kLeastSlower});
  if (same.covered < kLeastCovered || sizesMoved(review)) return;
  for (const QuantileReview& quantile : review.times.quantiles)
    questions.push_back({function, quantile.q > 0.5 ? FindingKind::SlowerTail : FindingKind::SlowerHalf,
                         quantile.change.chanceOfMore, quantile.change.factor.value >= kLeastSlowerTail});
}

void askMemory(std::vector<Question>& questions, std::size_t function, const FunctionReview& review) {
  const MemoryReview& memory = review.memory;
  if (std::min(memory.callsBefore, memory.callsAfter) < kFewestCallsTimed) return;
  const double byInputs = bytesByLargerInputs(review);
  const Estimate& kept = memory.keptAfter;
  const double keptAnyway = byInputs * std::max(0.0, memory.keptBefore.interval.high);
  const bool keeps = memory.kept.difference.value >= kFewestBytesKept &&
                     kept.value >= kLeastMoreKept * byInputs * std::max(0.0, memory.keptBefore.value) &&
                     (byInputs == 1 || kept.interval.low > keptAnyway);
  const Estimate& factor = memory.allocated.factor;
  const bool allocates =
      factor.value >= kLeastMoreAllocated * byInputs && (byInputs == 1 || factor.interval.low > byInputs);
  questions.push_back({function, FindingKind::KeepsMore, memory.kept.chanceOfMore, keeps});
  questions.push_back({function, FindingKind::AllocatesMore, memory.allocated.chanceOfMore, allocates});
}

// Of those that were not asked the chance is 1.
void askGrowth(std::vector<Question>& questions, std::size_t function, const FunctionReview& review) {
  if (!review.complexity.exponent) return;
  const auto& growth = review.growth;
  questions.push_back({function, FindingKind::GrowsMore, growth ? growth->chanceOfMore : 1,
                       growth && growth->after.value >= growth->before.value + kLeastSteeper});
}

// It is slow to compute, and a growth that is steeper over the same sizes makes the mean over them longer.
void measureGrowth(FunctionReview& review, const FunctionPeriods& periods) {
  const MixChange& same = review.times.sameSizes;
  const bool slower = same.covered >= kLeastCovered && same.change.factor.value >= kLeastSlower;
  const bool asked = std::min(review.callsBefore, review.callsAfter) >= kFewestCallsTimed;
  if (review.comparable && review.endsSeen && review.complexity.exponent && slower && asked)
    review.growth = growthChange(periods.before, periods.after);
}

Onset onsetOf(FindingKind kind, const FunctionPeriods& periods) {
  switch (kind) {
    case FindingKind::MoreErrors: return onsetOf(errorSeries(periods.before, periods.after));
    case FindingKind::Slower:
    case FindingKind::SlowerHalf: return onsetOf(timeSeries(periods.before, periods.after));
    case FindingKind::KeepsMore: return onsetOf(keptSeries(periods.before, periods.after));
    case FindingKind::AllocatesMore: return onsetOf(allocatedSeries(periods.before, periods.after));
    default: return {};
  }
}

void findWorse(std::vector<FunctionReview>& reviews) {
  std::vector<Question> questions;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (!reviews[i].comparable || !reviews[i].endsSeen) continue;
    askErrors(questions, i, reviews[i]);
    askErrorKinds(questions, i, reviews[i]);
    askTimes(questions, i, reviews[i]);
    askMemory(questions, i, reviews[i]);
    askGrowth(questions, i, reviews[i]);
  }
  std::vector<double> chances;
  for (const Question& question : questions) chances.push_back(question.chance);
  const std::vector<double> adjusted = adjustedForNumber(chances);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    FunctionReview& review = reviews[questions[i].function];
    const bool ofKind = questions[i].kind == FindingKind::MoreOfKind;
    if (ofKind) review.errorKinds[questions[i].errorKind].adjusted = adjusted[i];
    if (questions[i].matters && adjusted[i] <= kFindingLevel)
      review.findings.push_back(
          {.kind = questions[i].kind, .adjusted = adjusted[i], .errorKind = questions[i].errorKind});
  }
}

void findFragile(std::vector<FunctionReview>& reviews) {
  std::vector<std::vector<Stratum>*> strata;
  for (FunctionReview& review : reviews) strata.push_back(&review.strata);
  adjustStrata(strata);
  for (FunctionReview& review : reviews) {
    if (review.errors.after.trials > 0 && review.errors.rateAfter.interval.low >= kOftenFailing)
      review.findings.push_back({FindingKind::FailsOften, 0});
    for (const Stratum& stratum : carriersOf(review.strata, kInputLevel, kLeastLift))
      review.findings.push_back({FindingKind::InputsFail, stratum.adjusted, stratum});
    const auto& exponent = review.complexity.exponent;
    if (exponent && exponent->interval.low > kSteepExponent)
      review.findings.push_back({FindingKind::SteepGrowth, 0});
    if (isBroken(review.subject.promise, review.complexity))
      review.findings.push_back({FindingKind::BreaksPromise, 0});
  }
}

// In the order in which they would be got: calls first.
Missing missingOf(const FunctionReview& review) {
  if (!review.endsSeen) return Missing::Ends;
  if (review.callsAfter < kFewestCallsTrusted) return Missing::Calls;
  if (!review.comparable) return review.callsBefore == 0 ? Missing::PeriodBefore : Missing::Calls;
  if (review.times.sameSizes.covered < kLeastCovered) return Missing::LikeInputs;
  const bool slowdownSeen = review.times.sameSizes.change.factor.interval.high <= kTrustedSlower;
  const bool errorsSeen = review.errors.rateAfter.interval.high <= kTrustedRate;
  return slowdownSeen && errorsSeen ? Missing::Nothing : Missing::Precision;
}

void settle(FunctionReview& review) {
  const auto worse = [](const Finding& finding) { return isWorse(finding.kind); };
  review.missing = missingOf(review);
  if (std::ranges::any_of(review.findings, worse))
    review.standing = Standing::Worse;
  else if (!review.findings.empty())
    review.standing = Standing::Fragile;
  else
    review.standing = review.missing == Missing::Nothing ? Standing::Trusted : Standing::Unknown;
}

bool has(const FunctionReview& review, FindingKind kind) {
  return std::ranges::any_of(review.findings, [=](const Finding& finding) { return finding.kind == kind; });
}

// Smaller comes first.
auto orderOf(const FunctionReview& review) {
  const bool worse = review.standing == Standing::Worse;
  const bool failing = has(review, FindingKind::MoreErrors) || has(review, FindingKind::MoreOfKind);
  const double cost = !worse ? 0 : failing ? moreErrors(review) : moreSeconds(review);
  const double size = review.standing == Standing::Fragile ? review.errors.after.events : review.callsAfter;
  return std::tuple(review.standing, worse && !failing, -cost, -size, review.subject.name, review.subject.id);
}

}  // namespace

double moreErrors(const FunctionReview& review) {
  return std::max(0.0,
                  (review.errors.after.rate() - review.errors.before.rate()) * review.errors.after.trials);
}

double moreErrors(const ErrorKind& kind) {
  return std::max(0.0, (kind.after.rate() - kind.before.rate()) * kind.after.trials);
}

double moreSeconds(const FunctionReview& review) {
  const double factor = review.times.sameSizes.change.factor.value;
  return factor > 1 ? review.times.secondsAfter * (1 - 1 / factor) : 0;
}

double moreBytesKept(const FunctionReview& review) {
  return std::max(0.0, review.memory.kept.difference.value * review.memory.callsAfter);
}

double moreBytesAllocated(const FunctionReview& review) {
  const double more = review.memory.allocatedAfter.value - review.memory.allocatedBefore.value;
  return std::max(0.0, more * review.memory.callsAfter);
}

double bytesByLargerInputs(const FunctionReview& review) {
  double factor = 1;
  if (inputsMoved(review.memory, kMixShift))
    factor = std::max(factor, std::exp2(review.memory.sizes.difference.interval.high));
  if (sizesMoved(review))
    factor = std::max(factor, review.times.mean.factor.value / review.times.sameSizes.change.factor.value);
  return factor * factor;
}

bool sizesMoved(const FunctionReview& review) {
  const Estimate& mean = review.times.mean.factor;
  const double same = review.times.sameSizes.change.factor.value;
  if (mean.interval.low <= 1 && 1 <= mean.interval.high) return false;
  return mean.value > 0 && same > 0 && std::abs(std::log(mean.value / same)) > std::log(kMixShift);
}

std::vector<FunctionReview> reviewAll(std::span<const FunctionPeriods> functions) {
  std::vector<FunctionReview> reviews;
  for (const FunctionPeriods& function : functions) {
    reviews.push_back(measure(function));
    measureGrowth(reviews.back(), function);
  }
  findWorse(reviews);
  for (std::size_t i = 0; i < reviews.size(); ++i)
    for (Finding& finding : reviews[i].findings) finding.onset = onsetOf(finding.kind, functions[i]);
  findFragile(reviews);
  for (FunctionReview& review : reviews) settle(review);
  std::ranges::sort(reviews, {}, orderOf);
  return reviews;
}

}  // namespace assay::insight
