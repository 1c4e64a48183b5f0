// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/cli/roff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace assay::emit::cli {

namespace {

// Roff would show other characters that look like these, and nobody could copy them from the page.
struct Glyph {
  char plain;
  std::string_view name;
};
constexpr Glyph kGlyphs[] = {{'-', "\\-"},    {'\\', "\\e"},  {'`', "\\(ga"},
                             {'\'', "\\(aq"}, {'~', "\\(ti"}, {'^', "\\(ha"}};

std::string glyphOf(char c) {
  const auto* glyph = std::ranges::find(kGlyphs, c, &Glyph::plain);
  return glyph == std::end(kGlyphs) ? std::string(1, c) : std::string(glyph->name);
}

// Takes a character of UTF-8 that is not ASCII from the start of a text; what is none is one byte, unknown.
char32_t takeCharacter(std::string_view& text) {
  constexpr char32_t kReplacement = 0xFFFD;
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  char32_t character = first & (0x3FU >> more);
  bool whole = more > 0 && text.size() > more;
  for (std::size_t i = 1; whole && i <= more; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    whole = (next & 0xC0U) == 0x80U;
    character = character << 6U | (next & 0x3FU);
  }
  text.remove_prefix(whole ? more + 1 : 1);
  return whole ? character : kReplacement;
}

}  // namespace

std::string roffText(std::string_view text) {
  std::string escaped;
  bool atStart = true;
  while (!text.empty()) {
    const char c = text.front();
    if (atStart && (c == '.' || c == '\'')) escaped += "\\&";
    atStart = c == '\n';
    if (static_cast<unsigned char>(c) >= 0x80) {
      escaped += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(takeCharacter(text)));
    } else {
      escaped += glyphOf(c);
      text.remove_prefix(1);
    }
  }
  return escaped;
}

std::string roffBold(std::string_view text) {
  return "\\fB" + roffText(text) + "\\fR";
}

std::string roffItalic(std::string_view text) {
  return "\\fI" + roffText(text) + "\\fR";
}

}  // namespace assay::emit::cli
