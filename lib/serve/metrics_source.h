// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The segments of a folder, read again for each who asks, as metrics whose counters never go down.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "export/function_metrics.h"
#include "export/high_water.h"
#include "support/diagnostics.h"
#include "support/expected.h"
#include "telemetry/accumulator.h"

namespace assay::serve {

/// Not thread-safe.
class MetricsSource {
 public:
  explicit MetricsSource(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// What the guards have counted by now, with what `facts` says of the functions. Segments that cannot be
  /// read are diagnostics and a metric; a folder that cannot be listed fails (Input).
  Expected<std::vector<exporting::MetricFamily>> read(const exporting::FactsById& facts,
                                                      Diagnostics& diagnostics);

 private:
  std::filesystem::path folder_;
  telemetry::Accumulator accumulator_;
  exporting::HighWater highWater_;
};

}  // namespace assay::serve
