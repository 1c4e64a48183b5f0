// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What must hold for the elements of every list, however they are laid out: whoever reads them, they are what
// libyaml makes of them, and stand where it says. Used by the fuzz target and by unit tests.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/value.h"
#include "document/yaml_elements.h"

namespace assay::fuzz {

using document::Value;

inline bool samePlace(document::Place a, document::Place b) {
  return a.line == b.line && a.column == b.column;
}

/// The same content; of a number to the bit.
inline bool sameScalar(const Value& a, const Value& b) {
  if (a.type() != document::Type::Number || b.type() != document::Type::Number) return a == b;
  return std::bit_cast<std::uint64_t>(*a.asNumber()) == std::bit_cast<std::uint64_t>(*b.asNumber());
}

/// The same values at the same places, of the same layout.
inline bool sameTree(const Value& a, const Value& b) {
  if (!samePlace(a.place(), b.place()) || a.isOnOneLine() != b.isOnOneLine() || a.type() != b.type())
    return false;
  if (const document::Array* list = a.asArray()) return std::ranges::equal(*list, *b.asArray(), sameTree);
  if (const document::Object* map = a.asObject())
    return std::ranges::equal(*map, *b.asObject(),
                              [](const document::Member& one, const document::Member& other) {
                                return one.key == other.key && samePlace(one.place, other.place) &&
                                       sameTree(one.value, other.value);
                              });
  return sameScalar(a, b);
}

/// What a reader of elements makes of a text.
struct ElementsRead {
  std::vector<Value> elements;
  bool whole = false;
};

template <class Reader>
ElementsRead readElements(const Reader& read, std::string_view text) {
  ElementsRead result;
  result.whole = read({text, 7}, "t.yaml", [&](const Value& v) { result.elements.push_back(v); }).has_value();
  return result;
}

/// What one of them read before it found something wrong may end sooner than the other's.
inline bool yamlElementsHold(std::string_view text) {
  const ElementsRead fast = readElements(document::parseYamlElements, text);
  const ElementsRead slow = readElements(document::parseElementsByEvents, text);
  if (fast.whole != slow.whole || (fast.whole && fast.elements.size() != slow.elements.size())) return false;
  const std::size_t both = std::min(fast.elements.size(), slow.elements.size());
  for (std::size_t i = 0; i < both; ++i)
    if (!sameTree(fast.elements[i], slow.elements[i])) return false;
  return true;
}

}  // namespace assay::fuzz
