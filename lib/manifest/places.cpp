// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/places.h"

#include <charconv>

#include "model/names.h"
#include "support/hash.h"
#include "support/strings.h"

namespace assay::manifest {
namespace {

// Digits only: no sign, no blanks, nothing after them.
std::optional<unsigned> numberOf(std::string_view digits) {
  unsigned value = 0;
  if (digits.empty() || !isDigit(digits.front())) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string lineAndColumn(source::Position position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

std::optional<source::Position> positionOf(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto line = numberOf(text.substr(0, colon));
  const auto column = numberOf(text.substr(colon + 1));
  if (!line || !column || *line == 0 || *column == 0) return std::nullopt;
  return source::Position{*line, *column};
}

}  // namespace

std::string textOf(model::LineRange range) {
  return std::to_string(range.first) + '-' + std::to_string(range.last);
}

std::optional<model::LineRange> lineRangeOf(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto first = numberOf(text.substr(0, dash));
  const auto last = numberOf(text.substr(dash + 1));
  if (!first || !last || *first == 0 || *last < *first) return std::nullopt;
  return model::LineRange{*first, *last};
}

std::string textOf(const BodyRange& body) {
  return body.end.known() ? lineAndColumn(body.begin) + '-' + lineAndColumn(body.end)
                          : lineAndColumn(body.begin);
}

std::optional<BodyRange> bodyRangeOf(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto begin = positionOf(text.substr(0, dash));
  if (!begin) return std::nullopt;
  if (dash == std::string_view::npos) return BodyRange{*begin, {}};
  const auto end = positionOf(text.substr(dash + 1));
  if (!end || *end < *begin) return std::nullopt;
  return BodyRange{*begin, *end};
}

std::string textOf(const FileLine& place) {
  return place.file + ':' + std::to_string(place.line);
}

std::optional<FileLine> fileLineOf(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const auto line = numberOf(text.substr(colon + 1));
  if (!line) return std::nullopt;
  return FileLine{std::string(text.substr(0, colon)), *line};
}

std::string textOf(const model::EditPoint& point) {
  return std::string(nameOf(point.kind)) + ' ' + textOf(BodyRange{point.begin, point.end});
}

std::optional<model::EditPoint> editPointOf(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto kind = model::valueOf<model::PointKind>(text.substr(0, blank));
  const auto range = bodyRangeOf(text.substr(blank + 1));
  if (!kind || !range || !range->end.known()) return std::nullopt;
  return model::EditPoint{*kind, range->begin, range->end};
}

std::string idText(std::uint64_t id) {
  return "0x" + hex64(id);
}

std::optional<std::uint64_t> hexOf(std::string_view digits) {
  std::uint64_t value = 0;
  if (digits.empty() || digits.size() > 16) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace assay::manifest
