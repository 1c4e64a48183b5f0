// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <algorithm>
#include <map>
#include <set>

#include "manifest/manifest.h"

namespace assay::manifest {
namespace {

bool isUnread(const std::string& file, const std::vector<std::string>& unread) {
  return std::ranges::any_of(unread, [&](const std::string& place) {
    return place == file || place == "/" || (place.ends_with('/') && file.starts_with(place));
  });
}

}  // namespace

// An entry belongs to the file of its tag as much as to that of its body: without either it is not found.
void keepUnread(const model::Manifest& before, const std::vector<std::string>& unread, model::Manifest& now,
                Diagnostics& diagnostics) {
  if (unread.empty()) return;
  std::set<std::pair<std::uint64_t, std::string>> found;
  std::set<std::string> listed;
  for (const model::AnnotatedFunction& function : now.functions) found.emplace(function.id, function.file);
  for (const model::TaggedFile& file : now.files) listed.insert(file.path);
  std::map<std::string, std::size_t> kept;
  std::set<std::string> files;
  for (const model::AnnotatedFunction& function : before.functions) {
    const std::string& tagged = function.tagFile.empty() ? function.file : function.tagFile;
    if (!isUnread(function.file, unread) && !isUnread(tagged, unread)) continue;
    if (!found.emplace(function.id, function.file).second) continue;
    now.functions.push_back(function);
    ++kept[isUnread(tagged, unread) ? tagged : function.file];
    files.insert({function.file, tagged});
  }
  for (const model::TaggedFile& file : before.files)
    if ((files.contains(file.path) || isUnread(file.path, unread)) && !listed.contains(file.path))
      now.files.push_back(file);
  for (const auto& [file, count] : kept)
    diagnostics.warning("assay-scan-011", {file},
                        "not read this time: what the manifest said of its " + std::to_string(count) +
                            (count == 1 ? " entry is kept" : " entries is kept"));
}

}  // namespace assay::manifest
