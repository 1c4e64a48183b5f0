// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which characters a YAML text may hold and which must be escaped; the walk over UTF-8 that both directions
// need.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace assay::document {

struct Character {
  char32_t codePoint = 0;
  std::size_t bytes = 1;
  bool valid = false;  ///< false: the first byte begins no strict UTF-8 sequence; `bytes` is 1 then
};

/// The first character of a non-empty text. Overlong forms, surrogates and values past U+10FFFF are invalid.
Character firstCharacter(std::string_view text);

/// Appends it in UTF-8; false, and nothing, when it is a surrogate or past U+10FFFF.
bool appendCharacter(std::string& text, char32_t codePoint);

bool isUtf8(std::string_view text);

/// YAML's c-printable, without the characters that a reader of the text cannot see or that reorder it
/// (bidirectional controls, zero-width space, byte order mark, tag characters) and without the line breaks of
/// YAML 1.1.
bool isVisible(char32_t codePoint);

/// Offset of the first byte that must not be in a YAML text at all: no UTF-8, or a control character.
std::optional<std::size_t> firstForbidden(std::string_view text);

}  // namespace assay::document
