// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls that all take the same.
#pragma once

#include <cstdint>

#include "telemetry/snapshot.h"
#include "vocabulary/histogram.h"

namespace assay::test {

inline void addSteadyCalls(telemetry::SiteCounts& counts, std::uint64_t calls, std::uint64_t ticks) {
  counts.histogram.resize(vocabulary::kBucketCount);
  counts.calls += calls;
  counts.timed += calls;
  counts.sumTicks += calls * ticks;
  counts.histogram[vocabulary::bucketOf(ticks)] += calls;
}

}  // namespace assay::test
