// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/evaluate.h"

#include <gmock/gmock.h>

#include "asked.h"

namespace assay::policy {
namespace {

using test::manifestOf;
using test::rulesOf;
using test::saidOf;
using test::tagged;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Evaluate, ATagThatStandsForManyIsToldOnce) {
  std::vector<model::AnnotatedFunction> members;
  for (unsigned i = 0; i < 3; ++i) {
    members.push_back(tagged("C::m" + std::to_string(i), "a.cc", 10 + i, 10 + i));
    members.back().tagLine = 5;
    members.back().scope = model::Scope::Class;
    members.back().tag.date = "";
  }
  const model::Manifest manifest = manifestOf(members);
  EXPECT_EQ(findAll({manifest, test::kToday}, rulesOf("date-missing: error")).size(), 3u);
  EXPECT_THAT(
      saidOf(manifest, "date-missing: error"),
      ElementsAre("a.cc:5 error date-missing: the tag of `C::m0` has no date (and so of 2 more functions)"));
  EXPECT_THAT(saidOf(manifest, "ai-forbidden: error"), testing::SizeIs(3));
}

TEST(Evaluate, TagsOnOneLineAreToldApart) {
  std::vector<model::AnnotatedFunction> entries;
  for (const char* name : {"Bazzius-3", "Foobarius-9", "Bazzius-3"}) {
    entries.push_back(tagged("f" + std::to_string(entries.size()), "a.cc", 5, 5));
    entries.back().tagLine = 5;
    entries.back().tag.model = name;
    entries.back().tag.normalizedModel = "";
  }
  EXPECT_THAT(saidOf(manifestOf(entries), "unknown-model: note"),
              ElementsAre("a.cc:5 note unknown-model: the tag of `f0` names Bazzius-3, which is no model "
                          "that is known (and so of 1 more function)",
                          "a.cc:5 note unknown-model: the tag of `f1` names Foobarius-9, which is no model "
                          "that is known"));
}

TEST(Evaluate, OrderIsByPlaceAndThenByPolicy) {
  model::AnnotatedFunction later = tagged("b", "b.cc", 30, 31);
  later.tag.date = later.tag.prompt = "";
  model::AnnotatedFunction elsewhere = tagged("a", "x.h", 10, 11);
  elsewhere.tag.prompt = "";
  elsewhere.tagFile = "a.h";
  elsewhere.tagLine = 2;
  EXPECT_THAT(saidOf(manifestOf({later, elsewhere}), "date-missing: error\nprompt-missing: error"),
              ElementsAre("a.h:2 error prompt-missing: the tag of `a` has no prompt",
                          "b.cc:29 error date-missing: the tag of `b` has no date",
                          "b.cc:29 error prompt-missing: the tag of `b` has no prompt"));
}

TEST(Evaluate, WhatAScanToldIsFoundToo) {
  const model::Manifest manifest;
  Question question{.manifest = manifest,
                    .today = test::kToday,
                    .scanned = Scanned{"assay.yaml", "2 functions differ", {}}};
  question.scanned->ofTags.warning("assay-tag-003", {"a.cc", 7, 5}, "there is no such date", "correct it");
  EXPECT_THAT(saidOf(findAll(question, rulesOf("manifest-outdated: error\nmalformed-tag: warning"))),
              ElementsAre("a.cc:7 warning malformed-tag: there is no such date (assay-tag-003)",
                          "assay.yaml:1 error manifest-outdated: 2 functions differ"));
  question.scanned->difference.clear();
  EXPECT_THAT(findAll(question, rulesOf("manifest-outdated: error")), IsEmpty());
}

TEST(Evaluate, ASecretIsInNoMessage) {
  model::AnnotatedFunction entry = tagged("f", "a.cc", 10, 20);
  entry.tag.model = std::string("ghp_") + "aB3xY9qL0mZ7tR5wK2vN8caB3xY9qL0mZ7tR5w";
  entry.tag.normalizedModel = entry.tag.date = "";
  entry.tag.extra = {{"errors", "sometimes"}, {"date", "soon"}};
  for (const std::string& said :
       saidOf(manifestOf({entry}),
              "unknown-model: note\nmodels-allowed: {models: x}\nmalformed-tag: error\n"
              "unknown-setting: error\nsecret-in-prompt: error\n")) {
    EXPECT_THAT(said, testing::Not(testing::HasSubstr("aB3x")));
    EXPECT_THAT(said, testing::Not(testing::HasSubstr("sometimes")));
  }
  const model::Manifest manifest;
  Question question{.manifest = manifest, .today = test::kToday, .scanned = Scanned{"assay.yaml", "", {}}};
  question.scanned->ofTags.add({.id = "assay-tag-006",
                                .where = {},
                                .message = "given twice",
                                .excerpt = "// prompt: " + entry.tag.model});
  EXPECT_THAT(saidOf(findAll(question, rulesOf("malformed-tag: error"))),
              ElementsAre(testing::EndsWith("the tag is malformed (assay-tag-006)")));
}

TEST(Evaluate, EveryFindingSaysWhatToDo) {
  const model::Manifest manifest = test::sampleManifest();
  const auto findings = findAll({manifest, test::kToday}, RuleSet::byDefault());
  EXPECT_THAT(findings, testing::Not(IsEmpty()));
  for (const Finding& finding : findings) EXPECT_NE(finding.hint, "") << finding.message;
}

}  // namespace
}  // namespace assay::policy
