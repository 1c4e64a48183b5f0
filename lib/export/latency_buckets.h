// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From the fine buckets that guards count in to the coarse ones that are exported.
#pragma once

#include "export/metric_family.h"
#include "telemetry/snapshot.h"

namespace assay::exporting {

/// The latencies of one function over processes of whatever clocks, per bound of vocabulary::kLatencyBounds.
class LatencyBuckets {
 public:
  LatencyBuckets();

  /// Adds the timed calls of one process. A fine bucket counts whole where its middle belongs, so that a call
  /// may be counted at a bound that is off by 6.25 %. Calls of a process whose clock cannot be converted (0
  /// seconds per tick) are left out.
  void add(const telemetry::SiteCounts& site, double secondsPerTick);

  /// Cumulative; the sum is exact.
  [[nodiscard]] HistogramValue value() const;

 private:
  std::vector<std::uint64_t> counts_;  // per bound, then +Inf; not cumulative
  double sum_ = 0;
};

/// The value that stands for a bucket of vocabulary/histogram.h, in ticks; of the last one, which has no end,
/// its beginning: past every exported bound in any case.
double middleTicks(unsigned bucket);
/// The same of vocabulary/size_bucket.h.
double middleSize(unsigned bucket);

/// Calls by the size of their input, per vocabulary::sizeBound(), which is exact; the sum takes each bucket's
/// sizes for its middle: within a third. Empty buckets for no sizes.
HistogramValue sizeBuckets(const telemetry::InputSizes& sizes);

}  // namespace assay::exporting
