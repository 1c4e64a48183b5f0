// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/policies.h"

#include <gmock/gmock.h>

namespace assay::config {
namespace {

using ::testing::ElementsAre;

Expected<std::vector<PolicyRule>> policiesOf(const std::string& yaml) {
  return readPolicies(document::parseYaml(yaml, "c.yaml").value(), "c.yaml");
}

TEST(Policies, AWordIsASeverity) {
  const auto rules = policiesOf("model-missing: error\nstale-tag:\n").value();
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(rules[0].policy, "model-missing");
  EXPECT_EQ(rules[0].where, (Location{"c.yaml", 1, 1}));
  ASSERT_EQ(rules[0].keys.size(), 1u);
  EXPECT_EQ(rules[0].keys[0].key, "severity");
  EXPECT_THAT(rules[0].keys[0].values, ElementsAre("error"));
  EXPECT_EQ(rules[0].keys[0].valueWhere, (Location{"c.yaml", 1, 16}));
  EXPECT_TRUE(rules[1].keys.empty());
}

TEST(Policies, SeveralRulesAndListsKeepTheirOrder) {
  const auto rules =
      policiesOf(
          "review-required:\n  - paths: [src, lib]\n    severity: error\n  - off\nstale-tag: {days: 30}\n")
          .value();
  ASSERT_EQ(rules.size(), 3u);
  EXPECT_THAT(rules[0].keys[0].values, ElementsAre("src", "lib"));
  EXPECT_EQ(rules[0].keys[1].where, (Location{"c.yaml", 3, 5}));
  EXPECT_THAT(rules[1].keys[0].values, ElementsAre("off"));
  EXPECT_THAT(rules[2].keys[0].values, ElementsAre("30"));
}

TEST(Policies, NumbersAndTruthValuesAreWords) {
  EXPECT_THAT(policiesOf("a: false\n").value()[0].keys[0].values, ElementsAre("false"));
  EXPECT_THAT(policiesOf("a: {most: 2.5}\n").value()[0].keys[0].values, ElementsAre("2.5"));
}

TEST(Policies, AnyOtherShapeIsRefusedWithItsPlace) {
  for (const char* bad :
       {"[a]", "a: [[x]]", "a: {paths: {x: y}}", "a: {paths: [[x]]}", "a: {days: null}", "word"}) {
    const auto rules = policiesOf(bad);
    ASSERT_FALSE(rules.has_value()) << bad;
    EXPECT_EQ(rules.error().code, ErrorCode::Usage);
    EXPECT_EQ(rules.error().where.line, 1u);
    EXPECT_NE(rules.error().where.column, 0u);
    EXPECT_NE(rules.error().hint, "");
  }
}

}  // namespace
}  // namespace assay::config
