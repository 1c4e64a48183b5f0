// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/dependency_file.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::launch {
namespace {

std::string escapedForMake(std::string_view file) {
  std::string escaped;
  for (const char c : file) {
    if (c == ' ' || c == '#' || c == '\\') escaped += '\\';
    if (c == '$') escaped += '$';
    escaped += c;
  }
  return escaped;
}

bool isLineBreak(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '\n' || text.substr(at, 2) == "\r\n");
}

// The word at `at`, unescaped; moves behind it.
std::string takeWord(std::string_view text, std::size_t& at) {
  std::string word;
  for (; at < text.size() && !isSpace(text[at]); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (text[at] == '\\' && isLineBreak(text, at + 1)) break;
    if ((text[at] == '\\' && (next == ' ' || next == '#' || next == '\\')) ||
        (text[at] == '$' && next == '$'))
      ++at;
    word += text[at];
  }
  return word;
}

// Moves to the next word of the rule; false at its end.
bool skipToWord(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    if (text[at] == '\\' && isLineBreak(text, at + 1))
      at += text[at + 1] == '\r' ? 3 : 2;
    else if (text[at] == '\n')
      return false;
    else if (isSpace(text[at]))
      ++at;
    else
      return true;
  }
  return false;
}

// The offset behind the colon that ends the first rule's targets; npos when there is none.
std::size_t behindTargets(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == ':' && (i + 1 == text.size() || isSpace(text[i + 1]) || text[i + 1] == '\\')) return i + 1;
  return std::string_view::npos;
}

}  // namespace

Dependencies readDependencies(std::string_view text) {
  Dependencies result;
  std::size_t at = behindTargets(text);
  if (at == std::string_view::npos) return result;
  std::size_t target = 0;
  if (skipToWord(text, target)) result.target = takeWord(text.substr(0, at - 1), target);
  while (skipToWord(text, at)) result.files.push_back(takeWord(text, at));
  return result;
}

std::string withDependency(std::string text, std::string_view file) {
  const std::size_t at = behindTargets(text);
  if (at == std::string::npos || std::ranges::count(readDependencies(text).files, file) > 0) return text;
  std::size_t end = at;
  while (skipToWord(text, end)) takeWord(text, end);
  while (end > at && isSpace(text[end - 1])) --end;
  return text.insert(end, " \\\n  " + escapedForMake(file));
}

std::string dependencyRule(std::string_view target, const std::vector<std::string>& files) {
  std::string rule = escapedForMake(target) + ":";
  for (const std::string& file : files) rule += " \\\n  " + escapedForMake(file);
  return rule + "\n";
}

}  // namespace assay::launch
