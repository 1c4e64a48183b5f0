// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/value.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace assay::document {

std::string_view describe(Type type) {
  switch (type) {
    case Type::Null: return "nothing";
    case Type::Bool: return "true or false";
    case Type::Integer: return "a whole number";
    case Type::Number: return "a number";
    case Type::Text: return "text";
    case Type::List: return "a list";
    case Type::Map: return "a map";
  }
  return "";
}

Value::Value() = default;
Value::Value(std::nullptr_t) {}
Value::Value(bool value) : content_(value) {}
Value::Value(int value) : content_(std::int64_t{value}) {}
Value::Value(unsigned value) : content_(std::int64_t{value}) {}
Value::Value(std::int64_t value) : content_(value) {}
Value::Value(double value) : content_(value) {}
Value::Value(std::string value) : content_(std::move(value)) {}
Value::Value(std::string_view value) : content_(std::string(value)) {}
Value::Value(const char* value) : content_(std::string(value)) {}
Value::Value(Array value) : content_(std::move(value)) {}
Value::Value(Object value) : content_(std::move(value)) {}
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;
Value::~Value() = default;

// One representation per number: what fits is signed.
Value::Value(std::uint64_t value) {
  if (std::in_range<std::int64_t>(value))
    content_ = static_cast<std::int64_t>(value);
  else
    content_ = value;
}

Type Value::type() const {
  constexpr Type kTypes[] = {Type::Null,   Type::Bool, Type::Integer, Type::Integer,
                             Type::Number, Type::Text, Type::List,    Type::Map};
  return kTypes[content_.index()];
}

std::optional<bool> Value::asBool() const {
  if (const bool* value = std::get_if<bool>(&content_)) return *value;
  return std::nullopt;
}

std::optional<std::int64_t> Value::asInteger() const {
  if (const auto* value = std::get_if<std::int64_t>(&content_)) return *value;
  return std::nullopt;
}

std::optional<std::uint64_t> Value::asUnsigned() const {
  if (const auto* value = std::get_if<std::uint64_t>(&content_)) return *value;
  if (const auto* value = std::get_if<std::int64_t>(&content_); value != nullptr && *value >= 0)
    return static_cast<std::uint64_t>(*value);
  return std::nullopt;
}

std::optional<double> Value::asNumber() const {
  if (const auto* value = std::get_if<double>(&content_)) return *value;
  if (const auto* value = std::get_if<std::int64_t>(&content_)) return static_cast<double>(*value);
  if (const auto* value = std::get_if<std::uint64_t>(&content_)) return static_cast<double>(*value);
  return std::nullopt;
}

const std::string* Value::asString() const {
  return std::get_if<std::string>(&content_);
}
const Array* Value::asArray() const {
  return std::get_if<Array>(&content_);
}
const Object* Value::asObject() const {
  return std::get_if<Object>(&content_);
}
Array* Value::asArray() {
  return std::get_if<Array>(&content_);
}
Object* Value::asObject() {
  return std::get_if<Object>(&content_);
}

const Value* Value::find(std::string_view key) const {
  const Object* object = asObject();
  if (object == nullptr) return nullptr;
  const auto found = std::ranges::find(*object, key, &Member::key);
  return found == object->end() ? nullptr : &found->value;
}

Value& Value::set(std::string_view key, Value value) {
  if (isNull()) content_ = Object{};
  Object* object = asObject();
  assert(object != nullptr && "set() on a value that is no object");
  const auto found = std::ranges::find(*object, key, &Member::key);
  if (found != object->end())
    found->value = std::move(value);
  else
    object->push_back(Member{std::string(key), std::move(value), {}});
  return *this;
}

Value& Value::append(Value value) {
  if (isNull()) content_ = Array{};
  Array* array = asArray();
  assert(array != nullptr && "append() on a value that is no array");
  array->push_back(std::move(value));
  return *this;
}

bool Value::operator==(const Value& other) const {
  return content_ == other.content_;
}

}  // namespace assay::document
