// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs a frontend action over one unit in this process. Only the files of this room that know Clang include
// this header.
#pragma once

#include <memory>
#include <vector>

#include <clang/Frontend/FrontendAction.h>

#include "scan/adjust_arguments.h"
#include "scan/parse_unit.h"

namespace assay::scan {

struct UnitRun {
  const CompileCommand& command;
  ParsePurpose purpose = ParsePurpose::Collect;
  bool skipBodies = true;  ///< all but those that the action's consumer asks for
  Remains remains = Remains::Freed;
};

/// Returns what Clang said (errors, and warnings too for ParsePurpose::Diagnose) and which files it read.
/// Never fails: of a unit that cannot be parsed at all the action sees nothing.
DiagnosedUnit runUnit(const UnitRun& run, std::unique_ptr<clang::FrontendAction> action,
                      const ParseEnvironment& environment);

}  // namespace assay::scan
