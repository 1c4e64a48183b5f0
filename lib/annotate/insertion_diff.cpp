// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "annotate/insertion_diff.h"

#include <fmt/format.h>

#include <algorithm>

#include "source/diff_lines.h"

namespace assay::annotate {
namespace {

using source::diffLine;
using source::kDiffContext;

/// A stretch of lines that are near to each other: lines of the text [begin, end), and what is inserted.
struct Hunk {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<const TagLine*> inserted;
};

std::vector<Hunk> hunksOf(std::size_t count, const std::vector<TagLine>& lines) {
  std::vector<Hunk> hunks;
  for (const TagLine& line : lines) {
    const std::size_t at = line.beforeLine - 1;
    const std::size_t begin = at - std::min(at, kDiffContext);
    const std::size_t end = std::min(at + kDiffContext, count);
    if (hunks.empty() || begin > hunks.back().end) hunks.push_back({begin, end, {}});
    hunks.back().end = end;
    hunks.back().inserted.push_back(&line);
  }
  return hunks;
}

// An empty range is named by the line before it.
std::string rangeText(std::size_t begin, std::size_t size) {
  return fmt::format("{},{}", size == 0 ? begin : begin + 1, size);
}

std::string hunkText(const Hunk& hunk, const std::vector<std::string_view>& lines,
                     std::size_t insertedBefore) {
  const std::size_t size = hunk.end - hunk.begin;
  std::string text = fmt::format("@@ -{} +{} @@\n", rangeText(hunk.begin, size),
                                 rangeText(hunk.begin + insertedBefore, size + hunk.inserted.size()));
  std::size_t at = hunk.begin;
  for (const TagLine* line : hunk.inserted) {
    for (; at + 1 < line->beforeLine; ++at) text += diffLine(' ', lines[at]);
    text += diffLine('+', line->edit.replacement);
  }
  for (; at < hunk.end; ++at) text += diffLine(' ', lines[at]);
  return text;
}

}  // namespace

std::string insertionDiff(const std::string& file, std::string_view before,
                          const std::vector<TagLine>& lines) {
  if (lines.empty()) return {};
  const std::vector<std::string_view> textLines = source::linesWithBreaks(before);
  std::string text = source::diffHead(file);
  std::size_t inserted = 0;
  for (const Hunk& hunk : hunksOf(textLines.size(), lines)) {
    text += hunkText(hunk, textLines, inserted);
    inserted += hunk.inserted.size();
  }
  return text;
}

}  // namespace assay::annotate
