// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "asked.h"
#include "policy/checks.h"

namespace assay::policy {
namespace {

using test::manifestOf;
using test::saidOf;
using test::tagged;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> saidWithout(const std::string& yaml, void (*change)(model::Tag&)) {
  model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
  change(entry.tag);
  return saidOf(manifestOf({entry}), yaml);
}

TEST(TagChecks, ACompleteTagIsFine) {
  EXPECT_THAT(
      saidOf(manifestOf({tagged("f", "a.cc", 10, 20)}),
             "model-missing: error\ndate-missing: error\nprompt-missing: error\nfuture-date: error\n"
             "malformed-tag: error\nunknown-setting: error\nunknown-model: error\nsecret-in-prompt: error\n"),
      IsEmpty());
}

TEST(TagChecks, EachFieldThatIsMissingHasItsPolicy) {
  EXPECT_THAT(saidWithout("model-missing: error", [](auto& tag) { tag.model = tag.normalizedModel = ""; }),
              ElementsAre("a.cc:9 error model-missing: the tag of `f` names no model"));
  EXPECT_THAT(saidWithout("date-missing: warning", [](auto& tag) { tag.date = ""; }),
              ElementsAre("a.cc:9 warning date-missing: the tag of `f` has no date"));
  EXPECT_THAT(saidWithout("prompt-missing: note", [](auto& tag) { tag.prompt = ""; }),
              ElementsAre("a.cc:9 note prompt-missing: the tag of `f` has no prompt"));
}

TEST(TagChecks, WhatAHumanWroteNeedsNone) {
  EXPECT_THAT(saidWithout("model-missing: error\nreview-required: error",
                          [](auto& tag) {
                            tag = {};
                            tag.authorship = model::Authorship::Human;
                          }),
              IsEmpty());
}

TEST(TagChecks, ModelsAllowedAndForbidden) {
  const auto same = [](model::Tag&) {};
  EXPECT_THAT(saidWithout("models-allowed: {models: openai/*}", same), IsEmpty());
  EXPECT_THAT(saidWithout("models-allowed: {models: anthropic/*}", same),
              ElementsAre("a.cc:9 error models-allowed: the tag of `f` names GPT-4 (openai/gpt-4), which is "
                          "no allowed model"));
  EXPECT_THAT(saidWithout("models-forbidden: {models: gpt-4}", same),
              ElementsAre(HasSubstr("names GPT-4 (openai/gpt-4), which is a forbidden model")));
  EXPECT_THAT(saidWithout("models-allowed: {models: x}\nmodels-forbidden: {models: '*'}",
                          [](auto& tag) { tag.model = tag.normalizedModel = ""; }),
              IsEmpty());
}

TEST(TagChecks, AModelThatIsNotRecognised) {
  EXPECT_THAT(saidWithout("unknown-model: note",
                          [](auto& tag) {
                            tag.model = "GTP-4";
                            tag.normalizedModel = "";
                          }),
              ElementsAre(HasSubstr("names GTP-4, which is no model that is known")));
}

TEST(TagChecks, AReviewIsANameThatIsOne) {
  const std::string yaml = "review-required: error";
  EXPECT_THAT(saidWithout(yaml, [](auto&) {}), ElementsAre(HasSubstr("does not say who reviewed it")));
  EXPECT_THAT(saidWithout(yaml, [](auto& tag) { tag.extra = {{"reviewed-by", " None "}}; }),
              testing::SizeIs(1));
  EXPECT_THAT(saidWithout(yaml, [](auto& tag) { tag.extra = {{"reviewed-by", "Ann"}}; }), IsEmpty());
}

TEST(TagChecks, AgesAreCountedFromTheGivenDay) {
  const auto on = [](const char* date) { return [date](model::Tag& tag) { tag.date = date; }; };
  const auto said = [&](const std::string& yaml, const char* date) {
    model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
    on(date)(entry.tag);
    return saidOf(manifestOf({entry}), yaml);
  };
  EXPECT_THAT(said("stale-tag: {days: 30}", "2026-10-30"), IsEmpty());
  EXPECT_THAT(said("stale-tag: {days: 30}", "2026-10-29"),
              ElementsAre("a.cc:9 warning stale-tag: the tag of `f` is 31 days old, more than 30"));
  EXPECT_THAT(said("stale-tag: {days: 30}", ""), IsEmpty());
  EXPECT_THAT(said("future-date: error", "2026-11-30"), IsEmpty());  // elsewhere it is tomorrow
  EXPECT_THAT(said("future-date: error", "2026-12-01T00:00:00Z"),
              ElementsAre(HasSubstr("which is still to come")));
  EXPECT_THAT(said("old-experiment: {days: 30}", "2020-01-01"), IsEmpty());
}

TEST(TagChecks, AnExperimentGetsOld) {
  for (const char* key : {"rollout", "experiment"}) {
    model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
    entry.tag.extra = {{key, "10%"}};
    EXPECT_THAT(saidOf(manifestOf({entry}), "old-experiment: {days: 30}"),
                ElementsAre(HasSubstr("the tag of `f`, of an experiment, is 1049 days old")));
  }
}

TEST(TagChecks, WhatCouldNotBeTakenAsAField) {
  EXPECT_THAT(
      saidWithout("malformed-tag: error",
                  [](auto& tag) {
                    tag.date = "";
                    tag.extra = {{"date", "7/20/23"}, {"model", "GPT-5"}};
                  }),
      ElementsAre(
          "a.cc:9 error malformed-tag: the tag of `f` is malformed: `7/20/23` is no date, the model is "
          "given twice"));
}

TEST(TagChecks, ADayThatIsNoneIsMalformedWhereverItStands) {
  const auto finds = testing::Contains(HasSubstr("is malformed: `2026-02-30` is no date"));
  EXPECT_THAT(saidWithout("malformed-tag: error", [](auto& tag) { tag.date = "2026-02-30"; }), finds);
  EXPECT_THAT(saidWithout("malformed-tag: error", [](auto& tag) { tag.extra = {{"date", "2026-02-30"}}; }),
              finds);
  EXPECT_THAT(saidWithout("malformed-tag: error", [](auto& tag) { tag.extra = {{"date", "2024-01-16"}}; }),
              ElementsAre(HasSubstr("the date is given twice")));
}

TEST(TagChecks, SettingsThatMeanNothing) {
  const std::string yaml = "unknown-setting: error";
  EXPECT_THAT(saidWithout(yaml, [](auto& tag) { tag.extra = {{"errors", "negative, sometimes"}}; }),
              ElementsAre(HasSubstr("`sometimes` says of no return that it is a failure")));
  EXPECT_THAT(saidWithout(yaml, [](auto& tag) { tag.extra = {{"sample", "often"}}; }),
              ElementsAre(HasSubstr("`often` says of no share of calls that it is timed")));
  EXPECT_THAT(
      saidWithout(yaml, [](auto& tag) { tag.extra = {{"reviwed-by", "Ann"}, {"monitr", "off"}}; }),
      ElementsAre(HasSubstr("`reviwed-by` is no setting, is `reviewed-by` meant?, `monitr` is no setting")));
  EXPECT_THAT(saidWithout(yaml,
                          [](auto& tag) {
                            tag.extra = {
                                {"team", "a"}, {"monitor", "off"}, {"errors", "negative"}, {"sample", "1/8"}};
                          }),
              IsEmpty());
  model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
  entry.tag.extra = {{"monitor", "loudly"}};
  const model::Manifest manifest = manifestOf({entry});
  const Question question{
      .manifest = manifest, .today = test::kToday, .monitorProblem = [](std::string_view words) {
        return "no threshold: " + std::string(words);
      }};
  EXPECT_THAT(saidOf(findAll(question, test::rulesOf(yaml))), ElementsAre(HasSubstr("no threshold: loudly")));
}

TEST(TagChecks, ASecretIsNamedAndNotRepeated) {
  const std::string token = std::string("ghp_") + "aB3xY9qL0mZ7tR5wK2vN8caB3xY9qL0mZ7tR5w";
  for (int place = 0; place < 4; ++place) {
    model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
    if (place == 0) entry.tag.prompt = "with " + token;
    if (place == 1) entry.tag.note = token;
    if (place == 2) entry.tag.extra = {{"session", token}};
    if (place == 3) entry.history.emplace_back().prompt = token;
    EXPECT_THAT(
        saidOf(manifestOf({entry}), "secret-in-prompt: error"),
        ElementsAre("a.cc:9 error secret-in-prompt: the tag of `f` looks like it holds a GitHub token"));
  }
}

}  // namespace
}  // namespace assay::policy
