// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// libyaml counts characters; our places count lines and the bytes in them. This turns the one into the other.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/value.h"

namespace assay::document {

/// Walks a text once: characters are asked for in ascending order (an earlier one than the last gives the
/// place of the last). A byte order mark at the start is no character, but has its bytes. Keeps a view of the
/// text.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view text, unsigned firstLine = 1);
  /// The place of the character with that 0-based number, or of the end of the text.
  Place at(std::size_t character);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t character_ = 0;
  std::size_t lineStart_ = 0;
  unsigned line_;
};

Place placeOfByte(std::string_view text, std::size_t offset);

}  // namespace assay::document
