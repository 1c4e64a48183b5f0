// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/include_graph.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <utility>

#include "scan/file_kind.h"
#include "support/parallel.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

// As most paths are written.
bool isNormal(std::string_view path) {
  return path.find("./") == std::string_view::npos && path.find("//") == std::string_view::npos;
}

// "a/./b/../c" -> "a/c".
std::string normal(std::string path) {
  if (isNormal(path)) return path;
  return std::filesystem::path(path).lexically_normal().string();
}

bool endsInPath(std::string_view path, std::string_view tail) {
  return path.ends_with(tail) && path.size() > tail.size() && path[path.size() - tail.size() - 1] == '/';
}

// "../../util/x.h" may be meant relative to any include folder: what follows the dots must fit.
std::string_view withoutLeadingDots(std::string_view spelling) {
  while (spelling.starts_with("../") || spelling.starts_with("./"))
    spelling.remove_prefix(spelling.find('/') + 1);
  return spelling;
}

}  // namespace

IncludeGraph::IncludeGraph(std::vector<std::string> files, unsigned jobs, std::vector<Directives> known) {
  takeFiles(std::move(files), std::move(known));
  forEachIndex(files_.size(), jobs, [&](std::size_t index) { directives_[index].includes(files_[index]); });
  byPath_.reserve(files_.size());
  for (Index i = 0; i < files_.size(); ++i) {
    byPath_.emplace(files_[i], i);
    byName_[baseName(files_[i])].push_back(i);
  }
  link();
}

// In order, each once.
void IncludeGraph::takeFiles(std::vector<std::string>&& files, std::vector<Directives>&& known) {
  known.resize(files.size());
  std::vector<Index> order(files.size());
  std::iota(order.begin(), order.end(), Index{0});
  if (!std::ranges::is_sorted(files))
    std::ranges::sort(order, {}, [&](Index i) { return std::pair(std::string_view(files[i]), i); });
  for (const Index i : order) {
    if (!files_.empty() && files_.back() == files[i]) continue;
    files_.push_back(std::move(files[i]));
    directives_.push_back(std::move(known[i]));
  }
}

// The same few spellings come again and again, and what they fit does not depend on who writes them.
void IncludeGraph::link() {
  includers_.resize(files_.size());
  std::unordered_map<std::string_view, std::vector<Index>> known;
  for (Index includer = 0; includer < files_.size(); ++includer) {
    for (const IncludeLine& line : directives_[includer].knownIncludes()) {
      if (const Index beside = besideOf(files_[includer], line); beside != kNone) {
        includers_[beside].push_back(includer);
        continue;
      }
      const auto [found, isNew] = known.try_emplace(line.spelling);
      if (isNew) found->second = fitting(line.spelling);
      for (const Index target : found->second) includers_[target].push_back(includer);
    }
  }
  for (std::vector<Index>& direct : includers_) {
    const auto repeated = std::ranges::unique(direct);  // sorted: includers came in order
    direct.erase(repeated.begin(), repeated.end());
  }
}

IncludeGraph::Index IncludeGraph::indexOf(std::string_view path) const {
  const auto found = byPath_.find(path);
  return found == byPath_.end() ? kNone : found->second;
}

// Nearly all names mean files elsewhere: what files there are by the last part of a name is asked first.
IncludeGraph::Index IncludeGraph::besideOf(std::string_view includer, const IncludeLine& line) const {
  if (line.angled) return kNone;
  const std::string_view folder = folderOf(includer);
  const std::string_view spelling = line.spelling;
  if (spelling.starts_with('/') || !isNormal(spelling))
    return indexOf(normal(std::string(folder).append(1, '/').append(spelling)));
  const auto named = byName_.find(baseName(spelling));
  if (named == byName_.end()) return kNone;
  const auto beside = [&](Index candidate) {
    const std::string_view path = files_[candidate];
    return path.size() == folder.size() + 1 + spelling.size() && path.starts_with(folder) &&
           path[folder.size()] == '/' && path.ends_with(spelling);
  };
  const auto found = std::ranges::find_if(named->second, beside);
  return found == named->second.end() ? kNone : *found;
}

std::vector<IncludeGraph::Index> IncludeGraph::fitting(std::string_view spelling) const {
  const std::string path = normal(std::string(spelling));
  const std::string_view tail = withoutLeadingDots(path);
  std::vector<Index> targets;
  if (const auto named = byName_.find(baseName(tail)); named != byName_.end())
    for (const Index candidate : named->second)
      if (endsInPath(files_[candidate], tail)) targets.push_back(candidate);
  return targets;
}

const std::vector<IncludeLine>& IncludeGraph::includesOf(const std::string& file) const {
  static const std::vector<IncludeLine> kNothing;
  const Index index = indexOf(file);
  return index == kNone ? kNothing : directives_[index].knownIncludes();
}

Directives* IncludeGraph::directivesOf(const std::string& file) {
  const Index index = indexOf(file);
  return index == kNone ? nullptr : &directives_[index];
}

std::vector<std::string> IncludeGraph::targetsOf(const std::string& includer, const IncludeLine& line) const {
  if (const Index beside = besideOf(includer, line); beside != kNone) return {files_[beside]};
  std::vector<std::string> targets;
  for (const Index target : fitting(line.spelling)) targets.push_back(files_[target]);
  return targets;
}

std::vector<std::string> IncludeGraph::directIncludersOf(const std::string& file) const {
  std::vector<std::string> direct;
  if (const Index index = indexOf(file); index != kNone)
    for (const Index includer : includers_[index]) direct.push_back(files_[includer]);
  return direct;
}

std::vector<std::string> IncludeGraph::includersOf(const std::string& file) const {
  std::vector<std::string> reached;
  const Index start = indexOf(file);
  if (start == kNone) return reached;
  std::vector<bool> seen(files_.size());
  seen[start] = true;
  for (std::vector<Index> level{start}; !level.empty();) {
    std::vector<Index> next;
    for (const Index at : level)
      for (const Index includer : includers_[at])
        if (!seen[includer]) {
          seen[includer] = true;
          next.push_back(includer);
        }
    std::ranges::sort(next);
    for (const Index includer : next) reached.push_back(files_[includer]);
    level = std::move(next);
  }
  return reached;
}

}  // namespace assay::scan
