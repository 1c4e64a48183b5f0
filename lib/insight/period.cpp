// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/period.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/distributions.h"
#include "insight/latency.h"
#include "telemetry/quantile.h"

namespace assay::insight {
namespace {

// All windows of a period as one, while it is asked for several things.
struct Total {
  explicit Total(Windows windows)
      : sum(sumOf(windows)),
        histogram(histogramOf(sum)),
        durations{histogram, sum.nanoseconds, sum.longest} {}
  Total(const Total&) = delete;
  Total& operator=(const Total&) = delete;

  Window sum;
  telemetry::Histogram histogram;
  Durations durations;
};

// Which bucket the quantile is in; calls in the ones below it, and half of its own, are the calls below it.
Part below(const Window& window, unsigned bucket) {
  Part part{0, window.timed};
  for (const auto& [at, calls] : window.latencies)
    part.amount += at < bucket    ? static_cast<double>(calls)
                   : at == bucket ? static_cast<double>(calls) / 2
                                  : 0;
  return part;
}

Ratio shareBelow(Windows windows, const Total& total, double q) {
  const double value = telemetry::quantile(total.histogram, q, total.sum.longest);
  const unsigned bucket = bucketAt(value);
  std::vector<Part> parts;
  for (const Window& window : windows) parts.push_back(below(window, bucket));
  return withAtLeast(ratioOf(parts), q * (1 - q) / std::max(1.0, total.sum.timed));
}

Estimate quantileWithin(const Total& total, double q, double halfWidth) {
  return quantileOf(total.durations, Share{q, halfWidth});
}

// A history sorts a duration by the middle of the bucket that it had in the clock's ticks: it may be off by a
// bucket. Below 8 ns a bucket is a nanosecond.
double resolutionAt(double nanoseconds) {
  return std::log(std::max(kBucketRatio, 1 + 1 / nanoseconds));
}

Share shareOf(const Ratio& ratio, double q, double confidence) {
  if (ratio.degrees <= 0) return {q, 1};
  return {q, studentFactor(confidence, ratio.degrees) * std::sqrt(ratio.variance)};
}

}  // namespace

Ratio meanDuration(Windows windows) {
  const Total total(windows);
  const Ratio ratio = ratioOf(times(windows));
  return ratio.units > 0 ? withAtLeast(ratio, varianceOf(total.durations) / ratio.units) : ratio;
}

std::optional<Logarithm> quantileDuration(Windows windows, double q) {
  const Total total(windows);
  const Ratio share = shareBelow(windows, total, q);
  if (share.degrees <= 0) return std::nullopt;
  const Share wide = shareOf(share, q, kConfidence);
  const Estimate estimate = quantileWithin(total, q, wide.halfWidth);
  if (estimate.value <= 0 || estimate.interval.low <= 0 || std::isinf(estimate.interval.high))
    return std::nullopt;
  // The interval has the width of whole buckets at both ends, which is the resolution's and not chance.
  const double width = std::log(estimate.interval.high / estimate.interval.low) - std::log(kBucketRatio);
  const double deviation = std::max(0.0, width) / 2 / studentFactor(kConfidence, share.degrees);
  return Logarithm{std::log(estimate.value), deviation * deviation, share.degrees,
                   resolutionAt(estimate.value)};
}

Estimate quantileEstimate(Windows windows, double q, double confidence) {
  const Total total(windows);
  return quantileWithin(total, q, shareOf(shareBelow(windows, total, q), q, confidence).halfWidth);
}

Change changeOfQuantile(Windows before, Windows after, double q) {
  const auto a = quantileDuration(before, q), b = quantileDuration(after, q);
  if (a && b) return changeOf(*a, *b);
  return {.factor = {1, {0, std::numeric_limits<double>::infinity()}}};
}

Count errorsOf(Windows windows) {
  return effectiveCount(errors(windows));
}

}  // namespace assay::insight
