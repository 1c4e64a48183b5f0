// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/instrumented_files.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "instrument/mirror.h"

namespace assay::instrument {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 24> kExtensions = {
    ".c",  ".cc",  ".cpp", ".cxx", ".c++", ".C",   ".cppm", ".ixx", ".cu",  ".m",   ".mm",  ".h",
    ".hh", ".hpp", ".hxx", ".h++", ".H",   ".cuh", ".inc",  ".inl", ".ipp", ".tpp", ".tcc", ".def"};

bool isSource(const fs::path& file) {
  return std::ranges::find(kExtensions, file.extension().string()) != kExtensions.end();
}

void collect(const fs::path& folder, std::set<fs::path>& found) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_symlink(ignored)) continue;
    if (it->is_directory(ignored) && !isLeftOut(it->path())) collect(it->path(), found);
    if (it->is_regular_file(ignored) && isSource(it->path())) found.insert(it->path());
  }
}

}  // namespace

std::vector<fs::path> sourceFilesBelow(const std::vector<fs::path>& paths) {
  std::set<fs::path> found;
  for (const fs::path& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error))
      collect(path, found);
    else
      found.insert(path);
  }
  return {found.begin(), found.end()};
}

}  // namespace assay::instrument
