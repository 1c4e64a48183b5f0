// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/similar_units.h"

#include <algorithm>

#include "scan/file_kind.h"

namespace assay::scan {
namespace {

enum UnitLanguage : std::size_t { COnly, CppOnly, Either };

UnitLanguage languageOf(std::string_view path) {
  const FileKind kind = kindOf(path);
  if (kind == FileKind::Header) return Either;
  return kind == FileKind::CSource ? COnly : CppOnly;
}

// The length of the folders that both paths begin with, the last slash included.
std::size_t sharedFolders(std::string_view a, std::string_view b) {
  const auto end = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return a.substr(0, end).rfind('/') + 1;
}

// What shares most with `file` stands beside the place where `file` would stand.
std::string_view nearest(const std::vector<std::string_view>& sorted, std::string_view file) {
  if (sorted.empty()) return {};
  const auto place = std::ranges::lower_bound(sorted, file);
  std::size_t shared = 0;
  if (place != sorted.end()) shared = sharedFolders(file, *place);
  if (place != sorted.begin()) shared = std::max(shared, sharedFolders(file, *std::prev(place)));
  return *std::ranges::lower_bound(sorted, file.substr(0, shared));
}

}  // namespace

SimilarUnits::SimilarUnits(const std::vector<std::string_view>& units) {
  for (const std::string_view path : units) {
    if (!isUnit(kindOf(path))) continue;
    sorted_[languageOf(path)].push_back(path);
    sorted_[Either].push_back(path);
    byStem_[stemOf(path)].push_back(path);
  }
}

std::string_view SimilarUnits::to(std::string_view file) const {
  const UnitLanguage language = languageOf(file);
  if (const auto named = byStem_.find(stemOf(file)); named != byStem_.end()) {
    Paths fitting;
    for (const std::string_view path : named->second)
      if (language == Either || languageOf(path) == language) fitting.push_back(path);
    if (!fitting.empty()) return nearest(fitting, file);
  }
  return nearest(sorted_[language], file);
}

}  // namespace assay::scan
