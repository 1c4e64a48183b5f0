// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/key.h"

#include <algorithm>
#include <utility>

#include "support/strings.h"

namespace assay::model {
namespace {

bool isNameByte(char c) {
  return isWordByte(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// How many bytes of a name the text begins with.
std::size_t nameLength(std::string_view text) {
  if (text.empty() || isDigit(text.front())) return 0;
  return static_cast<std::size_t>(std::ranges::find_if_not(text, isNameByte) - text.begin());
}

/// Without one `.name`, `->name` or `.name()` at its beginning; as it was where there is none.
std::string_view behindMember(std::string_view text) {
  const std::size_t access = text.starts_with("->") ? 2 : text.starts_with('.') ? 1 : 0;
  const std::size_t length = access == 0 ? 0 : nameLength(text.substr(access));
  if (length == 0) return text;
  const std::string_view behind = text.substr(access + length);
  return behind.starts_with("()") ? behind.substr(2) : behind;
}

}  // namespace

std::string keyIn(const Tag& tag) {
  const auto pair = std::ranges::find(tag.extra, "key", &std::pair<std::string, std::string>::first);
  if (pair == tag.extra.end() || !isKeyExpression(trim(pair->second))) return {};
  return std::string(trim(pair->second));
}

std::string_view rootOfKey(std::string_view key) {
  return key.substr(0, nameLength(key));
}

bool isKeyExpression(std::string_view text) {
  std::string_view rest = text.substr(nameLength(text));
  if (rest.size() == text.size() || rest.data() == nullptr) return false;
  while (!rest.empty()) {
    const std::string_view behind = behindMember(rest);
    if (behind.size() == rest.size()) return false;
    rest = behind;
  }
  return text != "this";
}

}  // namespace assay::model
