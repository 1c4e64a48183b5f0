// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/lexemes.h"

#include <string>

#include "support/strings.h"

namespace assay::instrument {
namespace {

// Where the spliced line goes on, or npos when the backslash at `at` does not splice.
std::size_t spliceEnd(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '\\') return std::string_view::npos;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != '\n' && isSpace(text[end])) ++end;
  return end < text.size() && text[end] == '\n' ? end + 1 : std::string_view::npos;
}

std::size_t endOfLineComment(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n') {
    const std::size_t spliced = spliceEnd(text, at);
    at = spliced == std::string_view::npos ? at + 1 : spliced;
  }
  return at;
}

bool isExponentSign(std::string_view text, std::size_t at) {
  const char before = lower(text[at - 1]);
  return (text[at] == '+' || text[at] == '-') && (before == 'e' || before == 'p');
}

std::size_t endOfNumber(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    const bool separator = text[at] == '\'' && at + 1 < text.size() && isWordByte(text[at + 1]);
    if (!isWordByte(text[at]) && text[at] != '.' && !separator && !isExponentSign(text, at)) break;
  }
  return at;
}

}  // namespace

std::size_t skipSplice(std::string_view text, std::size_t at) {
  const std::size_t end = spliceEnd(text, at);
  return end == std::string_view::npos ? at : end;
}

std::size_t skipBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

bool isComment(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with("//") || rest.starts_with("/*");
}

std::size_t endOfComment(std::string_view text, std::size_t at) {
  if (text.substr(at).starts_with("//")) return endOfLineComment(text, at);
  const std::size_t end = text.find("*/", at + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

std::size_t endOfLiteral(std::string_view text, std::size_t at) {
  const char quote = text[at++];
  while (at < text.size() && text[at] != '\n') {
    if (text[at] == quote) return at + 1;
    const std::size_t spliced = spliceEnd(text, at);
    if (spliced != std::string_view::npos)
      at = spliced;
    else
      at += text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n' ? 2 : 1;
  }
  return at;
}

std::size_t endOfRawString(std::string_view text, std::size_t at) {
  const std::size_t open = text.find('(', at);
  constexpr std::size_t kLongestDelimiter = 16;
  if (open == std::string_view::npos || open - at - 1 > kLongestDelimiter) return endOfLiteral(text, at);
  const std::string closing = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
  const std::size_t end = text.find(closing, open);
  return end == std::string_view::npos ? text.size() : end + closing.size();
}

std::size_t endOfWord(std::string_view text, std::size_t at) {
  if (isDigit(text[at])) return endOfNumber(text, at);
  while (at < text.size() && (isWordByte(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80)) ++at;
  return at;
}

bool isRawPrefix(std::string_view word) {
  return word == "R" || word == "LR" || word == "uR" || word == "UR" || word == "u8R";
}

std::size_t endOfDirective(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n') {
    const std::size_t spliced = spliceEnd(text, at);
    if (spliced != std::string_view::npos)
      at = spliced;
    else if (isComment(text, at))
      at = endOfComment(text, at);
    else if (text[at] == '"' || text[at] == '\'')
      at = endOfLiteral(text, at);
    else
      ++at;
  }
  return at;
}

}  // namespace assay::instrument
