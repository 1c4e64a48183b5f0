// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Typed access to the values of a manifest. The first thing that is wrong is kept, with its place, and ends
// the reading; callers look at `error()` once at the end instead of after every field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "document/value.h"
#include "model/manifest.h"
#include "model/names.h"
#include "support/diagnostics.h"

namespace assay::manifest {

class FieldReader {
 public:
  FieldReader(const std::string& name, Diagnostics& diagnostics) : name_(name), diagnostics_(diagnostics) {}

  /// Keeps the first error.
  void refuse(const document::Value& at, std::string message, std::string hint = {});
  void warn(std::string id, const document::Value& at, std::string message);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  // Each gives an empty value and keeps an error when `value` is of another type; `key` names it in the
  // message.
  std::string text(const document::Value& value, std::string_view key);
  std::size_t count(const document::Value& value, std::string_view key);
  const document::Array& list(const document::Value& value, std::string_view key);
  const document::Object& map(const document::Value& value, std::string_view key);

  template <class Enum>
  Enum word(const document::Value& value, std::string_view key) {
    const std::string name = text(value, key);
    if (const auto found = model::valueOf<Enum>(name)) return *found;
    refuseWord(value, key, name);
    return Enum{};
  }

 private:
  void refuseWord(const document::Value& value, std::string_view key, const std::string& word);
  void refuseType(const document::Value& value, std::string_view key, document::Type wanted);

  const std::string& name_;
  Diagnostics& diagnostics_;
  std::optional<Error> error_;
};

/// A key of an entry and what it does to the thing that is read.
template <class Target>
struct Field {
  std::string_view key;
  void (*read)(FieldReader& reader, const document::Value& value, Target& target);
};

/// The field of that key, or null. `next`: the one to look at first, as members mostly come in the order of
/// the fields; moved behind what is found.
template <class Target>
const Field<Target>* findField(std::span<const Field<Target>> fields, std::string_view key,
                               std::size_t& next) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t at = next + i < fields.size() ? next + i : next + i - fields.size();
    if (fields[at].key != key) continue;
    next = at + 1;
    return &fields[at];
  }
  return nullptr;
}

/// Gives every member to the field of its key; the others are returned as they stand.
template <class Target>
std::vector<const document::Member*> readFields(FieldReader& reader, std::span<const Field<Target>> fields,
                                                const document::Object& object, Target& target) {
  std::vector<const document::Member*> unknown;
  std::size_t next = 0;
  for (const document::Member& member : object) {
    if (const Field<Target>* field = findField(fields, member.key, next))
      field->read(reader, member.value, target);
    else
      unknown.push_back(&member);
  }
  return unknown;
}

/// Members that a newer version wrote, kept for writing them back.
std::vector<model::UnknownKey> keepUnknown(const std::vector<const document::Member*>& members);
/// For the places where there is nowhere to keep them: says so.
void warnUnknown(FieldReader& reader, const std::vector<const document::Member*>& members,
                 std::string_view where);

}  // namespace assay::manifest
