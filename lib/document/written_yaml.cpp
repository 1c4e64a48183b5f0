// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/written_yaml.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "document/yaml_scalar.h"
#include "support/strings.h"

namespace assay::document {
namespace {

constexpr std::size_t kLevel = 2;           // blanks
constexpr std::size_t kDeepestIndent = 32;  // deeper is for libyaml, as are more brackets in each other
constexpr std::size_t kMostBrackets = 8;
constexpr std::size_t kUsualMembers = 24;        // of an element
constexpr std::string_view kNewItem = "\n  - ";  // in a list that is a member of the outermost map

// Which keys a map has already. One bit for each handful of them, so that nearly none has to be compared.
class KeysSeen {
 public:
  bool isRepeated(const Object& members, std::string_view key) {
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(key[i]); };
    const unsigned bucket = (byteAt(0) * 5U + byteAt(key.size() - 1) * 3U + byteAt(key.size() / 2)) % 64;
    const bool maybe = (seen_ >> bucket & 1) != 0;
    seen_ |= std::uint64_t{1} << bucket;
    return maybe && std::ranges::find(members, key, &Member::key) != members.end();
  }

 private:
  std::uint64_t seen_ = 0;
};

// Each of these says whether what it reads was there, and surely is what libyaml makes of it. Blocks begin
// behind `indent` blanks of their first line.
class ElementReading {
 public:
  explicit ElementReading(WrittenText& text) : text_(text) {}
  bool element(Value& value, std::size_t indent, Object members);

 private:
  bool block(Value& value, std::size_t indent);
  bool map(Value& value, std::size_t indent, Object members);
  bool list(Value& value, std::size_t indent);
  bool member(Object& members, KeysSeen& keys, std::size_t indent);
  bool key(Object& members, KeysSeen& keys);
  bool lineValue(Value& value, std::size_t indent);
  bool literal(Value& value, std::size_t indent);
  bool quoted(Value& value);
  bool flow(Value& value, std::size_t brackets);
  bool flowList(Value& value, std::size_t brackets);
  bool flowMap(Value& value, std::size_t brackets);
  // A collection goes on in a line at its own indent and ends before one further out.
  bool takeIndent(std::size_t indent);

  WrittenText& text_;
};

bool resolve(Value& value, std::optional<std::string_view> scalar) {
  if (scalar) value = resolvePlain(*scalar);
  return scalar.has_value();
}

bool ElementReading::takeIndent(std::size_t indent) {
  if (text_.blanks() != indent) return false;
  text_.takeBlanks(indent);
  return true;
}

// Behind `- `: a map begins on that line; any other value ends on it.
bool ElementReading::element(Value& value, std::size_t indent, Object members) {
  if (text_.isKeyNext()) return map(value, indent + kLevel, std::move(members));
  return lineValue(value, indent);
}

bool ElementReading::block(Value& value, std::size_t indent) {
  if (indent > kDeepestIndent || !takeIndent(indent)) return false;
  return text_.isNext('-') ? list(value, indent) : map(value, indent, {});
}

bool ElementReading::map(Value& value, std::size_t indent, Object members) {
  const Place place = text_.place();
  KeysSeen keys;
  do
    if (!member(members, keys, indent)) return false;
  while (takeIndent(indent));
  value = Value(std::move(members));
  value.setPlace(place);
  return text_.blanks() < indent;
}

bool ElementReading::list(Value& value, std::size_t indent) {
  const Place place = text_.place();
  Array items;
  do
    if (!text_.take("- ") || !element(items.emplace_back(), indent, {})) return false;
  while (takeIndent(indent));
  value = Value(std::move(items));
  value.setPlace(place);
  return text_.blanks() < indent;
}

bool ElementReading::member(Object& members, KeysSeen& keys, std::size_t indent) {
  if (!key(members, keys)) return false;
  Value& value = members.back().value;
  return text_.takeLineFeed() ? block(value, indent + kLevel) : text_.take(' ') && lineValue(value, indent);
}

// A word that means nothing is no key.
bool ElementReading::key(Object& members, KeysSeen& keys) {
  const Place place = text_.place();
  const auto key = text_.takeKey();
  if (!key || (key->size() == 4 && equalsIgnoringCase(*key, "null")) || keys.isRepeated(members, *key))
    return false;
  Member& member = members.emplace_back();
  member.key = *key;
  member.place = place;
  return true;
}

bool ElementReading::lineValue(Value& value, std::size_t indent) {
  const Place place = text_.place();
  const bool isFlow = text_.isNext('[') || text_.isNext('{');
  const bool wasRead = isFlow            ? flow(value, 0) && text_.takeLineFeed()
                       : text_.take('"') ? quoted(value) && text_.takeLineFeed()
                       : text_.take('|') ? literal(value, indent + kLevel)
                                         : resolve(value, text_.takePlainLine()) && text_.takeLineFeed();
  value.setPlace(place);
  return wasRead;
}

bool ElementReading::literal(Value& value, std::size_t indent) {
  std::string content;
  if (!text_.takeLiteral(content, indent)) return false;
  value = Value(std::move(content));
  return true;
}

bool ElementReading::quoted(Value& value) {
  std::string content;
  if (!text_.takeQuoted(content)) return false;
  value = Value(std::move(content));
  return true;
}

bool ElementReading::flow(Value& value, std::size_t brackets) {
  const Place place = text_.place();
  const bool wasRead = text_.take('[')   ? flowList(value, brackets + 1)
                       : text_.take('{') ? flowMap(value, brackets + 1)
                       : text_.take('"') ? quoted(value)
                                         : resolve(value, text_.takePlainInFlow());
  value.setPlace(place);
  return wasRead;
}

bool ElementReading::flowList(Value& value, std::size_t brackets) {
  Array items;
  if (brackets > kMostBrackets) return false;
  if (!text_.isNext(']')) do
      if (!flow(items.emplace_back(), brackets)) return false;
    while (text_.take(", "));
  value = Value(std::move(items));
  value.setOnOneLine(true);
  return text_.take(']');
}

bool ElementReading::flowMap(Value& value, std::size_t brackets) {
  Object members;
  KeysSeen keys;
  if (brackets > kMostBrackets) return false;
  if (!text_.isNext('}')) do
      if (!key(members, keys) || !text_.take(' ') || !flow(members.back().value, brackets)) return false;
    while (text_.take(", "));
  value = Value(std::move(members));
  value.setOnOneLine(true);
  return text_.take('}');
}

// The memory of the map that the value was before.
Object emptied(Value& value) {
  Object members;
  if (Object* before = value.asObject()) members = std::move(*before);
  members.clear();
  members.reserve(kUsualMembers);
  return members;
}

}  // namespace

bool WrittenElements::mayRead(YamlPiece piece) {
  return piece.text.starts_with(kNewItem.substr(1)) && piece.text.ends_with('\n');
}

// Behind an element, what begins no other might still belong to it, as the second line of a plain scalar
// does.
bool WrittenElements::take(Value& element) {
  const WrittenText before = text_;
  const bool wasTaken = text_.take(kNewItem.substr(1)) &&
                        ElementReading(text_).element(element, kLevel, emptied(element)) &&
                        (text_.atEnd() || text_.rest().text.starts_with(kNewItem.substr(1)));
  if (!wasTaken) text_ = before;
  return wasTaken;
}

std::optional<YamlPiece> WrittenElements::beforeNext() const {
  const YamlPiece left = rest();
  const std::size_t next = left.text.find(kNewItem);
  if (next == std::string_view::npos) return std::nullopt;
  return YamlPiece{left.text.substr(0, next + 1), left.line};
}

}  // namespace assay::document
