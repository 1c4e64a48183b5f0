// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <set>

#include "document/value.h"
#include "emit/report/writers.h"
#include "support/sample_manifest.h"
#include "support/strings.h"

namespace assay::emit::report {
namespace {

using document::Value;

std::vector<Value> traceRecords(const model::Manifest& manifest, Origin origin) {
  const std::string text = writeAgentTraceReport(manifest, {.origin = std::move(origin)});
  std::vector<Value> records;
  for (const std::string_view line : split(text, '\n'))
    if (!line.empty()) records.push_back(document::parseJson(line, "trace").value());
  return records;
}

const Value& conversationOf(const Value& record) {
  return record.find("files")->asArray()->at(0).find("conversations")->asArray()->at(0);
}

TEST(AgentTraceReport, HasARecordForEachCommitOfAFunction) {
  const model::Manifest manifest = test::sampleManifest();
  const model::AnnotatedFunction* put = &manifest.functions[0];
  const auto records = traceRecords(
      manifest,
      {.committed = {
           {put,
            {{"bb", "db/store.cc", {1, 4}}, {"aa", "old.cc", {7, 8}}, {"bb", "db/store.cc", {9, 12}}}}}});
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(*records[0].find("vcs")->find("revision"), Value("aa"));
  EXPECT_EQ(*records[0].find("files")->asArray()->at(0).find("path"), Value("old.cc"));
  EXPECT_EQ(*records[1].find("vcs")->find("revision"), Value("bb"));
  const document::Array& ranges = *conversationOf(records[1]).find("ranges")->asArray();
  ASSERT_EQ(ranges.size(), 2u);
  EXPECT_EQ(ranges[1].find("start_line")->asInteger(), 9);
  EXPECT_EQ(ranges[1].find("end_line")->asInteger(), 12);
  EXPECT_EQ(*conversationOf(records[0]).find("contributor")->find("type"), Value("ai"));
  EXPECT_EQ(*conversationOf(records[0]).find("contributor")->find("model_id"), Value("openai/gpt-4"));
  EXPECT_EQ(*records[0].find("metadata")->find("dev.assay")->find("tag"),
            Value("// AI-generated: GPT-4, 2024-01-15, prompt: \"make it fast\""));
  EXPECT_EQ(*records[0].find("timestamp"), Value("2024-01-15T00:00:00Z"));
  EXPECT_NE(*records[0].find("id"), *records[1].find("id"));
}

TEST(AgentTraceReport, OfWhatNoCommitHasThereIsNoRevision) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[3].tag.tool = "Cursor";
  const auto records =
      traceRecords(manifest, {.committed = {{&manifest.functions[0], {{"", "lib/db/store.cc", {12, 14}}}},
                                            {&manifest.functions[1], {}},
                                            {&manifest.functions[3], {{"", "erase.cc", {2, 6}}}}}});
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].find("vcs"), nullptr);
  EXPECT_EQ(*records[0].find("files")->asArray()->at(0).find("path"), Value("lib/db/store.cc"));
  EXPECT_EQ(conversationOf(records[0]).find("ranges")->asArray()->at(0).find("start_line")->asInteger(), 12);
  EXPECT_EQ(records[0].find("tool"), nullptr);
  EXPECT_EQ(*records[1].find("tool")->find("name"), Value("Cursor"));
  EXPECT_EQ(*conversationOf(records[1]).find("contributor")->find("type"), Value("mixed"));
  EXPECT_EQ(conversationOf(records[1]).find("contributor")->find("model_id"), nullptr);
}

TEST(AgentTraceReport, WhatNobodyAskedGitAboutIsLeftOut) {
  EXPECT_TRUE(traceRecords(test::sampleManifest(), {}).empty());
}

TEST(AgentTraceReport, AModelsNameThatIsTooLongIsInTheTagAlone) {
  model::Manifest manifest = test::sampleManifest();
  manifest.functions[0].tag.normalizedModel = "";
  manifest.functions[0].tag.model = std::string(251, 'x');
  const auto records =
      traceRecords(manifest, {.committed = {{manifest.functions.data(), {{"", "a.cc", {1, 2}}}}}});
  EXPECT_EQ(conversationOf(records.at(0)).find("contributor")->find("model_id"), nullptr);
}

}  // namespace
}  // namespace assay::emit::report
