// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/line_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

#include "source/diff_lines.h"

namespace assay::instrument {
namespace {

using source::diffLine;
using source::kDiffContext;
using Lines = std::vector<std::string_view>;

// One hunk, of the lines [begin, end).
struct Hunk {
  std::size_t begin;
  std::size_t end;
};

std::vector<Hunk> hunksOf(const Lines& before, const Lines& after) {
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    const std::size_t begin = i < kDiffContext ? 0 : i - kDiffContext;
    const std::size_t end = std::min(i + kDiffContext + 1, before.size());
    if (!hunks.empty() && begin <= hunks.back().end)
      hunks.back().end = end;
    else
      hunks.push_back({begin, end});
  }
  return hunks;
}

std::string rangeOf(const Hunk& hunk) {
  const std::size_t count = hunk.end - hunk.begin;
  return count == 1 ? fmt::format("{}", hunk.begin + 1) : fmt::format("{},{}", hunk.begin + 1, count);
}

std::string printed(const Hunk& hunk, const Lines& before, const Lines& after) {
  std::string text = fmt::format("@@ -{0} +{0} @@\n", rangeOf(hunk));
  for (std::size_t i = hunk.begin; i < hunk.end;) {
    if (before[i] == after[i]) {
      text += diffLine(' ', before[i++]);
      continue;
    }
    std::size_t end = i;
    while (end < hunk.end && before[end] != after[end]) ++end;
    for (std::size_t k = i; k < end; ++k) text += diffLine('-', before[k]);
    for (std::size_t k = i; k < end; ++k) text += diffLine('+', after[k]);
    i = end;
  }
  return text;
}

}  // namespace

std::string lineDiff(const std::string& file, std::string_view before, std::string_view after) {
  const Lines old = source::linesWithBreaks(before);
  const Lines changed = source::linesWithBreaks(after);
  assert(old.size() == changed.size());
  std::string text;
  for (const Hunk& hunk : hunksOf(old, changed)) text += printed(hunk, old, changed);
  return text.empty() ? text : source::diffHead(file) + text;
}

}  // namespace assay::instrument
