// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/find_database.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "compile_commands.json";

std::optional<fs::path> databaseIn(const fs::path& folder) {
  std::error_code ignored;
  if (fs::is_regular_file(folder / kName, ignored)) return folder / kName;
  return std::nullopt;
}

std::vector<fs::path> foldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_directory(ignored)) folders.push_back(it->path());
  }
  std::ranges::sort(folders);
  return folders;
}

bool isBuildName(const std::string& name) {
  return name == "out" || name.starts_with("build") || name.starts_with("cmake-build") ||
         name.starts_with("_build");
}

std::optional<fs::path> databaseAround(const fs::path& root) {
  if (auto found = databaseIn(root)) return found;
  std::vector<fs::path> builds;
  for (const fs::path& folder : foldersIn(root))
    if (isBuildName(folder.filename().string())) builds.push_back(folder);
  for (const fs::path& build : builds)
    if (auto found = databaseIn(build)) return found;
  for (const fs::path& build : builds)
    for (const fs::path& folder : foldersIn(build))
      if (auto found = databaseIn(folder)) return found;
  return std::nullopt;
}

}  // namespace

std::vector<fs::path> upToRepository(const fs::path& root) {
  std::vector<fs::path> folders;
  for (fs::path folder = root;; folder = folder.parent_path()) {
    folders.push_back(folder);
    std::error_code ignored;
    if (fs::exists(folder / ".git", ignored)) return folders;
    if (!folder.has_relative_path()) return {root};
  }
}

Expected<std::optional<fs::path>> findDatabase(const fs::path& root,
                                               const std::optional<fs::path>& buildFolder) {
  if (buildFolder) {
    std::error_code ignored;
    if (fs::is_regular_file(*buildFolder, ignored)) return buildFolder;
    if (auto found = databaseIn(*buildFolder)) return found;
    return fail(
        ErrorCode::Usage, "no compile_commands.json in " + buildFolder->string(),
        "configure it with `cmake -B " + buildFolder->string() + " -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`");
  }
  for (const fs::path& folder : upToRepository(root))
    if (auto found = databaseAround(folder)) return found;
  return std::nullopt;
}

}  // namespace assay::scan
