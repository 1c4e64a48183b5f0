// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/read_tag.h"

namespace assay::manifest {
namespace {

using document::Member;
using document::Value;
using model::Tag;

void readPairs(FieldReader& reader, const document::Object& object, Tag& tag) {
  for (const Member& member : object)
    tag.extra.emplace_back(member.key, reader.text(member.value, member.key));
}

void readExtra(FieldReader& reader, const Value& value, Tag& tag) {
  if (const document::Array* list = value.asArray()) {
    for (const Value& item : *list) readPairs(reader, reader.map(item, "extra"), tag);
    return;
  }
  readPairs(reader, reader.map(value, "extra"), tag);
}

constexpr Field<Tag> kTagFields[] = {
    {"tag",
     [](FieldReader& r, const Value& v, Tag& t) { t.authorship = r.word<model::Authorship>(v, "tag"); }},
    {"model", [](FieldReader& r, const Value& v, Tag& t) { t.model = r.text(v, "model"); }},
    {"normalized-model",
     [](FieldReader& r, const Value& v, Tag& t) { t.normalizedModel = r.text(v, "normalized-model"); }},
    {"tool", [](FieldReader& r, const Value& v, Tag& t) { t.tool = r.text(v, "tool"); }},
    {"date", [](FieldReader& r, const Value& v, Tag& t) { t.date = r.text(v, "date"); }},
    {"prompt", [](FieldReader& r, const Value& v, Tag& t) { t.prompt = r.text(v, "prompt"); }},
    {"note", [](FieldReader& r, const Value& v, Tag& t) { t.note = r.text(v, "note"); }},
    {"extra", readExtra},
};

}  // namespace

std::span<const Field<Tag>> tagFields() {
  return kTagFields;
}

std::vector<Tag> readHistory(FieldReader& reader, const Value& value) {
  std::vector<Tag> history;
  for (const Value& item : reader.list(value, "history")) {
    Tag tag;
    warnUnknown(reader, readFields(reader, tagFields(), reader.map(item, "history"), tag), "history");
    history.push_back(std::move(tag));
  }
  return history;
}

}  // namespace assay::manifest
