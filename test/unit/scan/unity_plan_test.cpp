// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unity_plan.h"

#include <gmock/gmock.h>

#include <numeric>

#include "scan/plan_units.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

CompileCommand planCommand(const std::string& file, std::vector<std::string> flags = {}) {
  flags.insert(flags.begin(), "cc");
  return {"/r", "/r/" + file, std::move(flags), false};
}

Target planTarget(CompileCommand command) {
  return {{std::move(command)}, {0}, {}};
}

std::vector<UnityGroup> plan(const std::vector<Target>& targets, UnityLimits limits = {}) {
  std::vector<std::size_t> all(targets.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return planUnity(targets, all, limits);
}

TEST(UnityPlan, FilesOfTheSameFlagsGoTogether) {
  const std::vector<Target> targets = {planTarget(planCommand("a.cc", {"-DX", "-c", "a.cc", "-o", "a.o"})),
                                       planTarget(planCommand("b.cc", {"-DY"})),
                                       planTarget(planCommand("c.cc", {"-DX", "-c", "c.cc", "-o", "c.o"})),
                                       planTarget(planCommand("d.cc", {"-DY"}))};
  EXPECT_THAT(plan(targets), UnorderedElementsAre(ElementsAre(0, 2), ElementsAre(1, 3)));
}

TEST(UnityPlan, NeverTwoLanguagesFoldersOrKindsOfKnowledge) {
  CompileCommand elsewhere = planCommand("b.cc");
  elsewhere.folder = "/r/sub";
  CompileCommand guessed = planCommand("c.cc");
  guessed.guessed = true;
  EXPECT_THAT(plan({planTarget(planCommand("a.cc")), planTarget(planCommand("a.c")),
                    planTarget(planCommand("a.cu")), planTarget(elsewhere), planTarget(guessed)}),
              IsEmpty());
}

TEST(UnityPlan, HeadersComeFirstInTheLanguageOfTheirUnit) {
  const std::vector<Target> targets = {planTarget(planCommand("a.cc", {"-DX"})),
                                       planTarget(borrowedCommand(planCommand("a.cc", {"-DX"}), "/r/z.h")),
                                       planTarget(planCommand("a.c", {"-DX"})),
                                       planTarget(borrowedCommand(planCommand("a.c", {"-DX"}), "/r/c.h"))};
  std::vector<Target> known = targets;
  for (Target& target : known) target.commands.front().guessed = false;
  EXPECT_THAT(plan(known), UnorderedElementsAre(ElementsAre(1, 0), ElementsAre(3, 2)));
}

TEST(UnityPlan, AHeaderThatNoUnitNeedsComesLast) {
  std::vector<Target> targets = {planTarget(borrowedCommand(planCommand("a.cc"), "/r/a.h")),
                                 planTarget(borrowedCommand(planCommand("a.cc"), "/r/z.h")),
                                 planTarget(planCommand("a.cc"))};
  for (Target& target : targets) target.commands.front().guessed = false;
  targets[0].unneeded = true;
  EXPECT_THAT(plan(targets), ElementsAre(ElementsAre(1, 2, 0)));
}

TEST(UnityPlan, TheOrderIsThatOfNamesWhateverTheTargetsOrder) {
  EXPECT_THAT(plan({planTarget(planCommand("c.cc")), planTarget(planCommand("a.cc")),
                    planTarget(planCommand("b.cc"))}),
              ElementsAre(ElementsAre(1, 2, 0)));
}

TEST(UnityPlan, PartsAreEvenAndOfABearableSize) {
  std::vector<Target> targets;
  for (const char name : std::string("abcdefg"))
    targets.push_back(planTarget(planCommand(std::string(1, name) + ".cc")));
  EXPECT_THAT(plan(targets, {.most = 3}),
              ElementsAre(ElementsAre(0, 1, 2), ElementsAre(3, 4), ElementsAre(5, 6)));
  EXPECT_THAT(plan(targets, {.most = 7}), ElementsAre(testing::SizeIs(7)));
}

TEST(UnityPlan, UnitsThatClashedWithOthersAreKeptApart) {
  std::vector<Target> targets;
  for (const char name : std::string("abcde"))
    targets.push_back(planTarget(planCommand(std::string(1, name) + ".cc")));
  EXPECT_THAT(planUnity(targets, {0, 1, 2, 3, 4}, {}, {1, 3}),
              UnorderedElementsAre(ElementsAre(0, 2, 4), ElementsAre(1, 3)));
  EXPECT_THAT(planUnity(targets, {0, 1, 2}, {}, {1}), ElementsAre(ElementsAre(0, 1, 2)))
      << "not one by itself";
  EXPECT_THAT(planUnity(targets, {0, 1, 2}, {}, {1, 2}), ElementsAre(ElementsAre(0, 1, 2)));
  EXPECT_THAT(planUnity(targets, {1, 2}, {}, {1, 2}), ElementsAre(ElementsAre(1, 2)));
}

TEST(UnityPlan, WhatTakesLongComesFirst) {
  std::vector<Target> targets;
  for (const char name : std::string("abcdefghij"))
    targets.push_back(planTarget(planCommand(std::string(1, name) + ".cc", {name < 'c' ? "-DA" : "-DB"})));
  EXPECT_THAT(plan(targets), ElementsAre(testing::SizeIs(8), testing::SizeIs(2)));
  EXPECT_THAT(planUnity(targets, {2, 3, 4, 5, 6, 7, 8}, {}, {3, 4, 5}),
              ElementsAre(ElementsAre(3, 4, 5), ElementsAre(2, 6, 7, 8)))
      << "what clashed are large files";
}

TEST(UnityPlan, WhereJobsRunSideBySideEachGetsItsShare) {
  std::vector<Target> targets;
  for (const char name : std::string("abcdef"))
    targets.push_back(planTarget(borrowedCommand(planCommand("a.cc"), "/r/" + std::string(1, name) + ".h")));
  for (Target& target : targets) target.commands.front().guessed = false;
  for (const char name : std::string("uvwxyz"))
    targets.push_back(planTarget(planCommand(std::string(1, name) + ".cc")));
  EXPECT_THAT(plan(targets, {.worthAPart = 6, .jobs = 1}), ElementsAre(testing::SizeIs(12)));
  EXPECT_THAT(plan(targets, {.worthAPart = 7, .jobs = 2}), ElementsAre(testing::SizeIs(12)));
  // A unit weighs as much as three headers.
  EXPECT_THAT(plan(targets, {.worthAPart = 6, .jobs = 2}),
              ElementsAre(testing::SizeIs(8), testing::SizeIs(4)));
  EXPECT_THAT(plan(targets, {.worthAPart = 4, .jobs = 8}),
              ElementsAre(testing::SizeIs(7), testing::SizeIs(3), testing::SizeIs(2)));
}

TEST(UnityPlan, ATargetSuitsThatShowsNothingButItsOwnFile) {
  Target target = planTarget(planCommand("a.cc"));
  EXPECT_TRUE(suitsUnity(target, "/r/a.cc"));
  EXPECT_FALSE(suitsUnity(target, "/r/h.h")) << "a header through its unit";
  target.views = {0, 1};
  EXPECT_FALSE(suitsUnity(target, "/r/a.cc"));
  target.views.clear();
  EXPECT_TRUE(suitsUnity(target, "")) << "definitions only";
  target.commands.front().file = "/r/a\"b.cc";
  EXPECT_FALSE(suitsUnity(target, ""));
}

TEST(UnityPlan, AHeadersCommandLosesTheLanguageThatItWasGiven) {
  const CompileCommand cpp = unityCommand(borrowedCommand(planCommand("a.cc", {"-DX"}), "/r/z.h"));
  EXPECT_EQ(cpp.file, "/r/header.cpp");
  EXPECT_THAT(cpp.arguments, ElementsAre("cc", "-DX"));
  EXPECT_EQ(unityCommand(borrowedCommand(planCommand("a.c"), "/r/z.h")).file, "/r/header.c");
  EXPECT_EQ(unityCommand(planCommand("a.cc", {"-DX"})).file, "/r/a.cc");
}

}  // namespace
}  // namespace assay::scan
