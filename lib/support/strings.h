// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The few operations on text that several rooms need: ASCII case, trimming, splitting, and showing foreign
// text safely.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Blank, tab, CR, LF, VT, FF: C's isspace in the "C" locale, whatever the process's locale is.
constexpr bool isSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool isAlpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// A byte that may be inside a C identifier (ASCII only).
constexpr bool isWordByte(char c) {
  return isAlpha(c) || isDigit(c) || c == '_';
}
/// True for the second and later bytes of a UTF-8 sequence.
constexpr bool isContinuationByte(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text);
std::string_view trim(std::string_view text);
std::string_view trimRight(std::string_view text);
bool startsWithIgnoringCase(std::string_view text, std::string_view prefix);
bool equalsIgnoringCase(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replaceAll(std::string text, std::string_view from, std::string_view to);

/// Control bytes (but tab) and DEL as `\xNN`, bytes that are not UTF-8 and C1 and bidirectional controls
/// likewise: safe to print on a terminal.
std::string visibleText(std::string_view text);

/// Columns a terminal uses for UTF-8 text: 0 for combining marks, 2 for wide East Asian characters and emoji.
std::size_t displayWidth(std::string_view text);
/// The text cut to `width` columns; a cut text ends in "…". Never cuts inside a character.
std::string ellipsize(std::string_view text, std::size_t width);

}  // namespace assay
