// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/characters.h"

#include "support/strings.h"

namespace assay::document {
namespace {

constexpr bool isBetween(char32_t c, char32_t first, char32_t last) {
  return first <= c && c <= last;
}

constexpr bool isHidden(char32_t c) {
  return c == 0x85 || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F ||
         isBetween(c, 0x2028, 0x202E) || isBetween(c, 0x2066, 0x2069) || c == 0xFEFF ||
         isBetween(c, 0xE0000, 0xE007F);
}

constexpr bool isPrintable(char32_t c) {
  return isBetween(c, 0x20, 0x7E) || c == '\t' || c == '\n' || c == '\r' || c == 0x85 ||
         isBetween(c, 0xA0, 0xD7FF) || isBetween(c, 0xE000, 0xFFFD) || isBetween(c, 0x10000, 0x10FFFF);
}

}  // namespace

Character firstCharacter(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {first, 1, true};
  const std::size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || bytes > text.size()) return {};
  char32_t value = first & (0xFFu >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!isContinuationByte(text[i])) return {};
    value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  }
  const bool overlong = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
  if (overlong || isBetween(value, 0xD800, 0xDFFF) || value > 0x10FFFF) return {};
  return {value, bytes, true};
}

bool appendCharacter(std::string& text, char32_t codePoint) {
  if (isBetween(codePoint, 0xD800, 0xDFFF) || codePoint > 0x10FFFF) return false;
  const auto add = [&](char32_t mark, char32_t bits) { text += static_cast<char>(mark | bits); };
  if (codePoint < 0x80) {
    add(0, codePoint);
    return true;
  }
  const int following = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
  add(0xFF00u >> (following + 1) & 0xFFu, codePoint >> 6 * following);
  for (int i = following - 1; i >= 0; --i) add(0x80, codePoint >> 6 * i & 0x3F);
  return true;
}

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {  // nearly always
      ++at;
      continue;
    }
    const Character c = firstCharacter(text.substr(at));
    if (!c.valid) return false;
    at += c.bytes;
  }
  return true;
}

bool isVisible(char32_t codePoint) {
  return isPrintable(codePoint) && !isHidden(codePoint) && codePoint != '\r';
}

std::optional<std::size_t> firstForbidden(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = firstCharacter(text.substr(at));
    if (!c.valid || !isPrintable(c.codePoint)) return at;
    at += c.bytes;
  }
  return std::nullopt;
}

}  // namespace assay::document
