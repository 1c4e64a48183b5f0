// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That what is written is SARIF is for test/e2e/check_test.py to prove, with a schema.
#include <gtest/gtest.h>

#include "document/value.h"
#include "emit/check/writers.h"
#include "sample_result.h"

namespace assay::emit::check {
namespace {

using document::Value;

Value runOf(const Result& result) {
  return document::parseJson(writeSarif(result, {}), "s").value().find("runs")->asArray()->at(0);
}

TEST(Sarif, AResultLeadsToItsRuleAndItsPlace) {
  const SampleResult sample;
  const Value run = runOf(sample.result());
  const document::Array& rules = *run.find("tool")->find("driver")->find("rules")->asArray();
  const document::Array& results = *run.find("results")->asArray();
  ASSERT_EQ(results.size(), 2u);
  for (const Value& result : results)
    EXPECT_EQ(*rules.at(*result.find("ruleIndex")->asUnsigned()).find("id"), *result.find("ruleId"));
  const Value& place = *results[0].find("locations")->asArray()->at(0).find("physicalLocation");
  EXPECT_EQ(*place.find("artifactLocation")->find("uri")->asString(), "sub/src/a%2Cb.cpp");
  EXPECT_EQ(place.find("region")->find("startLine")->asUnsigned(), 4u);
  EXPECT_EQ(results[1]
                .find("locations")
                ->asArray()
                ->at(0)
                .find("physicalLocation")
                ->find("region")
                ->find("startLine")
                ->asUnsigned(),
            1u);
}

TEST(Sarif, WhatLooksLikeALinkIsNone) {
  std::vector<policy::Finding> findings(2);
  findings[0].message = "see [this](https://evil.example)";
  findings[1].message = "`operator[]`";
  const policy::RuleSet rules;
  const Value run = runOf({.findings = findings, .rules = rules});
  const document::Array& results = *run.find("results")->asArray();
  EXPECT_EQ(*results[0].find("message")->find("text")->asString(), "see \\[this](https://evil.example)");
  EXPECT_EQ(*results[1].find("message")->find("text")->asString(), "`operator[]`");
}

TEST(Sarif, BracesOfAMessageAreNoPlaceholder) {
  std::vector<policy::Finding> findings(1);
  findings[0].message = "the model {0} is {}";
  const policy::RuleSet rules;
  const Value run = runOf({.findings = findings, .rules = rules});
  EXPECT_EQ(*run.find("results")->asArray()->at(0).find("message")->find("text")->asString(),
            "the model {{0}} is {{}}");
}

TEST(Sarif, ARunThatLeftSourcesOutWasNotSuccessful) {
  const std::vector<policy::Finding> findings;
  const policy::RuleSet rules;
  const auto invocationOf = [&](bool complete) {
    return runOf({.findings = findings, .rules = rules, .complete = complete})
        .find("invocations")
        ->asArray()
        ->at(0);
  };
  EXPECT_EQ(invocationOf(true).find("executionSuccessful")->asBool(), true);
  EXPECT_EQ(invocationOf(true).find("toolExecutionNotifications"), nullptr);
  EXPECT_EQ(invocationOf(false).find("executionSuccessful")->asBool(), false);
  EXPECT_NE(invocationOf(false).find("toolExecutionNotifications"), nullptr);
}

TEST(Sarif, TheGravestAreToldWhereThereAreTooMany) {
  std::vector<policy::Finding> findings(kMostSarifResults + 2);
  findings.back().severity = Severity::Error;
  const policy::RuleSet rules;
  const Value run = runOf({.findings = findings, .rules = rules});
  const document::Array& results = *run.find("results")->asArray();
  EXPECT_EQ(results.size(), kMostSarifResults);
  EXPECT_EQ(*results.back().find("level")->asString(), "error");
  EXPECT_NE(run.find("invocations")->asArray()->at(0).find("toolExecutionNotifications"), nullptr);
}

}  // namespace
}  // namespace assay::emit::check
