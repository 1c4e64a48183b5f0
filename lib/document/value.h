// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A document as plain data, whatever its text form was: what YAML and JSON have in common. Everything that
// assay reads or writes as YAML or JSON passes through here; the packages that know these formats stay inside
// this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/expected.h"

namespace assay::document {

class Value;
struct Member;
using Array = std::vector<Value>;
using Object = std::vector<Member>;  ///< in order of insertion; a key occurs once

enum class Type { Null, Bool, Integer, Number, Text, List, Map };

/// "a list", "a whole number": for messages.
std::string_view describe(Type type);

/// Where a value stood in its text, 1-based, columns in bytes; {0, 0} = made by the program or read from
/// JSON.
struct Place {
  unsigned line = 0;
  unsigned column = 0;
};

/// Strings are bytes; they need not be UTF-8 (see writeYaml, writeJson). Comparison ignores places and
/// layout.
class Value {
 public:
  Value();
  Value(std::nullptr_t);  // implicit, so that literals read like the document
  Value(bool value);
  Value(int value);
  Value(unsigned value);
  Value(std::int64_t value);
  Value(std::uint64_t value);
  Value(double value);
  Value(std::string value);
  Value(std::string_view value);
  Value(const char* value);
  Value(Array value);
  Value(Object value);
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value();

  [[nodiscard]] Type type() const;
  [[nodiscard]] bool isNull() const { return type() == Type::Null; }

  /// The content, or nothing when it is of another type (or does not fit). Pointers live as long as this
  /// value.
  [[nodiscard]] std::optional<bool> asBool() const;
  [[nodiscard]] std::optional<std::int64_t> asInteger() const;
  [[nodiscard]] std::optional<std::uint64_t> asUnsigned() const;
  [[nodiscard]] std::optional<double> asNumber() const;  ///< whole numbers too
  [[nodiscard]] const std::string* asString() const;
  [[nodiscard]] const Array* asArray() const;
  [[nodiscard]] const Object* asObject() const;
  [[nodiscard]] Array* asArray();
  [[nodiscard]] Object* asObject();

  /// The member with that key; null when there is none or this is no object.
  [[nodiscard]] const Value* find(std::string_view key) const;
  /// Appends a member or replaces its value. Turns a null into an object; anything else is a caller's bug.
  Value& set(std::string_view key, Value value);
  /// Appends an element. Turns a null into an array; anything else is a caller's bug.
  Value& append(Value value);

  [[nodiscard]] Place place() const { return place_; }
  void setPlace(Place place) { place_ = place; }
  [[nodiscard]] Location locationIn(const std::string& file) const {
    return {file, place_.line, place_.column};
  }

  /// A hint for writeYaml: this array or object on one line, in brackets.
  void setOnOneLine(bool wanted) { oneLine_ = wanted; }
  [[nodiscard]] bool isOnOneLine() const { return oneLine_; }

  bool operator==(const Value& other) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object>
      content_;
  Place place_;
  bool oneLine_ = false;
};

struct Member {
  std::string key;
  Value value;
  Place place = {};  ///< of the key

  bool operator==(const Member& other) const { return key == other.key && value == other.value; }
};

/// How deeply lists and maps may be nested in text that is read; deeper is an error, not a stack overflow.
inline constexpr std::size_t kDeepest = 128;

/// One YAML 1.2 document (core schema: `yes` is a string), `name` for messages. An empty text is null.
/// `!!binary` scalars become their bytes. Fails (Input) with the place on malformed text, bytes that are not
/// UTF-8, a duplicate key, a key that is no scalar, aliases, unknown tags, a second document, and nesting
/// beyond kDeepest. Threads: any.
Expected<Value> parseYaml(std::string_view text, const std::string& name);

/// A list too long to hold as values: the member `key` of the outermost map. `read` is given each element in
/// turn.
struct ElementReader {
  std::string_view key;
  std::function<void(const Value&)> read;
};

/// The same, with those lists left empty in the result: what they held was read on the way. That happens
/// before the rest of the text is known to be well-formed.
Expected<Value> parseYaml(std::string_view text, const std::string& name,
                          std::span<const ElementReader> lists);

/// A piece of a YAML text: some elements of one list, as they stand in it. `line`: that of its first byte.
struct YamlPiece {
  std::string_view text;
  unsigned line = 1;
};

/// Gives each element to `read` in turn; places are those in the whole text. Fails as parseYaml does, and on
/// anything that is no element of that list, a mark of the document's end among it. Threads: any.
Expected<void> parseYamlElements(YamlPiece piece, const std::string& name,
                                 const std::function<void(const Value&)>& read);

/// Block style, two blanks per level, ends in a line break; same value, same bytes. Strings are quoted only
/// where a reader of YAML 1.1 or 1.2 would take them for something else; text of several lines is a literal
/// block when that keeps it exactly; control and bidirectional characters are escaped; bytes that are not
/// UTF-8 make a string
/// `!!binary`. parseYaml(writeYaml(v)) == v for every v no deeper than kDeepest (but for NaN, which equals
/// nothing).
std::string writeYaml(const Value& value);

/// For lists too long to hold as values: appends what writeYaml would write for one element of a list that is
/// a member of the outermost map. The caller writes the `key:` line.
void appendYamlElement(std::string& text, const Value& element);

/// Fails (Input) with the place on malformed text and on nesting beyond kDeepest. Of a duplicate key the last
/// wins. Values carry no place.
Expected<Value> parseJson(std::string_view text, const std::string& name);

/// Two blanks per level, ends in a line break; same value, same bytes. Bytes that are not UTF-8 become
/// U+FFFD, numbers that JSON does not have (infinities) null.
std::string writeJson(const Value& value);

}  // namespace assay::document
