// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/include_graph.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "scan/file_kind.h"
#include "scan/parallel.h"
#include "support/file.h"
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

// "a/./b/../c" -> "a/c"
std::string normal(const std::string& path) {
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
  std::vector<std::vector<IncludeLine>> read(files_.size());
  forEachIndex(files_.size(), jobs, [&](std::size_t index) {
    if (const auto text = readFile(files_[index])) read[index] = includeLines(*text);
  });
  for (std::size_t i = 0; i < files_.size(); ++i) {
    byName_.emplace(baseName(files_[i]), files_[i]);
    lines_.emplace(files_[i], std::move(read[i]));
  }
  for (const auto& [file, lines] : lines_)
    for (const IncludeLine& line : lines)
      for (const std::string& target : targetsOf(file, line)) includers_[target].insert(file);
}

const std::vector<IncludeLine>& IncludeGraph::includesOf(const std::string& file) const {
  static const std::vector<IncludeLine> kNone;
  const auto found = lines_.find(file);
  return found == lines_.end() ? kNone : found->second;
}

std::vector<std::string> IncludeGraph::targetsOf(const std::string& includer, const IncludeLine& line) const {
  if (!line.angled) {
    std::string beside = normal(std::string(folderOf(includer)) + "/" + line.spelling);
    if (lines_.contains(beside)) return {std::move(beside)};
  }
  const std::string spelling = normal(line.spelling);
  const std::string_view tail = withoutLeadingDots(spelling);
  std::vector<std::string> targets;
  const auto [first, last] = byName_.equal_range(baseName(tail));
  for (auto candidate = first; candidate != last; ++candidate)
    if (endsInPath(candidate->second, tail)) targets.push_back(candidate->second);
  std::ranges::sort(targets);
  return targets;
}

std::vector<std::string> IncludeGraph::includersOf(const std::string& file) const {
  std::vector<std::string> reached;
  std::set<std::string> seen{file};
  std::vector<std::string> level{file};
  while (!level.empty()) {
    std::set<std::string> next;
    for (const std::string& at : level)
      if (const auto found = includers_.find(at); found != includers_.end())
        for (const std::string& includer : found->second)
          if (seen.insert(includer).second) next.insert(includer);
    level.assign(next.begin(), next.end());
    reached.insert(reached.end(), level.begin(), level.end());
  }
  return reached;
}

}  // namespace assay::scan
