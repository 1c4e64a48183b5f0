// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That what is written is SARIF is for test/e2e/report_test.py to prove, with schemas.
#include <gtest/gtest.h>

#include "document/value.h"
#include "emit/report/writers.h"
#include "support/sample_manifest.h"

namespace assay::emit::report {
namespace {

using document::Value;

Value runOfReport(const model::Manifest& manifest, const Presentation& presentation) {
  return document::parseJson(writeSarifReport(manifest, presentation), "s")
      .value()
      .find("runs")
      ->asArray()
      ->at(0);
}

TEST(SarifReport, AResultLeadsToItsRuleAndItsPlace) {
  const Value run = runOfReport(test::sampleManifest(), {.prefix = "lib/"});
  const document::Array& rules = *run.find("tool")->find("driver")->find("rules")->asArray();
  const document::Array& results = *run.find("results")->asArray();
  EXPECT_EQ(*rules.at(0).find("id")->asString(), "ai-code");
  ASSERT_GT(results.size(), 4u);
  for (const Value& result : results) {
    EXPECT_EQ(*rules.at(*result.find("ruleIndex")->asUnsigned()).find("id"), *result.find("ruleId"));
    EXPECT_EQ(*result.find("level")->asString(), "note");
  }
  const Value& place = *results[0].find("locations")->asArray()->at(0).find("physicalLocation");
  EXPECT_EQ(*place.find("artifactLocation")->find("uri")->asString(), "lib/db/store.cc");
  EXPECT_EQ(place.find("region")->find("startLine")->asUnsigned(), 10u);
  const Value& properties = *results[0].find("properties");
  EXPECT_EQ(*properties.find("model")->asString(), "openai/gpt-4");
  EXPECT_EQ(*properties.find("prompt")->asString(), "make it fast");
}

TEST(SarifReport, FingerprintsStayWhenCodeMoves) {
  model::Manifest manifest;
  manifest.functions = {test::tagged("f", "a.cc", 5, 9)};
  const auto print = [&] {
    return *runOfReport(manifest, {}).find("results")->asArray()->at(0).find("partialFingerprints");
  };
  const Value before = print();
  manifest.functions[0].file = "sub/b.cc";
  manifest.functions[0].tagLine += 100;
  EXPECT_EQ(print(), before);
}

}  // namespace
}  // namespace assay::emit::report
