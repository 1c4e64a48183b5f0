// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs the preprocessor alone over one unit, a small part of what parsing costs, to learn whether lines of
// some files are ever let through by their #if. Callers see plain data.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/parse_unit.h"

namespace assay::scan {

struct ShownLines {
  bool any = false;                ///< one of the lines is not skipped, at some time that its file is entered
  std::vector<std::string> files;  ///< absolute real paths of all files the unit read or asked for, sorted
  std::vector<std::string> missing;    ///< where an #include or __has_include looked in vain
  std::vector<std::string> onlyAsked;  ///< of `files`: found by __has_include, not entered
};

/// `lines`: 1-based, by absolute real path. Never fails: a unit that cannot be read shows nothing.
ShownLines preprocessUnit(const CompileCommand& command,
                          const std::map<std::string, std::vector<unsigned>>& lines,
                          const ParseEnvironment& environment);

}  // namespace assay::scan
