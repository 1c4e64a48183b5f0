// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/markdown_text.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::emit::review {
namespace {

constexpr std::string_view kEscaped = "\\`*_[]|~&$";

std::size_t longestFence(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string onOneLine(std::string_view text) {
  std::string line = visibleText(text);
  std::ranges::replace(line, '\t', ' ');
  return line;
}

// Before a blank `<` is less than; `>` quotes where a line begins.
bool opensMarkup(std::string_view line, std::size_t at) {
  if (line[at] == '>') return at == 0;
  return line[at] == '<' && at + 1 < line.size() && line[at + 1] != ' ';
}

// What code hosts look for in the finished text, whatever is escaped.
bool meansMore(std::string_view line) {
  return line.contains('@') || line.contains('#') || line.contains("://") || line.contains("www.");
}

}  // namespace

std::string codeText(std::string_view text) {
  const std::string line = onOneLine(text);
  if (line.empty()) return {};
  const std::string fence(longestFence(line) + 1, '`');
  const bool padded = line.front() == '`' || line.back() == '`';
  return fence + (padded ? " " : "") + line + (padded ? " " : "") + fence;
}

std::string cellCodeText(std::string_view text) {
  // A cell ends at | even in a code span; `\|` works there, but not behind another backslash, so that a
  // lookalike stands in for that one.
  return replaceAll(replaceAll(codeText(text), "\\|", "⧵|"), "|", "\\|");
}

std::string sentenceText(std::string_view text) {
  const std::string line = onOneLine(text);
  if (meansMore(line)) return codeText(line);
  std::string escaped;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (kEscaped.contains(line[i]) || opensMarkup(line, i)) escaped += '\\';
    escaped += line[i];
  }
  return escaped;
}

}  // namespace assay::emit::review
