// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/committed_lines.h"

#include <algorithm>
#include <utility>

namespace assay::provenance {
namespace {

bool continues(const CommittedLines& before, const CommittedLines& line) {
  return before.revision == line.revision && before.path == line.path &&
         before.lines.last + 1 == line.lines.first;
}

}  // namespace

std::vector<CommittedLines> committedLines(const FileAttribution& file, LineRange range) {
  std::vector<CommittedLines> pieces;
  const std::size_t last = std::min<std::size_t>(range.last, file.lines.size());
  for (std::size_t number = std::max(range.first, 1U); number <= last; ++number) {
    const AttributedLine& line = file.lines[number - 1];
    const AttributedCommit& commit = file.commitOf(line);
    const std::string& revision = commit.hash;
    if (commit.cutOff) continue;
    CommittedLines piece{revision, file.paths[line.path], {line.originalLine, line.originalLine}};
    if (!pieces.empty() && continues(pieces.back(), piece))
      pieces.back().lines.last = line.originalLine;
    else
      pieces.push_back(std::move(piece));
  }
  return pieces;
}

bool isCutOff(const FileAttribution& file, LineRange range) {
  const std::size_t last = std::min<std::size_t>(range.last, file.lines.size());
  for (std::size_t number = std::max(range.first, 1U); number <= last; ++number)
    if (file.commitOf(file.lines[number - 1]).cutOff) return true;
  return false;
}

}  // namespace assay::provenance
