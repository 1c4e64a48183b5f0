// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lines of files where #if skips code, as a unit saw them. Pure.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace assay::scan {

/// Between two directives, whose own lines (1-based) do not belong to it.
struct SkippedLines {
  unsigned above = 0;
  unsigned below = 0;

  [[nodiscard]] bool has(unsigned line) const { return above < line && line < below; }
  bool operator==(const SkippedLines&) const = default;
};

/// Of files that a unit enters once, by absolute real path. A file of which nothing is skipped is there too.
using SkippedByFile = std::map<std::string, std::vector<SkippedLines>>;

inline bool isSkipped(const std::vector<SkippedLines>& skipped, unsigned line) {
  return std::ranges::any_of(skipped, [line](const SkippedLines& some) { return some.has(line); });
}

}  // namespace assay::scan
