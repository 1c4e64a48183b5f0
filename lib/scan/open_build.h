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

class ResultCache;

struct Build {
  std::filesystem::path root;          ///< absolute, without symbolic links
  std::filesystem::path databasePath;  ///< empty = none was found
  CompilationDatabase database;
  std::vector<std::string> flagsFiles =
      {};  ///< response files that it names, absolute; also those that are not there
};

/// Root and place of the database, which is not read yet. Fails (Usage) when the root is no folder or the
/// given build folder has no database.
Expected<Build> locateBuild(const ParseOptions& options);

/// Reads the database, or takes it from the cache if that is given and has it. Fails when one of a given
/// build folder cannot be read; one that was found by looking is a warning then.
Expected<void> loadBuild(Build& build, const ParseOptions& options, Diagnostics& diagnostics,
                         ResultCache* cache = nullptr);

/// Both.
Expected<Build> openBuild(const ParseOptions& options, Diagnostics& diagnostics);

/// Fails when Clang's builtin headers are not to be found.
Expected<ParseEnvironment> environmentOf(const Build& build, const ParseOptions& options,
                                         std::vector<FileText> overlays);

/// What plannerOf() makes a planner of.
struct PlannedTree {
  std::string root;  ///< absolute
  CompilationDatabase database;
  std::vector<std::string> files;      ///< root-relative, in order; empty = they are listed here
  std::vector<Directives> known = {};  ///< of `files`, one each, or none at all
};

UnitPlanner plannerOf(PlannedTree tree, unsigned jobs);

}  // namespace assay::scan
