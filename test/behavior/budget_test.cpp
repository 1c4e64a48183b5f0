// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where not every call is timed: each is counted, so is each error, and those that are timed stand for all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "guarded_run.h"

namespace assay::test {
namespace {

constexpr std::uint64_t kLargestBlock = 1'024;

const std::map<std::string, std::string> kBudget = {{"ASSAY_BUDGET", "1%"}};

// Each call is in a block, one of which is timed. At the end each thread may be anywhere in one.
void expectSampled(const SiteTotals& site, std::uint64_t threads = 1) {
  EXPECT_GT(site.estimated, site.calls / 10)
      << "that is the budget, on a busy machine and under a sanitizer, too";
  EXPECT_NEAR(static_cast<double>(site.represented), static_cast<double>(site.calls),
              static_cast<double>(threads * kLargestBlock));
  EXPECT_LT(site.estimated, site.represented) << "some were timed";
  EXPECT_EQ(site.entered, site.ended);
}

TEST(Budget, ATightLoopIsSampledAndCountedExactly) {
  const GuardedRun run({"budget", "hot"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  for (const char* name : {"tiny", "sized", "fails"}) {
    SCOPED_TRACE(name);
    EXPECT_EQ(run.site(name).calls, 1'000'000u);
    expectSampled(run.site(name));
  }
}

TEST(Budget, ErrorsAreCountedWhetherTimedOrNot) {
  const GuardedRun run({"budget", "hot"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("fails").errors, 100'000u);
  EXPECT_EQ(run.site("tiny").errors, 0u);
}

TEST(Budget, WhatComesInTurnsIsMetEquallyOften) {
  const GuardedRun run({"budget", "hot"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("sized");
  ASSERT_EQ(site.sizes.size(), 4u);
  std::uint64_t sum = 0;
  for (const auto& [bucket, cell] : site.sizes) sum += cell.calls;
  EXPECT_EQ(sum, site.represented);
  // At least a few hundred were timed, so a quarter is met within some 5 %.
  for (const auto& [bucket, cell] : site.sizes)
    EXPECT_NEAR(static_cast<double>(cell.calls) / static_cast<double>(sum), 0.25, 0.12) << bucket;
}

TEST(Budget, SlowAndSeldomCallsAreAllTimed) {
  // Wherever a reading of the clock takes less than some 2 µs, 30 µs are long enough for half of the time.
  const GuardedRun run({"budget", "calm"}, {{"ASSAY_BUDGET", "50%"}});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  for (const char* name : {"slow", "seldom"}) {
    EXPECT_EQ(run.site(name).calls, 300u) << name;
    EXPECT_EQ(run.site(name).represented, 300u) << name;
    EXPECT_EQ(run.site(name).estimated, 0u) << name;
  }
}

// What is timed has nothing to do with how long it takes: of 2,100 calls 100 are slow, and the rate changes
// with them.
TEST(Budget, SharesAreRightWhereTheRateChanges) {
  constexpr int kRuns = 4;  // where other programs take the processor, few calls of one are timed
  double slow = 0;
  for (int i = 0; i < kRuns; ++i) {
    const GuardedRun run({"budget", "regimes"}, {{"ASSAY_BUDGET", "10%"}});
    ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
    SiteTotals site = run.site("changes");
    EXPECT_EQ(site.calls, 200u * 2'100);
    slow += static_cast<double>(site.sizes[2].calls);
  }
  EXPECT_NEAR(slow / kRuns, 20'000, 3'000);
}

TEST(Budget, CallsThatNeverEndAreNoCallsHowOftenTheyMayBeStoodFor) {
  const GuardedRun run({"budget", "jumps"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("leaps").entered, 1'000'000u);
  EXPECT_EQ(run.site("leaps").calls, 500'000u);
}

TEST(Budget, IsKeptInBurstsHoweverManyThreadsThereAre) {
  const GuardedRun run({"budget", "bursts"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals site = run.site("tiny");
  EXPECT_EQ(site.calls, 60u * 20'000 + 24);
  EXPECT_LT(site.represented - site.estimated, site.calls / 3) << "timed";
}

TEST(Budget, WithoutOneEveryCallIsTimed) {
  for (const char* budget : {"off", "100%", "100"}) {
    const GuardedRun run({"budget", "hot"}, {{"ASSAY_BUDGET", budget}});
    ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
    EXPECT_EQ(run.site("tiny").represented, 1'000'000u) << budget;
    EXPECT_EQ(run.site("tiny").estimated, 0u) << budget;
  }
}

TEST(Budget, WhatIsNoBudgetIsTheDefault) {
  for (const char* budget : {"", "much", "-1", "1%%", "0", "0.0", ".", "%"}) {
    const GuardedRun run({"budget", "hot"}, {{"ASSAY_BUDGET", budget}});
    ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
    expectSampled(run.site("tiny"));
    EXPECT_EQ(run.segments()[0].budgetPerMillion, 10'000u) << budget;
  }
  EXPECT_EQ(GuardedRun({"budget", "calm"}, {{"ASSAY_BUDGET", "0.25%"}}).segments()[0].budgetPerMillion,
            2'500u);
  EXPECT_EQ(GuardedRun({"budget", "calm"}, {{"ASSAY_BUDGET", "12.5"}}).segments()[0].budgetPerMillion,
            125'000u);
}

// Of 100,001 calls the first one and one in each block of ten.
TEST(Budget, WhatTheSourceAsksForHoldsWhateverItIs) {
  for (const char* budget : {"0.1%", "1%", "off"}) {
    SCOPED_TRACE(budget);
    const GuardedRun run({"budget", "asked"}, {{"ASSAY_BUDGET", budget}});
    ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
    SiteTotals site = run.site("sampled");
    EXPECT_EQ(site.calls, 100'001u);
    EXPECT_EQ(site.represented, 100'001u);
    EXPECT_EQ(site.represented - site.estimated, 10'001u);
    for (const auto& [bucket, cell] : site.sizes)
      EXPECT_NEAR(static_cast<double>(cell.calls), 25'000, 2'500) << bucket;
    EXPECT_EQ(run.site("each").calls, 100'001u);
    EXPECT_EQ(run.site("each").estimated, 0u);
  }
}

TEST(Budget, ALargerOneTimesMore) {
  const auto timed = [](const char* budget) {
    const GuardedRun run({"budget", "hot"}, {{"ASSAY_BUDGET", budget}});
    const SiteTotals site = run.site("tiny");
    return site.represented - site.estimated;
  };
  EXPECT_LT(timed("0.1%") * 3, timed("20%"));
}

TEST(Budget, LevelsOfAnOrdinaryGuardAreSampledToo) {
  const GuardedRun run({"budget", "nested"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("nests").calls, 1'000'000u);
  expectSampled(run.site("nests"));
}

TEST(Budget, EachThreadHasItsOwn) {
  const GuardedRun run({"budget", "threads"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("tiny").calls, 1'200'000u);
  expectSampled(run.site("tiny"), 4);
}

TEST(Signals, WhereNotEveryCallIsTimedNoneIsLost) {
  const GuardedRun run({"budget", "interrupted"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("tiny").calls, std::strtoull(run.result().out.c_str(), nullptr, 10));
  expectSampled(run.site("tiny"));
}

// A call that is under way when the process forks ends in both; the others that it stands for have not begun
// in the child.
TEST(Budget, WhatACallStandsForIsTheParents) {
  const GuardedRun run({"budget", "child"}, kBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  std::uint64_t children = 0;
  for (const SegmentFile& segment : run.segments()) {
    const SiteTotals& site = segment.sites.at("forks");
    if (site.calls == 1'000'000) continue;
    ++children;
    EXPECT_EQ(site.calls, 1u);
    EXPECT_EQ(site.entered, 1u) << "it began here, too";
    EXPECT_EQ(site.represented, 1u);
    EXPECT_EQ(site.estimated, 0u);
  }
  EXPECT_EQ(children, 20u);
}

}  // namespace
}  // namespace assay::test
