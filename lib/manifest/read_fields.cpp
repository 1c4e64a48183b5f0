// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_fields.h"

#include <fmt/format.h>

#include <utility>

namespace assay::manifest {

using document::Type;
using document::Value;

void FieldReader::refuse(const Value& at, std::string message, std::string hint) {
  if (!error_) error_ = Error{ErrorCode::Input, std::move(message), at.locationIn(name_), std::move(hint)};
}

void FieldReader::warn(std::string id, const Value& at, std::string message) {
  diagnostics_.warning(std::move(id), at.locationIn(name_), std::move(message));
}

void FieldReader::refuseType(const Value& value, std::string_view key, Type wanted) {
  refuse(value, fmt::format("`{}` must be {}, not {}", key, document::describe(wanted),
                            document::describe(value.type())));
}

void FieldReader::refuseWord(const Value& value, std::string_view key, const std::string& word) {
  refuse(value, fmt::format("`{}` cannot be `{}`", key, word));
}

std::string FieldReader::text(const Value& value, std::string_view key) {
  if (const std::string* text = value.asString()) return *text;
  refuseType(value, key, Type::Text);
  return {};
}

std::size_t FieldReader::count(const Value& value, std::string_view key) {
  if (const auto count = value.asUnsigned()) return *count;
  if (value.type() == Type::Integer) refuse(value, fmt::format("`{}` must be a number from 0 on", key));
  refuseType(value, key, Type::Integer);
  return 0;
}

const document::Array& FieldReader::list(const Value& value, std::string_view key) {
  static const document::Array kEmpty;
  if (const document::Array* array = value.asArray()) return *array;
  if (!value.isNull()) refuseType(value, key, Type::List);
  return kEmpty;
}

const document::Object& FieldReader::map(const Value& value, std::string_view key) {
  static const document::Object kEmpty;
  if (const document::Object* object = value.asObject()) return *object;
  refuseType(value, key, Type::Map);
  return kEmpty;
}

std::vector<model::UnknownKey> keepUnknown(const std::vector<const document::Member*>& members) {
  std::vector<model::UnknownKey> kept;
  for (const document::Member* member : members)
    kept.push_back({member->key, document::writeYaml(member->value)});
  return kept;
}

void warnUnknown(FieldReader& reader, const std::vector<const document::Member*>& members,
                 std::string_view where) {
  for (const document::Member* member : members)
    reader.warn("assay-manifest-004", member->value,
                fmt::format("`{}` in `{}` is not known to this version and will not be written back",
                            member->key, where));
}

}  // namespace assay::manifest
