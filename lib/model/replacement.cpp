// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/replacement.h"

#include <algorithm>

#include "support/hash.h"
#include "support/strings.h"

namespace assay::model {
namespace {

// An identifier, beyond ASCII too.
bool isIdentifier(std::string_view text) {
  return !text.empty() && !isDigit(text.front()) && std::ranges::all_of(text, [](char c) {
    return isWordByte(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

std::string calleeOf(std::string_view asked) {
  asked = trim(asked);
  if (asked.ends_with("()")) asked = trimRight(asked.substr(0, asked.size() - 2));
  std::string_view rest = asked.starts_with("::") ? asked.substr(2) : asked;
  for (;;) {
    const std::size_t colons = rest.find("::");
    if (!isIdentifier(rest.substr(0, colons))) return {};
    if (colons == std::string_view::npos) return std::string(asked);
    rest = rest.substr(colons + 2);
  }
}

std::uint64_t oldArmId(std::uint64_t newFunction) {
  return hash64(hex64(newFunction) + "\nold");
}

std::string oldArmName(const std::string& oldFunction, const std::string& newFunction) {
  return oldFunction + ", replaced by " + newFunction;
}

std::uint64_t shadowId(std::uint64_t newFunction) {
  return hash64(hex64(newFunction) + "\nshadow");
}

std::string shadowName(const std::string& oldFunction, const std::string& newFunction) {
  return newFunction + ", in the shadow of " + oldFunction;
}

}  // namespace assay::model
