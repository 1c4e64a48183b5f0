// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "document/value.h"
#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using document::Value;

Value written(const model::Manifest& manifest) {
  return document::parseJson(writeJsonReport(manifest, {}), "report").value();
}

TEST(JsonReport, HoldsTheFigures) {
  const Value report = written(test::sampleManifest());
  EXPECT_EQ(report.find("assay-report")->asInteger(), 1);
  const Value& functions = *report.find("coverage")->find("functions");
  EXPECT_EQ(functions.find("tagged")->asInteger(), 3);
  EXPECT_EQ(functions.find("all")->asInteger(), 100);
  EXPECT_EQ(functions.find("share")->asNumber(), 0.03);
  const Value& model = report.find("by-model")->asArray()->front();
  EXPECT_EQ(*model.find("name"), Value("openai/gpt-4"));
  EXPECT_EQ(*model.find("as"), Value(document::Array{"GPT-4", "gpt 4"}));
}

TEST(JsonReport, ListsEveryEntryWhole) {
  model::Manifest manifest;
  for (unsigned i = 0; i < 300; ++i) manifest.functions.push_back(test::tagged("f", "a.cc", 2 + i, 2 + i));
  manifest.functions[299].tag.prompt = test::kHostile;
  manifest.functions[299].tag.extra = {{"risk", "low"}, {"risk", "high"}};
  manifest.functions[299].history = {model::Tag{}};
  manifest.functions[299].also = {"little2_scan"};
  manifest.functions[299].configurations = {"-DFAST", "-m32"};
  manifest.functions[299].inputs = {{"text", "text->size()", "text"}};
  const Value report = written(manifest);
  const document::Array& entries = *report.find("entries")->asArray();
  ASSERT_EQ(entries.size(), 300u);
  const Value& tag = *entries[299].find("tag");
  EXPECT_EQ(*tag.find("prompt"), Value(test::kHostile.substr(0, test::kHostile.size() - 1) + "\xEF\xBF\xBD"));
  EXPECT_EQ(tag.find("extra")->asArray()->size(), 2u);
  EXPECT_EQ(entries[299].find("history")->asArray()->size(), 1u);
  EXPECT_EQ(*entries[299].find("configurations"), Value(document::Array{"-DFAST", "-m32"}));
  EXPECT_EQ(entries[0].find("configurations"), nullptr);
  EXPECT_EQ(*entries[299].find("also"), Value(document::Array{"little2_scan"}));
  EXPECT_EQ(entries[0].find("also"), nullptr);
  EXPECT_EQ(*entries[299].find("input")->find("of"), Value("text"));
  EXPECT_EQ(*entries[299].find("input")->find("size"), Value("text->size()"));
  EXPECT_EQ(*entries[299].find("input")->find("when"), Value("text"));
  EXPECT_EQ(entries[0].find("input"), nullptr);
  EXPECT_EQ(*entries[0].find("place"), Value("a.cc:1"));
}

TEST(JsonReport, AttentionNamesEveryPlace) {
  model::Manifest manifest;
  for (unsigned i = 0; i < 50; ++i) manifest.functions.push_back(test::tagged("f", "a.cc", 2 + i, 2 + i));
  for (model::AnnotatedFunction& function : manifest.functions) function.tag.date = "";
  const Value report = written(manifest);
  const Value& concern = report.find("attention")->asArray()->at(0);
  EXPECT_EQ(*concern.find("code"), Value("missing-date"));
  EXPECT_EQ(concern.find("items")->asArray()->size(), 50u);
}

TEST(JsonReport, AShareOfNothingIsNull) {
  EXPECT_TRUE(written({}).find("coverage")->find("functions")->find("share")->isNull());
}

}  // namespace
}  // namespace assay::emit::report
