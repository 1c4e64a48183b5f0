// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What guards count while a program runs: threads, exceptions, signals, jumps, recursion, the switch, C.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

TEST(Threads, FourTimesAMillionCallsOfTwoSitesAreExact) {
  const GuardedRun run({"threads", "together"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("hot").calls, 4'000'000u);
  EXPECT_EQ(run.site("other").calls, 4'000'000u);
  EXPECT_EQ(run.site("hot").entered, 4'000'000u);
  EXPECT_EQ(run.site("hot").errors, 0u);
  EXPECT_GT(run.site("hot").sumTicks, 0u);
  EXPECT_GE(run.site("hot").sumTicks, run.site("hot").maxTicks);
  EXPECT_EQ(run.site("hot").id, 0xa1u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Threads, TenThousandShortThreadsShareOneBlockAndLoseNothing) {
  const GuardedRun run({"threads", "short"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("hot").calls,
            20'000u);  // each thread once, and once in the destructor of its thread_local
  EXPECT_EQ(run.site("Local::~Local").calls, 10'000u);
  EXPECT_EQ(run.site("late").calls, 10'000u);  // in a key's destructor that runs after the runtime's own
  EXPECT_LE(run.segments().at(0).threadCount, 3u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Threads, BlocksOfFinishedThreadsGoOnCounting) {
  const GuardedRun run({"threads", "overlapping"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("hot").calls, 50'000u);
  EXPECT_LE(run.segments().at(0).threadCount, 26u);
}

TEST(Errors, ACallIsAnErrorWhenAnExceptionLeavesItAndOnlyThen) {
  const GuardedRun run({"errors"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("throws").calls, 5000u);
  EXPECT_EQ(run.site("throws").errors, 4000u);
  EXPECT_EQ(run.site("catches").errors, 0u);
  EXPECT_EQ(run.site("catches").calls, 1000u);
  EXPECT_EQ(run.site("rethrows").errors, 1000u);
  EXPECT_EQ(run.site("unwinds").errors, 1000u);
  EXPECT_EQ(run.site("duringUnwinding").calls, 1000u);
  EXPECT_EQ(run.site("duringUnwinding").errors, 0u);
  EXPECT_EQ(run.site("Nested::~Nested").errors, 0u);
  EXPECT_EQ(run.site("First::~First").calls, 1u);
  EXPECT_EQ(run.site("First::~First").errors, 0u);
}

TEST(C, AnExceptionThatPassesThroughEndsTheCall) {
  const GuardedRun run({"through_c"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  for (const char* name : {"throws", "inBetween", "around"}) {
    EXPECT_EQ(run.site(name).calls, 100u) << name;
    EXPECT_EQ(run.site(name).errors, 25u) << name;
  }
}

TEST(C, CompiledWithoutExceptionsSuchACallIsBegunAndNotEnded) {
  const GuardedRun run({"through_c_without"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("around").errors, 25u);
  EXPECT_EQ(run.site("inBetween").entered, 100u);
  EXPECT_EQ(run.site("inBetween").calls, 75u);
  EXPECT_EQ(run.site("inBetween").errors, 0u);
}

TEST(Signals, AHandlerThatHitsTheInterruptedSiteLosesNothing) {
  const GuardedRun run({"signals", "interrupted"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("shared").calls, std::stoull(run.result().out));
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Signals, FirstCallsInterruptedBySignalsNeitherDeadlockNorLose) {
  const GuardedRun run({"signals", "first-calls"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("shared").calls, std::stoull(run.result().out));
}

TEST(Jumps, ALongjmpOverAGuardIsBegunButNotEnded) {
  const GuardedRun run({"signals", "longjmp"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("jumps").calls, 0u);
  EXPECT_EQ(run.site("jumps").entered, 100u);
  EXPECT_EQ(run.site("shared").calls, 100u);
}

TEST(Recursion, EveryLevelIsACall) {
  const GuardedRun run({"signals", "recursion"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("depth").calls, 8191u);
}

TEST(Cancellation, ACancelledThreadEndsItsCallsWithoutAnError) {
  const GuardedRun run({"signals", "cancel"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("untilCancelled").calls, run.site("untilCancelled").entered);
  EXPECT_EQ(run.site("untilCancelled").errors, 0u);
}

TEST(Switch, OffCountsNothingAndCallsUnderWayAreStillCounted) {
  const GuardedRun run({"lifetime", "switch"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 15u);
  EXPECT_EQ(run.site("acrossTheSwitch").calls, 1u);
  EXPECT_EQ(run.segments().at(0).guardsOn, 0u);
}

TEST(Switch, OffInTheEnvironmentMakesNoSegmentAtAll) {
  const GuardedRun run({"lifetime", "plain"}, {{"ASSAY_GUARDS", "off"}});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_THAT(run.segments(), testing::IsEmpty());
}

TEST(Switch, TheProgramOverrulesTheEnvironment) {
  const GuardedRun run({"lifetime", "on"}, {{"ASSAY_GUARDS", "off"}});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 3u);
}

TEST(Clock, TheFallbackCountsAsWell) {
  const GuardedRun run({"threads", "overlapping"}, {{"ASSAY_CLOCK", "monotonic"}});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("hot").calls, 50'000u);
  EXPECT_EQ(run.segments().at(0).clockKind, 1u);
}

TEST(ByHand, GuardsOfOneNameAreOneSiteInEveryInstantiation) {
  const GuardedRun run({"lifetime", "templates"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 100u);
  EXPECT_EQ(run.site("work").flags, 1u);
  EXPECT_EQ(run.site("work").id, 0x7058edf6366825c0u);  // FNV-1a of the name
}

TEST(C, ALongjmpOverAGuardIsBegunButNotEnded) {
  const GuardedRun run({"plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("away").calls, 10u);
  EXPECT_EQ(run.site("passes").entered, 20u);
  EXPECT_EQ(run.site("passes").calls, 10u);
  EXPECT_EQ(run.site("passes").errors, 0u);
}

TEST(C, ReturnsGotosAndOldStyleDefinitionsAreCounted) {
  const GuardedRun run({"plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("manyReturns").calls, 200'000u);
  EXPECT_EQ(run.site("oldStyle").calls, 1u);
  EXPECT_EQ(run.site("failing").calls, 10u);
  EXPECT_EQ(run.site("failing").errors, 5u);
  EXPECT_EQ(run.site("countsDown").calls, 5'000'001u);
  EXPECT_EQ(run.site("descends").calls, 30u);
  EXPECT_EQ(run.site("descends").nested, 20u);
  EXPECT_EQ(run.site("descends").errors, 10u);
  EXPECT_EQ(run.site("descends").maxDepth, 3u);
  EXPECT_EQ(run.site("leaves").entered, 80u);
  EXPECT_EQ(run.site("leaves").maxDepth, 4u);
  EXPECT_EQ(run.site("by \"hand\"").calls, 10u);
  EXPECT_EQ(run.site("by \"hand\"").flags, 1u);
}

}  // namespace
}  // namespace assay::test
