// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/diff_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace assay::source {

std::vector<std::string_view> linesWithBreaks(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::string diffLine(char mark, std::string_view line) {
  const bool broken = line.ends_with('\n');
  return fmt::format("{}{}{}", mark, line, broken ? "" : "\n\\ No newline at end of file\n");
}

std::string diffHead(const std::string& file) {
  return fmt::format("--- a/{0}\n+++ b/{0}\n", file);
}

}  // namespace assay::source
