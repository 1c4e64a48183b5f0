// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/assembler_label.h"

#include <algorithm>

namespace assay::scan {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kInNames = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$";

/// What a text begins with of these characters; taken off.
std::string_view take(std::string_view& text, std::string_view characters) {
  const std::size_t end = std::min(text.find_first_not_of(characters), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end);
  return taken;
}

/// A statement may have several labels, one after the other.
bool beginsWithLabel(std::string_view statement) {
  while (true) {
    take(statement, kBlanks);
    const std::string_view name = take(statement, kInNames);
    take(statement, kBlanks);
    if (name.empty() || !statement.starts_with(':')) return false;
    if (name.find_first_not_of(kDigits) != std::string_view::npos) return true;
    statement.remove_prefix(1);
  }
}

}  // namespace

bool definesLabel(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\n;"), text.size());
    if (beginsWithLabel(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace assay::scan
