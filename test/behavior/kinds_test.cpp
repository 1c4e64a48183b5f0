// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the guards count that are made for functions which an ordinary one does not suit.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace assay::test
