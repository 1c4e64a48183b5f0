// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which of two functions has a call: by the tag, by the control file, by key, and when something is wrong.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>
#include <thread>

#include "experiment/control_file.h"
#include "guarded_run.h"
#include "vocabulary/draw.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;
using experiment::ControlState;
using testing::HasSubstr;

constexpr std::uint64_t kRankFast = 0x301;

struct Counts {
  unsigned fresh = 0;
  unsigned old = 0;
};

Counts countsOf(const Run& run) {
  Counts counts;
  EXPECT_EQ(std::sscanf(run.out.c_str(), "%u new %u old", &counts.fresh, &counts.old), 2)
      << run.out << run.err;
  return counts;
}

class Experiments : public testing::Test {
 protected:
  [[nodiscard]] fs::path control() const { return folder_.path() / "experiments.control"; }
  [[nodiscard]] std::string path(const char* name) const { return (folder_.path() / name).string(); }

  void setShare(unsigned share) const {
    ASSERT_TRUE(experiment::changeControlFile(control(), [&](auto& all) -> Expected<void> {
      auto& entry = experiment::experimentWith(kRankFast, all);
      entry.share = share;
      entry.state = ControlState::Running;
      ++entry.revision;
      return {};
    }));
  }

  test::Run runProgram(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), guardedProgram("experiments"));
    return run({.arguments = std::move(arguments), .environment = environment()});
  }

  /// Runs `change` once the program says that it is ready.
  test::Run runAndThen(std::vector<std::string> arguments, const std::function<void()>& change) const {
    std::thread changing([&] {
      while (!fs::exists(path("ready"))) usleep(1000);
      change();
    });
    test::Run result = runProgram(std::move(arguments));
    const std::ofstream ready(path("ready"));
    changing.join();
    fs::remove(path("ready"));
    return result;
  }

  [[nodiscard]] std::map<std::string, std::string> environment() const {
    return {{"ASSAY_DIR", folder_.path().string()}, {"ASSAY_BUDGET", "off"}};
  }
  [[nodiscard]] SiteTotals site(const char* name) const { return total(readSegments(folder_.path()), name); }

 private:
  TemporaryFolder folder_;
};

void expectHalf(unsigned part, unsigned all) {
  EXPECT_NEAR(part, all / 2.0, 6 * std::sqrt(all / 4.0));
}

TEST_F(Experiments, WithoutAFileTheTagsShareCounts) {
  EXPECT_EQ(countsOf(runProgram({"calls", "1000"})).old, 1000u);
  const Counts halves = countsOf(runProgram({"halves", "10000"}));
  EXPECT_EQ(halves.fresh + halves.old, 10000u);
  expectHalf(halves.fresh, 10000);
}

TEST_F(Experiments, TheFilesShareOverrulesIt) {
  setShare(10000);
  EXPECT_EQ(countsOf(runProgram({"calls", "1000"})).fresh, 1000u);
  setShare(5000);
  expectHalf(countsOf(runProgram({"calls", "10000"})).fresh, 10000);
  setShare(0);
  EXPECT_EQ(countsOf(runProgram({"calls", "1000"})).old, 1000u);
}

TEST_F(Experiments, BothFunctionsAreMeasured) {
  const Counts counts = countsOf(runProgram({"halves", "10000"}));
  EXPECT_EQ(site("half").calls, counts.fresh);
  EXPECT_EQ(site("rank, replaced by half").calls, counts.old);
  EXPECT_EQ(site("rank, replaced by half").id, 0x304u);
}

/// How many of all places in the text where `step` signs later another one follows are 1, and that is.
unsigned pairsIn(const std::string& signs, std::size_t step) {
  unsigned pairs = 0;
  for (std::size_t i = 0; i + step + 1 < signs.size(); ++i)
    pairs += signs[i] == '1' && signs[i + step] == '1' ? 1 : 0;
  return pairs;
}

TEST_F(Experiments, CallsWithoutAKeyAreDrawnIndependentlyOfEachOther) {
  setShare(5000);
  const std::string signs = runProgram({"turns", "50000"}).out;
  ASSERT_EQ(signs.size(), 100'001u);
  for (const std::size_t step : {1u, 2u, 3u, 31u, 32u, 64u})
    EXPECT_NEAR(pairsIn(signs, step), 25'000, 6 * std::sqrt(100'000 * 5.0 / 16)) << step << " calls apart";
}

TEST_F(Experiments, EachShareHasItsPartOfTheCallsWithoutAKey) {
  for (const unsigned share : {1u, 50u, 1000u, 9999u}) {
    setShare(share);
    const double expected = 200'000.0 * share / 10'000;
    const double spread = std::sqrt(expected * (1 - share / 10'000.0));
    EXPECT_NEAR(countsOf(runProgram({"calls", "200000"})).fresh, expected, 6 * spread + 1) << share;
  }
}

TEST_F(Experiments, AKeyStaysAndALargerShareKeepsIt) {
  std::string before(100'000, '0');
  for (const unsigned share : {0u, 10u, 500u, 2500u, 5000u, 9990u, 10000u}) {
    setShare(share);
    const test::Run first = runProgram({"keys", "100000"});
    EXPECT_EQ(first.out, runProgram({"keys", "100000"}).out) << "the same in another process";
    ASSERT_EQ(first.out.size(), before.size() + 1);
    const auto in = static_cast<double>(std::ranges::count(first.out, '1'));
    EXPECT_NEAR(in, share * 10.0, 6 * std::sqrt(share * 10.0) + 1);
    for (std::size_t key = 0; key < before.size(); ++key) {
      ASSERT_GE(first.out[key], before[key]) << "key " << key << " at " << share;
      ASSERT_EQ(first.out[key] == '1', vocabulary::drawOf(key, vocabulary::saltOf(kRankFast)) < share) << key;
    }
    before = first.out.substr(0, before.size());
  }
}

TEST_F(Experiments, ATagMaySayWhomACallIsFor) {
  const std::string out = runProgram({"keys-of-tags", "2000"}).out;
  ASSERT_EQ(out.size(), 4 * 2000u + 3);
  EXPECT_EQ(out, runProgram({"keys-of-tags", "2000"}).out) << "the same in another process";
  EXPECT_TRUE(out.ends_with("\n0\n")) << "an enumerator is one key";
  unsigned fresh = 0;
  for (std::size_t user = 0; user < 2000; ++user) {
    const char* signs = out.data() + 4 * user;
    EXPECT_EQ(signs[0], signs[3]) << "whoever the thread works for";
    EXPECT_EQ(signs[1], signs[2]) << "one text is one key, however it is kept";
    fresh += signs[0] == '1' ? 1 : 0;
  }
  expectHalf(fresh, 2000);
  EXPECT_EQ(out[4 * 7], '0') << "what says the key has thrown";
}

TEST_F(Experiments, KeysNest) {
  EXPECT_THAT(runProgram({"nested"}).out, HasSubstr("1 1 "));
}

TEST_F(Experiments, AKeyIsBackBehindTheBlockOfAnother) {
  EXPECT_EQ(runProgram({"after-a-block", "500"}).out, "0 moved\n");
}

TEST_F(Experiments, ARunningProcessFollows) {
  setShare(0);
  EXPECT_EQ(runAndThen({"until-new", path("ready")}, [&] { setShare(10000); }).exitCode, 0);
}

TEST_F(Experiments, AFileThatAppearsIsFollowed) {
  EXPECT_EQ(runAndThen({"until-new", path("ready")}, [&] { setShare(10000); }).exitCode, 0);
}

void expectOneMessage(const Run& run, const char* what) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr(what));
  EXPECT_EQ(std::ranges::count(run.err, '\n'), 1) << run.err;
}

TEST_F(Experiments, AFileThatIsTruncatedWhileItIsReadEndsTheExperimentAndNothingElse) {
  setShare(10000);
  expectOneMessage(runAndThen({"until-old", path("ready")}, [&] { fs::resize_file(control(), 0); }),
                   "truncated");
}

TEST_F(Experiments, AFileThatIsDeletedEndsTheExperiment) {
  setShare(10000);
  expectOneMessage(runAndThen({"until-old", path("ready")}, [&] { fs::remove(control()); }), "it is gone");
}

TEST_F(Experiments, AFileThatIsOverwrittenEndsTheExperiment) {
  setShare(10000);
  expectOneMessage(runAndThen({"until-old", path("ready")},
                              [&] {
                                std::fstream file(control(), std::ios::in | std::ios::out | std::ios::binary);
                                file.seekp(100);
                                file << "something else";
                              }),
                   "damaged");
}

TEST_F(Experiments, WhateverStandsInItsPlaceTheOldFunctionsAreCalled) {
  const std::function<void()> hostile[] = {
      [&] { std::ofstream empty(control()); },
      [&] { std::ofstream(control()) << std::string(100'000, 'x'); },
      [&] { fs::create_directory(control()); },
      [&] { fs::create_symlink("/etc/passwd", control()); },
      [&] { EXPECT_EQ(mkfifo(control().c_str(), 0600), 0); },
      [&] { setShare(10000), fs::permissions(control(), fs::perms(0666)); },
      [&] { setShare(10000), fs::resize_file(control(), 100); },
  };
  for (const auto& make : hostile) {
    make();
    const test::Run result = runProgram({"halves", "1000"});
    expectOneMessage(result, "the old functions of all experiments are called");
    EXPECT_EQ(countsOf(result).old, 1000u);
    fs::remove(control());
  }
}

TEST_F(Experiments, ErrorsInARowEndItForThisProcessAndOthers) {
  setShare(10000);
  const test::Run first = runProgram({"failing", "200"});
  EXPECT_THAT(first.err, HasSubstr("rankFast failed 5 times in a row"));
  const Counts counts = countsOf(first);
  EXPECT_GT(counts.fresh, 50u) << "single errors end nothing";
  EXPECT_LT(counts.fresh, 70u);
  const auto known = experiment::readControlFile(control());
  ASSERT_TRUE(known);
  EXPECT_EQ(known->at(0).state, ControlState::Stopped);
  EXPECT_EQ(known->at(0).share, 10000u) << "what it had is still to be read";
  EXPECT_NE(known->at(0).stoppedBy, 0u);
  EXPECT_EQ(countsOf(runProgram({"calls", "100"})).old, 100u);
  setShare(10000);
  EXPECT_EQ(countsOf(runProgram({"calls", "100"})).fresh, 100u) << "until a person decides anew";
}

TEST_F(Experiments, ErrorsBeforeADecisionAreNotHeldAgainstIt) {
  setShare(10000);
  const test::Run result = runAndThen({"decided", path("ready"), path("done")}, [&] {
    setShare(10000);
    const std::ofstream done(path("done"));
  });
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(countsOf(result).fresh, 105u);
}

TEST_F(Experiments, ErrorsOfTheParentAreNotTheChilds) {
  setShare(10000);
  const test::Run result = runProgram({"failing-child"});
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, HasSubstr("1001 new 0 old")) << "the child";
  EXPECT_THAT(result.out, HasSubstr("2004 new 0 old")) << "its parent";
}

// Whoever may write to the folder puts something in the way of what a process writes.
TEST_F(Experiments, NothingInTheWayMakesAProcessWait) {
  setShare(10000);
  for (int later = 1; later <= 2000; ++later)
    ASSERT_EQ(mkfifo(fmt::format("{}.{}", control().string(), getpid() + later).c_str(), 0600), 0);
  const test::Run result = runProgram({"failing", "200"});
  EXPECT_THAT(result.err, HasSubstr("rankFast failed 5 times in a row"));
  const auto known = experiment::readControlFile(control());
  ASSERT_TRUE(known);
  EXPECT_EQ(known->at(0).state, ControlState::Stopped);
}

TEST_F(Experiments, ThatNobodyElseCouldBeToldIsSaid) {
  setShare(10000);
  fs::create_directory(path("experiments.control.lock.d"));
  fs::remove(path("experiments.control.lock"));
  fs::create_symlink("experiments.control.lock.d", path("experiments.control.lock"));
  const test::Run result = runProgram({"failing", "200"});
  EXPECT_THAT(result.err, HasSubstr("by this process alone: cannot write " + control().string()));
}

TEST_F(Experiments, HowManyErrorsMayBeSet) {
  ASSERT_TRUE(experiment::changeControlFile(control(), [&](auto& all) -> Expected<void> {
    auto& entry = experiment::experimentWith(kRankFast, all);
    entry.share = 10000;
    entry.revision = 1;
    entry.errorLimit = vocabulary::kNoErrorLimit;
    return {};
  }));
  EXPECT_EQ(countsOf(runProgram({"failing", "200"})).fresh, 200u);
}

TEST_F(Experiments, TheTagMaySayHowManyErrorsEndIt) {
  const test::Run limited = runProgram({"limited-failing", "20"});
  EXPECT_THAT(limited.err, HasSubstr("limited failed 3 times in a row"));
  EXPECT_EQ(countsOf(limited).fresh, 3u);
  const test::Run unlimited = runProgram({"unlimited-failing", "20"});
  EXPECT_EQ(unlimited.err, "");
  EXPECT_EQ(countsOf(unlimited).fresh, 20u);
}

TEST_F(Experiments, ADecisionsNumberOfErrorsOverrulesTheTags) {
  ASSERT_TRUE(experiment::changeControlFile(control(), [&](auto& all) -> Expected<void> {
    auto& entry = experiment::experimentWith(0x305, all);
    entry.share = 10000;
    entry.revision = 1;
    entry.errorLimit = 7;
    return {};
  }));
  EXPECT_EQ(countsOf(runProgram({"limited-failing", "20"})).fresh, 7u);
}

TEST_F(Experiments, CallsThatMostlyTakeTooLongEndIt) {
  const test::Run slow = runProgram({"slow"});
  EXPECT_EQ(slow.exitCode, 0) << slow.out;
  EXPECT_THAT(slow.err, HasSubstr("limited took longer than 1 ms in "));
  EXPECT_EQ(std::ranges::count(slow.err, '\n'), 1) << slow.err;
  const auto known = experiment::readControlFile(control());
  ASSERT_TRUE(known);
  EXPECT_EQ(known->at(0).state, ControlState::Stopped);
  EXPECT_EQ(known->at(0).stoppedFor, experiment::StopReason::Time);
  EXPECT_EQ(countsOf(runProgram({"limited-failing", "20"})).fresh, 0u) << "for others, too";
}

TEST_F(Experiments, ThatSomeCallsTakeTooLongEndsNothing) {
  const test::Run seldom = runProgram({"seldom-slow"});
  EXPECT_EQ(seldom.err, "");
  EXPECT_EQ(countsOf(seldom).fresh, 300u);
}

TEST_F(Experiments, WithoutADecisionThereIsNoFile) {
  const test::Run result =
      run({.arguments = {guardedProgram("experiments"), "calls", "1"}, .environment = environment()});
  EXPECT_EQ(result.exitCode, 0);
  EXPECT_FALSE(fs::exists(control())) << "nothing was decided";
}

TEST_F(Experiments, SharesMayChangeUnderLoad) {
  setShare(0);
  const test::Run result = runAndThen({"threads", path("ready"), path("done")}, [&] {
    for (unsigned i = 0; i < 40; ++i) {
      setShare(i % 3 * 5000);
      usleep(20'000);
    }
    const std::ofstream done(path("done"));
  });
  EXPECT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(result.err, "");
  const Counts counts = countsOf(result);
  EXPECT_GT(counts.fresh, 0u);
  EXPECT_EQ(site("rankFast").calls + site("half").calls, counts.fresh);
  EXPECT_EQ(site("rank, replaced by rankFast").calls + site("rank, replaced by half").calls, counts.old);
}

TEST_F(Experiments, AChildDecidesForItself) {
  const test::Run result = runProgram({"child", "2000"});
  EXPECT_EQ(result.exitCode, 0) << result.err;
  EXPECT_EQ(site("half").calls + site("rank, replaced by half").calls, 4000u);
}

TEST_F(Experiments, ChildrenDecideOtherwiseThanEachOther) {
  const std::string out = runProgram({"children"}).out;
  std::set<std::string> lines;
  std::istringstream read(out);
  for (std::string line; std::getline(read, line);) lines.insert(line);
  EXPECT_EQ(lines.size(), 3u) << out;
}

TEST(C, ExperimentsToo) {
  const GuardedRun run({"experiment_in_c"});
  EXPECT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_THAT(run.result().out, testing::StartsWith("20000 "));
  EXPECT_EQ(run.site("rank_fast").calls + run.site("rank_of, replaced by rank_fast").calls, 10000u);
  expectHalf(static_cast<unsigned>(run.site("rank_fast").calls), 10000);
  EXPECT_EQ(run.site("note, replaced by note_fast").calls, 10000u);
}

}  // namespace
}  // namespace assay::test
