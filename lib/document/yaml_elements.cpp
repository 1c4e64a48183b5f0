// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Chooses who reads an element: written_yaml.h, or libyaml what that gives up on. libyaml is given the lines
// up to where the next element seems to begin; when these are no elements by themselves, all that is left.
#include "document/yaml_elements.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "document/written_yaml.h"

namespace assay::document {
namespace {

constexpr std::string_view kEmptyElement = "  -\n";

// Read before another element, as it stands in its list: libyaml says of some missing values that they stand
// where the next word does. Nothing: the other is no element there, or something is wrong.
std::vector<Value> oddElements(YamlPiece piece, const std::string& name) {
  const std::string text = std::string(piece.text).append(kEmptyElement);
  const auto lines = static_cast<unsigned>(std::ranges::count(piece.text, '\n'));
  std::vector<Value> elements;
  const auto keep = [&](const Value& element) { elements.push_back(element); };
  const auto read = parseElementsByEvents({text, piece.line}, name, keep);
  if (!read || elements.empty() || !elements.back().isNull() ||
      elements.back().place().line != piece.line + lines)
    return {};
  elements.pop_back();
  return elements;
}

}  // namespace

Expected<void> parseYamlElements(YamlPiece piece, const std::string& name,
                                 const std::function<void(const Value&)>& read) {
  if (!WrittenElements::mayRead(piece)) return parseElementsByEvents(piece, name, read);
  WrittenElements written(piece);
  for (Value element; !written.rest().text.empty();) {
    if (written.take(element)) {
      read(element);
      continue;
    }
    const auto odd = written.beforeNext();
    const auto elements = odd ? oddElements(*odd, name) : std::vector<Value>();
    if (elements.empty()) return parseElementsByEvents(written.rest(), name, read);
    for (const Value& each : elements) read(each);
    written.pass(*odd);
  }
  return {};
}

}  // namespace assay::document
