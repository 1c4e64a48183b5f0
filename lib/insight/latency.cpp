// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/latency.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "insight/distributions.h"
#include "telemetry/quantile.h"
#include "vocabulary/histogram.h"

namespace assay::insight {
namespace {

using vocabulary::kOverflowBucket;
using vocabulary::lowerBound;

double callsOf(const telemetry::Histogram& histogram) {
  return static_cast<double>(std::accumulate(histogram.begin(), histogram.end(), std::uint64_t{0}));
}

// A bucket holds whole numbers: those from its lower bound to just below the next one.
double widthOf(unsigned bucket) {
  return bucket == kOverflowBucket ? 0 : static_cast<double>(lowerBound(bucket + 1) - lowerBound(bucket));
}

double middleOf(unsigned bucket, double longest) {
  return bucket == kOverflowBucket ? longest
                                   : static_cast<double>(lowerBound(bucket)) + (widthOf(bucket) - 1) / 2;
}

double lowEnd(const Durations& durations, double q) {
  const double value = telemetry::quantile(durations.histogram, q, durations.longest);
  return static_cast<double>(lowerBound(bucketAt(value)));
}

double highEnd(const Durations& durations, double q) {
  const double value = telemetry::quantile(durations.histogram, q, durations.longest);
  const unsigned bucket = bucketAt(value);
  if (bucket == kOverflowBucket) return durations.longest;
  return std::min(durations.longest, static_cast<double>(lowerBound(bucket + 1) - 1));
}

}  // namespace

unsigned bucketAt(double duration) {
  return vocabulary::bucketOf(static_cast<std::uint64_t>(std::clamp(duration, 0.0, 0x1p62)));
}

double varianceOf(const Durations& durations) {
  const double calls = callsOf(durations.histogram);
  if (calls < 2) return 0;
  const double mean = durations.sum / calls;
  double squares = 0;
  for (unsigned bucket = 0; bucket < durations.histogram.size(); ++bucket) {
    const double width = widthOf(bucket);
    const double away = middleOf(bucket, durations.longest) - mean;
    // Whole numbers, w of them, vary by (w^2 - 1) / 12.
    squares += static_cast<double>(durations.histogram[bucket]) *
               (away * away + std::max(0.0, width * width - 1) / 12);
  }
  return squares / (calls - 1);
}

Estimate meanOf(const Durations& durations, double confidence) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double calls = callsOf(durations.histogram);
  if (calls == 0) return {0, {-kInfinity, kInfinity}};
  const double mean = durations.sum / calls;
  if (calls < 2) return {mean, {-kInfinity, kInfinity}};
  const double half = studentFactor(confidence, calls - 1) * std::sqrt(varianceOf(durations) / calls);
  return {mean, {mean - half, mean + half}};
}

Estimate quantileOf(const Durations& durations, double q, double confidence) {
  const double calls = std::max(1.0, callsOf(durations.histogram));
  return quantileOf(durations,
                    Share{q, normalQuantile((1 + confidence) / 2) * std::sqrt(q * (1 - q) / calls)});
}

Estimate quantileOf(const Durations& durations, const Share& share) {
  const double calls = callsOf(durations.histogram);
  Estimate estimate{telemetry::quantile(durations.histogram, share.q, durations.longest),
                    {0, std::numeric_limits<double>::infinity()}};
  // Ranks, not shares: the limits are calls that were made, one further out than the share says.
  const double low = std::floor((share.q - share.halfWidth) * calls);
  const double high = std::ceil((share.q + share.halfWidth) * calls) + 1;
  if (calls > 0 && low >= 1) estimate.interval.low = lowEnd(durations, (low - 0.5) / calls);
  if (calls > 0 && high <= calls) estimate.interval.high = highEnd(durations, (high - 0.5) / calls);
  return estimate;
}

}  // namespace assay::insight
