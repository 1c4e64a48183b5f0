// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/wrapped_text.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::emit::review {
namespace {

// The end of the character that begins at `at`.
std::size_t nextCharacter(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && isContinuationByte(text[at])) ++at;
  return at;
}

// How much of the text fits: up to the last blank, else up to the last character; at least one.
std::size_t fitting(std::string_view text, std::size_t columns) {
  std::size_t end = 0, blank = 0;
  while (end < text.size()) {
    const std::size_t next = nextCharacter(text, end);
    if (end > 0 && text[end] == ' ') blank = end;
    if (displayWidth(text.substr(0, next)) > columns) break;
    end = next;
  }
  if (end == text.size()) return end;
  return blank > 0 ? blank : std::max(end, nextCharacter(text, 0));
}

}  // namespace

std::vector<std::string> wrapped(std::string_view line, std::size_t columns) {
  if (columns == 0 || displayWidth(line) <= columns) return {std::string(line)};
  std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  std::string_view rest = line.substr(indent);
  std::vector<std::string> pieces;
  while (!rest.empty()) {
    indent = std::min(indent, columns / 2);
    const std::size_t end = fitting(rest, columns - indent);
    pieces.push_back(std::string(indent, ' ') + std::string(trimRight(rest.substr(0, end))));
    rest = trim(rest.substr(end));
    if (pieces.size() == 1) indent += 2;
  }
  return pieces;
}

}  // namespace assay::emit::review
