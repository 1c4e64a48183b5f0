// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a byte may be in a scalar of the layout that writeYaml() gives a text: one table, for writing it and
// for reading it again. Of bytes beyond ASCII it says nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/strings.h"

namespace assay::document {

enum class ByteUse : std::uint8_t {
  InKey = 1,        ///< of a short key
  BeginsPlain = 2,  ///< an unquoted scalar, where many characters are indicators
  InPlain = 4,      ///< in it, whatever stands beside it
  InFlow = 8,       ///< in it, between brackets; readers differ about the rest of ASCII there
  InQuotes = 16,    ///< as it is
};

constexpr std::array<std::uint8_t, 256> kByteUses = [] {
  std::array<std::uint8_t, 256> uses{};
  const auto mark = [&](char c, ByteUse use, bool mayBe) {
    if (mayBe) uses[static_cast<unsigned char>(c)] |= static_cast<std::uint8_t>(use);
  };
  for (char c = ' '; c <= '~'; ++c) {
    const auto isOneOf = [c](std::string_view set) { return set.find(c) != std::string_view::npos; };
    mark(c, ByteUse::InKey, isWordByte(c) || c == '-');
    mark(c, ByteUse::BeginsPlain, isWordByte(c) || isOneOf("/.(<$\\+;^"));
    mark(c, ByteUse::InPlain, !isOneOf(":#"));
    mark(c, ByteUse::InFlow, isWordByte(c) || isOneOf(" -./+"));
    mark(c, ByteUse::InQuotes, !isOneOf("\"\\"));
  }
  return uses;
}();

constexpr bool mayBe(char c, ByteUse use) {
  return (kByteUses[static_cast<unsigned char>(c)] & static_cast<std::uint8_t>(use)) != 0;
}

constexpr bool isAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

}  // namespace assay::document
