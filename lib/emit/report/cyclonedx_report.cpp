// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CycloneDX 1.6 in JSON. The format has no field for AI code: files and the functions in them are components
// with properties of ours, and the models are components of the formulation, which is how something was made.
#include <fmt/format.h>

#include <map>
#include <set>

#include "document/value.h"
#include "emit/report/document_identity.h"
#include "emit/report/inventory.h"
#include "emit/report/writers.h"
#include "model/covered_lines.h"
#include "model/names.h"
#include "support/hash.h"

namespace assay::emit::report {
namespace {

using document::Array;
using document::Value;
using model::AnnotatedFunction;

/// Names and values, both text; an empty value is left out.
class PropertyList {
 public:
  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    Value property;
    property.set("name", name).set("value", value);
    properties_.push_back(std::move(property));
  }
  void add(std::string_view name, std::size_t count) { add(name, std::to_string(count)); }
  [[nodiscard]] Array take() { return std::move(properties_); }

 private:
  Array properties_;
};

Array tagProperties(const AnnotatedFunction& entry) {
  const model::Tag& tag = entry.tag;
  PropertyList properties;
  properties.add("assay:ai:authorship", nameOf(tag.authorship));
  properties.add("assay:ai:model", modelNameOf(tag));
  if (tag.model != modelNameOf(tag)) properties.add("assay:ai:model:as-written", tag.model);
  properties.add("assay:ai:tool", tag.tool);
  properties.add("assay:ai:date", tag.date);
  properties.add("assay:ai:prompt", tag.prompt);
  properties.add("assay:ai:note", tag.note);
  for (const auto& [key, value] : tag.extra) properties.add("assay:ai:tag:" + key, value);
  properties.add("assay:function:id", "0x" + hex64(entry.id));
  properties.add("assay:function:signature", entry.signature);
  properties.add("assay:function:kind", nameOf(entry.kind));
  if (entry.lines.first != 0)
    properties.add("assay:function:lines", fmt::format("{}-{}", entry.lines.first, entry.lines.last));
  properties.add("assay:scope", nameOf(entry.scope));
  properties.add("assay:state", nameOf(entry.state));
  properties.add("assay:precision", nameOf(entry.precision));
  if (entry.sketch.known()) properties.add("assay:drift", entry.drift);
  if (entry.outcome) properties.add("assay:guard", nameOf(entry.outcome->coverage));
  return properties.take();
}

Value occurrenceValue(const AnnotatedFunction& entry) {
  Value occurrence;
  occurrence.set("location", entry.file);
  if (entry.lines.first != 0) occurrence.set("line", entry.lines.first);
  return occurrence.set("symbol", entry.name);
}

Value functionComponent(const AnnotatedFunction& entry, std::string reference) {
  Value evidence, component;
  evidence.set("occurrences", Array{occurrenceValue(entry)});
  component.set("type", "file").set("bom-ref", std::move(reference)).set("name", entry.name);
  component.set("description", fmt::format("{} in {}", nameOf(entry.kind), entry.file));
  return component.set("evidence", std::move(evidence)).set("properties", tagProperties(entry));
}

std::map<std::string, std::string> hashesOf(const model::Manifest& manifest) {
  std::map<std::string, std::string> hashes;
  for (const model::TaggedFile& file : manifest.files) hashes.emplace(file.path, file.hash);
  return hashes;
}

Array fileComponents(const Inventory& inventory, const model::Manifest& manifest) {
  std::map<std::string, std::vector<const AnnotatedFunction*>> files;
  for (const AnnotatedFunction* entry : inventory.functions) files[entry->file].push_back(entry);
  const std::map<std::string, std::string> hashes = hashesOf(manifest);
  std::map<std::uint64_t, unsigned> seen;
  Array components;
  for (const auto& [path, entries] : files) {
    Array functions;
    for (const AnnotatedFunction* entry : entries) {
      const unsigned ordinal = ++seen[entry->id];
      const std::string again = ordinal == 1 ? "" : fmt::format("#{}", ordinal);
      functions.push_back(functionComponent(*entry, fmt::format("function:0x{}{}", hex64(entry->id), again)));
    }
    PropertyList properties;
    properties.add("assay:ai:functions", entries.size());
    properties.add("assay:ai:lines", model::coveredLines(entries));
    if (const auto hash = hashes.find(path); hash != hashes.end())
      properties.add("assay:file:xxh3-128", hash->second);
    Value component;
    component.set("type", "file").set("bom-ref", "file:" + path).set("name", path);
    component.set("components", std::move(functions)).set("properties", properties.take());
    components.push_back(std::move(component));
  }
  return components;
}

Value modelComponent(const std::string& name) {
  const std::size_t slash = name.find('/');
  Value component;
  component.set("type", "machine-learning-model").set("bom-ref", "model:" + name);
  if (slash != std::string::npos && slash > 0 && slash + 1 < name.size())
    return component.set("group", name.substr(0, slash)).set("name", name.substr(slash + 1));
  return component.set("name", name);
}

Array formulationOf(const Inventory& inventory) {
  std::set<std::string> names;
  for (const AnnotatedFunction* entry : inventory.functions)
    if (!modelNameOf(entry->tag).empty()) names.insert(modelNameOf(entry->tag));
  if (names.empty()) return {};
  Array models;
  for (const std::string& name : names) models.push_back(modelComponent(name));
  Value formula;
  formula.set("bom-ref", "models").set("components", std::move(models));
  return {std::move(formula)};
}

Value metadataValue(const Inventory& inventory, const Origin& origin) {
  Value tool, tools, metadata;
  tool.set("type", "application").set("name", "assay");
  if (!origin.tool.empty()) tool.set("version", origin.tool);
  tools.set("components", Array{std::move(tool)});
  PropertyList properties;
  properties.add("assay:functions", inventory.totals.functions);
  properties.add("assay:functions:ai", inventory.taggedFunctions);
  properties.add("assay:function-lines", inventory.totals.functionLines);
  properties.add("assay:function-lines:ai", inventory.taggedLines);
  properties.add("assay:files", inventory.totals.files);
  properties.add("assay:files:ai", inventory.taggedFiles);
  if (!origin.time.empty()) metadata.set("timestamp", origin.time);
  return metadata.set("tools", std::move(tools)).set("properties", properties.take());
}

}  // namespace

std::string writeCyclonedxReport(const model::Manifest& manifest, const Presentation& presentation) {
  const Inventory inventory = takeInventory(manifest);
  Value content;
  content.set("metadata", metadataValue(inventory, presentation.origin));
  content.set("components", fileComponents(inventory, manifest));
  if (Array formulation = formulationOf(inventory); !formulation.empty())
    content.set("formulation", std::move(formulation));
  Value bom;
  bom.set("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
  bom.set("bomFormat", "CycloneDX").set("specVersion", "1.6");
  bom.set("serialNumber", "urn:uuid:" + uuidOf(document::writeJson(content))).set("version", 1);
  for (document::Member& member : *content.asObject()) bom.set(member.key, std::move(member.value));
  return document::writeJson(bom);
}

}  // namespace assay::emit::report
