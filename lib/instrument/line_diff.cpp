// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/line_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <vector>

namespace assay::instrument {
namespace {

constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>;

// With their line breaks; the last one may have none.
Lines linesOf(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string printed(char mark, std::string_view line) {
  const bool broken = line.ends_with('\n');
  return fmt::format("{}{}{}", mark, line, broken ? "" : "\n\\ No newline at end of file\n");
}

// One hunk, of the lines [begin, end).
struct Hunk {
  std::size_t begin;
  std::size_t end;
};

std::vector<Hunk> hunksOf(const Lines& before, const Lines& after) {
  std::vector<Hunk> hunks;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i]) continue;
    const std::size_t begin = i < kContext ? 0 : i - kContext;
    const std::size_t end = std::min(i + kContext + 1, before.size());
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
      text += printed(' ', before[i++]);
      continue;
    }
    std::size_t end = i;
    while (end < hunk.end && before[end] != after[end]) ++end;
    for (std::size_t k = i; k < end; ++k) text += printed('-', before[k]);
    for (std::size_t k = i; k < end; ++k) text += printed('+', after[k]);
    i = end;
  }
  return text;
}

}  // namespace

std::string lineDiff(const std::string& file, std::string_view before, std::string_view after) {
  const Lines old = linesOf(before);
  const Lines changed = linesOf(after);
  assert(old.size() == changed.size());
  std::string text;
  for (const Hunk& hunk : hunksOf(old, changed)) text += printed(hunk, old, changed);
  return text.empty() ? text : fmt::format("--- a/{0}\n+++ b/{0}\n{1}", file, text);
}

}  // namespace assay::instrument
