// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Means and quantiles of the durations in a histogram, with intervals. Durations are in the histogram's
// ticks: nanoseconds where it comes from a history.
#pragma once

#include "insight/interval.h"
#include "telemetry/snapshot.h"

namespace assay::insight {

/// A bucket's durations are within this factor of each other, and so is any of two histograms that share it.
inline constexpr double kBucketRatio = 1.125;

/// The bucket of vocabulary/histogram.h that has a duration, also one beyond any whole number.
unsigned bucketAt(double duration);

/// Calls, all of them timed, as if each stood for itself.
struct Durations {
  const telemetry::Histogram& histogram;  ///< must outlive it
  double sum = 0;                         ///< exact
  double longest = 0;
};

/// The variance of one call's duration, from the middles of the buckets, with what durations vary within a
/// bucket added (as if they were even in it: Sheppard's term, width^2 / 12; Kendall & Stuart, The Advanced
/// Theory of Statistics I, 3.18). Of calls in the last bucket, which has no end, `longest` is the middle.
double varianceOf(const Durations& durations);

/// The mean, which is exact, with Student's interval (the mean of the durations that might have come). Not
/// known (infinite) for a single call.
Estimate meanOf(const Durations& durations, double confidence = kConfidence);

/// The q-quantile, 0 < q < 1, as telemetry::quantile says it. The interval is free of any assumption on the
/// durations: ranks from the variance of the share of calls below it (Woodruff 1952, JASA 47:635; of calls
/// that stand for themselves q (1 - q) / n, as in David & Nagaraja 2003, Order Statistics, 7.1), widened to
/// the ends of their buckets. `high` is infinite where not even the longest call need be above the quantile.
Estimate quantileOf(const Durations& durations, double q, double confidence = kConfidence);

/// The share of calls that lie below a quantile, as it varies; from clusters.h.
struct Share {
  double q = 0.5;
  double halfWidth = 0;  ///< of its interval
};
Estimate quantileOf(const Durations& durations, const Share& share);

}  // namespace assay::insight
