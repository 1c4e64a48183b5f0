// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/html_text.h"

#include "support/strings.h"

namespace assay::emit::report {
namespace {

std::string_view entityFor(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

void appendEscaped(std::string& html, std::string_view text) {
  for (const char c : text) {
    const std::string_view entity = entityFor(c);
    if (entity.empty())
      html += c;
    else
      html += entity;
  }
}

}  // namespace

std::string htmlText(std::string_view text) {
  std::string html;
  bool isFirst = true;
  for (const std::string_view line : split(text, '\n')) {
    if (!isFirst) html += '\n';
    isFirst = false;
    appendEscaped(html, visibleText(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line));
  }
  return html;
}

}  // namespace assay::emit::report
