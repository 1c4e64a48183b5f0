// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The beginning that scanning and checking share: the root, its compilation database, the compiler's own
// headers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scan/compilation_database.h"
#include "scan/parse_unit.h"
#include "scan/plan_units.h"
#include "scan/scan.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::scan {

struct Build {
  std::filesystem::path root;          ///< absolute, without symbolic links
  std::filesystem::path databasePath;  ///< empty = none was found
  CompilationDatabase database;
};

/// Fails (Usage) when the root is no folder or the given build folder has no database; a database that was
/// found by looking and cannot be read is a warning.
Expected<Build> openBuild(const ParseOptions& options, Diagnostics& diagnostics);

/// Fails when Clang's builtin headers are not to be found.
Expected<ParseEnvironment> environmentOf(const Build& build, const ParseOptions& options,
                                         std::vector<FileText> overlays);

/// `files` are the tree's, root-relative; empty = they are listed here.
UnitPlanner plannerOf(Build build, std::vector<std::string> files, unsigned jobs);

}  // namespace assay::scan
