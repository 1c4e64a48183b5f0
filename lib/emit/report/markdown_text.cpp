// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/markdown_text.h"

#include <algorithm>

#include "emit/report/text_layout.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

std::size_t longestRun(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

std::string codeSpan(std::string_view text, std::size_t width) {
  const std::string line = ellipsize(oneLine(text), width);
  if (line.empty()) return {};
  const std::string fence(longestRun(line, '`') + 1, '`');
  // In a table a cell ends at | even in a code span; `\|` is the one escape that works there, but not behind
  // another backslash, so that a lookalike stands in for the backslash before it.
  const std::string safe = replaceAll(replaceAll(line, "\\|", "⧵|"), "|", "\\|");
  const bool padded = line.front() == '`' || line.back() == '`';
  return fence + (padded ? " " : "") + safe + (padded ? " " : "") + fence;
}

}  // namespace assay::emit::report
