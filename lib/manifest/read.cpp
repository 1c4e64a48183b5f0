// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Document -> Manifest: the version, the totals and the two lists. What an entry holds is
// read_function.cpp's.
#include <fmt/format.h>

#include <utility>

#include "document/value.h"
#include "manifest/end_mark.h"
#include "manifest/entry.h"
#include "manifest/fragment.h"
#include "manifest/manifest.h"
#include "manifest/read_fields.h"
#include "manifest/read_lists.h"

namespace assay::manifest {
namespace {

using document::Value;
using model::Manifest;
using model::TaggedFile;
using model::TreeTotals;

constexpr Field<TreeTotals> kTotalsFields[] = {
    {"files", [](FieldReader& r, const Value& v, TreeTotals& t) { t.files = r.count(v, "files"); }},
    {"lines", [](FieldReader& r, const Value& v, TreeTotals& t) { t.lines = r.count(v, "lines"); }},
    {"functions",
     [](FieldReader& r, const Value& v, TreeTotals& t) { t.functions = r.count(v, "functions"); }},
    {"function-lines",
     [](FieldReader& r, const Value& v, TreeTotals& t) { t.functionLines = r.count(v, "function-lines"); }},
};

constexpr Field<TaggedFile> kFileFields[] = {
    {"path", [](FieldReader& r, const Value& v, TaggedFile& f) { f.path = r.text(v, "path"); }},
    {"hash", [](FieldReader& r, const Value& v, TaggedFile& f) { f.hash = r.text(v, "hash"); }},
};

}  // namespace

TreeTotals readTotals(FieldReader& reader, const Value& value) {
  TreeTotals totals;
  const std::span<const Field<TreeTotals>> fields(kTotalsFields);
  warnUnknown(reader, readFields(reader, fields, reader.map(value, "totals"), totals), "totals");
  return totals;
}

TaggedFile readFile(FieldReader& reader, const Value& item) {
  TaggedFile file;
  const std::span<const Field<TaggedFile>> fields(kFileFields);
  file.unknownKeys = keepUnknown(readFields(reader, fields, reader.map(item, "files"), file));
  if (item.find("path") == nullptr) reader.refuse(item, "the entry has no `path`");
  return file;
}

namespace {

// The version and what it allows come first, whatever their place in the file: nothing else means anything
// before.
void checkManifestVersion(FieldReader& reader, const Value& root) {
  const Value* version = root.find("assay");
  if (version == nullptr && root.find(kFragmentKey) != nullptr)
    return reader.refuse(root, "this is one part of a scan", "put the parts together with `assay merge`");
  if (version == nullptr) return reader.refuse(root, "this is no assay manifest: the key `assay` is missing");
  const std::size_t number = reader.count(*version, "assay");
  if (reader.error() || number == kFormatVersion) return;
  if (number == 0) return reader.refuse(*version, "there is no manifest format 0");
  const Value* compatible = root.find("compatible");
  const std::size_t oldestReader = compatible != nullptr ? reader.count(*compatible, "compatible") : number;
  if (oldestReader > kFormatVersion)
    return reader.refuse(*version,
                         fmt::format("the manifest is of format {}; this program reads up to format {}",
                                     number, kFormatVersion),
                         "use the newer assay that wrote it");
  reader.warn(
      std::string(kNewerFormatId), *version,
      fmt::format("the manifest is of the newer format {}; what this program does not know is kept", number));
}

constexpr Field<Manifest> kManifestFields[] = {
    {"assay", [](FieldReader&, const Value&, Manifest&) {}},
    {"compatible", [](FieldReader&, const Value&, Manifest&) {}},
    {"totals", [](FieldReader& r, const Value& v, Manifest& m) { m.totals = readTotals(r, v); }},
    {"files", [](FieldReader& r, const Value& v, Manifest&) { r.list(v, "files"); }},
    {"functions", [](FieldReader& r, const Value& v, Manifest&) { r.list(v, "functions"); }},
};

constexpr std::string_view kCutShortHint =
    "the file does not end in `...` and may be cut short: restore it from version control, or delete it "
    "and run `assay scan` again";

std::unexpected<Error> cutShort(std::string_view text, const std::string& name) {
  const auto lines = static_cast<unsigned>(split(trimRight(text), '\n').size());
  return failAt({name, lines, 0}, "the manifest is cut short: its last line `...` is missing",
                std::string(kCutShortHint));
}

}  // namespace

Expected<Manifest> readManifest(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
  const bool whole = hasEndMark(text);
  auto lists = readLists(text, name);
  if (!lists) {
    if (!whole) lists.error().hint = kCutShortHint;
    return std::unexpected(std::move(lists).error());
  }
  const Value& root = lists->rest;
  if (root.type() != document::Type::Map) return failAt({name, 1, 1}, "this is no assay manifest");
  FieldReader reader(name, diagnostics);
  checkManifestVersion(reader, root);
  if (!reader.error() && !whole) return cutShort(text, name);
  if (reader.error()) return std::unexpected(*reader.error());
  if (lists->error) return std::unexpected(*lists->error);
  Manifest manifest = std::move(lists->manifest);
  manifest.unknownKeys = keepUnknown(
      readFields(reader, std::span<const Field<Manifest>>(kManifestFields), *root.asObject(), manifest));
  if (reader.error()) return std::unexpected(*reader.error());
  diagnostics.append(std::move(lists->diagnostics));
  return manifest;
}

}  // namespace assay::manifest
