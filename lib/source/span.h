// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Places in a text. Offsets are bytes from the start, 0-based; lines and columns are 1-based, columns count
// bytes.
#pragma once

#include <compare>
#include <cstddef>

namespace assay::source {

/// Half-open range of byte offsets [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
  bool operator==(const Span&) const = default;
};

/// A line and a column, 1-based; {0, 0} means "not known".
struct Position {
  unsigned line = 0;
  unsigned column = 0;

  [[nodiscard]] constexpr bool known() const { return line > 0; }
  auto operator<=>(const Position&) const = default;
};

}  // namespace assay::source
