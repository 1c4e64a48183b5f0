// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "policy/lines_of_code.h"

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

std::vector<std::string> saidOfShares(const model::Manifest& manifest, const std::string& yaml) {
  const Question question{.manifest = manifest,
                          .today = test::kToday,
                          .files = {{"src/a.cc", 20}, {"src/b.cc", 20}, {"src/x/c.cc", 100}, {"d.cc", 10}}};
  return saidOf(findTooManyAiLines(question, rulesOf(yaml)));
}

TEST(LinesOfCode, AreSharedPerFolder) {
  const model::Manifest manifest =
      manifestOf({tagged("f", "src/a.cc", 11, 15), tagged("g", "src/b.cc", 21, 30),
                  tagged("h", "src/x/c.cc", 1, 10), tagged("i", "d.cc", 2, 11)});
  EXPECT_THAT(
      saidOfShares(manifest, "ai-lines: {most: 37.5}"),
      ElementsAre(
          "d.cc:1 error ai-lines: 100.0 % of the lines of functions in . are AI code (10 of 10), more than "
          "37.5 %"));
  EXPECT_THAT(
      saidOfShares(manifest, "ai-lines: {most: 37, paths: src, severity: note}"),
      ElementsAre(
          "src/b.cc:20 note ai-lines: 37.5 % of the lines of functions in src are AI code (15 of 40), more "
          "than 37 %"));
  EXPECT_THAT(saidOfShares(manifest, "ai-lines: {most: 100}"), IsEmpty());
}

TEST(LinesOfCode, HumanCodeAndLinesUnderTwoEntriesDoNotCountTwice) {
  model::AnnotatedFunction human = tagged("f", "src/a.cc", 1, 20);
  human.tag = {};
  human.tag.authorship = model::Authorship::Human;
  const model::Manifest manifest =
      manifestOf({human, tagged("g", "src/b.cc", 1, 10), tagged("g::(lambda)", "src/b.cc", 2, 9)});
  EXPECT_THAT(saidOfShares(manifest, "ai-lines: {most: 25}"), IsEmpty());
  EXPECT_THAT(saidOfShares(manifest, "ai-lines: {most: 24}"), testing::SizeIs(1));
}

TEST(LinesOfCode, WithoutFilesNothingIsSaid) {
  const model::Manifest manifest = manifestOf({tagged("f", "src/a.cc", 1, 20)});
  EXPECT_THAT(findTooManyAiLines({manifest, test::kToday}, rulesOf("ai-lines: {most: 0}")), IsEmpty());
}

TEST(LinesOfCode, AFolderWithoutMoreThanBeforeIsKnown) {
  const model::Manifest now = manifestOf(
      {tagged("f", "src/a.cc", 11, 15), tagged("g", "src/b.cc", 21, 30), tagged("i", "d.cc", 2, 11)});
  const Question question{
      .manifest = now, .today = test::kToday, .files = {{"src/a.cc", 20}, {"src/b.cc", 20}, {"d.cc", 10}}};
  const RuleSet rules = rulesOf("ai-lines: {most: 20}");
  const auto left = [&](const model::Manifest& before) {
    std::vector<Finding> findings = findTooManyAiLines(question, rules);
    const std::size_t all = findings.size();
    const std::size_t dropped = dropFoldersWithoutMore(before, question, rules, findings);
    EXPECT_EQ(dropped, all - findings.size());
    return saidOf(findings);
  };
  EXPECT_THAT(left(now), IsEmpty());
  // The same lines in another function of the folder, fewer lines in the other folder.
  EXPECT_THAT(left(manifestOf({tagged("h", "src/b.cc", 1, 15), tagged("i", "d.cc", 2, 10)})),
              ElementsAre(testing::HasSubstr("d.cc:1 error ai-lines: 100.0 %")));
  EXPECT_THAT(left(manifestOf({})), testing::SizeIs(2));
}

}  // namespace
}  // namespace assay::policy
