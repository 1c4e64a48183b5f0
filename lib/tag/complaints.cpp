// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/complaints.h"

#include <algorithm>
#include <utility>

namespace assay::tag {
namespace {

// A line longer than this is cut; when the place lies behind the cut, no line is shown.
constexpr std::size_t kLongestExcerpt = 240;

std::string excerptOf(const source::SourceText& text, source::Position place) {
  std::string_view line = text.line(place.line);
  if (place.column > kLongestExcerpt) return {};
  return std::string(line.substr(0, kLongestExcerpt));
}

}  // namespace

void add(Diagnostics& diagnostics, const source::SourceText& text, Complaint complaint) {
  const source::Position place = text.positionOf(complaint.span.begin);
  Diagnostic diagnostic{complaint.severity,
                        complaint.id,
                        {text.name(), place.line, place.column},
                        std::move(complaint.message),
                        std::move(complaint.hint)};
  diagnostic.excerpt = excerptOf(text, place);
  const std::size_t left =
      diagnostic.excerpt.size() - std::min<std::size_t>(place.column - 1, diagnostic.excerpt.size());
  diagnostic.length = std::clamp<std::size_t>(complaint.span.size(), 1, std::max<std::size_t>(left, 1));
  diagnostics.add(std::move(diagnostic));
}

}  // namespace assay::tag
