// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/take_back.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

// Files of one-line functions; guard N of a file is spelled `<file name>N`, so that a check can look for it.
class TakeBack : public testing::Test {
 protected:
  void addFile(const std::string& name, int functions) {
    std::string text = "//\n";
    for (int i = 1; i <= functions; ++i) text += "{\n}\n";
    Draft draft{source::SourceText(name, text), {name, {{{0, 0}, "#"}}, {}, {}}, {}};
    for (int i = 1; i <= functions; ++i) {
      const auto line = static_cast<unsigned>(2 * i);
      AnnotatedFunction& entry = *entries_.emplace_back(std::make_unique<AnnotatedFunction>());
      entry.id = ids_++;
      entry.lines = {line, line + 1};
      draft.functions.push_back(&entry);
      const std::size_t offset = *draft.text.offsetOf({line, 2});
      draft.plan.guards.push_back({entry.id, {{offset, offset}, fmt::format("{}{};", name, i)}});
    }
    drafts_.push_back(std::move(draft));
  }

  // A guard of the first file that says more, and can say less.
  void spare(std::size_t number, Extra extra, const std::string& full, const std::string& less) {
    PlannedGuard& guard = drafts_[0].plan.guards[number];
    guard.edit.replacement = full;
    guard.lesser.push_back({extra, less, {}});
  }

  // Complains with `diagnostic` as long as one of the files holds `bad`.
  void complainAbout(const std::string& bad, const FoundDiagnostic& diagnostic) {
    rules_.emplace_back(bad, diagnostic);
  }

  std::vector<TakenBack> run() {
    const Check check =
        [this](const std::vector<RewrittenFile>& files) -> Expected<std::vector<FoundDiagnostic>> {
      ++checks_;
      checkedFiles_ += files.size();
      std::vector<FoundDiagnostic> found;
      for (const auto& [bad, diagnostic] : rules_)
        if (std::ranges::any_of(files, [&](const auto& file) { return file.text.contains(bad); }))
          found.push_back(diagnostic);
      return found;
    };
    return *takeBackWhatBreaks(drafts_, check);
  }
  std::vector<std::uint64_t> guardsOf(std::size_t draft) const {
    std::vector<std::uint64_t> ids;
    for (const PlannedGuard& guard : drafts_[draft].plan.guards) ids.push_back(guard.id);
    return ids;
  }

  std::vector<Draft> drafts_;
  std::vector<std::unique_ptr<AnnotatedFunction>> entries_;
  std::vector<std::pair<std::string, FoundDiagnostic>> rules_;
  std::uint64_t ids_ = 1;
  int checks_ = 0;
  std::size_t checkedFiles_ = 0;
};

TEST_F(TakeBack, WhatACompilerRefusedIsLeftOutWithoutACheck) {
  addFile("a", 3);
  addFile("b", 2);
  const auto taken = takeBackRefused(
      drafts_,
      {{"a", 7, 1, "too large"}, {"a", 6, 2, "once more"}, {"b", 2, 2, "no"}, {"c", 1, 1, "of nobody"}});
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].id, 3U);
  EXPECT_EQ(taken[0].cause.text, "too large");
  EXPECT_EQ(taken[1].file, "b");
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2));
  EXPECT_THAT(guardsOf(1), ElementsAre(5));
  EXPECT_EQ(checks_, 0);
}

TEST_F(TakeBack, NothingNewNothingTakenInOneCheck) {
  addFile("a", 3);
  EXPECT_THAT(run(), IsEmpty());
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2, 3));
  EXPECT_EQ(checks_, 1);
}

TEST_F(TakeBack, ADiagnosticOnTheGuardsLineTakesThatGuard) {
  addFile("a", 3);
  complainAbout("a2;", {"a", 4, 2, "shadows"});
  const auto taken = run();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].id, 2U);
  EXPECT_EQ(taken[0].cause.text, "shadows");
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 3));
}

TEST_F(TakeBack, ADiagnosticInsideTheFunctionTakesItsGuard) {
  addFile("a", 3);
  complainAbout("a3;", {"a", 7, 1, "cannot perform a tail call"});
  run();
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2));
}

TEST_F(TakeBack, ADiagnosticOnTheIncludesLineTakesAllOfTheFile) {
  addFile("a", 2);
  addFile("b", 1);
  complainAbout("#//\n{a1", {"a", 1, 1, "unused include"});
  run();
  EXPECT_THAT(guardsOf(0), IsEmpty());
  EXPECT_THAT(guardsOf(1), ElementsAre(3));
}

TEST_F(TakeBack, ADiagnosticElsewhereIsTracedToItsGuard) {
  addFile("a", 8);
  addFile("b", 8);
  complainAbout("b5;", {"user.cpp", 3, 1, "static_assert failed"});
  complainAbout("a1;", {"other.cpp", 3, 1, "static_assert failed"});
  run();
  EXPECT_THAT(guardsOf(0), ElementsAre(2, 3, 4, 5, 6, 7, 8));
  EXPECT_THAT(guardsOf(1), ElementsAre(9, 10, 11, 12, 14, 15, 16));
}

TEST_F(TakeBack, ADiagnosticOutsideOfTheFilesFunctionsIsTracedWithinTheFile) {
  addFile("a", 4);
  addFile("b", 4);
  complainAbout("b2;", {"b", 99, 1, "at the end of the file"});
  run();
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(guardsOf(1), ElementsAre(5, 7, 8));
}

TEST_F(TakeBack, AHeaderThatManyFilesDoNotTakeIsTracedFileByFile) {
  constexpr std::size_t kFiles = 32, kGuards = 4;
  for (std::size_t i = 0; i < kFiles; ++i) {
    const std::string name = fmt::format("f{}_", i);
    addFile(name, kGuards);
    if (i % 2 == 0) complainAbout(name, {"assay/inserted.h", 9, 1, "unknown type name"});
  }
  EXPECT_EQ(run().size(), kFiles / 2 * kGuards);
  EXPECT_THAT(guardsOf(0), IsEmpty());
  EXPECT_THAT(guardsOf(1), SizeIs(kGuards));
  EXPECT_LE(checkedFiles_, kFiles * (2 * kGuards + 2));
}

// While b2 is there, no part of a's guards is free of diagnostics.
TEST_F(TakeBack, AGuiltyGuardOfAnotherFileTakesNoInnocentOnesWithIt) {
  addFile("a", 4);
  addFile("b", 4);
  complainAbout("a3;", {"a", 99, 1, "at the end of the file"});
  complainAbout("b2;", {"b", 99, 1, "at the end of the file"});
  EXPECT_THAT(run(), SizeIs(2));
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2, 4));
  EXPECT_THAT(guardsOf(1), ElementsAre(5, 7, 8));
}

// A constant expression in a2 that needs the function of b3, say.
TEST_F(TakeBack, AGuardThatIsNotBehindWhatIsSaidInItsFunctionComesBack) {
  addFile("a", 3);
  addFile("b", 4);
  spare(1, Extra::Input, "a2 and its input;", "a2;");
  complainAbout("b3;", {"a", 5, 1, "not a constant expression"});
  const auto taken = run();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].id, 6U);
  EXPECT_EQ(taken[0].cause.text, "not a constant expression");
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2, 3));
  EXPECT_EQ(drafts_[0].plan.guards[1].edit.replacement, "a2 and its input;");
}

// "deprecated" takes the input of a2 rightly; what b3 is behind takes all of a2 at first.
TEST_F(TakeBack, WhatWasTakenOfAGuardThatComesBackIsSaidStill) {
  addFile("a", 3);
  addFile("b", 4);
  spare(1, Extra::Input, "a2 and its input;", "a2;");
  complainAbout("and its input", {"a", 4, 2, "deprecated"});
  complainAbout("b3;", {"a", 5, 1, "not a constant expression"});
  const auto taken = run();
  EXPECT_EQ(drafts_[0].plan.guards[1].edit.replacement, "a2;");
  ASSERT_EQ(taken.size(), 2U);
  const auto input = std::ranges::find(taken, std::uint64_t{2}, &TakenBack::id);
  ASSERT_NE(input, taken.end());
  EXPECT_EQ(input->extra, Extra::Input);
  EXPECT_EQ(input->cause.text, "deprecated");
  EXPECT_EQ(std::ranges::count(taken, std::uint64_t{6}, &TakenBack::id), 1);
}

// The innocent one takes its input and its failures before it takes the guard; both come back with it.
TEST_F(TakeBack, OfAGuardThatComesBackNothingIsSaidThatItHas) {
  addFile("a", 3);
  addFile("b", 4);
  spare(1, Extra::Type, "a2, its type, its input, its failures;", "a2, its input, its failures;");
  drafts_[0].plan.guards[1].lesser.push_back({Extra::Input, "a2, its failures;", {}});
  drafts_[0].plan.guards[1].lesser.push_back({Extra::Failures, "a2;", {}});
  complainAbout("its type", {"a", 4, 2, "deprecated"});
  complainAbout("b3;", {"a", 5, 1, "not a constant expression"});
  const auto taken = run();
  EXPECT_EQ(drafts_[0].plan.guards[1].edit.replacement, "a2, its input, its failures;");
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(std::ranges::count(taken, Extra::Type, &TakenBack::extra), 1);
}

TEST_F(TakeBack, TheDispatchOfAGuardThatComesBackIsSaidToBeTakenStill) {
  addFile("a", 1);
  addFile("b", 4);
  spare(0, Extra::Rollout, "a1 calls the old one;", "a1;");
  complainAbout("calls the old one", {"a", 2, 2, "ambiguous"});
  complainAbout("b3;", {"a", 3, 1, "not a constant expression"});
  const auto taken = run();
  EXPECT_EQ(drafts_[0].plan.guards[0].edit.replacement, "a1;");
  EXPECT_EQ(std::ranges::count(taken, Extra::Rollout, &TakenBack::extra), 1);
}

TEST_F(TakeBack, WhatFollowsFromAGuardsOwnDiagnosticTakesNothing) {
  addFile("a", 3);
  complainAbout("a3;", {"a", 3, 1, "not a constant expression"});
  complainAbout("a3;", {"a", 6, 2, "never a constant expression"});
  EXPECT_THAT(run(), SizeIs(1));
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2));
}

TEST_F(TakeBack, ALambdaInAMacrosArgumentsIsFoundThroughTheFunctionAround) {
  addFile("a", 3);
  entries_[0]->lines = {2, 7};  // the others are inside of it
  complainAbout("a2;", {"a", 3, 1, "too many arguments provided to function-like macro"});
  EXPECT_THAT(run(), SizeIs(1));
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 3));
}

TEST_F(TakeBack, GuardsThatClashOnlyWithEachOtherKeepOne) {
  addFile("a", 2);
  const Check check = [](const std::vector<RewrittenFile>& files) -> Expected<std::vector<FoundDiagnostic>> {
    if (files[0].text.contains("a1;") && files[0].text.contains("a2;"))
      return std::vector<FoundDiagnostic>{{"x", 0, 0, "both"}};
    return std::vector<FoundDiagnostic>{};
  };
  EXPECT_EQ(takeBackWhatBreaks(drafts_, check)->size(), 1U);
  EXPECT_THAT(guardsOf(0), ElementsAre(1));
}

TEST_F(TakeBack, WhatNoGuardExplainsEndsWithNone) {
  addFile("a", 3);
  int calls = 0;
  const Check moody = [&](const std::vector<RewrittenFile>&) -> Expected<std::vector<FoundDiagnostic>> {
    return ++calls == 1 ? std::vector<FoundDiagnostic>{{"x", 0, 0, "once"}} : std::vector<FoundDiagnostic>{};
  };
  EXPECT_EQ(takeBackWhatBreaks(drafts_, moody)->size(), 3U);
}

TEST_F(TakeBack, WhatAGuardCanDoWithoutGoesFirst) {
  addFile("a", 2);
  spare(0, Extra::Input, "a1 and its input;", "a1;");
  spare(0, Extra::Failures, "a1 and its input;", "a1;");
  complainAbout("and its input", {"a", 2, 2, "deprecated"});
  const auto taken = run();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].id, 1U);
  EXPECT_EQ(taken[0].extra, Extra::Input);
  EXPECT_EQ(taken[0].cause.text, "deprecated");
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2));
}

TEST_F(TakeBack, WhenTheDispatchWasToBlameTheRestComesBack) {
  addFile("a", 1);
  spare(0, Extra::Input, "a1 calls the old one, and its input;", "a1 calls the old one;");
  spare(0, Extra::Rollout, "a1 calls the old one, and its input;", "a1 and its input;");
  complainAbout("calls the old one", {"a", 2, 2, "ambiguous"});
  const auto taken = run();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].extra, Extra::Rollout);
  EXPECT_EQ(drafts_[0].plan.guards[0].edit.replacement, "a1 and its input;");
}

TEST_F(TakeBack, WhatIsSaidTwiceTakesOneThingOnly) {
  addFile("a", 1);
  spare(0, Extra::Input, "a1 and its input;", "a1;");
  complainAbout("and its input", {"a", 2, 2, "deprecated"});
  complainAbout("and its input", {"a", 2, 3, "deprecated once more"});
  EXPECT_THAT(run(), SizeIs(1));
  EXPECT_THAT(guardsOf(0), ElementsAre(1));
}

TEST_F(TakeBack, WhatAGuardCanDoWithoutIsFoundByHalvingToo) {
  addFile("a", 4);
  spare(2, Extra::Input, "a3 and its input;", "a3;");
  complainAbout("and its input", {"system.h", 2, 2, "in a header"});
  const auto taken = run();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].id, 3U);
  EXPECT_EQ(taken[0].extra, Extra::Input);
  EXPECT_THAT(guardsOf(0), ElementsAre(1, 2, 3, 4));
}

TEST_F(TakeBack, AGuardThatIsToBlameItselfIsTakenOnce) {
  addFile("a", 2);
  spare(0, Extra::Input, "a1 and its input;", "a1;");
  complainAbout("a1", {"a", 2, 2, "shadows"});
  const auto taken = run();
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].extra, std::nullopt);
  EXPECT_THAT(guardsOf(0), ElementsAre(2));
}

TEST_F(TakeBack, ADiagnosticOnTheIncludesLineSparesNothing) {
  addFile("a", 1);
  spare(0, Extra::Input, "a1 and its input;", "a1;");
  complainAbout("a1", {"a", 1, 1, "too old"});
  EXPECT_THAT(run(), SizeIs(1));
  EXPECT_THAT(guardsOf(0), IsEmpty());
  EXPECT_EQ(checks_, 1) << "nothing is left to check";
}

TEST_F(TakeBack, AFailingCheckIsTheCallersError) {
  addFile("a", 1);
  const Check failing = [](const auto&) -> Expected<std::vector<FoundDiagnostic>> {
    return fail(ErrorCode::Input, "cannot read a");
  };
  EXPECT_FALSE(takeBackWhatBreaks(drafts_, failing));
}

}  // namespace
}  // namespace assay::instrument
