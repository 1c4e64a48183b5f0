// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lacking_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "scan/begins_with_any.h"
#include "scan/noticed_flags.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kNamesFile = {"-include ", "-imacros ", "-include-pch "};
constexpr std::array<std::string_view, 4> kSearched = {"-I ", "-iquote ", "-isystem ", "-idirafter "};

std::string pathNamedBy(const std::string& flag) {
  return flag.substr(flag.find(' ') + 1);
}

// pre.h.pch was made of pre.h, which is read in its place.
std::string readInPlaceOf(const std::string& flag) {
  std::string path = pathNamedBy(flag);
  if (flag.starts_with("-include-pch "))
    path.resize(path.size() - fs::path(path).extension().string().size());
  return path;
}

// As Clang looks: in the folder of the command, then in the include folders.
std::vector<std::string> placesOf(const std::string& path, const CompileCommand& command,
                                  const std::vector<std::string>& flags) {
  std::vector<std::string> places = {path};
  const fs::path name = fs::path(path).lexically_relative(command.folder);
  if (name.empty() || name.string().starts_with("..")) return places;
  for (const std::string& flag : flags)
    if (beginsWithAny(flag, kSearched)) places.push_back((fs::path(pathNamedBy(flag)) / name).string());
  return places;
}

bool isFileThere(const std::string& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool isLackingResponse(const std::string& flag) {
  return flag.starts_with('@') && !flag.ends_with(".modmap");
}

}  // namespace

LackingFiles lackingFilesOf(const CompileCommand& command) {
  LackingFiles lacking;
  const std::vector<std::string> flags = noticedFlagsOf(command).others;
  for (const std::string& flag : flags) {
    if (isLackingResponse(flag)) lacking.names.push_back(flag);
    if (!beginsWithAny(flag, kNamesFile)) continue;
    const std::string path = readInPlaceOf(flag);
    std::vector<std::string> places = placesOf(path, command, flags);
    if (std::ranges::any_of(places, isFileThere)) continue;
    lacking.names.push_back(path);
    std::ranges::move(places, std::back_inserter(lacking.places));
  }
  return lacking;
}

void noteLacking(TargetResult& result) {
  LackingFiles lacking = lackingFilesOf(result.command);
  if (lacking.names.empty()) return;
  result.lacking = std::move(lacking.names);
  std::ranges::move(lacking.places, std::back_inserter(result.missing));
  const auto doubt = [](model::AnnotatedFunction& entry) {
    if (entry.precision == model::Precision::Exact) entry.precision = model::Precision::Inferred;
  };
  for (FileView& view : result.views) std::ranges::for_each(view.entries, doubt);
  std::ranges::for_each(result.definitions, doubt);
}

}  // namespace assay::scan
