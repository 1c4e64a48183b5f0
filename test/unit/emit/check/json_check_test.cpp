// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "document/value.h"
#include "emit/check/writers.h"
#include "sample_result.h"

namespace assay::emit::check {
namespace {

TEST(JsonCheck, HoldsEverything) {
  const SampleResult sample;
  const auto value = document::parseJson(writeJsonCheck(sample.result(), {}), "j").value();
  EXPECT_EQ(value.find("passed")->asBool(), false);
  EXPECT_EQ(value.find("known")->asUnsigned(), 3u);
  EXPECT_EQ(value.find("baseline-entries")->asUnsigned(), 4u);
  EXPECT_EQ(value.find("counts")->find("error")->asUnsigned(), 1u);
  const document::Array& findings = *value.find("findings")->asArray();
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(*findings[0].find("file")->asString(), "sub/src/a,b.cpp");
  EXPECT_EQ(*findings[0].find("function")->asString(), "shop::total<\x1b[31m>");
  EXPECT_EQ(*findings[0].find("id")->asString(), "0x00000000000000a1");
  EXPECT_EQ(*findings[0].find("prompt")->asString(), "]]> <b>\x01&\xEF\xBF\xBD");
  EXPECT_EQ(findings[1].find("line"), nullptr);
  EXPECT_EQ(findings[1].find("function"), nullptr);
  EXPECT_EQ(findings[1].find("fails")->asBool(), false);
}

TEST(JsonCheck, WithoutABaselineThereIsNothingKnown) {
  const std::vector<policy::Finding> none;
  const policy::RuleSet rules;
  const auto value = document::parseJson(writeJsonCheck({.findings = none, .rules = rules}, {}), "j").value();
  EXPECT_EQ(value.find("known"), nullptr);
  EXPECT_EQ(value.find("passed")->asBool(), true);
}

}  // namespace
}  // namespace assay::emit::check
