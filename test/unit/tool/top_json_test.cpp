// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/top_json.h"

#include <gtest/gtest.h>

#include "document/value.h"

namespace assay::tool {
namespace {

TopFrame frame() {
  TopFrame frame;
  telemetry::ProcessSnapshot process;
  process.files.push_back({"/folder/1-2-0.assayseg", 1, 2});
  process.pid = 1;
  process.program = "/bin/p";
  process.state = telemetry::ProcessState::Running;
  process.observedSeconds = 2.5;
  frame.collection.processes.push_back(process);
  frame.table.rows.push_back(
      {.id = 0xab, .name = "f", .model = "GPT-4", .calls = ~std::uint64_t{0}, .max = 1.5});
  return frame;
}

document::Value parsed() {
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, frame()), "top");
  return json ? *json : document::Value();
}

TEST(TopJson, CountsAreExact) {
  const document::Value json = parsed();
  const document::Value& row = json.find("functions")->asArray()->at(0);
  EXPECT_EQ(row.find("calls")->asUnsigned(), ~std::uint64_t{0});
  EXPECT_EQ(*row.find("id")->asString(), "00000000000000ab");
  EXPECT_EQ(*row.find("model")->asString(), "GPT-4");
}

TEST(TopJson, WhatIsNotKnownIsNull) {
  const document::Value json = parsed();
  const document::Value& row = json.find("functions")->asArray()->at(0);
  for (const char* key : {"errors", "maxDepth", "inFlight", "neverEnded", "mostAtOnce", "ratePerSecond",
                          "p50Seconds", "p99Seconds"})
    EXPECT_TRUE(row.find(key)->isNull()) << key;
  EXPECT_EQ(row.find("maxSeconds")->asNumber(), 1.5);
}

TEST(TopJson, CountsOfOtherKindsOfCallsAreThere) {
  TopFrame other = frame();
  telemetry::FunctionRow& recursion = other.table.rows[0];
  recursion.timedCalls = 3;
  recursion.estimatedCalls = 2;
  recursion.meanError = 0.25;
  recursion.errors = 0;
  recursion.abandoned = 2;
  recursion.maxDepth = 7;
  recursion.inFlight = 4;
  recursion.neverEnded = 0;
  recursion.mostAtOnce = 9;
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, other), "top");
  const document::Value& row = json->find("functions")->asArray()->at(0);
  EXPECT_EQ(row.find("timedCalls")->asUnsigned(), 3u);
  EXPECT_EQ(row.find("estimatedCalls")->asUnsigned(), 2u);
  EXPECT_EQ(row.find("meanError")->asNumber(), 0.25);
  EXPECT_EQ(row.find("errors")->asUnsigned(), 0u);
  EXPECT_EQ(row.find("abandoned")->asUnsigned(), 2u);
  EXPECT_EQ(row.find("maxDepth")->asUnsigned(), 7u);
  EXPECT_EQ(row.find("inFlight")->asUnsigned(), 4u);
  EXPECT_EQ(row.find("neverEnded")->asUnsigned(), 0u);
  EXPECT_EQ(row.find("mostAtOnce")->asUnsigned(), 9u);
}

TEST(TopJson, LastFailuresAreShapes) {
  TopFrame failing = frame();
  telemetry::Failure thrown;
  thrown.thrown = true;
  thrown.endedNanoseconds = 1'700'000'000'000'000'000;
  thrown.seconds = 0.5;
  thrown.sizeBucket = 4;
  thrown.type = "Circle";
  thrown.exception = "std::bad_alloc";
  failing.table.rows[0].failures = {thrown, {}};
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, failing), "top");
  const auto& failures = *json->find("functions")->asArray()->at(0).find("lastFailures")->asArray();
  ASSERT_EQ(failures.size(), 2u);
  EXPECT_EQ(failures[0].find("endedNanoseconds")->asUnsigned(), 1'700'000'000'000'000'000u);
  EXPECT_EQ(failures[0].find("seconds")->asNumber(), 0.5);
  EXPECT_EQ(*failures[0].find("by")->asString(), "exception");
  EXPECT_EQ(failures[0].find("sizeFrom")->asUnsigned(), 4u);
  EXPECT_EQ(failures[0].find("sizeTo")->asUnsigned(), 8u);
  EXPECT_EQ(*failures[0].find("type")->asString(), "Circle");
  EXPECT_EQ(*failures[0].find("exception")->asString(), "std::bad_alloc");
  EXPECT_EQ(*failures[1].find("by")->asString(), "return");
  for (const char* key : {"endedNanoseconds", "exception", "seconds", "sizeFrom", "sizeTo", "type"})
    EXPECT_TRUE(failures[1].find(key)->isNull()) << key;
}

TEST(TopJson, ErrorsAreThereByKind) {
  TopFrame failing = frame();
  failing.table.rows[0].errorKinds = {{"std::bad_alloc", 3}, {"(returned)", 1}};
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, failing), "top");
  const auto& kinds = *json->find("functions")->asArray()->at(0).find("errorKinds")->asArray();
  ASSERT_EQ(kinds.size(), 2u);
  EXPECT_EQ(*kinds[0].find("kind")->asString(), "std::bad_alloc");
  EXPECT_EQ(kinds[0].find("errors")->asUnsigned(), 3u);
}

TEST(TopJson, MemoryIsThereWhereItIsCounted) {
  TopFrame counted = frame();
  counted.table.rows[0].memory = {.calls = 3, .allocated = 4096, .freed = 5000};
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, counted), "top");
  const document::Value& memory = *json->find("functions")->asArray()->at(0).find("memory");
  EXPECT_EQ(memory.find("calls")->asUnsigned(), 3u);
  EXPECT_EQ(memory.find("allocatedBytes")->asUnsigned(), 4096u);
  EXPECT_EQ(memory.find("freedBytes")->asUnsigned(), 5000u);
  const auto plain = document::parseJson(topJson({.folder = "/folder", .models = {}}, frame()), "top");
  EXPECT_TRUE(plain->find("functions")->asArray()->at(0).find("memory")->isNull());
}

TEST(TopJson, TypesOfInputsHaveTheirCalls) {
  TopFrame typed = frame();
  typed.table.rows[0].types = {
      {.name = "ns::Circle", .calls = 3, .errors = 1, .totalSeconds = 6e-6, .meanSeconds = 2e-6},
      {.name = "(other)", .calls = 1}};
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, typed), "top");
  const auto& types = *json->find("functions")->asArray()->at(0).find("types")->asArray();
  ASSERT_EQ(types.size(), 2u);
  EXPECT_EQ(*types[0].find("type")->asString(), "ns::Circle");
  EXPECT_EQ(types[0].find("calls")->asUnsigned(), 3u);
  EXPECT_EQ(types[0].find("errors")->asUnsigned(), 1u);
  EXPECT_EQ(types[0].find("totalSeconds")->asNumber(), 6e-6);
  EXPECT_EQ(types[0].find("meanNs")->asNumber(), 2000);
  EXPECT_TRUE(types[1].find("meanNs")->isNull());
}

TEST(TopJson, SizesOfInputsAreInBuckets) {
  TopFrame sized = frame();
  sized.table.rows[0].sizes = {{.from = 4, .to = 8, .calls = 3, .errors = 1, .meanSeconds = 2e-6},
                               {.from = 8, .to = 16, .calls = 1}};
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, sized), "top");
  const document::Value& row = json->find("functions")->asArray()->at(0);
  const auto& sizes = *row.find("sizes")->asArray();
  ASSERT_EQ(sizes.size(), 2u);
  EXPECT_EQ(sizes[0].find("from")->asUnsigned(), 4u);
  EXPECT_EQ(sizes[0].find("to")->asUnsigned(), 8u);
  EXPECT_EQ(sizes[0].find("calls")->asUnsigned(), 3u);
  EXPECT_EQ(sizes[0].find("errors")->asUnsigned(), 1u);
  EXPECT_EQ(sizes[0].find("meanNs")->asNumber(), 2000);
  EXPECT_TRUE(sizes[1].find("meanNs")->isNull());
  EXPECT_EQ(row.find("largestSize")->asUnsigned(), 15u);
  EXPECT_EQ(row.find("meanSize")->asNumber(), (3 * 5.5 + 11.5) / 4);
}

TEST(TopJson, WithoutSizesThereAreNone) {
  const document::Value json = parsed();
  const document::Value& row = json.find("functions")->asArray()->at(0);
  EXPECT_TRUE(row.find("sizes")->asArray()->empty());
  EXPECT_TRUE(row.find("meanSize")->isNull());
  EXPECT_TRUE(row.find("largestSize")->isNull());
}

TEST(TopJson, TheBucketWithoutEndSaysSo) {
  TopFrame sized = frame();
  sized.table.rows[0].sizes = {{.from = 4, .to = 8, .calls = 3}, {.from = 1u << 20, .calls = 1}};
  const auto json = document::parseJson(topJson({.folder = "/folder", .models = {}}, sized), "top");
  const document::Value& row = json->find("functions")->asArray()->at(0);
  EXPECT_TRUE(row.find("sizes")->asArray()->at(1).find("to")->isNull());
  EXPECT_TRUE(row.find("meanSize")->isNull());
}

TEST(TopJson, ProcessesSayWhereTheyAreFrom) {
  const document::Value json = parsed();
  EXPECT_EQ(*json.find("folder")->asString(), "/folder");
  const document::Value& process = json.find("processes")->asArray()->at(0);
  EXPECT_EQ(*process.find("state")->asString(), "running");
  EXPECT_EQ(*process.find("segments")->asArray()->at(0).asString(), "1-2-0.assayseg");
}

}  // namespace
}  // namespace assay::tool
