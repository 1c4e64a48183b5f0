// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/tests_beside.h"

#include <gtest/gtest.h>

namespace assay::tool {
namespace {

config::Settings rulesTo(const char* file) {
  config::Settings settings;
  settings.set("write-to", {file});
  settings.set("time-scale", {"1"});
  return settings;
}

TEST(TestsBeside, StandBesideTheRules) {
  EXPECT_EQ(testsBeside(rulesTo("rules.yaml")), "rules_test.yaml");
  EXPECT_EQ(testsBeside(rulesTo("a.b/rules")), "a.b/rules_test");
}

TEST(TestsBeside, AreNotWrittenBesideADevice) {
  for (const char* file : {"/dev/null", "/dev/stdout", "/dev/fd/1", "/dev/../dev/full"})
    EXPECT_EQ(testsBeside(rulesTo(file)), "") << file;
}

TEST(TestsBeside, AreForRulesOfPrometheusWithTheirOwnTimes) {
  config::Settings scaled = rulesTo("rules.yaml"), datadog = rulesTo("rules.json"), printed;
  scaled.set("time-scale", {"60"});
  datadog.set("format", {"datadog"});
  for (const config::Settings& settings : {scaled, datadog, printed}) EXPECT_EQ(testsBeside(settings), "");
  datadog.set("format", {"prometheus"});
  EXPECT_EQ(testsBeside(datadog), "rules_test.json");
}

}  // namespace
}  // namespace assay::tool
