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

// Lines are counted from 1; of none, the line before is named.
std::string rangeInHead(std::size_t begin, std::size_t count) {
  if (count == 1) return fmt::format("{}", begin + 1);
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
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

std::string oneHunkDiff(const std::string& file, std::string_view before, std::string_view after) {
  const auto old = linesWithBreaks(before);
  const auto changed = linesWithBreaks(after);
  const std::size_t most = std::min(old.size(), changed.size());
  std::size_t same = 0, sameEnd = 0;
  while (same < most && old[same] == changed[same]) ++same;
  if (same == old.size() && same == changed.size()) return {};
  while (sameEnd < most - same && old[old.size() - 1 - sameEnd] == changed[changed.size() - 1 - sameEnd])
    ++sameEnd;
  const std::size_t begin = same - std::min(same, kDiffContext);
  const std::size_t behind = std::min(sameEnd, kDiffContext);
  const std::size_t gone = old.size() - sameEnd, come = changed.size() - sameEnd;
  std::string text =
      diffHead(file) + fmt::format("@@ -{} +{} @@\n", rangeInHead(begin, gone + behind - begin),
                                   rangeInHead(begin, come + behind - begin));
  for (std::size_t i = begin; i < same; ++i) text += diffLine(' ', old[i]);
  for (std::size_t i = same; i < gone; ++i) text += diffLine('-', old[i]);
  for (std::size_t i = same; i < come; ++i) text += diffLine('+', changed[i]);
  for (std::size_t i = gone; i < gone + behind; ++i) text += diffLine(' ', old[i]);
  return text;
}

}  // namespace assay::source
