// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What holds for every policy, one after the other: it finds what it is for, with the severity and in the
// scope that a rule says, and not what an earlier manifest or review had.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "asked.h"
#include "policy/baseline.h"
#include "policy/lines_of_code.h"

namespace assay::policy {
namespace {

using model::AnnotatedFunction;
using test::kToday;
using test::rulesOf;
using test::tagged;
using testing::IsEmpty;
using testing::SizeIs;

struct Spoiled {
  std::string_view policy;
  std::string_view parameter;
  void (*spoil)(AnnotatedFunction& entry);
};

void leave(AnnotatedFunction& /*entry*/) {}

constexpr Spoiled kSpoiled[] = {
    {"manifest-outdated", "", leave},
    {"tag-on-nothing", "", [](AnnotatedFunction& entry) { entry.state = model::State::Unattached; }},
    {"uncompiled", "", [](AnnotatedFunction& entry) { entry.state = model::State::Uncompiled; }},
    {"inactive", "", [](AnnotatedFunction& entry) { entry.state = model::State::Inactive; }},
    {"malformed-tag", "", [](AnnotatedFunction& entry) { entry.tag.extra = {{"date", "2026-02-30"}}; }},
    {"unknown-setting", "", [](AnnotatedFunction& entry) { entry.tag.extra = {{"reviwed-by", "Ann"}}; }},
    {"secret-in-prompt", "",
     [](AnnotatedFunction& entry) { entry.tag.prompt = "get https://me:b4dPw@x.org"; }},
    {"model-missing", "", [](AnnotatedFunction& entry) { entry.tag.model = entry.tag.normalizedModel = ""; }},
    {"date-missing", "", [](AnnotatedFunction& entry) { entry.tag.date = ""; }},
    {"prompt-missing", "", [](AnnotatedFunction& entry) { entry.tag.prompt = ""; }},
    {"future-date", "", [](AnnotatedFunction& entry) { entry.tag.date = "2030-01-01"; }},
    {"unknown-model", "", [](AnnotatedFunction& entry) { entry.tag.normalizedModel = ""; }},
    {"models-allowed", "models: [anthropic/*]", leave},
    {"models-forbidden", "models: [gpt-4]", leave},
    {"ai-forbidden", "", leave},
    {"review-required", "", leave},
    {"stale-tag", "days: 30", leave},
    {"drifted", "most: 10", [](AnnotatedFunction& entry) { entry.drift = 40; }},
    {"old-experiment", "days: 30", [](AnnotatedFunction& entry) { entry.tag.extra = {{"rollout", "10%"}}; }},
    {"must-be-monitored", "", [](AnnotatedFunction& entry) { entry.tag.extra = {{"monitor", "off"}}; }},
    {"must-be-instrumentable", "coverage: full",
     [](AnnotatedFunction& entry) { entry.outcome = model::Outcome{model::Coverage::Partial, "x", ""}; }},
    {"ai-lines", "most: 10", leave},
    {"source-conflict", "", leave},
    {"review-finding", "", leave},
};

// One function of src/a.cc, and all that policies ask for besides a manifest.
class PolicyCase {
 public:
  explicit PolicyCase(const Spoiled& row) : row_(row) {
    manifest_.functions = {tagged("f", "src/a.cc", 11, 20)};
    row.spoil(manifest_.functions[0]);
  }

  [[nodiscard]] std::vector<Finding> found(std::string_view keys) const {
    return findAll(question(), rules(keys));
  }
  // What is left when everything was as it is.
  [[nodiscard]] std::vector<Finding> foundAgain() const {
    std::vector<Finding> findings = found("");
    const RuleSet now = rules("");
    dropKnown(findAll({.manifest = manifest_, .today = kToday}, now), findings);
    dropUnchanged(manifest_, manifest_, findings);
    dropFoldersWithoutMore(manifest_, question(), now, findings);
    return findings;
  }

 private:
  // What holds by default would hold outside of a rule's scope.
  [[nodiscard]] RuleSet rules(std::string_view keys) const {
    const std::string_view between = row_.parameter.empty() ? "" : ", ";
    return rulesOf(fmt::format("{}: [{{severity: off}}, {{severity: note{}{}{}}}]", row_.policy, between,
                               row_.parameter, keys));
  }
  [[nodiscard]] Question question() const {
    const AnnotatedFunction& entry = manifest_.functions[0];
    Question question{.manifest = manifest_, .today = kToday, .files = {{"src/a.cc", 20}}};
    if (row_.policy == "manifest-outdated") question.scanned = Scanned{"src/a.cc", "it differs", {}};
    question.reviewed[entry.id] = {"fails often"};
    question.sources[&entry] = {10, {{{model::Verdict::Conflict, "human", 10}, {}, {}}}};
    return question;
  }

  const Spoiled& row_;
  model::Manifest manifest_;
};

TEST(EveryPolicy, StandsInTheTableOfThisTest) {
  for (const PolicyRow& row : policyRows())
    EXPECT_EQ(std::ranges::count(kSpoiled, row.id, &Spoiled::policy), 1) << row.id;
}

TEST(EveryPolicy, FindsWhatItIsForWithTheSeverityOfItsRule) {
  for (const Spoiled& row : kSpoiled) {
    const auto findings = PolicyCase(row).found("");
    ASSERT_THAT(findings, SizeIs(1)) << row.policy;
    EXPECT_EQ(rowOf(findings[0].policy).id, row.policy);
    EXPECT_EQ(findings[0].severity, Severity::Note) << row.policy;
    EXPECT_NE(findings[0].message, "") << row.policy;
    EXPECT_NE(findings[0].hint, "") << row.policy;
    EXPECT_EQ(findings[0].where.file, "src/a.cc") << row.policy;
  }
}

TEST(EveryPolicy, KeepsToItsScope) {
  for (const Spoiled& row : kSpoiled) {
    EXPECT_THAT(PolicyCase(row).found(", paths: src"), SizeIs(1)) << row.policy;
    EXPECT_THAT(PolicyCase(row).found(", paths: lib"), IsEmpty()) << row.policy;
    EXPECT_THAT(PolicyCase(row).found(", except: src/a.cc"), IsEmpty()) << row.policy;
  }
}

TEST(EveryPolicy, KnowsWhatWasThereBefore) {
  for (const Spoiled& row : kSpoiled) {
    // The manifest of now is nobody's earlier one; an earlier review is a matter of the command.
    const bool isOfNow = row.policy == "manifest-outdated" || row.policy == "review-finding";
    EXPECT_THAT(PolicyCase(row).foundAgain(), SizeIs(isOfNow ? 1 : 0)) << row.policy;
  }
}

}  // namespace
}  // namespace assay::policy
