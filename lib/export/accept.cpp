// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/accept.h"

#include <algorithm>

#include "support/strings.h"

namespace assay::exporting {
namespace {

// "application/openmetrics-text; version=1.0.0; q=0.5" of a header Accept.
struct MediaRange {
  std::string_view type;
  std::string_view version;
  double quality = 1;
};

double qualityOf(std::string_view text) {
  const bool one = text.starts_with('1');
  if (text.size() > 5 || (!one && !text.starts_with('0'))) return 0;
  double value = one ? 1 : 0;
  double digit = 0.1;
  for (const char c : text.substr(std::min<std::size_t>(text.size(), 2))) {
    if (c < '0' || c > '9') return 0;
    value += (c - '0') * digit;
    digit /= 10;
  }
  return std::min(value, 1.0);
}

MediaRange rangeOf(std::string_view text) {
  MediaRange range;
  const auto parts = split(text, ';');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = trim(parts[i]);
    if (i == 0)
      range.type = part;
    else if (startsWithIgnoringCase(part, "q="))
      range.quality = qualityOf(part.substr(2));
    else if (startsWithIgnoringCase(part, "version="))
      range.version = part.substr(8);
  }
  return range;
}

bool isPlainText(std::string_view type) {
  return equalsIgnoringCase(type, "text/plain") || type == "*/*" || equalsIgnoringCase(type, "text/*");
}

}  // namespace

TextFormat formatFor(std::string_view accept) {
  double open = 0;
  double plain = 0;
  for (const std::string_view text : split(accept, ',')) {
    const MediaRange range = rangeOf(text);
    const bool known = range.version.empty() || range.version.starts_with("1.");
    if (equalsIgnoringCase(range.type, "application/openmetrics-text") && known)
      open = std::max(open, range.quality);
    else if (isPlainText(range.type))
      plain = std::max(plain, range.quality);
  }
  return open > 0 && open >= plain ? TextFormat::OpenMetrics : TextFormat::Prometheus;
}

}  // namespace assay::exporting
