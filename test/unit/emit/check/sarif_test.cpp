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

}  // namespace
}  // namespace assay::emit::check
