// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Text of bounded length without libc's formatting, which may allocate and is not for signal handlers. What
// does not fit is cut.
#pragma once

#include <cstddef>
#include <cstdint>

namespace assay::runtime {

template <std::size_t Capacity>
class Text {
 public:
  Text& add(const char* text) noexcept {
    while (*text != '\0') put(*text++);
    return *this;
  }
  Text& addDecimal(std::uint64_t value) noexcept { return addNumber(value, 10); }
  Text& addHex(std::uint64_t value) noexcept { return addNumber(value, 16); }
  void clear() noexcept { bytes_[length_ = 0] = '\0'; }
  [[nodiscard]] const char* text() const noexcept { return bytes_; }

 private:
  void put(char character) noexcept {
    if (length_ + 1 >= Capacity) return;
    bytes_[length_++] = character;
    bytes_[length_] = '\0';
  }
  Text& addNumber(std::uint64_t value, unsigned base) noexcept {
    if (value >= base) addNumber(value / base, base);
    put("0123456789abcdef"[value % base]);
    return *this;
  }

  char bytes_[Capacity] = {};
  std::size_t length_ = 0;
};

}  // namespace assay::runtime
