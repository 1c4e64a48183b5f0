// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "manifest/fragment.h"

#include <fmt/format.h>

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "manifest/end_mark.h"
#include "manifest/entry.h"
#include "manifest/read_function.h"

namespace assay::manifest {
namespace {

using document::Value;
using model::Fragment;

constexpr std::string_view kFragmentHeader =
    "# One part of a scan, written by `assay scan --shard`. Put all parts together with `assay merge`.\n";

template <class T>
void appendOneByOne(std::string& text, std::string_view key, const std::vector<T>& things,
                    Value (*valueOf)(const T&)) {
  text.append(key).append(things.empty() ? ": []\n" : ":\n");
  for (const T& thing : things) document::appendYamlElement(text, valueOf(thing));
}

void setList(std::string_view key, const std::vector<std::string>& texts, Value& head) {
  if (!texts.empty()) head.set(key, document::Array(texts.begin(), texts.end()));
}

Value headValue(const Fragment& fragment) {
  Value head;
  head.set(kFragmentKey, kFragmentVersion)
      .set("shard", model::textOf(fragment.shard))
      .set("tool", fragment.tool)
      .set("tree", fragment.tree)
      .set("options", fragment.options);
  setList("paths", fragment.paths, head);
  if (!fragment.complete) head.set("complete", false);
  setList("unread", fragment.unread, head);
  head.set("totals", totalsValue(fragment.totals));
  setList("signal-handlers", fragment.signalHandlers, head);
  return head;
}

void readShard(FieldReader& reader, const Value& value, Fragment& fragment) {
  const auto shard = model::shardOf(reader.text(value, "shard"));
  if (!shard) return reader.refuse(value, "`shard` must be a part of a whole like 2/3");
  fragment.shard = *shard;
}

std::vector<std::string> readTexts(FieldReader& reader, const Value& value, std::string_view key) {
  std::vector<std::string> texts;
  for (const Value& item : reader.list(value, key)) texts.push_back(reader.text(item, key));
  return texts;
}

void readComplete(FieldReader& reader, const Value& value, Fragment& fragment) {
  const auto complete = value.asBool();
  if (!complete) return reader.refuse(value, "`complete` must be true or false");
  fragment.complete = *complete;
}

void wasRead(FieldReader&, const Value&, Fragment&) {}

constexpr Field<Fragment> kFragmentFields[] = {
    {kFragmentKey, wasRead},
    {"shard", readShard},
    {"tool", [](FieldReader& r, const Value& v, Fragment& f) { f.tool = r.text(v, "tool"); }},
    {"tree", [](FieldReader& r, const Value& v, Fragment& f) { f.tree = r.text(v, "tree"); }},
    {"options", [](FieldReader& r, const Value& v, Fragment& f) { f.options = r.text(v, "options"); }},
    {"paths", [](FieldReader& r, const Value& v, Fragment& f) { f.paths = readTexts(r, v, "paths"); }},
    {"complete", readComplete},
    {"unread", [](FieldReader& r, const Value& v, Fragment& f) { f.unread = readTexts(r, v, "unread"); }},
    {"totals", [](FieldReader& r, const Value& v, Fragment& f) { f.totals = readTotals(r, v); }},
    {"signal-handlers", [](FieldReader& r, const Value& v,
                           Fragment& f) { f.signalHandlers = readTexts(r, v, "signal-handlers"); }},
    {"files", wasRead},
    {"definition-files", wasRead},
    {"entries", wasRead},
    {"definitions", wasRead},
};

// What comes first, whatever else is wrong: nothing means anything before.
void checkFragmentVersion(FieldReader& reader, const Value& root) {
  const Value* version = root.find(kFragmentKey);
  if (version == nullptr)
    return reader.refuse(root,
                         root.find("assay") != nullptr ? "this is a whole manifest, not a part of a scan"
                                                       : "this is no part of a scan",
                         "`assay scan --shard I/N` makes the parts");
  const std::size_t number = reader.count(*version, kFragmentKey);
  if (reader.error() || number == kFragmentVersion) return;
  reader.refuse(
      *version,
      fmt::format("the part is of format {}; this program reads format {}", number, kFragmentVersion),
      "merge with the assay that made the parts");
}

// What is only written when there is something to say.
bool mayBeMissing(std::string_view key) {
  return key == "paths" || key == "complete" || key == "unread" || key == "signal-handlers";
}

void checkWhole(FieldReader& reader, const Value& root, std::string_view text) {
  if (!hasEndMark(text))
    return reader.refuse(root, "the part is cut short: its last line `...` is missing", "make it again");
  for (const Field<Fragment>& field : kFragmentFields)
    if (!mayBeMissing(field.key) && root.find(field.key) == nullptr)
      reader.refuse(root, fmt::format("the part has no `{}`", field.key), "make it again");
}

// The long lists, read while the text is parsed; what is wrong in them matters only once the version is
// known.
struct Lists {
  explicit Lists(const std::string& name) : reader(name, said) {}

  Expected<Value> parse(std::string_view text, const std::string& name) {
    const document::ElementReader readers[] = {
        {"files", [this](const Value& v) { fragment.files.push_back(readFile(reader, v)); }},
        {"definition-files",
         [this](const Value& v) { fragment.definitionFiles.push_back(readFile(reader, v)); }},
        {"entries", [this](const Value& v) { fragment.entries.push_back(readFunction(reader, v)); }},
        {"definitions", [this](const Value& v) { fragment.definitions.push_back(readFunction(reader, v)); }}};
    return document::parseYaml(text, name, readers);
  }

  Diagnostics said;
  FieldReader reader;
  Fragment fragment;
};

}  // namespace

std::string writeFragment(const Fragment& fragment) {
  std::string text(kFragmentHeader);
  text += document::writeYaml(headValue(fragment));
  appendOneByOne(text, "files", fragment.files, fileValue);
  appendOneByOne(text, "definition-files", fragment.definitionFiles, fileValue);
  appendOneByOne(text, "entries", fragment.entries, functionValue);
  appendOneByOne(text, "definitions", fragment.definitions, functionValue);
  text.append(kEndMark) += '\n';
  return text;
}

Expected<Fragment> readFragment(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
  Lists lists(name);
  ASSAY_TRY(const Value root, lists.parse(text, name));
  if (root.type() != document::Type::Map) return failAt({name, 1, 1}, "this is no part of a scan");
  FieldReader reader(name, diagnostics);
  checkFragmentVersion(reader, root);
  if (!reader.error()) checkWhole(reader, root, text);
  if (reader.error()) return std::unexpected(*reader.error());
  if (lists.reader.error()) return std::unexpected(*lists.reader.error());
  const auto unknown =
      readFields(reader, std::span<const Field<Fragment>>(kFragmentFields), *root.asObject(), lists.fragment);
  for (const document::Member* member : unknown)
    reader.refuse(member->value, fmt::format("`{}` is no key of a part", member->key));
  if (reader.error()) return std::unexpected(*reader.error());
  diagnostics.append(std::move(lists.said));
  return std::move(lists.fragment);
}

}  // namespace assay::manifest
