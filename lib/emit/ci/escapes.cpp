// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/ci/escapes.h"

#include <fmt/format.h>

#include "support/strings.h"

namespace assay::emit::ci {

std::string uriOf(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (isAlpha(c) || isDigit(c) || kPlain.contains(c))
      uri += c;
    else
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

std::string xmlText(std::string_view text) {
  std::string result;
  for (const char c : visibleText(text)) {
    switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\t': result += "&#9;"; break;
      default: result += c;
    }
  }
  // U+FFFE and U+FFFF are no characters of XML.
  return replaceAll(replaceAll(std::move(result), "\xEF\xBF\xBE", "\xEF\xBF\xBD"), "\xEF\xBF\xBF",
                    "\xEF\xBF\xBD");
}

}  // namespace assay::emit::ci
