// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/html_text.h"

#include "support/strings.h"

namespace assay::emit::review {

std::string htmlText(std::string_view text) {
  std::string html;
  for (const char c : visibleText(text)) switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  return html;
}

}  // namespace assay::emit::review
