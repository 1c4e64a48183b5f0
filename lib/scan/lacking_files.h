// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files that a command line takes flags or macros from, and that are not there: response files, -include,
// -imacros, the header of -include-pch. What is parsed without them may be other code.
#pragma once

#include <string>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/scan_target.h"

namespace assay::scan {

struct LackingFiles {
  std::vector<std::string> names;   ///< "@flags.rsp" as it is written, or an absolute path
  std::vector<std::string> places;  ///< absolute: where they were looked for
};

/// Looks at the file system for commands that name such files only. Module maps for a compiler
/// (@x.modmap) are not missed: modules are left out of every parse.
LackingFiles lackingFilesOf(const CompileCommand& command);

/// Looks for those of the result's command, and notes them: what is parsed without them may be other code, so
/// that nothing in it is exact.
void noteLacking(TargetResult& result);

}  // namespace assay::scan
