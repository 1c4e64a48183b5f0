// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/open_build.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "scan/find_database.h"
#include "scan/query_driver.h"
#include "scan/resource_folder.h"
#include "scan/result_cache.h"
#include "scan/tree_walk.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> globsOf(const std::vector<std::string>& queryDrivers) {
  std::vector<std::string> globs;
  for (const std::string& list : queryDrivers)
    for (const std::string_view glob : split(list, ','))
      if (!trim(glob).empty()) globs.emplace_back(trim(glob));
  return globs;
}

Expected<ReadDatabase> databaseOf(const std::string& path, ResultCache* cache) {
  if (cache == nullptr) return readDatabase(path);
  if (auto known = cache->database(path)) return ReadDatabase{*std::move(known), {}};
  const std::optional<FileStamp> stamp = stampOf(path);
  ASSAY_TRY(ReadDatabase read, readDatabase(path));
  if (stamp) cache->keepDatabase(path, *stamp, read);
  return read;
}

}  // namespace

Expected<Build> locateBuild(const ParseOptions& options) {
  Build build;
  std::error_code error;
  build.root = fs::canonical(options.root, error);
  if (error) return fail(ErrorCode::Usage, options.root.string() + ": " + error.message());
  if (!fs::is_directory(build.root, error))
    return fail(ErrorCode::Usage, options.root.string() + " is not a folder");
  ASSAY_TRY(const auto found, findDatabase(build.root, options.buildFolder));
  if (found) build.databasePath = *found;
  return build;
}

Expected<void> loadBuild(Build& build, const ParseOptions& options, Diagnostics& diagnostics,
                         ResultCache* cache) {
  if (build.databasePath.empty()) return {};
  auto database = databaseOf(build.databasePath.string(), cache);
  if (database) {
    build.database = std::move(database->commands);
    build.flagsFiles = std::move(database->responses);
    if (database->leftOut > 0)
      diagnostics.warning(
          "assay-scan-023", {build.databasePath.string()},
          fmt::format("entries of the compilation database that cannot be read were left out: {}",
                      database->leftOut),
          "an entry has `file`, `directory`, and `arguments` (a list of strings) or `command`");
    queryDrivers(globsOf(options.queryDrivers), build.database, diagnostics);
    return {};
  }
  if (options.buildFolder) return std::unexpected(std::move(database).error());
  const Error& reason = database.error();
  diagnostics.warning("assay-scan-010", reason.where, reason.message + "; flags are guessed", reason.hint);
  build.databasePath.clear();
  return {};
}

Expected<Build> openBuild(const ParseOptions& options, Diagnostics& diagnostics) {
  ASSAY_TRY(Build build, locateBuild(options));
  ASSAY_TRY_VOID(loadBuild(build, options, diagnostics));
  return build;
}

Expected<ParseEnvironment> environmentOf(const Build& build, const ParseOptions& options,
                                         std::vector<FileText> overlays) {
  ASSAY_TRY(std::string resources, findResourceFolder(options.resourceFolder));
  return ParseEnvironment{build.root.string(), std::move(resources), options.extraArguments,
                          std::move(overlays)};
}

UnitPlanner plannerOf(PlannedTree tree, unsigned jobs) {
  if (tree.files.empty()) {
    Diagnostics notAskedFor;
    for (WalkedFile& file : walkTree({tree.root, {}, {}}, notAskedFor).files)
      tree.files.push_back(std::move(file.path));
  }
  const std::string folder = tree.root.ends_with('/') ? tree.root : tree.root + "/";
  for (std::string& file : tree.files) file.insert(0, folder);
  return UnitPlanner(
      {std::move(tree.root), std::move(tree.database), std::move(tree.files), jobs, std::move(tree.known)});
}

}  // namespace assay::scan
