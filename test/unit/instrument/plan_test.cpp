// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/plan.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/edit_properties.h"
#include "source/inserted_input.h"
#include "source/insertion.h"
#include "support/hash.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;

class Planning : public testing::Test {
 protected:
  void add(std::uint64_t id, source::Position brace) {
    AnnotatedFunction function;
    function.id = id;
    function.name = "f";
    function.bodyBegin = brace;
    entries_.push_back(function);
  }
  AnnotatedFunction& last() { return entries_.back(); }
  Expected<FilePlan> planOf(const std::string& text) {
    std::vector<const AnnotatedFunction*> functions;
    for (const AnnotatedFunction& function : entries_) functions.push_back(&function);
    return plan(source::SourceText("f.cpp", text), {"f.cpp", contentHash(text), {}}, functions);
  }
  std::string rewritten(const std::string& text) { return *source::applyEdits(text, planOf(text)->edits()); }

  std::vector<AnnotatedFunction> entries_;
};

TEST_F(Planning, GuardStandsRightBehindTheBrace) {
  const std::string guard = source::insertedGuard(source::GuardForm::Ordinary, 1, "f");
  add(1, {2, 9});
  EXPECT_EQ(rewritten("// x\nint f() {}\n"), "#include <assay/inserted.h> // x\nint f() {" + guard + "}\n");
  EXPECT_EQ(rewritten("// x\nint f() { return 1; }\n"),
            "#include <assay/inserted.h> // x\nint f() {" + guard + " return 1; }\n");
  EXPECT_EQ(rewritten("// x\nint f() {// y\r\n}\n"),
            "#include <assay/inserted.h> // x\nint f() {" + guard + "// y\r\n}\n");
  EXPECT_EQ(rewritten("// x\nint f() {\\\n}\n"),
            "#include <assay/inserted.h> // x\nint f() {" + guard + "\\\n}\n");
  EXPECT_EQ(rewritten("// x\nint f() <%%>\n"),
            "#include <assay/inserted.h> // x\nint f() <%" + guard + "%>\n");
}

TEST_F(Planning, AFailedReturnIsPutInBraces) {
  const std::string guard = source::insertedGuard(source::GuardForm::Ordinary, 1, "f");
  const std::string fails = source::insertedNotice(source::Notice::Fails, 1);
  add(1, {2, 10});
  last().points = {{model::PointKind::Nullptr, {2, 11}, {2, 26}},
                   {model::PointKind::False, {2, 27}, {2, 40}}};
  EXPECT_EQ(rewritten("// x\nint* f() {return nullptr;;return false;}\n"),
            "#include <assay/inserted.h> // x\nint* f() {" + guard + fails +
                "return nullptr; ASSAY_INSERTED_END };return false;}\n")
      << "false is a failure only where the tag says so";
  last().tag.extra = {{"errors", "false"}};
  EXPECT_EQ(rewritten("// x\nint* f() {return nullptr;;return false;}\n"),
            "#include <assay/inserted.h> // x\nint* f() {" + guard + "return nullptr;;" + fails +
                "return false; ASSAY_INSERTED_END }}\n");
}

TEST_F(Planning, TheInputStandsBehindTheGuard) {
  add(1, {2, 9});
  last().inputs = {{"p", "p->size()", "p"}};
  const std::string text = "// x\nint f() {}\n";
  EXPECT_EQ(rewritten(text), "#include <assay/inserted.h> // x\nint f() {" +
                                 source::insertedGuard(source::GuardForm::Ordinary, 1, "f",
                                                       source::insertedSize(1, "p->size()", "p")) +
                                 "}\n");
  last().traits.add(model::Trait::Noreturn);
  EXPECT_THAT(rewritten(text), testing::Not(testing::HasSubstr("SIZE")))
      << "there is no object to keep it in";
  last().traits = {};
  last().inputs[0].size = "abort()";
  EXPECT_THAT(rewritten(text), testing::Not(testing::HasSubstr("SIZE"))) << "nothing that a scan writes";
}

TEST_F(Planning, AGuardCanDoWithoutItsInputThenWithoutItsFailures) {
  add(1, {2, 10});
  last().points = {{model::PointKind::Nullptr, {2, 11}, {2, 26}}};
  last().inputs = {{"n", "n", ""}};
  const std::string bare = source::insertedGuard(source::GuardForm::Ordinary, 1, "f");
  PlannedGuard guard = planOf("// x\nint* f() {return nullptr;}\n")->guards.at(0);
  EXPECT_EQ(guard.notices.size(), 2U);
  ASSERT_EQ(guard.lesser.size(), 2U);
  EXPECT_EQ(guard.takeLesser(), Extra::Input);
  EXPECT_EQ(guard.edit.replacement, bare);
  EXPECT_EQ(guard.notices.size(), 2U);
  EXPECT_EQ(guard.takeLesser(), Extra::Failures);
  EXPECT_EQ(guard.edit.replacement, bare);
  EXPECT_THAT(guard.notices, testing::IsEmpty());
  EXPECT_THAT(guard.lesser, testing::IsEmpty());
}

TEST_F(Planning, ATypeStandsBehindTheSizeAndGoesFirst) {
  add(1, {2, 9});
  last().inputs = {{"n", "n", "", "typeid(shape)"}};
  const std::string text = "// x\nint f() {}\n";
  const auto with = [](const std::string& input) {
    return source::insertedGuard(source::GuardForm::Ordinary, 1, "f", input);
  };
  const std::string size = source::insertedSize(1, "n", "");
  PlannedGuard guard = planOf(text)->guards.at(0);
  EXPECT_EQ(guard.edit.replacement, with(size + source::insertedType(1, "typeid(shape)")));
  EXPECT_EQ(guard.takeLesser(), Extra::Type);
  EXPECT_EQ(guard.edit.replacement, with(size));
  EXPECT_EQ(guard.takeLesser(), Extra::Input);
  EXPECT_EQ(guard.edit.replacement, with(""));
  EXPECT_THAT(guard.lesser, testing::IsEmpty());
}

TEST_F(Planning, ADispatchBringsTheHeaderOfExperimentsAndTakesItAway) {
  add(1, {2, 12});
  last().tag.extra = {{"replaces", "slow"}, {"rollout", "10%"}};
  last().replaces = {{.asked = "slow", .name = "slow", .id = 2, .result = "value", .parameters = {"x"}}};
  FilePlan plan = *planOf("// x\nint f(int) {}\n");
  ASSERT_TRUE(plan.guards.at(0).dispatches());
  EXPECT_EQ(plan.edits().front().replacement, source::kInsertedExperimentInclude);
  EXPECT_EQ(plan.guards.at(0).takeLesser(), Extra::Rollout);
  EXPECT_FALSE(plan.guards.at(0).dispatches());
  EXPECT_EQ(plan.edits().front().replacement, source::kInsertedInclude);
}

TEST_F(Planning, ATypeAloneIsEnough) {
  add(1, {2, 9});
  last().inputs = {{"", "", "", "v.index()"}};
  PlannedGuard guard = planOf("// x\nint f() {}\n")->guards.at(0);
  EXPECT_THAT(guard.edit.replacement, testing::HasSubstr("TYPE_INDEX(0x0000000000000001, v.index());"));
  EXPECT_EQ(guard.takeLesser(), Extra::Type);
  EXPECT_THAT(guard.lesser, testing::IsEmpty());
}

TEST_F(Planning, WhatHoldsAGuardTogetherIsNeverLeftOut) {
  add(1, {2, 13});
  last().traits = {model::Trait::FunctionTry};
  last().points = {{model::PointKind::Try, {2, 9}, {2, 41}}};
  last().inputs = {{"n", "n", ""}};
  const std::string text = "// x\nint f() try { return 1; } catch (...) {}\n";
  PlannedGuard guard = planOf(text)->guards.at(0);
  while (!guard.lesser.empty()) {
    guard.takeLesser();
    ASSERT_FALSE(guard.notices.empty());
    EXPECT_EQ(guard.notices.back().replacement, source::kInsertedEnd);
  }
}

TEST_F(Planning, AValueIsLookedAtWhereTheTagAsksForIt) {
  add(1, {2, 13});
  last().points = {{model::PointKind::Signed, {2, 20}, {2, 22}}};
  const std::string text = "// x\nint f(int a){return a;}\n";
  EXPECT_THAT(planOf(text)->guards.at(0).notices, testing::IsEmpty());
  last().tag.extra = {{"errors", "negative"}};
  EXPECT_EQ(rewritten(text), "#include <assay/inserted.h> // x\nint f(int a){" +
                                 source::insertedGuard(source::GuardForm::Ordinary, 1, "f") + "return" +
                                 source::insertedValueBegin(source::Failure::Negative, 1) + " a" +
                                 source::insertedValueEnd(source::Failure::Negative, 1) + ";}\n");
  EXPECT_EQ(source::stripInsertions(rewritten(text)), text);
  last().points[0].begin = {2, 19};
  EXPECT_THAT(planOf(text)->guards.at(0).notices, testing::IsEmpty()) << "there is no return";
}

TEST_F(Planning, APointThatIsNotThereIsPassedOver) {
  add(1, {2, 10});
  last().points = {{model::PointKind::Nullptr, {2, 10}, {2, 26}},
                   {model::PointKind::Nullopt, {9, 1}, {9, 2}}};
  EXPECT_THAT(planOf("// x\nint* f() {return nullptr;}\n")->guards.at(0).notices, testing::IsEmpty());
}

TEST_F(Planning, ACoroutineSaysWhereItReturns) {
  add(1, {2, 10});
  last().traits.add(model::Trait::Coroutine);
  last().points = {{model::PointKind::CoReturn, {2, 11}, {2, 21}},
                   {model::PointKind::FlowsOff, {2, 21}, {2, 21}}};
  EXPECT_EQ(rewritten("// x\ntask f() {co_return;}\n"),
            "#include <assay/inserted.h> // x\ntask f() {" +
                source::insertedGuard(source::GuardForm::Coroutine, 1, "f") +
                source::insertedNotice(source::Notice::Returns, 1) + "co_return; ASSAY_INSERTED_END }" +
                source::insertedNotice(source::Notice::FlowsOff, 1) + "}\n");
}

TEST_F(Planning, AFunctionTryBlockGetsItsGuardAround) {
  add(1, {2, 13});
  last().traits.add(model::Trait::FunctionTry);
  last().points = {{model::PointKind::Try, {2, 9}, {2, 30}}};
  const std::string text = "// x\nint f() try {} catch (...) {}\n";
  EXPECT_EQ(rewritten(text), "#include <assay/inserted.h> // x\nint f() " +
                                 source::insertedGuard(source::GuardForm::Try, 1, "f") +
                                 "try {} catch (...) {} ASSAY_INSERTED_END }\n");
  EXPECT_EQ(source::stripInsertions(rewritten(text)), text);
  last().points[0].begin = {2, 8};
  EXPECT_EQ(planOf(text)->refused.at(0).second.code, "no-brace");
}

TEST_F(Planning, GuardsComeInOrderOfTheirPlaces) {
  add(7, {3, 9});
  add(9, {2, 9});
  const auto plan = planOf("// x\nint f() {}\nint g() {}\n");
  EXPECT_THAT(plan->guards, testing::ElementsAre(testing::Field(&PlannedGuard::id, 9),
                                                 testing::Field(&PlannedGuard::id, 7)));
  EXPECT_EQ(plan->include.size(), 1U);
}

TEST_F(Planning, AChangedFileIsRefused) {
  const auto plan =
      instrument::plan(source::SourceText("f.cpp", "// y\n"), {"f.cpp", contentHash("// x\n"), {}}, {});
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().where.file, "f.cpp");
  EXPECT_EQ(plan.error().message, "changed since the scan");
  EXPECT_THAT(plan.error().hint, testing::HasSubstr("assay scan"));
}

TEST_F(Planning, APlaceWithoutABraceIsRefusedAndTheRestGoesOn) {
  add(1, {2, 8});
  add(2, {99, 1});
  add(3, {3, 9});
  const auto plan = planOf("// x\nint f() {}\nint g() {}\n");
  ASSERT_EQ(plan->refused.size(), 2U);
  EXPECT_EQ(plan->refused[0].first, 1U);
  EXPECT_EQ(plan->refused[0].second.code, "no-brace");
  EXPECT_EQ(plan->refused[1].first, 2U);
  EXPECT_EQ(plan->guards.size(), 1U);
}

TEST_F(Planning, ABraceInACommentOrALiteralIsNone) {
  add(1, {2, 4});
  add(2, {3, 20});
  const auto plan = planOf("// x\n// {\nconst char* text = \"{\";\n");
  EXPECT_TRUE(plan->edits().empty());
  ASSERT_EQ(plan->refused.size(), 2U);
  EXPECT_EQ(plan->refused[1].second.code, "no-brace");
}

TEST_F(Planning, TwoEntriesOfOneBodyGetOneGuard) {
  add(1, {2, 9});
  add(2, {2, 9});
  const auto plan = planOf("// x\nint f() {}\n");
  ASSERT_EQ(plan->refused.size(), 1U);
  EXPECT_EQ(plan->refused[0],
            (std::pair<std::uint64_t, model::Outcome>(
                2, {model::Coverage::Skipped, "shared-body", plan->refused[0].second.text})));
}

TEST_F(Planning, WithoutALineForTheHeaderAllAreRefused) {
  add(1, {1, 9});
  add(2, {2, 9});
  const auto plan = planOf("int f() {}\nint g() {}\n");
  EXPECT_TRUE(plan->edits().empty());
  ASSERT_EQ(plan->refused.size(), 2U);
  EXPECT_EQ(plan->refused[0].second.code, "no-line-for-header");
}

TEST_F(Planning, StrippingThePlannedTextGivesTheTextBack) {
  const std::string text = "\xef\xbb\xbf// x\r\nint f() {}\r\nint g() <% %>\r\n";
  add(1, {2, 9});
  add(2, {3, 9});
  EXPECT_EQ(source::stripInsertions(rewritten(text)), text);
}

TEST(Plan, SeedsOfTheFuzzerKeepAllProperties) {
  const std::filesystem::path seeds = std::filesystem::path(ASSAY_TEST_FOLDER) / "fuzz/corpus/edit";
  std::size_t seen = 0;
  for (const auto& seed : std::filesystem::directory_iterator(seeds)) {
    std::ifstream file(seed.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(test::brokenEditProperty(bytes), "") << seed.path();
    // Every prefix is a text, too: cut in a comment, in a literal, behind a backslash.
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_EQ(test::brokenEditProperty(bytes.substr(0, size)), "")
          << seed.path() << ", " << size << " bytes";
    ++seen;
  }
  EXPECT_GT(seen, 10U);
}

}  // namespace
}  // namespace assay::instrument
