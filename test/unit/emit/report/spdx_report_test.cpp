// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <set>

#include "document/value.h"
#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using document::Value;

document::Array spdxGraph(const model::Manifest& manifest, Origin origin = {}) {
  const std::string text = writeSpdxReport(manifest, {.origin = std::move(origin)});
  return *document::parseJson(text, "spdx").value().find("@graph")->asArray();
}

document::Array ofType(const document::Array& graph, std::string_view type) {
  document::Array found;
  for (const Value& element : graph)
    if (*element.find("type") == Value(type)) found.push_back(element);
  return found;
}

TEST(SpdxReport, HasFilesSnippetsAndWhatTheTagsSay) {
  const document::Array graph = spdxGraph(test::sampleManifest());
  EXPECT_EQ(ofType(graph, "software_File").size(), 2u);
  const document::Array snippets = ofType(graph, "software_Snippet");
  ASSERT_EQ(snippets.size(), 4u);
  EXPECT_EQ(*snippets[1].find("name"), Value("kv::Store::get"));
  EXPECT_EQ(snippets[1].find("software_lineRange")->find("beginIntegerRange")->asInteger(), 31);
  EXPECT_EQ(snippets[1].find("software_lineRange")->find("endIntegerRange")->asInteger(), 50);
  EXPECT_EQ(*snippets[1].find("software_snippetFromFile"), *ofType(graph, "software_File")[0].find("spdxId"));
  const document::Array annotations = ofType(graph, "Annotation");
  ASSERT_EQ(annotations.size(), 4u);
  EXPECT_EQ(*annotations[1].find("subject"), *snippets[1].find("spdxId"));
  const Value statement =
      document::parseJson(*annotations[1].find("statement")->asString(), "statement").value();
  EXPECT_EQ(*statement.find("model"), Value("gpt 4"));
  EXPECT_EQ(*statement.find("prompt"), Value("make it fast"));
}

TEST(SpdxReport, ModelsGenerateAssistAndModify) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[1].tag.authorship = model::Authorship::Modified;
  manifest.functions[2].tag.authorship = model::Authorship::Assisted;
  const document::Array graph = spdxGraph(manifest);
  const document::Array relationships = ofType(graph, "Relationship");
  ASSERT_EQ(relationships.size(), 3u);
  const Value model = *ofType(graph, "SoftwareAgent").at(1).find("spdxId");
  const document::Array snippets = ofType(graph, "software_Snippet");
  EXPECT_EQ(*relationships[0].find("relationshipType"), Value("generates"));
  EXPECT_EQ(*relationships[0].find("from"), model);
  EXPECT_EQ(*relationships[0].find("to"), Value(document::Array{*snippets[0].find("spdxId")}));
  EXPECT_EQ(*relationships[1].find("relationshipType"), Value("other"));
  EXPECT_EQ(*relationships[1].find("to"), Value(document::Array{*snippets[2].find("spdxId")}));
  EXPECT_EQ(*relationships[2].find("relationshipType"), Value("modifiedBy"));
  EXPECT_EQ(*relationships[2].find("to"), Value(document::Array{model}));
}

TEST(SpdxReport, ElementsHaveNamesOfTheirOwnAndNothingElseIsReferredTo) {
  const document::Array graph = spdxGraph(test::sampleManifest());
  std::set<std::string> ids;
  std::size_t elements = 0;
  for (const Value& element : graph)
    if (const Value* id = element.find("spdxId")) {
      ids.insert(*id->asString());
      ++elements;
    }
  EXPECT_EQ(ids.size(), elements);
  for (const Value& element : graph)
    for (const char* key : {"createdBy", "rootElement", "element", "to"}) {
      const Value* list = element.find(key);
      if (list == nullptr) continue;
      for (const Value& id : *list->asArray()) EXPECT_TRUE(ids.contains(*id.asString())) << *id.asString();
    }
}

TEST(SpdxReport, TheNumberIsOfTheContent) {
  const auto documentOf = [](const document::Array& graph) {
    return *ofType(graph, "SpdxDocument").at(0).find("spdxId");
  };
  model::Manifest other = test::sampleManifest();
  other.functions[0].tag.prompt = "another";
  EXPECT_NE(documentOf(spdxGraph(other)), documentOf(spdxGraph(test::sampleManifest())));
  EXPECT_EQ(*ofType(spdxGraph({}), "CreationInfo").at(0).find("created"), Value("1970-01-01T00:00:00Z"));
  EXPECT_EQ(*ofType(spdxGraph({}, {"", "2026-01-15T10:30:00Z"}), "CreationInfo").at(0).find("created"),
            Value("2026-01-15T10:30:00Z"));
}

}  // namespace
}  // namespace assay::emit::report
