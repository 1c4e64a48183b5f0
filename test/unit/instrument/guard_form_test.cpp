// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/guard_form.h"

#include <gmock/gmock.h>

#include "model/names.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::PointKind;
using model::Trait;
using source::GuardForm;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AnnotatedFunction functionWith(model::TraitSet traits, std::vector<PointKind> points = {}) {
  AnnotatedFunction function;
  function.traits = traits;
  for (const PointKind kind : points) function.points.push_back({kind, {1, 1}, {1, 2}});
  return function;
}

AnnotatedFunction withErrors(const std::string& words, std::vector<PointKind> points) {
  AnnotatedFunction function = functionWith({}, std::move(points));
  function.tag.extra = {{"errors", words}};
  return function;
}

TEST(GuardForm, FollowsFromTheTraits) {
  EXPECT_EQ(formOf(functionWith({})).form, GuardForm::Ordinary);
  EXPECT_EQ(formOf(functionWith({Trait::Constexpr})).form, GuardForm::Literal);
  EXPECT_EQ(formOf(functionWith({Trait::Constexpr, Trait::Recursive})).form, GuardForm::Literal);
  EXPECT_EQ(formOf(functionWith({Trait::Recursive})).form, GuardForm::Recursive);
  EXPECT_EQ(formOf(functionWith({Trait::Coroutine, Trait::Noreturn})).form, GuardForm::Coroutine);
  for (const Trait trait : {Trait::MustTail, Trait::Noreturn, Trait::SetjmpLongjmp, Trait::SelfTailCall})
    EXPECT_EQ(formOf(functionWith({trait, Trait::Recursive, Trait::Constexpr})).form, GuardForm::Count)
        << model::nameOf(trait);
}

TEST(GuardForm, ATryBlockIsGuardedFromOutsideWhereThatIsPossible) {
  const AnnotatedFunction plain = functionWith({Trait::FunctionTry}, {PointKind::Try});
  EXPECT_EQ(formOf(plain).form, GuardForm::Try);
  EXPECT_EQ(formOf(plain).code, "");
  EXPECT_EQ(formOf(functionWith({Trait::FunctionTry})).code, "function-try") << "out of a macro";
  EXPECT_EQ(formOf(functionWith({Trait::FunctionTry, Trait::Constexpr}, {PointKind::Try})).code,
            "function-try");
  EXPECT_EQ(formOf(functionWith({Trait::FunctionTry, Trait::Coroutine})).code, "function-try");
  AnnotatedFunction made = plain;
  made.kind = model::FunctionKind::Constructor;
  EXPECT_EQ(formOf(made).form, GuardForm::Ordinary);
  EXPECT_EQ(formOf(made).code, "try-only");
}

TEST(GuardForm, SomeAreNotPossible) {
  EXPECT_EQ(formOf(functionWith({Trait::Constexpr, Trait::ConstexprCxx11})).code, "constexpr");
  EXPECT_EQ(formOf(functionWith({Trait::Coroutine, Trait::MacroCoReturn})).code, "macro-co-return");
}

TEST(GuardForm, SomeDoNotChooseWhichCallsTheyTime) {
  const auto why = [](model::TraitSet traits, const std::string& sample) {
    AnnotatedFunction function = functionWith(traits);
    if (!sample.empty()) function.tag.extra = {{"sample", sample}};
    return whySampleIsIdle(function);
  };
  EXPECT_THAT(why({Trait::Recursive}, "1/8"), HasSubstr("outermost level"));
  EXPECT_THAT(why({Trait::Coroutine}, "1/8"), HasSubstr("coroutine"));
  EXPECT_THAT(why({Trait::Noreturn}, "1/8"), HasSubstr("not seen"));
  EXPECT_THAT(why({Trait::Noreturn}, "all"), HasSubstr("not seen"));
  EXPECT_EQ(why({Trait::Recursive}, "all"), "") << "as it is anyway";
  EXPECT_EQ(why({Trait::Recursive}, "sometimes"), "") << "said elsewhere";
  EXPECT_EQ(why({Trait::Recursive}, ""), "");
  EXPECT_EQ(why({}, "1/8"), "");
  EXPECT_EQ(why({Trait::Constexpr}, "1/8"), "");
}

TEST(Failures, AreThoseThatTheTypeNamesUnlessTheTagSaysOtherwise) {
  EXPECT_THAT(failuresOf(functionWith({})), ElementsAre(PointKind::Nullopt, PointKind::Nullptr,
                                                        PointKind::Unexpected, PointKind::ErrorStatus));
  EXPECT_THAT(failuresOf(withErrors("negative", {})), ElementsAre(PointKind::Negative, PointKind::Signed));
  EXPECT_THAT(failuresOf(withErrors("Nullptr / false", {})),
              ElementsAre(PointKind::Nullptr, PointKind::False, PointKind::Pointer, PointKind::Truth));
  EXPECT_THAT(failuresOf(withErrors("none", {})), IsEmpty());
  EXPECT_EQ(failuresOf(withErrors("wrong", {})), failuresOf(functionWith({}))) << "a word that means nothing";
  EXPECT_THAT(failuresOf(functionWith({Trait::Noreturn})), IsEmpty());
  EXPECT_THAT(failuresOf(functionWith({Trait::Coroutine})), IsEmpty());
}

TEST(Failures, ThePolicySpeaksWhereTheTagIsSilent) {
  AnnotatedFunction function = functionWith({});
  function.errorPolicy = "negative";
  EXPECT_THAT(failuresOf(function), ElementsAre(PointKind::Negative, PointKind::Signed));
  function.errorPolicy = "none";
  EXPECT_THAT(failuresOf(function), IsEmpty());
  function.tag.extra = {{"errors", "false"}};
  EXPECT_THAT(failuresOf(function), ElementsAre(PointKind::False, PointKind::Truth));
  function.tag.extra = {{"errors", "wrong"}};
  EXPECT_EQ(failuresOf(function), failuresOf(functionWith({}))) << "the tag did speak";
}

TEST(Failures, UnknownWordsAreNamed) {
  EXPECT_THAT(unknownErrorWords(withErrors("nullptr, wrong, EXCEPTIONS none", {})), ElementsAre("wrong"));
  EXPECT_THAT(unknownErrorWords({}), IsEmpty());
}

TEST(Failures, ThatAreAskedForAndGoByUnseenHaveLines) {
  AnnotatedFunction function = withErrors("negative", {});
  function.points = {{PointKind::Signed, {1, 1}, {1, 2}},
                     {PointKind::UnseenNumber, {7, 1}, {7, 1}},
                     {PointKind::UnseenNumber, {3, 1}, {3, 9}},
                     {PointKind::UnseenTruth, {4, 1}, {4, 1}},
                     {PointKind::UnseenNumber, {3, 11}, {3, 19}}};
  EXPECT_THAT(unseenReturns(function), ElementsAre(3U, 7U));
  EXPECT_EQ(errorsOf(function), "exceptions, negative");
  function.tag.extra.clear();
  EXPECT_THAT(unseenReturns(function), IsEmpty()) << "nobody asks for numbers";
  EXPECT_EQ(errorsOf(withErrors("false", {PointKind::UnseenTruth})), "exceptions-only");
  AnnotatedFunction counted = functionWith({Trait::Noreturn}, {PointKind::UnseenNumber});
  counted.errorPolicy = "negative";
  EXPECT_THAT(unseenReturns(counted), IsEmpty()) << "has a reason of its own";
}

TEST(Failures, AreSaidInWords) {
  EXPECT_EQ(errorsOf(functionWith({})), "exceptions-only");
  EXPECT_EQ(errorsOf(functionWith({Trait::C})), "none");
  EXPECT_EQ(errorsOf(functionWith({Trait::Noreturn})), "none");
  EXPECT_EQ(errorsOf(functionWith({Trait::C}, {PointKind::Nullptr})), "nullptr");
  EXPECT_EQ(errorsOf(functionWith({}, {PointKind::Nullopt, PointKind::Negative})), "exceptions, nullopt");
  EXPECT_EQ(errorsOf(withErrors("negative", {PointKind::Signed, PointKind::Negative})),
            "exceptions, negative");
  EXPECT_EQ(errorsOf(withErrors("negative", {PointKind::Nullopt, PointKind::Negative})),
            "exceptions, negative");
}

}  // namespace
}  // namespace assay::instrument
