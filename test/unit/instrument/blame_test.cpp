// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/blame.h"

#include <gmock/gmock.h>

#include <memory>

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using testing::ElementsAre;
using testing::IsEmpty;

class Blame : public testing::Test {
 protected:
  // Function after function; a guard behind each '{' of the text, lines as given.
  void addFile(const std::string& name, const std::string& text, const std::vector<model::LineRange>& lines) {
    Draft draft{source::SourceText(name, text), {name, {{{0, 0}, "#include "}}, {}, {}}, {}};
    std::size_t at = 0;
    for (const model::LineRange range : lines) {
      AnnotatedFunction& entry = *entries_.emplace_back(std::make_unique<AnnotatedFunction>());
      entry.id = entries_.size();
      entry.lines = range;
      draft.functions.push_back(&entry);
      at = text.find('{', at) + 1;
      draft.plan.guards.push_back({entry.id, {{at, at}, "GUARD;"}});
    }
    drafts_.push_back(std::move(draft));
  }

  std::vector<std::uint64_t> idsOf(const Guards& guards) const {
    std::vector<std::uint64_t> ids;
    for (const auto& [number, offset] : guards)
      for (const PlannedGuard& guard : drafts_[number].plan.guards)
        if (guard.edit.range.begin == offset) ids.push_back(guard.id);
    return ids;
  }
  std::vector<std::uint64_t> at(const FoundDiagnostic& place) const {
    return idsOf(guardsAt(drafts_, place).guards);
  }

  std::vector<Draft> drafts_;
  std::vector<std::unique_ptr<AnnotatedFunction>> entries_;
};

TEST_F(Blame, TheLineOfAGuardIsItsOwn) {
  addFile("a", "//\nf {\n1\n}\ng {\n}\n", {{2, 4}, {5, 6}});
  EXPECT_THAT(at({"a", 5, 1, ""}), ElementsAre(2));
  EXPECT_TRUE(guardsAt(drafts_, {"a", 5, 1, ""}).onGuard);
}

TEST_F(Blame, InsideOfAFunctionItIsThatFunctions) {
  addFile("a", "//\nf {\n1\n}\ng {\n}\n", {{2, 4}, {5, 6}});
  EXPECT_THAT(at({"a", 3, 1, ""}), ElementsAre(1));
  EXPECT_FALSE(guardsAt(drafts_, {"a", 3, 1, ""}).onGuard);
}

TEST_F(Blame, OfSeveralGuardsOnALineItIsTheOneWhoseTextIsThere) {
  addFile("a", "//\nf {1} g {2}\n", {{2, 2}, {2, 2}});
  EXPECT_THAT(at({"a", 2, 4, ""}), ElementsAre(1)) << "f {GUARD;1} g {GUARD;2}";
  EXPECT_THAT(at({"a", 2, 9, ""}), ElementsAre(1));
  EXPECT_THAT(at({"a", 2, 16, ""}), ElementsAre(2));
  EXPECT_THAT(at({"a", 2, 21, ""}), ElementsAre(2));
  EXPECT_THAT(at({"a", 2, 10, ""}), ElementsAre(1, 2)) << "the user's own text";
}

TEST_F(Blame, WhatANoticeHasInsertedIsItsGuards) {
  addFile("a", "//\nf {\n{ 1\n}}\n", {{2, 4}, {3, 4}});
  drafts_[0].plan.guards[0].notices.push_back({{9, 9}, "NOTICE"});
  EXPECT_THAT(at({"a", 3, 10, ""}), ElementsAre(1)) << "{GUARD; NOTICE1";
  EXPECT_THAT(at({"a", 3, 3, ""}), ElementsAre(2));
}

TEST_F(Blame, TheLineOfTheIncludeIsAboutTheWholeFile) {
  addFile("a", "//\nf {\n}\ng {\n}\n", {{2, 3}, {4, 5}});
  EXPECT_THAT(at({"a", 1, 1, ""}), ElementsAre(1, 2));
  EXPECT_TRUE(guardsAt(drafts_, {"a", 1, 1, ""}).wholeFile);
}

TEST_F(Blame, ElsewhereThereIsNone) {
  addFile("a", "//\nf {\n}\n1\n", {{2, 3}});
  EXPECT_THAT(at({"a", 4, 1, ""}), IsEmpty());
  EXPECT_THAT(at({"a", 0, 0, ""}), IsEmpty());
  EXPECT_THAT(at({"b", 2, 1, ""}), IsEmpty());
}

TEST_F(Blame, AFunctionsInsideAreAroundAPlaceInIt) {
  addFile("a", "//\nf {\nMACRO(\n[] {\n})\n}\ng {\n}\n", {{2, 6}, {4, 5}, {7, 8}});
  EXPECT_THAT(idsOf(guardsAround(drafts_, {"a", 3, 1, ""})), ElementsAre(1, 2));
  EXPECT_THAT(idsOf(guardsAround(drafts_, {"a", 4, 1, ""})), ElementsAre(2));
  EXPECT_THAT(idsOf(guardsAround(drafts_, {"a", 9, 1, ""})), IsEmpty());
}

TEST_F(Blame, AllAndThoseOfAFile) {
  addFile("a", "//\nf {\n}\n", {{2, 3}});
  addFile("b", "//\nf {\n}\n", {{2, 3}});
  EXPECT_THAT(idsOf(allGuards(drafts_)), ElementsAre(1, 2));
  EXPECT_THAT(idsOf(guardsOf(drafts_, "b")), ElementsAre(2));
  EXPECT_THAT(guardsOf(drafts_, "c"), IsEmpty());
}

}  // namespace
}  // namespace assay::instrument
