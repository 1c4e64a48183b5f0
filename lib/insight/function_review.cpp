// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/function_review.h"

#include <algorithm>

namespace assay::insight {
namespace {

constexpr double kSecondsPerNanosecond = 1e-9;

std::size_t windowsWithCalls(Windows windows) {
  return static_cast<std::size_t>(
      std::ranges::count_if(windows, [](const Window& window) { return window.calls > 0; }));
}

Count counted(const Window& sum) {
  return sum.entryOnly ? Count{} : Count{sum.errors, sum.calls};
}

ErrorReview errorReview(Windows before, Windows after) {
  const Count old = errorsOf(before), now = errorsOf(after);
  ErrorReview review{counted(sumOf(before)), counted(sumOf(after)), wilson(old), wilson(now),
                     differenceOfRates(old, now)};
  if (old.trials > 0 && now.trials > 0) review.chanceOfMore = chanceOfMore(old, now);
  return review;
}

QuantileReview quantileReview(Windows before, Windows after, double q) {
  return {q, quantileEstimate(before, q), quantileEstimate(after, q), changeOfQuantile(before, after, q)};
}

bool hasCoarseSizes(Windows windows) {
  return std::ranges::any_of(windows, [](const Window& window) { return !window.coarseSizes.empty(); });
}

// Where times by size are not known, those of other sizes cannot be compared.
void hideOtherInputs(FunctionReview& review) {
  if (inputsMoved(review.memory, kMixShift)) review.times.sameSizes = {changeOf(Ratio{}, Ratio{}), 0};
}

TimeReview timeReview(Windows before, Windows after) {
  const Ratio old = meanDuration(before), now = meanDuration(after);
  return {estimateOf(old),
          estimateOf(now),
          changeOf(old, now),
          changeAtSameSizes(before, after),
          {quantileReview(before, after, 0.5), quantileReview(before, after, 0.99)},
          sumOf(after).nanoseconds * kSecondsPerNanosecond};
}

}  // namespace

bool isWorse(FindingKind kind) {
  return kind <= FindingKind::GrowsMore;
}

FunctionReview measure(const FunctionPeriods& periods) {
  const Windows before = periods.before, after = periods.after;
  const Window old = sumOf(before), now = sumOf(after);
  FunctionReview review;
  review.subject = periods.subject;
  review.bodies = periods.bodies;
  review.callsBefore = old.calls;
  review.callsAfter = now.calls;
  review.endsSeen = !now.entryOnly;
  if (now.timed > 0) review.estimatedShare = now.estimated / now.timed;
  review.errors = errorReview(before, after);
  review.times = timeReview(before, after);
  review.memory = memoryReview(before, after);
  if (hasCoarseSizes(before) || hasCoarseSizes(after)) hideOtherInputs(review);
  review.complexity = complexityOf(after);
  review.strata = errorStrata(after);
  review.errorKinds = errorKinds(before, after);
  review.failures = periods.failures;
  review.comparable = std::min(windowsWithCalls(before), windowsWithCalls(after)) >= kFewestWindowsCompared;
  return review;
}

}  // namespace assay::insight
