// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include <map>

#include "document/value.h"
#include "emit/rules/alert_table.h"
#include "emit/rules/rules.h"
#include "sample_request.h"

namespace assay::emit::rules {
namespace {

// alert -> how often it must come, how often it must not
std::map<std::string, std::pair<int, int>> questionsIn(const std::string& yaml) {
  const document::Value root = document::parseYaml(yaml, "rules_test.yaml").value();
  std::map<std::string, std::pair<int, int>> counts;
  for (const document::Value& test : *root.find("tests")->asArray())
    for (const document::Value& question : *test.find("alert_rule_test")->asArray()) {
      auto& [comes, stays] = counts[*question.find("alertname")->asString()];
      ++(question.find("exp_alerts") == nullptr ? stays : comes);
    }
  return counts;
}

TEST(PrometheusTests, EveryAlertComesOnceAndStaysAwayOften) {
  const auto counts =
      questionsIn(writePrometheusTests(test::requestWithThresholds(), test::ruledManifest(), "rules.yaml"));
  EXPECT_EQ(counts.size(), std::size(kAlerts));
  for (const auto& [alert, count] : counts) {
    EXPECT_GE(count.first, 1) << alert;
    EXPECT_GE(count.second, 20) << alert;
  }
}

TEST(PrometheusTests, WhatIsOffIsNotAskedFor) {
  Request request;
  request.options.severities = readSeverities({"all=off", "silence=info"}).value();
  const auto counts = questionsIn(writePrometheusTests(request, {}, "rules.yaml"));
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts.begin()->first, "AssaySilence");
}

TEST(PrometheusTests, ExpectationsHoldNoTemplates) {
  for (const bool literal : {false, true}) {
    Request request = test::requestWithThresholds();
    request.options.literal = literal;
    EXPECT_THAT(writePrometheusTests(request, test::ruledManifest(), "rules.yaml"),
                testing::Not(testing::HasSubstr("{{")));
  }
}

TEST(PrometheusTests, FunctionsAreTheManifestsAndTheFileIsNamed) {
  const std::string yaml = writePrometheusTests({}, test::ruledManifest(), "other.yaml");
  EXPECT_THAT(yaml, testing::HasSubstr("function=\"one\""));
  EXPECT_THAT(yaml, testing::HasSubstr("- other.yaml\n"));
  EXPECT_THAT(writePrometheusTests({}, {}, "rules.yaml"), testing::HasSubstr("function=\"example::first\""));
}

}  // namespace
}  // namespace assay::emit::rules
