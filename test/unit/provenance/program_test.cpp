// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace assay::provenance {
namespace {

ProgramCall shell(const std::string& script) {
  return {{"sh", "-c", script}, ownEnvironment(), "/"};
}

TEST(Program, BothStreamsAndTheCodeAreTaken) {
  const auto end = runProgram(shell("echo said; echo complained >&2; exit 3"));
  ASSERT_TRUE(end) << end.error().message;
  EXPECT_EQ(end->code, 3);
  EXPECT_EQ(end->output, "said\n");
  EXPECT_EQ(end->complaints, "complained\n");
}

TEST(Program, WordsAreNoShellsText) {
  const auto end = runProgram({{"printf", "%s", "$(id) `id`; *"}, ownEnvironment(), "/"});
  ASSERT_TRUE(end);
  EXPECT_EQ(end->output, "$(id) `id`; *");
}

TEST(Program, MuchInputComesBackWhole) {
  const std::string much(3'000'000, 'x');
  ProgramCall call = shell("cat");
  call.input = much;
  const auto end = runProgram(call);
  ASSERT_TRUE(end);
  EXPECT_EQ(end->output, much);
}

TEST(Program, InputThatNobodyReadsHarmsNobody) {
  const std::string much(3'000'000, 'x');
  ProgramCall call = shell("exit 0");
  call.input = much;
  const auto end = runProgram(call);
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, 0);
}

TEST(Program, WhatDoesNotEndIsKilled) {
  ProgramCall call = shell("sleep 1000 & sleep 1000");
  call.limits.time = std::chrono::milliseconds(50);
  const auto end = runProgram(call);
  ASSERT_FALSE(end);
  EXPECT_THAT(end.error().message, testing::HasSubstr("had not ended after 50 ms"));
}

TEST(Program, WhatClosesItsStreamsHasNotEnded) {
  ProgramCall call = shell("exec >&- 2>&-; sleep 1000");
  call.limits.time = std::chrono::milliseconds(50);
  const auto end = runProgram(call);
  ASSERT_FALSE(end);
  EXPECT_THAT(end.error().message, testing::HasSubstr("had not ended after 50 ms"));
}

// A system that takes away ended programs by itself does not tell how they ended.
TEST(Program, WithoutWordOfItsEndItHasNotDoneWell) {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  const auto end = runProgram(shell("exit 0"));
  std::signal(SIGCHLD, before);
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, -1);
}

TEST(Program, WhatPrintsTooMuchIsKilled) {
  ProgramCall call = shell("yes");
  call.limits.bytes = 1000;
  const auto end = runProgram(call);
  ASSERT_FALSE(end);
  EXPECT_THAT(end.error().message, testing::HasSubstr("more than 1000 bytes"));
}

TEST(Program, ExactlyTheLimitIsNotTooMuch) {
  ProgramCall call = shell("printf 1234567890");
  call.limits.bytes = 10;
  const auto end = runProgram(call);
  ASSERT_TRUE(end);
  EXPECT_EQ(end->output, "1234567890");
}

TEST(Program, EndlessComplaintsAreCut) {
  const auto end = runProgram(shell("head -c 1000000 /dev/zero >&2"));
  ASSERT_TRUE(end);
  EXPECT_EQ(end->complaints.size(), 65536u);
}

TEST(Program, ASignalIsNoExitCode) {
  const auto end = runProgram(shell("kill -9 $$"));
  ASSERT_TRUE(end);
  EXPECT_EQ(end->code, -1);
}

TEST(Program, AProgramOrFolderThatIsNotThereIsAnError) {
  EXPECT_FALSE(runProgram({{"/no/such/program"}, {}, "/"}));
  const auto nowhere = runProgram({{"true"}, ownEnvironment(), "/no/such/folder"});
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(nowhere.error().message, testing::HasSubstr("/no/such/folder"));
}

}  // namespace
}  // namespace assay::provenance
