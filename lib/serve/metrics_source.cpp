// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/metrics_source.h"

#include <utility>

#include "telemetry/segments.h"

namespace assay::serve {

Expected<std::vector<exporting::MetricFamily>> MetricsSource::read(const exporting::FactsById& facts,
                                                                   Diagnostics& diagnostics) {
  ASSAY_TRY(telemetry::Collection collection, telemetry::collect(folder_, diagnostics));
  const auto processes =
      accumulator_.update(std::move(collection.processes),
                          [](const telemetry::SegmentFile& file) { return telemetry::isThere(file); });
  auto families = exporting::functionMetrics(processes, facts, collection.unreadable);
  highWater_.raise(families);
  return families;
}

}  // namespace assay::serve
