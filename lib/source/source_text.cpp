// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/source_text.h"

#include <algorithm>
#include <utility>

namespace assay::source {

SourceText::SourceText(std::string name, std::string bytes)
    : name_(std::move(name)), bytes_(std::move(bytes)) {
  lineStarts_.push_back(0);
  for (std::size_t at = bytes_.find('\n'); at != std::string::npos; at = bytes_.find('\n', at + 1))
    lineStarts_.push_back(at + 1);
}

Position SourceText::positionOf(std::size_t offset) const {
  offset = std::min(offset, bytes_.size());
  const auto next = std::ranges::upper_bound(lineStarts_, offset);
  const auto line = static_cast<std::size_t>(next - lineStarts_.begin());
  return {static_cast<unsigned>(line), static_cast<unsigned>(offset - lineStarts_[line - 1] + 1)};
}

std::optional<std::size_t> SourceText::offsetOf(Position position) const {
  if (position.line == 0 || position.column == 0 || position.line > lineStarts_.size()) return std::nullopt;
  const std::size_t start = lineStarts_[position.line - 1];
  const std::size_t end = position.line < lineStarts_.size() ? lineStarts_[position.line] - 1 : bytes_.size();
  const std::size_t offset = start + position.column - 1;
  return offset <= end ? std::optional(offset) : std::nullopt;
}

std::string_view SourceText::line(std::size_t number) const {
  if (number == 0 || number > lineStarts_.size()) return {};
  const std::size_t start = lineStarts_[number - 1];
  std::size_t end = number < lineStarts_.size() ? lineStarts_[number] - 1 : bytes_.size();
  if (end > start && bytes_[end - 1] == '\r') --end;
  return std::string_view(bytes_).substr(start, end - start);
}

std::string_view SourceText::slice(Span span) const {
  if (span.begin >= bytes_.size()) return {};
  return std::string_view(bytes_).substr(span.begin, span.end - span.begin);
}

}  // namespace assay::source
