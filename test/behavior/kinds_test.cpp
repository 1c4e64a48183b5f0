// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the guards count that are made for functions which an ordinary one does not suit.
#include <gtest/gtest.h>

#include <sstream>

#include "guarded_run.h"

namespace assay::test {
namespace {

TEST(Failures, AReturnThatSaysSoIsAnErrorOnce) {
  const GuardedRun run({"failures", "returns"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("finds").calls, 1000u);
  EXPECT_EQ(run.site("finds").errors, 250u);
  EXPECT_EQ(run.site("failsAndThrows").calls, 1000u);
  EXPECT_EQ(run.site("failsAndThrows").errors, 1000u);
  EXPECT_EQ(run.site("failsTwice").errors, 1000u);
  EXPECT_EQ(run.site("around").errors, 0u);
  EXPECT_EQ(run.site("around::(lambda)").errors, 1000u);
  EXPECT_EQ(run.site("around::(lambda)").entered, 1000u);
}

TEST(Failures, AFunctionTryBlockFailsByWhatLeavesItsHandlers) {
  const GuardedRun run({"failures", "returns"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("handles").calls, 2000u);
  EXPECT_EQ(run.site("handles").errors, 1000u);
  EXPECT_EQ(run.site("failsInHandler").calls, 1000u);
  EXPECT_EQ(run.site("failsInHandler").errors, 1000u);
}

TEST(Failures, OfValuesThatAreNoIntegersComeBackAsTheyWere) {
  const GuardedRun run({"failures", "values"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("next").errors, 1u);
  EXPECT_EQ(run.site("root").calls, 5u);
  EXPECT_EQ(run.site("root").errors, 2u) << "neither -0.0 nor what is no number";
  EXPECT_EQ(run.site("depthOf").errors, 2u);
  EXPECT_EQ(run.site("memberOf").errors, 1u);
  EXPECT_EQ(run.site("handlerOf").errors, 1u);
}

TEST(Failures, AreCountedInBothProcessesOfAFork) {
  const GuardedRun run({"failures", "fork"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 4u);
  for (const char* name : {"forks", "failsWhileForking"}) {
    for (const SegmentFile& segment : run.segments()) {
      const SiteTotals site = total({segment}, name);
      EXPECT_EQ(site.calls, site.errors);
      EXPECT_EQ(site.calls, site.entered);
    }
  }
  EXPECT_EQ(run.site("forks").calls, 2u);
  EXPECT_EQ(run.site("failsWhileForking").calls, 4u);
}

TEST(Constants, AreNotCountedAndCallsAtRunTimeAre) {
  const GuardedRun run({"constants"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("doubled").calls, 2000u);
  EXPECT_EQ(run.site("doubled").errors, 0u);
  EXPECT_GT(run.site("doubled").sumTicks, 0u);
  EXPECT_EQ(run.site("adds").calls, 2000u);
  EXPECT_EQ(run.site("positive").calls, 2000u);
  EXPECT_EQ(run.site("positive").errors, 1000u) << "500 thrown, 500 returned";
  EXPECT_EQ(run.site("factorial").calls, 5u);
}

TEST(Entries, TailCallsStayJumpsHoweverDeep) {
  const GuardedRun run({"entries", "tail"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const std::uint64_t deep = std::stoull(run.result().out);
  EXPECT_EQ(run.site("countsDown").calls, deep + 1);
  EXPECT_EQ(run.site("even").calls + run.site("odd").calls, deep + 1);
  EXPECT_EQ(run.site("countsDown").flags, 2u);
  EXPECT_EQ(run.site("countsDown").sumTicks, 0u);
}

TEST(Entries, CallsWithoutAnEndAreCalls) {
  const GuardedRun run({"entries", "ends"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  for (const char* name : {"jumps", "comesBack", "throws"}) EXPECT_EQ(run.site(name).calls, 100u) << name;
  EXPECT_EQ(run.site("throws").errors, 0u);
}

TEST(Entries, OfAllThreadsAreCounted) {
  EXPECT_EQ(GuardedRun({"entries", "threads"}).site("work").calls, 200'000u);
}

TEST(Entries, AreNotCountedWhileTheGuardsAreOff) {
  const GuardedRun run({"entries", "switch"});
  EXPECT_EQ(run.site("work").calls, 2u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Entries, OfAChildAreItsOwn) {
  const GuardedRun run({"entries", "fork"});
  ASSERT_EQ(run.segments().size(), 2u);
  EXPECT_EQ(run.site("work").calls, 12u + 7u);
}

TEST(Entries, AndFullGuardsOfOneFunctionHaveARecordEach) {
  const GuardedRun run({"entries", "both"});
  ASSERT_EQ(run.segments().size(), 1u);
  EXPECT_EQ(run.segments()[0].siteCount, 2u);
  EXPECT_EQ(run.site("both").entered, 13u);
}

std::uint64_t timed(const SiteTotals& site) {
  return site.calls - site.nested;
}

TEST(Recursions, EveryLevelIsACallAndTheOutermostIsTimed) {
  const GuardedRun run({"recursion", "levels"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("depth").calls, 8191u);
  EXPECT_EQ(timed(run.site("depth")), 1u);
  EXPECT_EQ(run.site("depth").maxDepth, 8191u);
  EXPECT_EQ(run.site("depth").sumTicks, run.site("depth").maxTicks);
  EXPECT_EQ(run.site("fibonacci").calls, 100u * 177);
  EXPECT_EQ(timed(run.site("fibonacci")), 100u);
  EXPECT_EQ(run.site("fibonacci").maxDepth, 10u);
  EXPECT_EQ(run.site("even").maxDepth, 51u) << "of this function alone";
  EXPECT_EQ(timed(run.site("even")), 1u);
}

TEST(Recursions, EveryLevelThatFailsIsAnError) {
  const GuardedRun run({"recursion", "errors"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("throws").calls, 1100u);
  EXPECT_EQ(run.site("throws").errors, 1000u) << "the outermost of eleven catches";
  EXPECT_EQ(timed(run.site("throws")), 100u);
  EXPECT_EQ(run.site("fails").calls, 1100u);
  EXPECT_EQ(run.site("fails").errors, 500u);
}

TEST(Recursions, LevelsThatShareAFrameAreLevels) {
  const GuardedRun run({"recursion", "inlined"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("inlined").calls, 400u);
  EXPECT_EQ(timed(run.site("inlined")), 100u);
  EXPECT_EQ(run.site("inlined").maxDepth, 4u);
}

TEST(Recursions, AJumpOverAllLevelsLeavesNothingBehind) {
  const GuardedRun run({"recursion", "jump-out"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("jumps").entered, 100u * 6 + 100u * 4);
  EXPECT_EQ(run.site("jumps").calls, 100u * 4);
  EXPECT_EQ(timed(run.site("jumps")), 100u);
  EXPECT_EQ(run.site("jumps").maxDepth, 6u);
}

TEST(Recursions, AJumpOverInnerLevelsLeavesTheOutermostAsItIs) {
  const GuardedRun run({"recursion", "jump-inside"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(timed(run.site("evaluates")), 1u);
  EXPECT_EQ(run.site("evaluates").calls, 1u);
  EXPECT_EQ(run.site("evaluates").entered, 1u + 1000u * 20);
  EXPECT_EQ(run.site("evaluates").maxDepth, 21u);
}

TEST(Recursions, OfAllThreadsAreApart) {
  const GuardedRun run({"recursion", "threads"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("depth").calls, 4u * 1000 * 51);
  EXPECT_EQ(timed(run.site("depth")), 4000u);
  EXPECT_EQ(run.site("depth").maxDepth, 51u);
}

TEST(Recursions, GoOnInAForkedChild) {
  const GuardedRun run({"recursion", "fork"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  for (const SegmentFile& segment : run.segments()) {
    const SiteTotals site = total({segment}, "forks");
    EXPECT_EQ(site.calls, 7u);
    EXPECT_EQ(site.entered, 7u);
    EXPECT_EQ(site.nested, 6u);
  }
}

TEST(Recursions, AreRightUnderTheSwitch) {
  const GuardedRun run({"recursion", "switch"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("switches").calls, 3u);
  EXPECT_EQ(timed(run.site("switches")), 1u);
  EXPECT_EQ(run.site("depth").calls, 1u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Signals, AHandlerThatRecursesInTheMiddleOfARecursion) {
  const GuardedRun run({"recursion", "interrupted"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  std::uint64_t outermost = 0, handled = 0;
  std::istringstream(run.result().out) >> outermost >> handled;
  EXPECT_EQ(run.site("depth").calls, 21 * outermost + 4 * handled);
  EXPECT_GE(timed(run.site("depth")), outermost);
  EXPECT_LT(timed(run.site("depth")), outermost + handled) << "some signals came inside a recursion";
  EXPECT_GT(run.site("depth").maxDepth, 21u);
  EXPECT_LE(run.site("depth").maxDepth, 25u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Coroutines, EndByReturningFailingOrBeingAbandoned) {
  const GuardedRun run({"coroutines", "ends"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("returns").calls, 200u);
  EXPECT_EQ(run.site("returns").errors, 0u);
  EXPECT_EQ(run.site("fallsOff").calls, 100u);
  EXPECT_EQ(run.site("fallsOff").errors, 0u);
  EXPECT_EQ(run.site("throws").calls, 100u);
  EXPECT_EQ(run.site("throws").errors, 100u);
  EXPECT_EQ(run.site("throwsInReturn").errors, 100u);
  EXPECT_EQ(run.site("returnsFailure").errors, 100u);
  EXPECT_EQ(run.site("suspends").calls, 0u);
  EXPECT_EQ(run.site("suspends").abandoned, 100u);
  EXPECT_EQ(run.site("suspends").entered, 100u);
  EXPECT_EQ(run.site("suspends").sumTicks, 0u);
  EXPECT_EQ(run.site("neverStarted").entered, 0u);
}

TEST(Coroutines, ResumedDuringUnwindingEndWell) {
  const GuardedRun run({"coroutines", "unwinding"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("returns").calls, 200u);
  EXPECT_EQ(run.site("returns").errors, 0u);
}

TEST(Coroutines, EndOnOtherThreads) {
  const GuardedRun run({"coroutines", "threads"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  for (const char* name : {"hops", "hopsAndThrows"}) {
    EXPECT_EQ(run.site(name).calls, 1000u) << name;
    EXPECT_EQ(run.site(name).entered, 1000u) << name;
    EXPECT_EQ(run.site(name).abandoned, 0u) << name;
  }
  EXPECT_EQ(run.site("hops").errors, 0u);
  EXPECT_EQ(run.site("hopsAndThrows").errors, 1000u);
  EXPECT_EQ(run.site("hopsAndDies").abandoned, 1000u);
  EXPECT_EQ(run.site("hopsAndDies").calls, 0u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Coroutines, ThatDieWhileTheCountsAreReadAreNoCalls) {
  const GuardedRun run({"coroutines", "snapshots"});
  EXPECT_EQ(run.result().exitCode, 0) << "8: some were taken for calls";
  EXPECT_EQ(run.site("suspends").abandoned, 200000u);
}

TEST(Coroutines, SuspendedAcrossAForkEndInBothProcesses) {
  const GuardedRun run({"coroutines", "fork"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  for (const SegmentFile& segment : run.segments()) {
    EXPECT_EQ(total({segment}, "returns").calls, 1u);
    EXPECT_EQ(total({segment}, "returns").entered, 1u);
    EXPECT_EQ(total({segment}, "throws").errors, 1u);
    EXPECT_EQ(total({segment}, "throws").entered, 1u);
    EXPECT_EQ(total({segment}, "suspends").abandoned, 1u);
    EXPECT_EQ(total({segment}, "suspends").entered, 1u);
  }
}

}  // namespace
}  // namespace assay::test
