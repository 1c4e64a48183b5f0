// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/resource_folder.h"

#include <clang/Basic/Version.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "scan/scan.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

bool holdsHeaders(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "include" / "stddef.h", ignored);
}

std::vector<fs::path> foldersIn(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    folders.push_back(it->path());
  std::ranges::sort(folders, std::greater());
  return folders;
}

}  // namespace

std::vector<fs::path> resourcePlaces(const fs::path& program) {
  const std::string version = CLANG_VERSION_MAJOR_STRING;
  std::vector<fs::path> places;
  if (!program.empty()) {
    places.push_back((program.parent_path() / ASSAY_CLANG_BESIDE).lexically_normal());
    places.push_back(program.parent_path().parent_path() / "lib" / "clang" / version);
  }
  places.emplace_back(ASSAY_CLANG_RESOURCE_FOLDER);
  for (const char* lib : {"/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/opt/llvm/lib"}) {
    places.push_back(fs::path(lib) / ("llvm-" + version) / "lib" / "clang" / version);
    places.push_back(fs::path(lib) / "clang" / version);
  }
  for (const fs::path& install : foldersIn("/usr/lib"))
    if (install.filename().string().starts_with("llvm-"))
      for (const fs::path& folder : foldersIn(install / "lib" / "clang")) places.push_back(folder);
  for (const char* folders : {"/usr/lib/clang", "/usr/lib64/clang"})
    for (const fs::path& folder : foldersIn(folders)) places.push_back(folder);
  return places;
}

Expected<std::string> firstWithHeaders(const std::vector<fs::path>& places) {
  const auto found = std::ranges::find_if(places, holdsHeaders);
  if (found != places.end()) return found->string();
  return fail(
      ErrorCode::Input, "Clang's builtin headers (stddef.h, …) are not on this machine",
      fmt::format("install libclang-common-{}-dev (Debian, Ubuntu) or any Clang", CLANG_VERSION_MAJOR));
}

Expected<std::string> findResourceFolder(const std::string& asked) {
  if (!asked.empty()) {
    if (holdsHeaders(asked)) return asked;
    return fail(ErrorCode::Usage, "no builtin headers of Clang in " + asked);
  }
  std::error_code error;
  return firstWithHeaders(resourcePlaces(fs::read_symlink("/proc/self/exe", error)));
}

std::string llvmVersion() {
  return CLANG_VERSION_STRING;
}

}  // namespace assay::scan
