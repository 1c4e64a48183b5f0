// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SPDX 3.0.1 in JSON-LD. The format has no property for AI code: each function is a snippet of its file,
// models are agents that generate or modify snippets, and an annotation holds what the tag says.
#include <fmt/format.h>

#include <map>
#include <utility>

#include "document/json_line.h"
#include "document/value.h"
#include "emit/report/document_identity.h"
#include "emit/report/inventory.h"
#include "emit/report/writers.h"
#include "model/names.h"
#include "support/hash.h"

namespace assay::emit::report {
namespace {

using document::Array;
using document::Value;
using model::AnnotatedFunction;
using model::Authorship;

constexpr std::string_view kCreation = "_:creation";

// Functions that have the same to do with the same model.
using Involvement = std::pair<std::string, Authorship>;

Value statementOf(const AnnotatedFunction& entry) {
  const model::Tag& tag = entry.tag;
  Value statement;
  const auto add = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) statement.set(key, text);
  };
  statement.set("authorship", nameOf(tag.authorship));
  add("model", tag.model);
  add("normalized-model", tag.normalizedModel);
  add("tool", tag.tool);
  add("date", tag.date);
  add("prompt", tag.prompt);
  add("note", tag.note);
  Array extra;  // a key may be there several times
  for (const auto& [key, text] : tag.extra) {
    Value pair;
    extra.push_back(std::move(pair.set("key", key).set("value", text)));
  }
  if (!extra.empty()) statement.set("extra", std::move(extra));
  statement.set("scope", nameOf(entry.scope)).set("state", nameOf(entry.state));
  if (entry.sketch.known()) statement.set("drift", entry.drift);
  return statement.set("precision", nameOf(entry.precision)).set("id", "0x" + hex64(entry.id));
}

class SpdxGraph {
 public:
  SpdxGraph(const model::Manifest& manifest, const Origin& origin)
      : inventory_(takeInventory(manifest)), time_(timeOf(manifest, origin)), version_(origin.tool) {}

  Value make() {
    for (const AnnotatedFunction* entry : inventory_.functions) addFunction(*entry);
    for (const auto& [involvement, snippets] : involved_) addRelationships(involvement, snippets);
    prefix_ = fmt::format("https://spdx.org/spdxdocs/assay-{}#",
                          uuidOf(document::writeJson(elements_) + version_ + time_));
    Value graph, document;
    graph.append(creationValue()).append(withPrefix(named("SoftwareAgent", "assay", "assay")));
    graph.append(documentValue()).append(bomValue());
    for (Value& element : elements_) graph.append(withPrefix(std::move(element)));
    document.set("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld");
    return document.set("@graph", std::move(graph));
  }

 private:
  static Value element(std::string_view type, std::string_view id) {
    Value value;
    return value.set("type", type).set("spdxId", id).set("creationInfo", kCreation);
  }

  static Value named(std::string_view type, std::string_view id, std::string_view name) {
    return element(type, id).set("name", name);
  }

  // An element that others refer to: the number is its place among all of its kind.
  std::string add(std::string_view kind, Value value) {
    std::string id = *value.find("spdxId")->asString();
    elements_.push_back(std::move(value));
    ids_[std::string(kind)].push_back(id);
    return id;
  }

  std::string nextId(const std::string& kind) { return fmt::format("{}-{}", kind, ids_[kind].size() + 1); }

  const std::string& fileOf(const std::string& path) {
    std::string& id = files_[path];
    if (id.empty())
      id = add("file", named("software_File", nextId("file"), path).set("software_primaryPurpose", "source"));
    return id;
  }

  void addFunction(const AnnotatedFunction& entry) {
    Value snippet = named("software_Snippet", nextId("function"), entry.name);
    if (!entry.signature.empty()) snippet.set("description", entry.signature);
    snippet.set("software_primaryPurpose", "source").set("software_snippetFromFile", fileOf(entry.file));
    if (entry.lines.first != 0) {
      Value range;
      range.set("type", "PositiveIntegerRange").set("beginIntegerRange", entry.lines.first);
      snippet.set("software_lineRange", range.set("endIntegerRange", entry.lines.last));
    }
    const std::string id = add("function", std::move(snippet));
    Value annotation = element("Annotation", nextId("tag")).set("annotationType", "other").set("subject", id);
    annotation.set("contentType", "application/json");
    add("tag", annotation.set("statement", document::writeJsonLine(statementOf(entry))));
    if (const std::string& model = modelNameOf(entry.tag); !model.empty())
      involved_[{model, entry.tag.authorship}].push_back(id);
  }

  const std::string& agentOf(const std::string& model) {
    std::string& id = agents_[model];
    if (id.empty()) id = add("model", named("SoftwareAgent", nextId("model"), model));
    return id;
  }

  void addRelationships(const Involvement& involvement, const Array& snippets) {
    const std::string& agent = agentOf(involvement.first);
    if (involvement.second == Authorship::Modified) {
      for (const Value& snippet : snippets) addRelationship(snippet, "modifiedBy", Array{agent});
      return;
    }
    const bool alone = involvement.second == Authorship::Generated;
    Value& relationship = addRelationship(agent, alone ? "generates" : "other", snippets);
    if (!alone) relationship.set("comment", "the model assisted a human who wrote it");
  }

  Value& addRelationship(const Value& from, std::string_view type, Array to) {
    Value relationship =
        element("Relationship", nextId("relationship")).set("from", from).set("to", std::move(to));
    add("relationship", relationship.set("relationshipType", type));
    return elements_.back();
  }

  [[nodiscard]] Value creationValue() const {
    Value creation;
    creation.set("type", "CreationInfo")
        .set("@id", kCreation)
        .set("specVersion", "3.0.1")
        .set("created", time_);
    if (!version_.empty()) creation.set("comment", "made by assay " + version_);
    return creation.set("createdBy", Array{prefix_ + "assay"});
  }

  Value documentValue() {
    Array all{prefix_ + "assay", prefix_ + "bom"};
    for (const Value& one : elements_) all.push_back(prefix_ + *one.find("spdxId")->asString());
    Value document = named("SpdxDocument", prefix_ + "document", "AI-tagged code");
    document.set("profileConformance", Array{"core", "software"});
    return document.set("rootElement", Array{prefix_ + "bom"}).set("element", std::move(all));
  }

  Value bomValue() {
    Value bom = named("software_Sbom", prefix_ + "bom", "AI-tagged functions");
    bom.set("software_sbomType", Array{"source"});
    Array files, all;
    for (const std::string& id : ids_["file"]) files.push_back(prefix_ + id);
    all = files;
    for (const std::string& id : ids_["function"]) all.push_back(prefix_ + id);
    if (files.empty()) return bom;
    return bom.set("rootElement", std::move(files)).set("element", std::move(all));
  }

  // What refers to elements, made whole once the number of the document is known.
  Value withPrefix(Value value) const {
    for (const std::string_view key : {"spdxId", "software_snippetFromFile", "subject", "from"})
      if (const Value* id = value.find(key)) value.set(key, prefix_ + *id->asString());
    if (const Value* to = value.find("to")) {
      Array whole;
      for (const Value& id : *to->asArray()) whole.push_back(prefix_ + *id.asString());
      value.set("to", std::move(whole));
    }
    return value;
  }

  Inventory inventory_;
  std::string time_, version_, prefix_;
  Array elements_;
  std::map<std::string, std::vector<std::string>> ids_;  // by kind
  std::map<std::string, std::string> files_, agents_;    // the id of each
  std::map<Involvement, Array> involved_;
};

}  // namespace

std::string writeSpdxReport(const model::Manifest& manifest, const Presentation& presentation) {
  return document::writeJson(SpdxGraph(manifest, presentation.origin).make());
}

}  // namespace assay::emit::report
