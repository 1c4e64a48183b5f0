// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/rollout_form.h"

#include <gmock/gmock.h>

#include "instrument/judge.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::Trait;
using testing::HasSubstr;

AnnotatedFunction rolledOut(const std::string& key = "rollout", const std::string& value = "10%") {
  AnnotatedFunction function;
  function.id = 1;
  function.name = "fast";
  function.bodyBegin = {1, 1};
  function.tag.extra = {{"replaces", "slow"}, {key, value}};
  function.replaces = {{.asked = "slow", .name = "slow", .id = 2, .result = "value", .parameters = {"x"}}};
  return function;
}

TEST(RolloutForm, TheShareIsTheTags) {
  EXPECT_EQ(rolloutOf(rolledOut()), "10%");
  EXPECT_EQ(rolloutOf(rolledOut("experiment", "split")), "50%");
  EXPECT_EQ(rolloutOf(rolledOut("rollout", "ten")), "0%") << "a slip of the pen gives no calls away";
  EXPECT_EQ(rolloutOf(rolledOut("note", "x")), "") << "a record of what it replaces";
  EXPECT_THAT(rolloutText(rolledOut(), true), HasSubstr("\"fast\", 1000, 0x"));
}

AnnotatedFunction shadowed() {
  AnnotatedFunction function = rolledOut("experiment", "shadow");
  function.replaces.front().shadow = model::kShown;
  function.replaces.front().self = "fast";
  function.inputs = {{.of = "x", .size = "x.size()", .when = {}}};
  return function;
}

TEST(RolloutForm, AShadowIsComparedBySize) {
  EXPECT_EQ(rolloutOf(shadowed()), "shadow 100%");
  EXPECT_THAT(rolloutText(shadowed(), true), HasSubstr("ASSAY_INSERTED_SIZE("));
  EXPECT_THAT(rolloutText(shadowed(), false), testing::Not(HasSubstr("ASSAY_INSERTED_SIZE(")));
  EXPECT_THAT(rolloutText(shadowed(), false),
              HasSubstr("fast(x), slow(ASSAY_INSERTED_PASS(x)), void(decltype(x)));"));
}

TEST(RolloutForm, AShadowNeedsWhatTheScanHasFound) {
  AnnotatedFunction function = shadowed();
  function.replaces.front().shadowProblem = "it writes";
  EXPECT_EQ(rolloutOf(function), "not-in-shadow");
  EXPECT_EQ(rolloutText(function, true), "");
  for (auto change : std::vector<void (*)(model::Replacement&)>{
           [](auto& old) { old.shadow.clear(); }, [](auto& old) { old.self = "f(); abort"; },
           [](auto& old) { old.compare = "f(), abort"; }, [](auto& old) { old.result = "void"; }}) {
    function = shadowed();
    change(function.replaces.front());
    EXPECT_EQ(rolloutOf(function), "not-in-shadow") << "somebody has edited the manifest";
  }
  function = shadowed();
  function.traits.add(Trait::C);
  EXPECT_EQ(rolloutOf(function), "not-in-shadow");
}

TEST(RolloutForm, AKeyBeginsWithAParameter) {
  AnnotatedFunction function = rolledOut();
  for (const char* key : {"x", "x.user", "this->id_"}) {
    function.tag.extra.resize(2);
    function.tag.extra.emplace_back("key", key);
    EXPECT_EQ(rolloutOf(function), "10%");
    EXPECT_EQ(unknownKey(function), "");
    EXPECT_THAT(rolloutText(function, true), HasSubstr(std::string("\", ") + key + ", slow("));
  }
  function.traits.add(Trait::C);
  EXPECT_EQ(rolloutOf(function), "no-such-key") << "there is no object in C";
  function.tag.extra.back().second = "y.user";
  EXPECT_EQ(rolloutOf(function), "no-such-key");
  EXPECT_EQ(unknownKey(function), "y.user");
  EXPECT_EQ(rolloutText(function, true), "");
  function.tag.extra.back().second = "system(1)";
  EXPECT_EQ(rolloutOf(function), "0%") << "a slip of the pen gives no calls away";
}

TEST(RolloutForm, WhatCannotBeCalledHasNoDispatch) {
  AnnotatedFunction function = rolledOut();
  function.replaces.front().problem = "it is no function";
  EXPECT_EQ(rolloutOf(function), "not-callable");
  EXPECT_EQ(rolloutText(function, true), "");
  function = rolledOut();
  function.replaces.clear();
  EXPECT_EQ(rolloutOf(function), "not-callable");
}

TEST(RolloutForm, AnEditedManifestChangesNothingAboutThat) {
  for (const Trait trait :
       {Trait::Constexpr, Trait::Coroutine, Trait::FunctionTry, Trait::Noreturn, Trait::Variadic}) {
    AnnotatedFunction function = rolledOut();
    function.traits.add(trait);
    EXPECT_EQ(rolloutText(function, true), "");
  }
  AnnotatedFunction function = rolledOut();
  function.replaces.front().parameters = {"x); abort("};
  EXPECT_EQ(rolloutText(function, true), "");
  function = rolledOut();
  function.replaces.front().asked = "system(\"\"), slow";
  EXPECT_EQ(rolloutText(function, true), "");
}

TEST(RolloutForm, WithoutAGuardThereIsNone) {
  AnnotatedFunction function = rolledOut();
  function.tag.extra.emplace_back("monitor", "off");
  EXPECT_EQ(judge(function).rollout, "not-guarded");
  EXPECT_EQ(judge(rolledOut()).rollout, "10%");
}

TEST(RolloutForm, EachProblemHasACodeAndAText) {
  for (const RolloutProblem& problem : rolloutProblems()) {
    EXPECT_FALSE(problem.code.empty());
    EXPECT_FALSE(problem.text.empty());
  }
}

}  // namespace
}  // namespace assay::instrument
