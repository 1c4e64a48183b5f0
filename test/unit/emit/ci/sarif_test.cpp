// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That what is written is SARIF is for test/e2e/check_test.py and report_test.py to prove, with schemas.
#include "emit/ci/sarif.h"

#include <gtest/gtest.h>

#include <utility>

namespace assay::emit::ci {
namespace {

using document::Value;

SarifLog logOf(std::vector<SarifResult> results) {
  return {.verb = "test",
          .tool = "1.2.3",
          .named = "things",
          .rules = {{"rule", Severity::Warning, "something {is}", "do it"}},
          .results = std::move(results)};
}

Value runOfLog(SarifLog log) {
  return document::parseJson(writeSarif(std::move(log)), "s").value().find("runs")->asArray()->at(0);
}

std::string messageOf(const Value& run, std::size_t number) {
  return *run.find("results")->asArray()->at(number).find("message")->find("text")->asString();
}

TEST(SarifDocument, WhatLooksLikeALinkIsNone) {
  const Value run =
      runOfLog(logOf({{.message = "see [this](https://evil.example)"}, {.message = "`operator[]`"}}));
  EXPECT_EQ(messageOf(run, 0), "see \\[this](https://evil.example)");
  EXPECT_EQ(messageOf(run, 1), "`operator[]`");
}

TEST(SarifDocument, BracesOfAMessageAreNoPlaceholder) {
  EXPECT_EQ(messageOf(runOfLog(logOf({{.message = "the model {0} is {}"}})), 0), "the model {{0}} is {{}}");
}

TEST(SarifDocument, APlaceIsARelativeUriAndALineAndAFunctionIfThereIsOne) {
  const Value run =
      runOfLog(logOf({{.file = "a b.cc", .line = 7, .function = "x::f"}, {.file = "/usr/a.h"}}));
  const document::Array& results = *run.find("results")->asArray();
  const Value& first = results[0].find("locations")->asArray()->at(0);
  const Value& artifact = *first.find("physicalLocation")->find("artifactLocation");
  EXPECT_EQ(*artifact.find("uri")->asString(), "a%20b.cc");
  EXPECT_NE(artifact.find("uriBaseId"), nullptr);
  EXPECT_EQ(first.find("physicalLocation")->find("region")->find("startLine")->asUnsigned(), 7u);
  EXPECT_EQ(*first.find("logicalLocations")->asArray()->at(0).find("fullyQualifiedName")->asString(), "x::f");
  const Value& second = results[1].find("locations")->asArray()->at(0);
  EXPECT_EQ(second.find("physicalLocation")->find("artifactLocation")->find("uriBaseId"), nullptr);
  EXPECT_EQ(second.find("physicalLocation")->find("region")->find("startLine")->asUnsigned(), 1u);
  EXPECT_EQ(second.find("logicalLocations"), nullptr);
}

TEST(SarifDocument, ARunThatLeftSourcesOutWasNotSuccessful) {
  const auto invocationOf = [](bool complete) {
    SarifLog log = logOf({});
    log.complete = complete;
    return runOfLog(std::move(log)).find("invocations")->asArray()->at(0);
  };
  EXPECT_EQ(invocationOf(true).find("executionSuccessful")->asBool(), true);
  EXPECT_EQ(invocationOf(true).find("toolExecutionNotifications"), nullptr);
  EXPECT_EQ(invocationOf(false).find("executionSuccessful")->asBool(), false);
  EXPECT_NE(invocationOf(false).find("toolExecutionNotifications"), nullptr);
}

TEST(SarifDocument, TheGravestAreToldWhereThereAreTooMany) {
  std::vector<SarifResult> results(kMostSarifResults + 2);
  results.back().severity = Severity::Error;
  const Value run = runOfLog(logOf(std::move(results)));
  const document::Array& told = *run.find("results")->asArray();
  EXPECT_EQ(told.size(), kMostSarifResults);
  EXPECT_EQ(*told.back().find("level")->asString(), "error");
  const Value& said = *run.find("invocations")->asArray()->at(0).find("toolExecutionNotifications");
  EXPECT_EQ(*said.asArray()->at(0).find("message")->find("text")->asString(),
            "2 things are left out: code hosts take no more than 25000");
}

}  // namespace
}  // namespace assay::emit::ci
