// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/attention.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "vocabulary/size_bucket.h"

namespace assay::insight {
namespace {

constexpr double kSecondsOfNanosecond = 1e-9;
constexpr double kFarther = 10;  // times the largest size so far

double errorsBeyond(const FunctionReview& review, double rate) {
  return std::max(0.0, review.errors.after.events - rate * review.errors.after.trials);
}

// The rate of the others is that of the strata of the same kind.
double errorsOfInput(const FunctionReview& review, const Stratum& input) {
  Count others{-input.errors, -input.calls};
  for (const Stratum& stratum : review.strata)
    if (stratum.isSize == input.isSize) {
      others.events += stratum.errors;
      others.trials += stratum.calls;
    }
  return std::max(0.0, input.errors - std::max(0.0, others.rate()) * input.calls);
}

double secondsAbove(const FunctionReview& review, bool tail) {
  for (const QuantileReview& quantile : review.times.quantiles)
    if ((quantile.q > 0.5) == tail)
      return review.callsAfter * (1 - quantile.q) * (quantile.after.value - quantile.before.value) *
             kSecondsOfNanosecond;
  return 0;
}

// Beyond what another exponent would make of it.
double secondsIfTwiceAsLarge(const FunctionReview& review, double otherwise) {
  if (!review.complexity.exponent) return 0;
  const double beyond = std::exp2(review.complexity.exponent->value) - std::exp2(otherwise);
  return std::max(0.0, review.times.secondsAfter * beyond);
}

bool hasFinding(const FunctionReview& review, FindingKind kind) {
  return std::ranges::any_of(review.findings, [=](const Finding& finding) { return finding.kind == kind; });
}

bool isKnownBody(const BodySeen& body) {
  return body.body != 0;
}

// A function of which no body is known may have a new one.
bool hasSameBody(const FunctionReview& review, std::int64_t since) {
  return newBodyOf(review, since) == nullptr && !review.bodies.empty() &&
         std::ranges::all_of(review.bodies, isKnownBody);
}

void addStepsOfWorse(std::vector<Step>& steps, const FunctionReview& review, std::int64_t since) {
  if (review.standing != Standing::Worse) return;
  if (review.subject.rollout) steps.push_back(Step::CapRollout);
  if (newBodyOf(review, since) != nullptr) steps.push_back(Step::CompareBodies);
  if (hasSameBody(review, since)) steps.push_back(Step::LookAround);
}

std::vector<Step> stepsOf(const FunctionReview& review, std::int64_t since) {
  std::vector<Step> steps;
  addStepsOfWorse(steps, review, since);
  const bool more =
      hasFinding(review, FindingKind::MoreErrors) || hasFinding(review, FindingKind::MoreOfKind);
  const bool often = hasFinding(review, FindingKind::FailsOften);
  if (hasFinding(review, FindingKind::InputsFail)) {
    steps.push_back(Step::PromptInputs);
    steps.push_back(Step::TestAtInput);
  } else if (more) {
    if (!hasSameBody(review, since)) steps.push_back(Step::PromptErrors);
  } else if (often) {
    steps.push_back(Step::SayWhichErrors);
  }
  const bool keeps = hasFinding(review, FindingKind::KeepsMore);
  if ((keeps || hasFinding(review, FindingKind::AllocatesMore)) && !hasSameBody(review, since))
    steps.push_back(Step::PromptMemory);
  if (keeps) steps.push_back(Step::TestForLeaks);
  if (std::ranges::none_of(review.findings, isOfLargerInputs, &Finding::kind)) return steps;
  const bool steep = hasFinding(review, FindingKind::SteepGrowth);
  if (steep || hasFinding(review, FindingKind::BreaksPromise) || !hasSameBody(review, since))
    steps.push_back(Step::PromptGrowth);
  steps.push_back(Step::TestAtSize);
  return steps;
}

// One loss, its confidence taken off.
Attention expectedOf(const Loss& loss) {
  return {.failures = loss.failures * loss.confidence,
          .seconds = loss.seconds * loss.confidence,
          .kept = loss.kept * loss.confidence,
          .allocated = loss.allocated * loss.confidence};
}

Attention attentionFor(const FunctionReview& review, std::size_t function, std::int64_t since) {
  Attention attention{.function = function};
  double most = -1;
  for (std::size_t i = 0; i < review.findings.size(); ++i) {
    const Loss loss = lossOf(review, review.findings[i]);
    const Attention alone = expectedOf(loss);
    attention.failures = std::max(attention.failures, alone.failures);
    attention.seconds = std::max(attention.seconds, alone.seconds);
    attention.kept = std::max(attention.kept, alone.kept);
    attention.allocated = std::max(attention.allocated, alone.allocated);
    if (alone.harm() <= most) continue;
    most = alone.harm();
    attention.finding = i;
    attention.confidence = loss.confidence;
  }
  attention.testSize = fartherSize(review.complexity);
  attention.steps = stepsOf(review, since);
  return attention;
}

}  // namespace

Loss lossOf(const FunctionReview& review, const Finding& finding) {
  const double tested = 1 - finding.adjusted;
  switch (finding.kind) {
    case FindingKind::MoreErrors: return {moreErrors(review), 0, tested};
    case FindingKind::MoreOfKind: return {moreErrors(review.errorKinds[finding.errorKind]), 0, tested};
    case FindingKind::FailsOften: return {errorsBeyond(review, kOftenFailing), 0, kConfidence};
    case FindingKind::InputsFail: return {errorsOfInput(review, finding.stratum), 0, tested};
    case FindingKind::Slower: return {0, moreSeconds(review), tested};
    case FindingKind::SlowerHalf: return {0, secondsAbove(review, false), tested};
    case FindingKind::SlowerTail: return {0, secondsAbove(review, true), tested};
    case FindingKind::KeepsMore: return {0, 0, tested, moreBytesKept(review)};
    case FindingKind::AllocatesMore: return {0, 0, tested, 0, moreBytesAllocated(review)};
    case FindingKind::GrowsMore:
      return {0, secondsIfTwiceAsLarge(review, review.growth ? review.growth->before.value : 0), tested};
    case FindingKind::SteepGrowth: return {0, secondsIfTwiceAsLarge(review, 1), kConfidence};
    case FindingKind::BreaksPromise: {
      const auto& promise = review.subject.promise;
      const double promised = promise ? promisedExponent(review.complexity, *promise) : 0;
      return {0, secondsIfTwiceAsLarge(review, promised), kConfidence};
    }
  }
  return {};
}

std::vector<Attention> attentionOf(std::span<const FunctionReview> reviews, std::int64_t since) {
  std::vector<Attention> all;
  for (std::size_t i = 0; i < reviews.size(); ++i)
    if (!reviews[i].findings.empty()) all.push_back(attentionFor(reviews[i], i, since));
  std::ranges::sort(all, {}, [&](const Attention& one) {
    const Subject& subject = reviews[one.function].subject;
    return std::tuple(-one.harm(), subject.name, subject.id);
  });
  return all;
}

const BodySeen* newBodyOf(const FunctionReview& review, std::int64_t since) {
  const BodySeen* latest = nullptr;
  for (const BodySeen& body : review.bodies)
    if (latest == nullptr || body.first > latest->first) latest = &body;
  return latest != nullptr && review.bodies.size() > 1 && latest->first >= since ? latest : nullptr;
}

bool isOfLargerInputs(FindingKind kind) {
  return kind == FindingKind::GrowsMore || kind == FindingKind::SteepGrowth ||
         kind == FindingKind::BreaksPromise;
}

double fartherSize(const Complexity& complexity) {
  if (complexity.points.empty()) return 0;
  return kFarther * static_cast<double>(vocabulary::smallestSize(complexity.points.back().bucket + 1) - 1);
}

}  // namespace assay::insight
