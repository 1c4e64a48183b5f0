// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function has counted between two readings of a process, and counts on a clock that all share.
#pragma once

#include "telemetry/snapshot.h"

namespace assay::history {

/// `now` - `before`, which is an earlier reading of the same function in the same process. A number that went
/// down (a reading of a running process can be a call short) has not grown. The longest call is the largest
/// that there was since, as far as the histograms tell: within 12.5 % unless it is a new maximum.
telemetry::SiteCounts growth(const telemetry::SiteCounts& before, const telemetry::SiteCounts& now);

/// Whether there is anything in it.
bool isGrowth(const telemetry::SiteCounts& counts);

/// The counts with nanoseconds for ticks. A bucket of the histogram counts whole where its middle belongs, so
/// that durations are off by 12.5 % at most. Without a clock (`secondsPerTick` 0) no call is timed.
telemetry::SiteCounts inNanoseconds(telemetry::SiteCounts counts, double secondsPerTick);

/// What `secondsPerTick` is for counts in nanoseconds.
inline constexpr double kSecondsPerNanosecond = 1e-9;

}  // namespace assay::history
