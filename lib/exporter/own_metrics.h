// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the guards of this process have counted, as metrics: read from its own segments, as `assay serve`
// reads those of all. Knows nothing of who is told.
#pragma once

#include <filesystem>
#include <mutex>
#include <vector>

#include "export/function_metrics.h"
#include "export/high_water.h"
#include "serve/served_facts.h"
#include "support/diagnostics.h"
#include "support/expected.h"
#include "telemetry/accumulator.h"

namespace assay::exporter {

struct OwnReading {
  std::vector<telemetry::ProcessSnapshot> parts;
  std::vector<exporting::MetricFamily> families;  ///< counters among them never go down
  exporting::FactsById facts;
};

/// Any thread; one reads at a time.
class OwnMetrics {
 public:
  /// `folder`: of the segments. `manifest`: what is said of the functions; empty = nothing.
  OwnMetrics(std::filesystem::path folder, const std::filesystem::path& manifest);

  /// Before the first guard has run there is nothing in it. A segment or a manifest that cannot be read is a
  /// diagnostic, and a folder that guards cannot write to; a folder that cannot be listed is a failure.
  Expected<OwnReading> read(Diagnostics& diagnostics);

 private:
  std::mutex door_;
  std::filesystem::path folder_;
  serve::ServedFacts facts_;
  telemetry::Accumulator accumulator_;
  exporting::SeriesTold told_;
  exporting::HighWater highWater_;
};

}  // namespace assay::exporter
