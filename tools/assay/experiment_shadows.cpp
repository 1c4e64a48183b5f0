// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/experiment_shadows.h"

#include <algorithm>

#include "telemetry/function_table.h"
#include "telemetry/segments.h"

namespace assay::tool {

Expected<std::map<std::uint64_t, ShadowCounts>> shadowCounts(
    const std::vector<experiment::KnownExperiment>& all, Diagnostics& diagnostics) {
  std::map<std::uint64_t, ShadowCounts> counts;
  for (const experiment::KnownExperiment& known : all)
    if (known.shadowId != 0) counts[known.id] = {};
  if (counts.empty()) return counts;
  ASSAY_TRY(const auto collection, telemetry::collect(telemetry::segmentFolder(), diagnostics));
  std::map<std::uint64_t, telemetry::FunctionRow> rows;
  for (telemetry::FunctionRow& row : telemetry::mergeProcesses(collection.processes).rows)
    rows[row.id] = std::move(row);
  for (const experiment::KnownExperiment& known : all) {
    if (known.shadowId == 0) continue;
    const telemetry::FunctionRow& comparisons = rows[known.shadowId];
    counts[known.id] = {comparisons.calls, comparisons.errors.value_or(0), rows[known.id].errors.value_or(0)};
  }
  return counts;
}

}  // namespace assay::tool
