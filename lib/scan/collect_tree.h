// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Parses the units that the tagged files need, in rounds: each tagged unit by its own command and a few more
// units for the tagged headers; then other units for what those did not show (a header nobody entered, a
// branch that was inactive, a declaration whose definition is elsewhere); at last the tokens alone. Every tag
// ends up in at least one entry.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/annotated_function.h"
#include "scan/parse_unit.h"
#include "scan/plan_units.h"
#include "scan/read_sources.h"
#include "scan/scan.h"
#include "support/diagnostics.h"

namespace assay::scan {

struct CollectRequest {
  const std::vector<TaggedSource>& sources;
  const ParseEnvironment& environment;
  const ScanOptions& options;
};

struct CollectedTree {
  std::vector<model::AnnotatedFunction> functions;  ///< sorted by file, line, id
  std::size_t unitsParsed = 0;
  bool complete = true;  ///< false: a file could not be parsed at all
};

CollectedTree collectTree(const CollectRequest& request, UnitPlanner& planner, Diagnostics& diagnostics);

}  // namespace assay::scan
