// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/places.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/base64.h"
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

// The depth where it says something.
std::string textOf(const source::CostSignSeen& cost) {
  std::string text = std::string(model::nameOf(cost.sign)) + ' ' + std::to_string(cost.line);
  if (cost.depth != source::leastDepth(cost.sign)) text += " x" + std::to_string(cost.depth);
  return text;
}

std::optional<source::CostSignSeen> costOf(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto sign = model::valueOf<source::CostSign>(text.substr(0, blank));
  if (!sign) return std::nullopt;
  const std::string_view rest = text.substr(blank + 1);
  const std::size_t cross = rest.find(" x");
  const auto line = numberOf(rest.substr(0, cross));
  const unsigned least = source::leastDepth(*sign);
  const auto depth = cross == std::string_view::npos ? least : numberOf(rest.substr(cross + 2));
  if (!line || *line == 0 || !depth || *depth < least) return std::nullopt;
  if (cross != std::string_view::npos && *depth == least) return std::nullopt;
  return source::CostSignSeen{*sign, *line, *depth};
}

// Big-endian: the hash of the whole, then what is kept.
std::string textOf(const model::BodySketch& sketch) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(sketch.exact >> shift);
  for (const std::uint16_t hash : sketch.kept) {
    bytes += static_cast<char>(hash >> 8);
    bytes += static_cast<char>(hash);
  }
  return std::to_string(sketch.statements) + ':' + document::encodeBase64(bytes);
}

std::optional<model::BodySketch> bodySketchOf(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto statements = numberOf(text.substr(0, colon));
  const auto bytes = document::decodeBase64(text.substr(colon + 1));
  if (!statements || !bytes) return std::nullopt;
  const std::size_t kept = std::min<std::size_t>(*statements, model::BodySketch::kMostKept);
  if (bytes->size() != 4 + 2 * kept) return std::nullopt;
  const auto byteAt = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>((*bytes)[i])}; };
  model::BodySketch sketch{0, *statements, {}};
  for (std::size_t i = 0; i < 4; ++i) sketch.exact = sketch.exact << 8 | byteAt(i);
  for (std::size_t i = 4; i < bytes->size(); i += 2)
    sketch.kept.push_back(static_cast<std::uint16_t>(byteAt(i) << 8 | byteAt(i + 1)));
  const bool wellFormed = sketch.known() && std::ranges::is_sorted(sketch.kept);
  return wellFormed ? std::optional(std::move(sketch)) : std::nullopt;
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
