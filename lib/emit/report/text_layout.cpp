// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/text_layout.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::emit::report {

std::string oneLine(std::string_view text) {
  std::string result;
  for (char c : trim(text)) {
    if (!isSpace(c))
      result += c;
    else if (!result.ends_with(' '))
      result += ' ';
  }
  return visibleText(result);
}

std::string fitLeft(std::string_view text, std::size_t width) {
  std::string result = ellipsize(text, width);
  const std::size_t used = displayWidth(result);
  return result.append(width > used ? width - used : 0, ' ');
}

std::string fitRight(std::string_view text, std::size_t width) {
  const std::string result = ellipsize(text, width);
  const std::size_t used = displayWidth(result);
  return std::string(width > used ? width - used : 0, ' ') + result;
}

std::string keepEnd(std::string_view text, std::size_t width) {
  const std::size_t whole = displayWidth(text);
  if (whole <= width) return std::string(text);
  if (width == 0) return {};
  for (std::size_t excess = whole - (width - 1); excess > 0 && !text.empty();) {
    std::size_t bytes = 1;
    while (bytes < text.size() && isContinuationByte(text[bytes])) ++bytes;
    excess -= std::min(excess, displayWidth(text.substr(0, bytes)));
    text.remove_prefix(bytes);
  }
  return "…" + std::string(text);
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

}  // namespace assay::emit::report
