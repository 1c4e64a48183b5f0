// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// JSON text <-> Value. nlohmann's parser is used by events: its own tree would lose the order of keys.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/json_line.h"
#include "document/value.h"

namespace assay::document {
namespace {

using Json = nlohmann::json;

class JsonBuilder : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return add(Value()); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(std::int64_t value) override { return add(value); }
  bool number_unsigned(std::uint64_t value) override { return add(value); }
  bool number_float(double value, const std::string&) override { return add(value); }
  bool string(std::string& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }  // JSON text has none
  bool start_object(std::size_t) override { return open(Object{}); }
  bool key(std::string& value) override {
    keys_.back() = std::move(value);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Array{}); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    errorOffset_ = position == 0 ? 0 : position - 1;
    message_ = error.what();
    return false;
  }

  Value takeResult() { return std::move(result_); }
  [[nodiscard]] std::size_t errorOffset() const { return errorOffset_; }
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  bool open(Value collection) {
    if (open_.size() >= kDeepest) {
      message_ = "lists and maps are nested more than " + std::to_string(kDeepest) + " deep";
      return false;
    }
    open_.push_back(std::move(collection));
    keys_.emplace_back();
    places_.emplace_back();
    return true;
  }
  bool close() {
    Value value = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    places_.pop_back();
    return add(std::move(value));
  }
  bool add(Value value) {
    if (open_.empty())
      result_ = std::move(value);
    else if (open_.back().asArray() != nullptr)
      open_.back().append(std::move(value));
    else
      addMember(*open_.back().asObject(), std::move(value));
    return true;
  }
  // As Value::set, which looks at every member before it.
  void addMember(Object& object, Value value) {
    const auto [known, isNew] = places_.back().try_emplace(keys_.back(), object.size());
    if (isNew)
      object.push_back(Member{keys_.back(), std::move(value), {}});
    else
      object[known->second].value = std::move(value);
  }

  std::vector<Value> open_;
  std::vector<std::string> keys_;
  std::vector<std::unordered_map<std::string, std::size_t>> places_;  // of the members of each open object
  Value result_;
  std::size_t errorOffset_ = 0;
  std::string message_;
};

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error …" says the place twice.
std::string withoutPreamble(const std::string& message) {
  const std::size_t place = message.find("parse error at line ");
  const std::size_t colon = place == std::string::npos ? std::string::npos : message.find(": ", place);
  return colon == std::string::npos ? message : message.substr(colon + 2);
}

Location locate(std::string_view text, std::size_t offset, const std::string& name) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t lineStart = before.rfind('\n') + 1;
  return {name, static_cast<unsigned>(std::ranges::count(before, '\n')) + 1,
          static_cast<unsigned>(before.size() - lineStart) + 1};
}

// A scalar as nlohmann writes it.
std::string textOf(const nlohmann::json& scalar) {
  return scalar.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string scalarText(const Value& value) {
  if (const std::string* text = value.asString()) return textOf(*text);
  if (const auto flag = value.asBool()) return textOf(*flag);
  if (const auto number = value.asInteger()) return textOf(*number);
  if (const auto number = value.asUnsigned()) return textOf(*number);
  if (const auto number = value.asNumber()) return textOf(*number);
  return "null";
}

// Lists and maps are written as they are walked: as a second tree they would take the memory of the first one
// once more.
class JsonWriter {
 public:
  /// Steps of an indentation; 0 = all on one line.
  explicit JsonWriter(std::size_t step) : step_(step) {}

  void write(const Value& value) {
    if (const Array* array = value.asArray())
      writeAll('[', *array, ']', [&](const Value& item) { write(item); });
    else if (const Object* object = value.asObject())
      writeAll('{', *object, '}', [&](const Member& member) {
        text_ += textOf(member.key);
        text_ += step_ == 0 ? ":" : ": ";
        write(member.value);
      });
    else
      text_ += scalarText(value);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  template <class Items, class Write>
  void writeAll(char open, const Items& items, char close, Write writeItem) {
    text_ += open;
    indentation_ += step_;
    for (const auto& item : items) {
      if (&item != &items.front()) text_ += ',';
      breakLine();
      writeItem(item);
    }
    indentation_ -= step_;
    if (!items.empty()) breakLine();
    text_ += close;
  }
  void breakLine() {
    if (step_ > 0) text_.append(1, '\n').append(indentation_, ' ');
  }

  std::size_t step_;
  std::size_t indentation_ = 0;
  std::string text_;
};

std::string jsonText(const Value& value, std::size_t step) {
  JsonWriter writer(step);
  writer.write(value);
  return writer.take();
}

}  // namespace

Expected<Value> parseJson(std::string_view text, const std::string& name) {
  JsonBuilder builder;
  if (Json::sax_parse(text.begin(), text.end(), &builder)) return builder.takeResult();
  if (builder.errorOffset() == 0 && !builder.message().starts_with('['))
    return std::unexpected(Error{ErrorCode::Input, builder.message(), {name, 0, 0}, {}});
  return failAt(locate(text, builder.errorOffset(), name), withoutPreamble(builder.message()));
}

std::string writeJson(const Value& value) {
  return jsonText(value, 2) + '\n';
}

std::string writeJsonLine(const Value& value) {
  return jsonText(value, 0);
}

}  // namespace assay::document
