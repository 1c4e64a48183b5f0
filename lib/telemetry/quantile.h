// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Quantiles of a latency histogram.
#pragma once

#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// The middle of the durations that share a bucket, in ticks: at most 6.25 % from each. Of the last one the
/// shortest, because it has no end.
double middleOf(unsigned bucket);

/// The q-quantile (nearest rank: the smallest duration that at least q of the calls did not exceed) in ticks,
/// `q` in [0, 1], `maxTicks` the longest call. Off by less than 6.25 % of the true value: it is the middle of
/// the durations that share the call's bucket. Exact below 16 ticks, for the last rank (a single call, q =
/// 1), and never above maxTicks; calls of 2^40 ticks and more count as maxTicks. 0 for an empty histogram.
double quantile(const Histogram& histogram, double q, double maxTicks);

}  // namespace assay::telemetry
