// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Value -> YAML text. Written by hand, because the layout is part of what assay promises: manifests are
// committed and reviewed as diffs, so that the bytes must not depend on a package's version.
#include <algorithm>
#include <utility>

#include "document/characters.h"
#include "document/value.h"
#include "document/yaml_scalar.h"
#include "support/strings.h"

namespace assay::document {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLongestPlainKey = 512;  // readers give up on `key:` after 1024 characters

bool isLongKey(const Member& member) {
  return member.key.size() > kLongestPlainKey / 6;  // an escape is at most six times its byte
}

bool isEmptyCollection(const Value& value) {
  return (value.asArray() != nullptr && value.asArray()->empty()) ||
         (value.asObject() != nullptr && value.asObject()->empty());
}

bool isScalar(const Value& value) {
  return value.type() != Type::List && value.type() != Type::Map;
}

bool fitsOneLine(const Value& value) {
  if (const Array* array = value.asArray()) return std::ranges::all_of(*array, fitsOneLine);
  if (const Object* object = value.asObject())
    return std::ranges::all_of(
        *object, [](const Member& member) { return !isLongKey(member) && fitsOneLine(member.value); });
  return true;
}

// Whether every line of the text survives in a literal block and can be seen there.
bool isLiteralLine(std::string_view line) {
  if (line.empty()) return true;
  if (line.front() == '\t' || isSpace(line.back())) return false;
  while (!line.empty()) {
    if (line.front() >= ' ' && line.front() <= '~') {  // nearly always
      line.remove_prefix(1);
      continue;
    }
    const Character c = firstCharacter(line);
    if (!c.valid || !isVisible(c.codePoint)) return false;
    line.remove_prefix(c.bytes);
  }
  return true;
}

bool suitsLiteral(std::string_view text) {
  const std::size_t firstBreak = text.find('\n');
  if (firstBreak == std::string_view::npos || firstBreak == 0 || text.front() == ' ' ||
      text.ends_with("\n\n"))
    return false;
  return std::ranges::all_of(split(text, '\n'), isLiteralLine);
}

class YamlWriter {
 public:
  explicit YamlWriter(std::string& text) : text_(text) {}
  void document(const Value& value);
  void element(const Value& value, std::size_t indent);

 private:
  // A nonempty list or map; the cursor stands at column `indent` of its first line.
  void block(const Value& value, std::size_t indent);
  void member(const Member& member, std::size_t indent);
  // What follows a `key:` or `-`, unless it is a block of its own.
  bool inlineValue(const Value& value, std::size_t indent);
  void literal(std::string_view text, std::size_t indent);
  void flow(const Value& value);
  void pad(std::size_t columns) { text_.append(columns, ' '); }

  std::string& text_;
};

void YamlWriter::document(const Value& value) {
  const std::size_t start = text_.size();
  if (inlineValue(value, 0))
    text_.erase(start, 1);  // the blank that would follow a key
  else
    block(value, 0);
}

void YamlWriter::block(const Value& value, std::size_t indent) {
  bool first = true;
  const auto startLine = [&] {
    if (!std::exchange(first, false)) pad(indent);
  };
  if (const Array* array = value.asArray()) {
    for (const Value& item : *array) {
      startLine();
      element(item, indent);
    }
    return;
  }
  for (const Member& item : *value.asObject()) {
    startLine();
    member(item, indent);
  }
}

void YamlWriter::element(const Value& value, std::size_t indent) {
  text_ += '-';
  if (inlineValue(value, indent)) return;
  text_ += ' ';
  block(value, indent + kIndent);
}

void YamlWriter::member(const Member& member, std::size_t indent) {
  if (isLongKey(member)) {
    text_ += "? ";
    appendString(text_, member.key, Layout::Flow);
    text_ += '\n';
    pad(indent);
  } else {
    appendString(text_, member.key, Layout::Block);
  }
  text_ += ':';
  if (inlineValue(member.value, indent)) return;
  text_ += '\n';
  pad(indent + kIndent);
  block(member.value, indent + kIndent);
}

bool YamlWriter::inlineValue(const Value& value, std::size_t indent) {
  const std::string* string = value.asString();
  if (string != nullptr && suitsLiteral(*string)) {
    literal(*string, indent + kIndent);
    return true;
  }
  if (!isScalar(value) && !isEmptyCollection(value) && !(value.isOnOneLine() && fitsOneLine(value)))
    return false;
  text_ += ' ';
  if (isScalar(value))
    appendScalar(text_, value, Layout::Block);
  else
    flow(value);
  text_ += '\n';
  return true;
}

void YamlWriter::literal(std::string_view text, std::size_t indent) {
  text_ += text.ends_with('\n') ? " |" : " |-";
  if (text.ends_with('\n')) text.remove_suffix(1);
  for (std::string_view line : split(text, '\n')) {
    text_ += '\n';
    if (line.empty()) continue;
    pad(indent);
    text_ += line;
  }
  text_ += '\n';
}

void YamlWriter::flow(const Value& value) {
  std::string_view separator;
  const auto next = [&] {
    text_ += separator;
    separator = ", ";
  };
  if (const Array* array = value.asArray()) {
    text_ += '[';
    for (const Value& item : *array) {
      next();
      flow(item);
    }
    text_ += ']';
  } else if (const Object* object = value.asObject()) {
    text_ += '{';
    for (const Member& item : *object) {
      next();
      appendString(text_, item.key, Layout::Flow);
      text_ += ": ";
      flow(item.value);
    }
    text_ += '}';
  } else {
    appendScalar(text_, value, Layout::Flow);
  }
}

}  // namespace

std::string writeYaml(const Value& value) {
  std::string text;
  YamlWriter(text).document(value);
  return text;
}

void appendYamlElement(std::string& text, const Value& element) {
  text.append(kIndent, ' ');
  YamlWriter(text).element(element, kIndent);
}

}  // namespace assay::document
