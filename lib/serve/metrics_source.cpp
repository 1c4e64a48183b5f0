// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "serve/metrics_source.h"

#include <utility>

namespace assay::serve {

// A server that goes on from a history may have handed out what that has.
Expected<std::vector<exporting::MetricFamily>> MetricsSource::read(const exporting::FactsById& facts,
                                                                   Diagnostics& diagnostics) {
  if (std::exchange(first_, false)) {
    auto before = exporting::functionMetrics(collector_.parts(), facts, 0, told_);
    highWater_.raise(before);
  }
  ASSAY_TRY_VOID(collector_.collect(diagnostics));
  auto families = exporting::functionMetrics(collector_.parts(), facts, collector_.unreadable(), told_);
  highWater_.raise(families);
  return families;
}

}  // namespace assay::serve
