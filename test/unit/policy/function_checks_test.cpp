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

TEST(FunctionChecks, EachStateHasItsPolicy) {
  model::AnnotatedFunction nothing;
  nothing.file = "a.cc";
  nothing.tagLine = 3;
  nothing.state = model::State::Unattached;
  model::AnnotatedFunction dead = tagged("dead", "a.cc", 10, 20);
  dead.state = model::State::Inactive;
  model::AnnotatedFunction broken = tagged("broken", "a.cc", 30, 40);
  broken.state = model::State::Uncompiled;
  EXPECT_THAT(
      saidOf(manifestOf({nothing, dead, broken}),
             "tag-on-nothing: error\ninactive: note\nuncompiled: warning"),
      ElementsAre("a.cc:3 error tag-on-nothing: the tag belongs to no function",
                  "a.cc:9 note inactive: the tag of `dead` stands in code that no build compiles",
                  "a.cc:29 warning uncompiled: the tag of `broken` stands in code that could not be parsed"));
}

TEST(FunctionChecks, AiCodeForbiddenUnderAPath) {
  const model::Manifest manifest =
      manifestOf({tagged("f", "src/crypto/a.cc", 10, 20), tagged("g", "src/b.cc", 10, 20)});
  EXPECT_THAT(
      saidOf(manifest, "ai-forbidden: {paths: src/crypto}"),
      ElementsAre(
          "src/crypto/a.cc:9 error ai-forbidden: `f` is AI code, which is forbidden in src/crypto/a.cc"));
}

TEST(FunctionChecks, MonitoringSwitchedOff) {
  model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
  entry.tag.extra = {{"monitor", "Off"}};
  entry.outcome = model::Outcome{model::Coverage::Skipped, "monitor-off", "its tag says so"};
  EXPECT_THAT(saidOf(manifestOf({entry}), "must-be-monitored: error\nmust-be-instrumentable: error"),
              ElementsAre(HasSubstr("`f` must be monitored, and its tag says `monitor: off`")));
}

TEST(FunctionChecks, WhatInstrumentLeavesAlone) {
  model::AnnotatedFunction skipped = tagged("f", "a.cc", 10, 20);
  skipped.outcome = model::Outcome{model::Coverage::Skipped, "constexpr", "a constant expression"};
  model::AnnotatedFunction partial = tagged("g", "a.cc", 30, 40);
  partial.outcome = model::Outcome{model::Coverage::Partial, "block-scope", ""};
  const model::Manifest manifest = manifestOf({skipped, partial});
  EXPECT_THAT(
      saidOf(manifest, "must-be-instrumentable: warning"),
      ElementsAre("a.cc:9 warning must-be-instrumentable: `f` cannot be guarded: a constant expression"));
  EXPECT_THAT(saidOf(manifest, "must-be-instrumentable: {coverage: full}"),
              ElementsAre(HasSubstr("`f` cannot"), HasSubstr("`g` is guarded in part: block-scope")));
}

TEST(FunctionChecks, BodiesThatDriftedTooFar) {
  model::Manifest manifest = manifestOf(
      {tagged("same", "a.cc", 10, 20), tagged("edited", "a.cc", 30, 40), tagged("other", "a.cc", 50, 60)});
  manifest.functions[1].drift = 30;
  manifest.functions[2].drift = 95;
  EXPECT_THAT(saidOf(manifest, "drifted: {most: 30}"),
              ElementsAre("a.cc:49 warning drifted: `other` was rewritten (95 %) since it was tagged, more "
                          "than 30 %"));
  EXPECT_THAT(
      saidOf(manifest, "drifted: {most: 0, severity: error}"),
      ElementsAre("a.cc:29 error drifted: `edited` was edited by 30 % since it was tagged, more than 0 %",
                  HasSubstr("`other` was rewritten")));
  EXPECT_THAT(saidOf(manifest, "drifted: off"), IsEmpty());
}

TEST(FunctionChecks, SourcesThatContradictATag) {
  using model::Verdict;
  const model::Manifest manifest = manifestOf(
      {tagged("agreed", "a.cc", 10, 20), tagged("other", "a.cc", 30, 40), tagged("unasked", "a.cc", 50, 60)});
  policy::Question question{manifest, test::kToday};
  question.sources[&manifest.functions[0]] = {5, {{{Verdict::Agree, "openai/gpt-4", 5}, {}, {}}}};
  question.sources[&manifest.functions[1]] = {9,
                                              {{{Verdict::Conflict, "human", 8},
                                                {Verdict::Agree, "", 1},
                                                {Verdict::Conflict, "anthropic/claude", 9}}}};
  EXPECT_THAT(
      test::saidOf(findAll(question, test::rulesOf("source-conflict: warning"))),
      ElementsAre("a.cc:29 warning source-conflict: the tag of `other` names GPT-4 (openai/gpt-4), and "
                  "git-ai says human (8 of 9 lines), trailer says anthropic/claude (9 of 9 lines)"));
}

TEST(FunctionChecks, WhatAReviewFound) {
  const model::Manifest manifest =
      manifestOf({tagged("quiet", "a.cc", 10, 20), tagged("fails", "a.cc", 30, 40)});
  policy::Question question{manifest, test::kToday};
  question.reviewed[manifest.functions[1].id] = {"3 % of its calls fail", "slower than before"};
  EXPECT_THAT(saidOf(findAll(question, test::rulesOf("review-finding: error"))),
              ElementsAre("a.cc:29 error review-finding: the last review of `fails`: 3 % of its calls fail; "
                          "slower than before"));
}

TEST(FunctionChecks, WhatAHumanWroteIsNoAiCode) {
  model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
  entry.tag = {};
  entry.tag.authorship = model::Authorship::Human;
  EXPECT_THAT(saidOf(manifestOf({entry}), "ai-forbidden: error"), IsEmpty());
}

}  // namespace
}  // namespace assay::policy
