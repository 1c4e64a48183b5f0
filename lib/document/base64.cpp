// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/base64.h"

#include <cstdint>

#include "support/strings.h"

namespace assay::document {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string withoutSpace(std::string_view text) {
  std::string result;
  for (char c : text)
    if (!isSpace(c)) result += c;
  return result;
}

// Four digits, of which the last `padding` are '='; their unused bits must be zero, so that there is one
// spelling.
bool decodeGroup(std::string_view group, std::size_t padding, std::string& bytes) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t digit = i < 4 - padding ? kAlphabet.find(group[i]) : 0;
    if (digit == std::string_view::npos) return false;
    bits = (bits << 6) | static_cast<std::uint32_t>(digit);
  }
  if ((bits & ((1u << (8 * padding)) - 1)) != 0) return false;
  for (std::size_t i = 0; i < 3 - padding; ++i) bytes += static_cast<char>((bits >> (16 - 8 * i)) & 0xFF);
  return true;
}

}  // namespace

std::string encodeBase64(std::string_view bytes) {
  std::string text;
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(3, bytes.size()))) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i)
      bits = (bits << 8) | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i)
      text += i <= bytes.size() ? kAlphabet[(bits >> (18 - 6 * i)) & 0x3F] : '=';
  }
  return text;
}

std::optional<std::string> decodeBase64(std::string_view text) {
  const std::string digits = withoutSpace(text);
  if (digits.size() % 4 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 0; at < digits.size(); at += 4) {
    const std::string_view group = std::string_view(digits).substr(at, 4);
    const bool last = at + 4 == digits.size();
    const std::size_t padding = !last ? 0 : group.ends_with("==") ? 2 : group.ends_with("=") ? 1 : 0;
    if (!decodeGroup(group, padding, bytes)) return std::nullopt;
  }
  return bytes;
}

}  // namespace assay::document
