// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "document/value.h"
#include "emit/rules/rules.h"
#include "sample_request.h"

namespace assay::emit::rules {
namespace {

std::vector<std::string> groupNames(const std::string& yaml) {
  const document::Value root = document::parseYaml(yaml, "rules.yaml").value();
  std::vector<std::string> names;
  for (const document::Value& group : *root.find("groups")->asArray())
    names.push_back(*group.find("name")->asString());
  return names;
}

TEST(PrometheusRules, GroupsStandInTheOrderInWhichTheyNeedEachOther) {
  EXPECT_THAT(
      groupNames(writePrometheusRules({})),
      testing::ElementsAre("assay-pieces", "assay-days", "assay-functions", "assay-sizes", "assay-alerts"));
  EXPECT_THAT(groupNames(writePrometheusRules(test::requestWithThresholds())),
              testing::ElementsAre("assay-pieces", "assay-days", "assay-functions", "assay-thresholds",
                                   "assay-sizes", "assay-objectives", "assay-alerts"));
}

TEST(PrometheusRules, AGroupWithoutAlertsIsLeftOut) {
  Request request;
  request.options.severities = readSeverities({"all=off"}).value();
  EXPECT_THAT(groupNames(writePrometheusRules(request)),
              testing::ElementsAre("assay-pieces", "assay-days", "assay-functions", "assay-sizes"));
}

TEST(PrometheusRules, AlertsWaitTenMinutesOrWhatTheScaleMakesOfThem) {
  EXPECT_THAT(writePrometheusRules({}), testing::HasSubstr("for: 10m"));
  Request request;
  request.options.timeScale = 60;
  EXPECT_THAT(writePrometheusRules(request), testing::HasSubstr("for: 10s"));
  EXPECT_THAT(writePrometheusRules(request), testing::HasSubstr("[24m] offset 1m"));
}

}  // namespace
}  // namespace assay::emit::rules
