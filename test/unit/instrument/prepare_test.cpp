// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/prepare.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "instrument/judge.h"
#include "source/insertion.h"
#include "support/hash.h"
#include "support/temporary_folder.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::Coverage;

class Preparing : public testing::Test {
 protected:
  AnnotatedFunction& add(const std::string& file, std::uint64_t id, source::Position brace) {
    AnnotatedFunction function;
    function.file = file;
    function.id = id;
    function.name = "f";
    function.bodyBegin = brace;
    manifest_.functions.push_back(function);
    return manifest_.functions.back();
  }
  void addFile(const std::string& name, const std::string& text) {
    folder_.write(name, text);
    manifest_.files.push_back({name, contentHash(source::stripInsertions(text)), {}});
  }
  Preparation run(const std::vector<std::string>& only = {}) {
    return prepare(manifest_, folder_.path(), only, diagnostics_);
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const Diagnostic& diagnostic : diagnostics_.all()) all.push_back(diagnostic.id);
    return all;
  }
  std::string codeOf(std::size_t function) const { return manifest_.functions[function].outcome->code; }

  test::TemporaryFolder folder_;
  model::Manifest manifest_;
  Diagnostics diagnostics_;
};

TEST_F(Preparing, JudgesPlansAndRecords) {
  addFile("a.cpp", "// x\nint f() {}\nint g() {}\n");
  add("a.cpp", 1, {2, 9});
  add("a.cpp", 2, {3, 9}).traits.add(model::Trait::Consteval);
  const Preparation prepared = run();
  EXPECT_TRUE(prepared.complete);
  ASSERT_EQ(prepared.drafts.size(), 1U);
  EXPECT_EQ(prepared.drafts[0].plan.guards.size(), 1U);
  EXPECT_EQ(codeOf(0), "");
  EXPECT_EQ(codeOf(1), "consteval");
}

TEST_F(Preparing, AnUnknownKindOfFailureIsSaidOnceWhereTheTagStands) {
  addFile("a.cpp", "// x\nint f() {}\n");
  AnnotatedFunction& function = add("a.cpp", 1, {2, 9});
  function.tag.extra = {{"errors", "negative, wrong"}};
  function.tagLine = 1;
  EXPECT_EQ(run().drafts.at(0).plan.guards.size(), 1U);
  ASSERT_EQ(ids(), (std::vector<std::string>{"assay-instrument-007"}));
  EXPECT_EQ(diagnostics_.all()[0].where.line, 1U);
  EXPECT_THAT(diagnostics_.all()[0].message, testing::HasSubstr("wrong"));
}

TEST_F(Preparing, InstrumentedTextIsStrippedFirst) {
  addFile("a.cpp", "#include <assay/inserted.h> // x\nint f() {" +
                       source::insertedGuard(source::GuardForm::Ordinary, 9, "old") + "}\n");
  add("a.cpp", 1, {2, 9});
  const Preparation prepared = run();
  EXPECT_EQ(*prepared.drafts.at(0).rewritten(),
            "#include <assay/inserted.h> // x\nint f() {" +
                source::insertedGuard(source::GuardForm::Ordinary, 1, "f") + "}\n");
}

TEST_F(Preparing, AChangedFileIsSkippedWithItsOutcomesAsTheyWere) {
  addFile("a.cpp", "// x\nint f() {}\n");
  addFile("b.cpp", "// x\nint f() {}\n");
  add("a.cpp", 1, {2, 9});
  add("b.cpp", 2, {2, 9});
  folder_.write("a.cpp", "// y\nint f() {}\n");
  const Preparation prepared = run();
  EXPECT_FALSE(prepared.complete);
  EXPECT_EQ(prepared.drafts.size(), 1U);
  EXPECT_THAT(ids(), testing::ElementsAre("assay-instrument-001"));
  EXPECT_FALSE(manifest_.functions[0].outcome);
  EXPECT_TRUE(manifest_.functions[1].outcome);
}

TEST_F(Preparing, AMissingFileIsSaid) {
  manifest_.files.push_back({"gone.cpp", "0", {}});
  EXPECT_FALSE(run().complete);
  EXPECT_THAT(diagnostics_.all().at(0).where.file, testing::HasSubstr("gone.cpp"));
}

TEST_F(Preparing, OnlyWhatIsSelected) {
  addFile("src/a.cpp", "// x\n");
  addFile("src2/a.cpp", "// x\n");
  EXPECT_EQ(run({"src"}).drafts.size(), 1U);
  EXPECT_EQ(run({"src2/a.cpp"}).drafts.size(), 1U);
  EXPECT_EQ(run({"."}).drafts.size(), 2U);
}

TEST_F(Preparing, NoLineForTheHeaderIsAWarningAndAnOutcome) {
  addFile("a.cpp", "int f() {}\n");
  add("a.cpp", 1, {1, 9});
  EXPECT_TRUE(run().complete);
  EXPECT_EQ(codeOf(0), "no-line-for-header");
  EXPECT_THAT(ids(), testing::ElementsAre("assay-instrument-002"));
}

TEST_F(Preparing, WhatIsTakenBackIsRecordedWithItsCause) {
  add("a.cpp", 1, {2, 9});
  recordTakenBack(manifest_, {{"a.cpp", 1, {"a.cpp", 2, 4, "shadows a member"}}}, diagnostics_);
  EXPECT_EQ(codeOf(0), "new-diagnostic");
  EXPECT_THAT(diagnostics_.all().at(0).message, testing::HasSubstr("a.cpp:2:4: shadows a member"));
}

TEST_F(Preparing, WhatAGuardDoesWithoutIsRecordedAndTheGuardStays) {
  add("a.cpp", 1, {2, 9}).inputs = {{"text", "text.size()", ""}};
  add("a.cpp", 2, {3, 9});
  const FoundDiagnostic cause{"a.cpp", 2, 4, "deprecated"};
  recordTakenBack(manifest_, {{"a.cpp", 1, cause, Extra::Input}, {"a.cpp", 2, cause, Extra::Failures}},
                  diagnostics_);
  const model::Outcome& first = *manifest_.functions[0].outcome;
  EXPECT_EQ(first.coverage, Coverage::Full);
  EXPECT_EQ(first.input, model::kTakenBack);
  EXPECT_EQ(first.errors, "exceptions-only");
  EXPECT_EQ(manifest_.functions[1].outcome->errors, "exceptions, new-diagnostic");
  EXPECT_THAT(ids(), testing::ElementsAre("assay-instrument-009", "assay-instrument-009"));
  model::Manifest fresh = manifest_;
  fillOutcomes(fresh, &manifest_);
  EXPECT_EQ(fresh.functions[0].outcome, manifest_.functions[0].outcome);
  EXPECT_EQ(fresh.functions[1].outcome, manifest_.functions[1].outcome);
  fillOutcomes(fresh, nullptr);
  EXPECT_EQ(fresh.functions[0].outcome->input, "text.size()");
}

TEST_F(Preparing, ATypeThatIsLeftOutLeavesTheSize) {
  add("a.cpp", 1, {2, 9}).inputs = {{"text", "text.size()", "", "typeid(shape)"}};
  recordTakenBack(manifest_, {{"a.cpp", 1, {"a.cpp", 2, 4, "poisoned"}, Extra::Type}}, diagnostics_);
  EXPECT_EQ(manifest_.functions[0].outcome->type, model::kTakenBack);
  EXPECT_EQ(manifest_.functions[0].outcome->input, "text.size()");
  EXPECT_THAT(diagnostics_.all().at(0).message, testing::HasSubstr("the type of the input of"));
  model::Manifest fresh = manifest_;
  fillOutcomes(fresh, &manifest_);
  EXPECT_EQ(fresh.functions[0].outcome, manifest_.functions[0].outcome);
  fillOutcomes(fresh, nullptr);
  EXPECT_EQ(fresh.functions[0].outcome->type, "typeid(shape)");
}

TEST_F(Preparing, ASizeThatNamesNothingIsSaid) {
  addFile("a.cpp", "// x\nint f() {}\nint g() {}\n");
  add("a.cpp", 1, {2, 9}).tag.extra = {{"size", "m"}};
  add("a.cpp", 2, {3, 9}).tag.extra = {{"size", "none"}};
  run();
  EXPECT_THAT(ids(), testing::ElementsAre("assay-instrument-008"));
}

TEST_F(Preparing, OutcomesThatOnlyInstrumentFindsSurviveAScan) {
  manifest_.files = {{"a.cpp", "same", {}}, {"b.cpp", "old", {}}};
  add("a.cpp", 1, {2, 9}).outcome = outcomeOf("new-diagnostic");
  add("b.cpp", 2, {2, 9}).outcome = outcomeOf("new-diagnostic");
  add("a.cpp", 3, {3, 9}).outcome = outcomeOf("constexpr");
  const model::Manifest previous = manifest_;
  manifest_.files[1].hash = "new";
  fillOutcomes(manifest_, &previous);
  EXPECT_EQ(codeOf(0), "new-diagnostic");
  EXPECT_EQ(codeOf(1), "");
  EXPECT_EQ(codeOf(2), "");
  fillOutcomes(manifest_, nullptr);
  EXPECT_EQ(codeOf(0), "");
}

}  // namespace
}  // namespace assay::instrument
