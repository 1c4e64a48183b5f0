// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A crash in a new function is found at the next start; what ends a process otherwise is nobody's fault.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "experiment/control_file.h"
#include "guarded_run.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;
using experiment::ControlState;
using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::uint64_t kFresh = 0x501;

class Crashes : public testing::Test {
 protected:
  [[nodiscard]] fs::path control() const { return folder_.path() / "experiments.control"; }
  [[nodiscard]] fs::path folder() const { return folder_.path(); }

  [[nodiscard]] test::Run runProgram(std::vector<std::string> arguments,
                                     std::map<std::string, std::string> environment = {}) const {
    arguments.insert(arguments.begin(), guardedProgram("crashes"));
    environment["ASSAY_DIR"] = folder_.path().string();
    return run({.arguments = std::move(arguments), .environment = std::move(environment)});
  }

  void setShare(unsigned share, std::uint64_t revision) const {
    ASSERT_TRUE(experiment::changeControlFile(control(), [&](auto& all) -> Expected<void> {
      auto& entry = experiment::experimentWith(kFresh, all);
      entry.share = share;
      entry.state = ControlState::Running;
      entry.revision = std::max(revision, entry.revision + 1);
      return {};
    }));
  }

  void expectNobodyIsBlamed() const {
    const test::Run next = runProgram({"calls"});
    EXPECT_EQ(next.out, "new new new\n");
    EXPECT_THAT(next.err, IsEmpty());
    EXPECT_FALSE(fs::exists(control()));
  }

  void expectFreshIsBlamed() const {
    const test::Run next = runProgram({"calls"});
    EXPECT_EQ(next.out, "old new new\n");
    EXPECT_THAT(next.err, HasSubstr("assay: fresh crashed in process "));
    EXPECT_EQ(std::ranges::count(next.err, '\n'), 1) << next.err;
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Crashes, AreFoundAtTheNextStart) {
  const test::Run crashed = runProgram({"segv"});
  EXPECT_EQ(crashed.out, "new new new\n");
  EXPECT_NE(crashed.exitCode, 0);
  expectFreshIsBlamed();
  const auto known = experiment::readControlFile(control());
  ASSERT_TRUE(known && known->size() == 1);
  EXPECT_EQ(known->at(0).id, kFresh);
  EXPECT_EQ(known->at(0).state, ControlState::Stopped);
  EXPECT_EQ(known->at(0).stoppedFor, experiment::StopReason::Crash);
  EXPECT_NE(known->at(0).stoppedBy, 0u);
  const test::Run later = runProgram({"calls"});
  EXPECT_EQ(later.out, "old new new\n");
  EXPECT_EQ(later.err, "") << "it is said once";
}

// Each from the beginning: after a crash that is known the function is not called.
TEST_F(Crashes, EndTheProcessAsTheyWouldHave) {
  const auto endOf = [&](const char* how, const char* watch) {
    for (const auto& entry : fs::directory_iterator(folder())) fs::remove(entry.path());
    return runProgram({how}, {{"ASSAY_CRASHES", watch}}).exitCode;
  };
  EXPECT_NE(endOf("trap", "on"), 0);
  EXPECT_EQ(endOf("trap", "on"), endOf("trap", "off"));
  EXPECT_NE(endOf("segv", "on"), 0);
  EXPECT_EQ(endOf("segv", "on"), endOf("segv", "off"));
}

TEST_F(Crashes, OfEveryKindCount) {
  for (const char* how : {"abort", "trap", "throw", "exits", "resets"}) {
    SCOPED_TRACE(how);
    EXPECT_NE(runProgram({how}).exitCode, 0);
    expectFreshIsBlamed();
    fs::remove(control());
    expectNobodyIsBlamed();  // what has been said once is not found again
  }
}

TEST_F(Crashes, WhatElseEndsAProcessIsNobodysFault) {
  for (const char* how : {"kill", "exit", "outside", "recovers"}) {
    SCOPED_TRACE(how);
    EXPECT_EQ(runProgram({how}).out, "new new new\n");
    expectNobodyIsBlamed();
  }
}

TEST_F(Crashes, OfTheOldFunctionAreNotTheNewOnes) {
  setShare(0, 1);
  EXPECT_NE(runProgram({"segv", "old"}).exitCode, 0);
  setShare(10000, 1);
  const test::Run next = runProgram({"calls"});
  EXPECT_EQ(next.out, "new new new\n");
  EXPECT_EQ(next.err, "");
}

TEST_F(Crashes, OfSeveralThreadsAtOnceAreNotAThirdOnes) {
  EXPECT_NE(runProgram({"threads"}).exitCode, 0);
  const test::Run next = runProgram({"calls"});
  EXPECT_THAT(next.out, AnyOf("old old new\n", "old new new\n", "new old new\n"));
  EXPECT_THAT(next.err, Not(HasSubstr("innocent")));
}

TEST_F(Crashes, OfAChildAreFoundByTheNextOne) {
  const test::Run run = runProgram({"children"});
  EXPECT_EQ(run.exitCode, 0);
  EXPECT_EQ(run.out, "new new new\nchild: new\nchild: old\n");
  EXPECT_THAT(run.err, HasSubstr("assay: fresh crashed in process "));
}

TEST_F(Crashes, BeforeADecisionAreNotHeldAgainstIt) {
  EXPECT_NE(runProgram({"segv"}).exitCode, 0);
  setShare(10000, std::uint64_t{1} << 62);
  const test::Run next = runProgram({"calls"});
  EXPECT_EQ(next.out, "new new new\n");
  EXPECT_EQ(next.err, "");
}

TEST_F(Crashes, AreNotNotedWhereThatIsSwitchedOff) {
  EXPECT_NE(runProgram({"segv"}, {{"ASSAY_CRASHES", "off"}}).exitCode, 0);
  expectNobodyIsBlamed();
}

TEST_F(Crashes, StayFoundWhileNobodyCanBeTold) {
  EXPECT_NE(runProgram({"segv"}).exitCode, 0);
  fs::create_directory(control().string() + ".lock");
  for (int i = 0; i < 2; ++i)
    EXPECT_THAT(runProgram({"calls"}).err, HasSubstr("by this process alone: cannot write"));
}

}  // namespace
}  // namespace assay::test
