// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/judge.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "model/names.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::Coverage;
using model::Trait;

AnnotatedFunction ordinary() {
  AnnotatedFunction function;
  function.name = "f";
  function.file = "src/f.cpp";
  function.lines = {3, 5};
  function.bodyBegin = {3, 9};
  return function;
}

AnnotatedFunction with(Trait trait) {
  AnnotatedFunction function = ordinary();
  function.traits.add(trait);
  return function;
}

TEST(Judge, OrdinaryFunctionsAreGuardedInFull) {
  using enum model::FunctionKind;
  for (const auto kind : {Function, Method, Constructor, Destructor, Operator, Conversion, Lambda}) {
    AnnotatedFunction function = ordinary();
    function.kind = kind;
    EXPECT_EQ(judge(function), (model::Outcome{Coverage::Full, "", "", "exceptions-only"}))
        << model::nameOf(kind);
  }
}

TEST(Judge, WhatDoesNotMatterToAGuardDoesNotMatter) {
  using enum Trait;
  for (const Trait trait : {C, Template, Specialization, Inline, Static, Virtual, Const, Noexcept, Variadic,
                            Constexpr, MacroHead, Recursive, KnrDefinition, Digraph, Main})
    EXPECT_EQ(judge(with(trait)).coverage, Coverage::Full) << model::nameOf(trait);
}

TEST(Judge, WhatNoGuardCanStandInHasItsOwnReason) {
  using enum Trait;
  std::set<std::string> codes;
  for (const Trait trait : {Consteval, Naked, FunctionTry, Defaulted, Deleted, NoBody, MacroBody,
                            ConditionalBrace, SignalHandler, IfuncResolver, Allocation, CudaDevice}) {
    const model::Outcome outcome = judge(with(trait));
    EXPECT_EQ(outcome.coverage, Coverage::Skipped) << model::nameOf(trait);
    EXPECT_EQ(outcome.code, model::nameOf(trait));
    EXPECT_FALSE(outcome.text.empty());
    EXPECT_TRUE(outcome.errors.empty());
    codes.insert(outcome.code);
  }
  EXPECT_EQ(codes.size(), 12U);
}

TEST(Judge, WhatAFormLeavesOutMakesItPartial) {
  using enum Trait;
  for (const Trait trait : {Coroutine, Noreturn, MustTail, SelfTailCall, PureOrConst, SetjmpLongjmp}) {
    const model::Outcome outcome = judge(with(trait));
    EXPECT_EQ(outcome.coverage, Coverage::Partial) << model::nameOf(trait);
    EXPECT_EQ(outcome.code, model::nameOf(trait));
    EXPECT_FALSE(outcome.text.empty());
  }
  EXPECT_EQ(judge(with(Noreturn)).errors, "none");
  EXPECT_EQ(judge(with(Coroutine)).errors, "exceptions-only");
}

TEST(Judge, InitialisersMakeAConstructorPartial) {
  EXPECT_EQ(judge(with(Trait::InitializerList)).coverage, Coverage::Partial);
  EXPECT_EQ(judge(with(Trait::InitializerList)).code, "body-only");
}

TEST(Judge, ABlockTagMakesItsFunctionPartialAndNamesTheLines) {
  AnnotatedFunction function = with(Trait::InitializerList);
  function.scope = model::Scope::Block;
  function.covered = {4, 5};
  EXPECT_EQ(judge(function),
            (model::Outcome{Coverage::Partial, "block-scope",
                            "the whole function is timed; the tag covers lines 4-5", "exceptions-only"}));
}

TEST(Judge, AReturnThatGoesByUnseenMakesItPartialAndNamesItsLine) {
  AnnotatedFunction function = ordinary();
  function.points = {{model::PointKind::UnseenPointer, {7, 3}, {7, 3}}};
  EXPECT_EQ(judge(function).coverage, Coverage::Full) << "nobody asks";
  function.tag.extra = {{"errors", "nullptr"}};
  EXPECT_EQ(judge(function).code, "returns-unseen");
  EXPECT_TRUE(judge(function).text.ends_with(" (line 7)")) << judge(function).text;
  function.traits.add(Trait::InitializerList);
  EXPECT_EQ(judge(function).code, "body-only");
}

TEST(Judge, StateAndTagCanSayNo) {
  AnnotatedFunction function = ordinary();
  function.state = model::State::Inactive;
  EXPECT_EQ(judge(function).code, "inactive");
  function.state = model::State::Unattached;
  EXPECT_EQ(judge(function).code, "unattached");
  function.state = model::State::Uncompiled;
  EXPECT_EQ(judge(function).code, "uncompiled");
  function.tag.authorship = model::Authorship::Human;
  EXPECT_EQ(judge(function).code, "human");
}

TEST(Judge, MonitorOffIsObeyedInAnyCase) {
  AnnotatedFunction function = ordinary();
  function.tag.extra = {{"sample", "10"}, {"monitor", "Off"}};
  EXPECT_EQ(judge(function).code, "monitor-off");
  function.tag.extra = {{"monitor", "on"}};
  EXPECT_EQ(judge(function).coverage, Coverage::Full);
}

TEST(Judge, FilesOutsideTheRootAreLeftAlone) {
  for (const char* file : {"/usr/include/x.h", "../other/x.h"}) {
    AnnotatedFunction function = ordinary();
    function.file = file;
    EXPECT_EQ(judge(function).code, "outside-root");
  }
  AnnotatedFunction function = ordinary();
  function.file = "..x/y.h";
  EXPECT_EQ(judge(function).coverage, Coverage::Full);
}

TEST(Judge, InferredIsGuardedAndLexicalIsNot) {
  AnnotatedFunction function = ordinary();
  function.precision = model::Precision::Inferred;
  EXPECT_EQ(judge(function).coverage, Coverage::Full);
  function.precision = model::Precision::Lexical;
  EXPECT_EQ(judge(function).code, "lexical");
}

TEST(Judge, WithoutABraceThereIsNoBody) {
  AnnotatedFunction function = ordinary();
  function.bodyBegin = {};
  EXPECT_EQ(judge(function).code, "no-body");
  function = ordinary();
  function.kind = model::FunctionKind::DeductionGuide;
  EXPECT_EQ(judge(function).code, "no-body");
}

TEST(OutcomeReasons, AreSortedUniqueAndWordy) {
  const auto reasons = outcomeReasons();
  EXPECT_TRUE(std::ranges::is_sorted(
      reasons, {}, [](const OutcomeReason& reason) { return std::pair(reason.coverage, reason.code); }));
  for (const OutcomeReason& reason : reasons) {
    EXPECT_EQ(outcomeOf(reason.code).text, reason.text);
    EXPECT_FALSE(reason.text.ends_with('.'));
  }
}

// The page has a table row per reason: `| code | text |`.
TEST(OutcomeReasons, AreThoseOfTheLimitsPage) {
  std::ifstream page(ASSAY_SOURCE_FOLDER "/docs/explanation/limits.md");
  std::vector<std::string> documented;
  for (std::string line; std::getline(page, line);)
    if (line.starts_with("| `")) documented.push_back(line);
  std::vector<std::string> known;
  for (const OutcomeReason& reason : outcomeReasons())
    known.push_back("| `" + std::string(reason.code) + "` | " + std::string(model::nameOf(reason.coverage)) +
                    " | " + std::string(reason.text) + " |");
  EXPECT_THAT(documented, testing::UnorderedElementsAreArray(known));
}

}  // namespace
}  // namespace assay::instrument
