// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Decides what to parse for the tagged files, in stages: each by itself; headers that do not stand by
// themselves, or hide a tag, through units that include them; units that define what a header only declares;
// at last the tokens alone. Every tag ends up in at least one entry. What one file leads to never depends on
// the other files.
#pragma once

#include <vector>

#include "model/fragment.h"
#include "scan/parse_unit.h"
#include "scan/plan_units.h"
#include "scan/read_sources.h"
#include "scan/result_cache.h"
#include "scan/scan.h"
#include "support/diagnostics.h"

namespace assay::scan {

struct CollectRequest {
  const std::vector<TaggedSource>& sources;
  const ParseEnvironment& environment;
  const ScanOptions& options;
  ResultCache& cache;
};

struct CollectedTree {
  model::Fragment part;  ///< entries, definitions, files with their hashes; `complete` is false when a file
                         ///< could not be parsed at all
  ParseStats stats;
};

/// Follows the tags of those sources that belong to the part (ScanOptions::shard).
CollectedTree collectTree(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics);

}  // namespace assay::scan
