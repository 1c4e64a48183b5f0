// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/include_graph.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "scan/file_kind.h"
#include "support/file.h"
#include "support/parallel.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

std::string_view skipBlanks(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  return text;
}

std::optional<IncludeLine> includeOf(std::string_view afterHash) {
  std::string_view text = skipBlanks(afterHash);
  if (text.starts_with("include_next"))
    text.remove_prefix(12);
  else if (text.starts_with("include"))
    text.remove_prefix(7);
  else if (text.starts_with("import"))
    text.remove_prefix(6);
  else
    return std::nullopt;
  text = skipBlanks(text);
  if (text.empty() || (text[0] != '"' && text[0] != '<')) return std::nullopt;
  const bool angled = text[0] == '<';
  const std::size_t end = text.substr(0, text.find('\n')).find(angled ? '>' : '"', 1);
  if (end == std::string_view::npos || end == 1) return std::nullopt;
  return IncludeLine{std::string(text.substr(1, end - 1)), angled};
}

bool onlyBlanksBefore(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '/' ||
         static_cast<unsigned char>(text[at - 1]) == 0xBF;
}

// "a/./b/../c" -> "a/c"; most paths are normal as they are written.
std::string normal(std::string path) {
  if (path.find("./") == std::string::npos && path.find("//") == std::string::npos) return path;
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

std::vector<IncludeLine> includeLines(std::string_view text) {
  std::vector<IncludeLine> lines;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1))
    if (onlyBlanksBefore(text, at))
      if (auto line = includeOf(text.substr(at + 1))) lines.push_back(*std::move(line));
  return lines;
}

IncludeGraph::IncludeGraph(std::vector<std::string> files, unsigned jobs) : files_(std::move(files)) {
  std::ranges::sort(files_);
  const auto repeated = std::ranges::unique(files_);
  files_.erase(repeated.begin(), repeated.end());
  lines_.resize(files_.size());
  forEachIndex(files_.size(), jobs, [&](std::size_t index) {
    if (const auto text = readFile(files_[index])) lines_[index] = includeLines(*text);
  });
  byPath_.reserve(files_.size());
  for (Index i = 0; i < files_.size(); ++i) {
    byPath_.emplace(files_[i], i);
    byName_[baseName(files_[i])].push_back(i);
  }
  link();
}

// The same few spellings come again and again, and what they fit does not depend on who writes them.
void IncludeGraph::link() {
  includers_.resize(files_.size());
  std::unordered_map<std::string_view, std::vector<Index>> known;
  for (Index includer = 0; includer < files_.size(); ++includer) {
    for (const IncludeLine& line : lines_[includer]) {
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

IncludeGraph::Index IncludeGraph::besideOf(std::string_view includer, const IncludeLine& line) const {
  if (line.angled) return kNone;
  std::string path(folderOf(includer));
  path.append(1, '/').append(line.spelling);
  return indexOf(normal(std::move(path)));
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
  return index == kNone ? kNothing : lines_[index];
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
