// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "document/value.h"
#include "emit/rules/datadog.h"

namespace assay::emit::rules {
namespace {

using testing::HasSubstr;

TEST(DatadogMonitors, TheApiTakesAListAndOptions) {
  const document::Value value = document::parseJson(writeDatadogMonitors({}), "monitors.json").value();
  ASSERT_NE(value.asArray(), nullptr);
  EXPECT_EQ(value.asArray()->size(), monitorsOf({}).size());
  const document::Value& first = value.asArray()->front();
  EXPECT_EQ(first.find("options")->find("thresholds")->find("critical")->asNumber(), 1.5);
  EXPECT_EQ(*first.find("type")->asString(), "query alert");
}

TEST(DatadogMonitors, TerraformTakesResourcesByName) {
  const std::string text = writeDatadogTerraform({});
  EXPECT_THAT(text, HasSubstr("\"assay_latency_regression\": {"));
  EXPECT_THAT(text, HasSubstr("\"critical\": \"1.5\""));
  EXPECT_THAT(text, HasSubstr("\"source\": \"DataDog/datadog\""));
}

TEST(DatadogMonitors, TerraformFillsNothingIn) {
  Request request;
  request.options.pageUrl = "http://host/${path}%{ if x }";
  EXPECT_THAT(writeDatadogTerraform(request), HasSubstr("http://host/$${path}%%{ if x }/"));
  EXPECT_THAT(writeDatadogMonitors(request), HasSubstr("http://host/${path}%{ if x }/"));
}

TEST(DatadogMonitors, WithoutAnyTheFilesAreWellFormed) {
  Request request;
  request.options.severities = readSeverities({"all=off"}).value();
  EXPECT_EQ(writeDatadogMonitors(request), "[]\n");
  EXPECT_EQ(document::parseJson(writeDatadogTerraform(request), "x").value().find("resource"), nullptr);
}

}  // namespace
}  // namespace assay::emit::rules
