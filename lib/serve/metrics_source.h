// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is collected, as metrics whose counters never go down.
#pragma once

#include <vector>

#include "export/function_metrics.h"
#include "export/high_water.h"
#include "serve/collector.h"

namespace assay::serve {

/// Not thread-safe. The collector must outlive it.
class MetricsSource {
 public:
  explicit MetricsSource(Collector& collector) : collector_(collector) {}

  /// What the guards have counted by now, with what `facts` says of the functions. Diagnostics and failures
  /// are those of Collector::collect.
  Expected<std::vector<exporting::MetricFamily>> read(const exporting::FactsById& facts,
                                                      Diagnostics& diagnostics);

 private:
  Collector& collector_;
  exporting::SeriesTold told_;
  exporting::HighWater highWater_;
  bool first_ = true;
};

}  // namespace assay::serve
