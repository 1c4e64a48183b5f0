// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_views.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::State;
using testing::ElementsAre;
using testing::IsEmpty;

AnnotatedFunction functionAt(const std::string& name, unsigned line) {
  AnnotatedFunction entry;
  entry.name = name;
  entry.id = line;
  entry.lines = {line, line};
  entry.bodyBegin = {line, 10};
  entry.tagLine = line - 1;
  return entry;
}

AnnotatedFunction inactiveTagAt(unsigned line) {
  AnnotatedFunction entry;
  entry.state = State::Inactive;
  entry.tagLine = line;
  return entry;
}

FileView viewOf(std::vector<AnnotatedFunction> entries, bool clean = true) {
  FileView view{"h.h", clean, std::move(entries), {}, {}};
  for (const AnnotatedFunction& entry : view.entries)
    if (entry.state == State::Inactive) view.hidden.push_back(entry.tagLine);
  return view;
}

class Views : public testing::Test {
 protected:
  std::vector<AnnotatedFunction> take() {
    std::vector<AnnotatedFunction> entries = views_.take(diagnostics_);
    std::ranges::sort(entries, {}, &AnnotatedFunction::tagLine);
    return entries;
  }
  std::vector<std::string> names() {
    std::vector<std::string> all;
    for (const AnnotatedFunction& entry : take()) all.push_back(entry.name);
    return all;
  }

  FileViews views_;
  Diagnostics diagnostics_;
};

TEST_F(Views, AFileThatNobodySawHasNothing) {
  EXPECT_FALSE(views_.seen());
  EXPECT_FALSE(views_.seenClean());
  EXPECT_TRUE(views_.hiddenLines().empty());
  EXPECT_THAT(take(), IsEmpty());
}

TEST_F(Views, ACleanViewCountsMoreThanOneThatMetAnError) {
  AnnotatedFunction wrong = functionAt("f", 2);
  wrong.signature = "int (int)";
  AnnotatedFunction right = functionAt("f", 2);
  right.signature = "int (Word)";
  FileView broken = viewOf({wrong, functionAt("g", 4)}, false);
  broken.diagnostics.note("assay-scan-001", {}, "of the broken view");
  FileView clean = viewOf({right});
  clean.diagnostics.note("assay-scan-001", {}, "of the clean view");
  views_.add(broken, {});
  EXPECT_FALSE(views_.seenClean());
  views_.add(clean, {});
  EXPECT_TRUE(views_.seenClean());
  const auto entries = take();
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].signature, "int (Word)");
  EXPECT_EQ(entries[1].name, "g") << "what only the other view shows is added";
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].message, "of the clean view");
}

TEST_F(Views, OfCleanViewsTheOneThatShowsMoreIsTheFirst) {
  AnnotatedFunction one = functionAt("f", 2);
  one.signature = "from the small view";
  views_.add(viewOf({one}), {});
  views_.add(viewOf({functionAt("f", 2), functionAt("g", 4)}), {});
  EXPECT_EQ(take().at(0).signature, "");
}

TEST_F(Views, OneEntryPerPlaceWhateverAConfigurationMakesOfItsTypes) {
  AnnotatedFunction wide = functionAt("f", 2);
  wide.id = 77;
  wide.signature = "long (long)";
  views_.add(viewOf({functionAt("f", 2)}), {"-DA"});
  views_.add(viewOf({wide}), {"-DB"});
  const auto entries = take();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_THAT(entries[0].configurations, IsEmpty()) << "it is there under both";
}

TEST_F(Views, WhatSomeConfigurationHasIsThereAndSaysWhich) {
  views_.add(viewOf({functionAt("both", 2), functionAt("fast", 4), inactiveTagAt(5)}), {"-DFAST", "-DX"});
  views_.add(viewOf({functionAt("both", 2), inactiveTagAt(3), functionAt("slow", 6)}), {"-DX"});
  const auto entries = take();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].name, "both");
  EXPECT_THAT(entries[0].configurations, IsEmpty());
  EXPECT_EQ(entries[1].name, "fast");
  EXPECT_THAT(entries[1].configurations, ElementsAre("-DFAST"));
  EXPECT_EQ(entries[2].name, "slow");
  EXPECT_THAT(entries[2].configurations, ElementsAre("without -DFAST"));
}

TEST_F(Views, AnErroneousViewSaysNothingAboutItsConfiguration) {
  views_.add(viewOf({functionAt("f", 2), functionAt("g", 4)}), {"-DA"});
  views_.add(viewOf({functionAt("f", 2)}, false), {"-DB"});
  for (const AnnotatedFunction& entry : take()) EXPECT_THAT(entry.configurations, IsEmpty()) << entry.name;
}

TEST_F(Views, TwoViewsOfOneConfigurationAreOne) {
  views_.add(viewOf({functionAt("f", 2), inactiveTagAt(3)}), {"-DA"});
  views_.add(viewOf({functionAt("f", 2), functionAt("g", 4)}), {"-DA"});
  for (const AnnotatedFunction& entry : take()) EXPECT_THAT(entry.configurations, IsEmpty()) << entry.name;
}

TEST_F(Views, ATagIsInactiveWhenEveryViewSkipsIt) {
  views_.add(viewOf({functionAt("f", 2), inactiveTagAt(3)}), {});
  EXPECT_FALSE(views_.hiddenLines().empty());
  views_.add(viewOf({functionAt("f", 2), functionAt("g", 4)}), {"-DA"});
  EXPECT_TRUE(views_.hiddenLines().empty());
  EXPECT_THAT(names(), ElementsAre("f", "g")) << "the inactive entry went away";
}

TEST_F(Views, ATagThatStaysInactiveKeepsItsEntryOnce) {
  views_.add(viewOf({inactiveTagAt(3)}), {});
  views_.add(viewOf({inactiveTagAt(3)}), {"-DA"});
  EXPECT_THAT(names(), ElementsAre(""));
}

TEST_F(Views, ABranchThatAnotherViewShowsIsNotCalledSkipped) {
  FileView best = viewOf({functionAt("f", 2), functionAt("g", 4), inactiveTagAt(5), inactiveTagAt(7)});
  best.diagnostics.note("assay-scan-103", {"h.h", 5, 4}, "shown by the other");
  best.diagnostics.note("assay-scan-103", {"h.h", 7, 4}, "shown by none");
  views_.add(best, {});
  views_.add(viewOf({functionAt("k", 6)}), {"-DA"});
  take();
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].message, "shown by none");
}

AnnotatedFunction skippedAt(const std::string& name, unsigned line) {
  AnnotatedFunction entry = functionAt(name, line);
  entry.scope = model::Scope::File;
  entry.state = State::Inactive;
  entry.tagLine = 1;
  return entry;
}

AnnotatedFunction reachedAt(const std::string& name, unsigned line) {
  AnnotatedFunction entry = skippedAt(name, line);
  entry.state = State::Active;
  return entry;
}

TEST_F(Views, OfATagWithReachEachFunctionIsShownOrSkippedByItself) {
  FileView one = viewOf({reachedAt("f", 2), skippedAt("g", 4), skippedAt("h", 6), skippedAt("no", 8)});
  one.hidden = {4, 6, 8};
  FileView other = viewOf({reachedAt("f", 2), reachedAt("g", 4), skippedAt("h", 6)});
  other.hidden = {6};
  views_.add(one, {});
  EXPECT_THAT(views_.hiddenLines(), ElementsAre(4, 6, 8));
  views_.add(other, {});
  EXPECT_THAT(views_.hiddenLines(), ElementsAre(6));
  std::vector<AnnotatedFunction> entries = take();
  std::ranges::sort(entries, {}, &AnnotatedFunction::name);
  ASSERT_EQ(entries.size(), 3U) << "the other view shows that there is no function in line 8";
  EXPECT_EQ(entries[0].state, State::Active);
  EXPECT_EQ(entries[1].state, State::Active);
  EXPECT_EQ(entries[2].name, "h");
  EXPECT_EQ(entries[2].state, State::Inactive);
}

TEST_F(Views, OneTextUnderOtherMacrosHasOtherNames) {
  views_.add(viewOf({functionAt("utf8_scan", 2)}), {});
  views_.add(viewOf({functionAt("utf16_scan", 2)}), {});
  views_.add(viewOf({functionAt("PREFIX", 2)}, false), {});
  const auto entries = take();
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].name, "utf8_scan");
  EXPECT_THAT(entries[0].also, ElementsAre("utf16_scan")) << "errors make wrong names";
}

TEST_F(Views, DeclarationsAreThoseWithoutABodyEachOnce) {
  AnnotatedFunction declared = functionAt("d", 8);
  declared.bodyBegin = {};
  declared.traits.add(model::Trait::NoBody);
  views_.add(viewOf({functionAt("f", 2), declared}), {});
  views_.add(viewOf({declared}), {});
  ASSERT_EQ(views_.declarations().size(), 1U);
  EXPECT_EQ(views_.declarations()[0]->name, "d");
}

}  // namespace
}  // namespace assay::scan
