// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/rules.h"

#include <gtest/gtest.h>

#include <set>

#include "policy/policy_table.h"
#include "support/file.h"
#include "support/strings.h"

namespace assay::policy {
namespace {

TEST(Rules, EveryPolicyHasOneRowInTheOrderOfTheEnum) {
  std::set<std::string_view> ids;
  std::size_t next = 0;
  for (const PolicyRow& row : policyRows()) {
    EXPECT_EQ(static_cast<std::size_t>(row.policy), next++) << row.id;
    EXPECT_TRUE(ids.insert(row.id).second) << row.id;
    EXPECT_NE(row.says, "") << row.id;
    EXPECT_NE(row.advice, "") << row.id;
    EXPECT_EQ(&rowOf(row.policy), &row);
  }
  EXPECT_EQ(next, static_cast<std::size_t>(Policy::ReviewFinding) + 1);
}

TEST(Rules, ThePageHasARowForEach) {
  const std::string page = readFile(ASSAY_SOURCE_FOLDER "/docs/reference/check.md").value();
  std::string expected;
  std::string found;
  for (const PolicyRow& row : policyRows()) {
    const std::string_view severity = row.severity == Severity::Error     ? "error"
                                      : row.severity == Severity::Warning ? "warning"
                                                                          : "note";
    expected += "| `" + std::string(row.id) + "` | " + std::string(severity) +
                (row.byDefault ? "" : ", when asked for") + " | " +
                (row.parameter.empty() ? "" : "`" + std::string(row.parameter) + "`") + " | " +
                std::string(row.says) + " |\n";
  }
  for (const std::string_view line : split(page, '\n'))
    if (line.starts_with("| `") &&
        line.find("` | error") + line.find("` | warning") + line.find("` | note") !=
            3 * std::string_view::npos)
      found += std::string(line) + '\n';
  EXPECT_EQ(found, expected) << "docs/reference/check.md must hold these rows:\n" << expected;
}

TEST(Rules, TheLastThatCoversAFileCounts) {
  RuleSet rules;
  Rule everywhere{.policy = Policy::ModelMissing, .severity = Severity::Error};
  Rule legacy{.policy = Policy::ModelMissing, .severity = std::nullopt};
  legacy.paths.addLine("legacy");
  legacy.except.addLine("legacy/new");
  rules.add(everywhere);
  rules.add(legacy);
  EXPECT_NE(rules.find(Policy::ModelMissing, "src/a.cpp"), nullptr);
  EXPECT_EQ(rules.find(Policy::ModelMissing, "legacy/a.cpp"), nullptr);
  EXPECT_NE(rules.find(Policy::ModelMissing, "legacy/new/a.cpp"), nullptr);
  EXPECT_EQ(rules.find(Policy::DateMissing, "src/a.cpp"), nullptr);
  EXPECT_TRUE(rules.isOn(Policy::ModelMissing));
  EXPECT_FALSE(rules.isOn(Policy::DateMissing));
}

TEST(Rules, WhatIsSwitchedOffEverywhereIsNotOn) {
  RuleSet rules = RuleSet::byDefault();
  Rule off{.policy = Policy::PromptMissing, .severity = std::nullopt};
  off.paths.addLine("legacy");
  rules.add(off);
  EXPECT_TRUE(rules.isOn(Policy::PromptMissing));
  rules.add(Rule{.policy = Policy::PromptMissing, .severity = std::nullopt});
  EXPECT_FALSE(rules.isOn(Policy::PromptMissing));
  rules.add(off);
  EXPECT_FALSE(rules.isOn(Policy::PromptMissing));
  rules.add(Rule{.policy = Policy::PromptMissing, .severity = Severity::Note});
  EXPECT_TRUE(rules.isOn(Policy::PromptMissing));
}

TEST(Rules, NothingThatNeedsAWordHoldsByDefault) {
  const RuleSet rules = RuleSet::byDefault();
  for (const PolicyRow& row : policyRows()) {
    EXPECT_EQ(rules.isOn(row.policy), row.byDefault) << row.id;
    EXPECT_FALSE(row.byDefault && !row.parameter.empty()) << row.id;
  }
}

}  // namespace
}  // namespace assay::policy
