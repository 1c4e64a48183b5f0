// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/open_build.h"

#include <system_error>

#include "scan/find_database.h"
#include "scan/resource_folder.h"
#include "scan/tree_walk.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

}  // namespace

Expected<Build> openBuild(const ParseOptions& options, Diagnostics& diagnostics) {
  Build build;
  std::error_code error;
  build.root = fs::canonical(options.root, error);
  if (error) return fail(ErrorCode::Usage, options.root.string() + ": " + error.message());
  if (!fs::is_directory(build.root, error))
    return fail(ErrorCode::Usage, options.root.string() + " is not a folder");
  ASSAY_TRY(const auto found, findDatabase(build.root, options.buildFolder));
  if (!found) return build;
  build.databasePath = *found;
  auto database = loadDatabase(*found);
  if (database) {
    build.database = *std::move(database);
  } else if (options.buildFolder) {
    return std::unexpected(std::move(database).error());
  } else {
    const Error& reason = database.error();
    diagnostics.warning("assay-scan-010", reason.where, reason.message + "; flags are guessed", reason.hint);
    build.databasePath.clear();
  }
  return build;
}

Expected<ParseEnvironment> environmentOf(const Build& build, const ParseOptions& options,
                                         std::vector<FileText> overlays) {
  ASSAY_TRY(std::string resources, findResourceFolder(options.resourceFolder));
  return ParseEnvironment{build.root.string(), std::move(resources), options.extraArguments,
                          std::move(overlays)};
}

UnitPlanner plannerOf(Build build, std::vector<std::string> files, unsigned jobs) {
  if (files.empty()) {
    Diagnostics notAskedFor;
    files = walkTree({build.root, {}, {}}, notAskedFor).files;
  }
  for (std::string& file : files) file = (build.root / file).string();
  return UnitPlanner({build.root.string(), std::move(build.database), std::move(files), jobs});
}

}  // namespace assay::scan
