// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "experiment/rollout_steps.h"

#include <gmock/gmock.h>

#include <string>

#include "support/temporary_folder.h"

namespace assay::experiment {
namespace {

using testing::HasSubstr;

const RolloutSteps kRollout = {
    .id = 0xf1, .shares = {100, 2500, 10'000}, .hold = 600, .step = 1, .since = 5000, .begun = 4000};

ControlledExperiment at(unsigned share, ControlState state = ControlState::Running) {
  return {.id = 0xf1, .share = share, .state = state};
}

TEST(RolloutSteps, AStepEndsWhenItWasHeldAndHasSeenEnough) {
  EXPECT_EQ(nextMove(kRollout, at(2500), {false, 1e6}, 5599), Move::Hold);
  EXPECT_EQ(nextMove(kRollout, at(2500), {false, 499}, 9999), Move::Hold);
  EXPECT_EQ(nextMove(kRollout, at(2500), {false, 500}, 5600), Move::Raise);
}

TEST(RolloutSteps, TheLastStepIsHeldToo) {
  RolloutSteps last = kRollout;
  last.step = 2;
  EXPECT_EQ(nextMove(last, at(10'000), {false, 500}, 5599), Move::Hold);
  EXPECT_EQ(nextMove(last, at(10'000), {false, 500}, 5600), Move::Finish);
}

TEST(RolloutSteps, WorseIsWorseAtAnyTime) {
  EXPECT_EQ(nextMove(kRollout, at(2500), {true, 10}, 5001), Move::RollBack);
}

TEST(RolloutSteps, WhatSomebodyElseDecidedStays) {
  EXPECT_EQ(nextMove(kRollout, at(100), {true, 1000}, 9999), Move::Leave);
  EXPECT_EQ(nextMove(kRollout, at(2500, ControlState::Stopped), {true, 1000}, 9999), Move::Leave);
  EXPECT_EQ(nextMove(kRollout, at(2500, ControlState::RolledBack), {false, 1000}, 9999), Move::Leave);
}

TEST(RolloutSteps, AShareThatWasRaisedBeforeTheStepsWereWrittenIsTheNextStep) {
  ControlledExperiment control = at(10'000);
  control.revision = 6'000'000'000'123;
  const RolloutSteps raised = asControlled(kRollout, control);
  EXPECT_EQ(raised.step, 2U);
  EXPECT_EQ(raised.since, 6000);
  EXPECT_EQ(raised.begun, kRollout.begun);
  EXPECT_EQ(asControlled(kRollout, at(2500)), kRollout);
  EXPECT_EQ(asControlled(kRollout, at(100)), kRollout);
  EXPECT_EQ(asControlled(raised, at(10'000)), raised);
}

TEST(RolloutSteps, AFileThatOthersMayHaveWrittenIsRefused) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "steps";
  ASSERT_TRUE(writeSteps(file, {kRollout}));
  std::filesystem::permissions(file, std::filesystem::perms::others_write,
                               std::filesystem::perm_options::add);
  EXPECT_THAT(readSteps(file).error().message, HasSubstr("others may have written"));
  std::filesystem::create_symlink(folder.write("real", "{}"), folder.path() / "link");
  EXPECT_FALSE(readSteps(folder.path() / "link"));
}

TEST(RolloutSteps, ComeBackFromTheirFile) {
  const test::TemporaryFolder folder;
  const auto file = stepsFile(folder.path() / "experiments.control");
  RolloutSteps other = kRollout;
  other.id = 0xffffffffffffffff;
  ASSERT_TRUE(writeSteps(file, {other, kRollout}));
  EXPECT_EQ(*readSteps(file), (Rollouts{kRollout, other}));
  ASSERT_TRUE(writeSteps(file, withoutRollout(*readSteps(file), kRollout.id)));
  EXPECT_EQ(*readSteps(file), Rollouts{other});
  ASSERT_TRUE(writeSteps(file, {}));
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(*readSteps(file), Rollouts{});
  folder.write("kept/file", "");
  EXPECT_FALSE(writeSteps(folder.path() / "kept", {})) << "what cannot be removed is said";
}

TEST(RolloutSteps, ADamagedFileIsSaid) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(writeSteps(folder.path() / "good", {kRollout}));
  const std::string good = folder.read("good");
  const auto with = [&](std::string_view was, std::string_view is) {
    std::string text = good;
    return text.replace(text.find(was), was.size(), is);
  };
  for (const std::string& text :
       {std::string(), std::string("[]"), good.substr(0, good.size() / 2), with("\"step\": 1", "\"step\": 3"),
        with("\"holdSeconds\": 600", "\"holdSeconds\": 0"), with("2500", "50"), with("10000", "10001"),
        with(" 100,", " 0,"), with("0x", "1x"), with("\"since\": 5000", "\"since\": -1")}) {
    const auto read = readSteps(folder.write("bad", text));
    ASSERT_FALSE(read) << text;
    EXPECT_THAT(read.error().hint, HasSubstr("delete it"));
  }
  const auto newer = readSteps(folder.write("newer", with("\"version\": 1", "\"version\": 2")));
  ASSERT_FALSE(newer);
  EXPECT_THAT(newer.error().message, HasSubstr("newer assay"));
}

}  // namespace
}  // namespace assay::experiment
