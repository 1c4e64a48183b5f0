// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/diff_lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace assay::source {

namespace {

bool needsQuotes(std::string_view name) {
  return std::ranges::any_of(name, [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\' || c == '\x7f';
  });
}

// As git quotes a name (core.quotePath off), so that git and patch read it back.
std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\')
      (text += '\\') += c;
    else if (static_cast<unsigned char>(c) < ' ' || c == '\x7f')
      text += fmt::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      text += c;
  }
  return text + '"';
}

// A name with a blank ends at a tab: else patch takes the blank for its end.
std::string nameInHead(const std::string& name) {
  if (needsQuotes(name)) return quoted(name);
  return name.find(' ') == std::string::npos ? name : name + '\t';
}

}  // namespace

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
  return fmt::format("--- {}\n+++ {}\n", nameInHead("a/" + file), nameInHead("b/" + file));
}

}  // namespace assay::source
