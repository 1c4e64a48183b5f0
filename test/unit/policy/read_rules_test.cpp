// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/read_rules.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "config/policies.h"
#include "document/value.h"
#include "fuzz/policies_properties.h"
#include "support/file.h"

namespace assay::policy {
namespace {

using testing::HasSubstr;

Expected<RuleSet> rulesFrom(const std::string& yaml) {
  return readRules(config::readPolicies(document::parseYaml(yaml, "c.yaml").value(), "c.yaml").value());
}

const Rule* ruleFor(const Expected<RuleSet>& rules, Policy policy, std::string_view file = "src/a.cpp") {
  EXPECT_TRUE(rules.has_value()) << rules.error().message;
  return rules ? rules->find(policy, file) : nullptr;
}

TEST(ReadRules, WithoutConfigurationTheDefaultsHold) {
  EXPECT_NE(ruleFor(rulesFrom("{}"), Policy::ModelMissing), nullptr);
  EXPECT_EQ(ruleFor(rulesFrom("{}"), Policy::ReviewRequired), nullptr);
}

TEST(ReadRules, SeveritiesScopesAndParameters) {
  const auto rules = rulesFrom(
      "model-missing: error\ndate-missing: off\nreview-required: {paths: [src], except: src/old}\n"
      "models-allowed: {models: ['Anthropic/*', GPT-5], severity: note}\nstale-tag: {days: 180}\n"
      "ai-lines: {most: 30 %}\nmust-be-instrumentable: {coverage: full}\n");
  EXPECT_EQ(ruleFor(rules, Policy::ModelMissing)->severity, Severity::Error);
  EXPECT_EQ(ruleFor(rules, Policy::DateMissing), nullptr);
  EXPECT_EQ(ruleFor(rules, Policy::ReviewRequired)->severity, Severity::Error);
  EXPECT_EQ(ruleFor(rules, Policy::ReviewRequired, "src/old/a.cpp"), nullptr);
  EXPECT_EQ(ruleFor(rules, Policy::ReviewRequired, "lib/a.cpp"), nullptr);
  EXPECT_THAT(ruleFor(rules, Policy::ModelsAllowed)->models, testing::ElementsAre("anthropic/*", "gpt-5"));
  EXPECT_EQ(ruleFor(rules, Policy::ModelsAllowed)->severity, Severity::Note);
  EXPECT_EQ(ruleFor(rules, Policy::StaleTag)->days, 180u);
  EXPECT_EQ(ruleFor(rules, Policy::AiLines)->most, 30);
  EXPECT_TRUE(ruleFor(rules, Policy::MustBeInstrumentable)->wantsFull);
}

struct Refused {
  const char* yaml;
  const char* message;
  const char* hint;
  unsigned line;
  unsigned column;
};

TEST(ReadRules, WhatIsWrongIsNamedWithItsPlaceAndWhatToDo) {
  constexpr Refused kRefused[] = {
      {"modle-missing: error", "no policy `modle-missing`", "did you mean `model-missing`?", 1, 1},
      {"zzz: error", "no policy `zzz`", "known are: manifest-outdated", 1, 1},
      {"model-missing: fatal", "`severity` of `model-missing` takes error, warning, note or off, not `fatal`",
       "check.md", 1, 16},
      {"model-missing: false", "not `false`", "check.md", 1, 16},
      {"model-missing:\n  path: src", "`path` is no key of `model-missing`", "did you mean `paths`?", 2, 3},
      {"model-missing: {days: 3}", "`days` is no key of `model-missing`",
       "known are: severity, paths, except", 1, 17},
      {"model-missing: {paths: []}", "takes patterns", "", 1, 24},
      {"model-missing: {paths: ['# x']}", "takes patterns", "", 1, 24},
      {"model-missing: {severity: [error, note]}", "not `error, note`", "", 1, 27},
      {"stale-tag: {}", "`stale-tag` needs `days`", "days: 180", 1, 1},
      {"models-allowed: error", "`models-allowed` needs `models`", "models: [", 1, 1},
      {"models-allowed: {models: []}", "takes names of models", "", 1, 26},
      {"models-allowed: {models: [' ']}", "takes names of models", "", 1, 26},
      {"stale-tag: {days: -1}", "a whole number of days, not `-1`", "", 1, 19},
      {"stale-tag: {days: 1e9}", "a whole number of days", "", 1, 19},
      {"stale-tag: {days: 99999}", "a whole number of days", "", 1, 19},
      {"ai-lines: {most: 101}", "a number from 0 to 100", "", 1, 18},
      {"ai-lines: {most: .nan}", "a number from 0 to 100", "", 1, 18},
      {"must-be-instrumentable: {coverage: half}", "full or partial", "", 1, 36},
  };
  for (const Refused& it : kRefused) {
    const auto rules = rulesFrom(it.yaml);
    ASSERT_FALSE(rules.has_value()) << it.yaml;
    EXPECT_EQ(rules.error().code, ErrorCode::Usage);
    EXPECT_THAT(rules.error().message, HasSubstr(it.message));
    EXPECT_THAT(rules.error().hint, HasSubstr(it.hint));
    EXPECT_EQ(rules.error().where, (Location{"c.yaml", it.line, it.column})) << it.yaml;
  }
}

TEST(ReadRules, WhatIsOffNeedsNothing) {
  EXPECT_TRUE(rulesFrom("stale-tag: off\nmodels-allowed: {severity: off}\n").has_value());
}

TEST(ReadRules, TheFuzzersSeedsHoldWholeAndCutShort) {
  std::size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ASSAY_TEST_FOLDER) /
                                                               "fuzz/corpus/policies")) {
    const std::string text = readFile(entry.path()).value_or("");
    ASSERT_NE(text, "");
    for (std::size_t size = 0; size <= text.size(); ++size)
      EXPECT_TRUE(fuzz::policiesHold(text.substr(0, size))) << entry.path().filename() << " to " << size;
    ++seeds;
  }
  EXPECT_GE(seeds, 3u);
}

}  // namespace
}  // namespace assay::policy
