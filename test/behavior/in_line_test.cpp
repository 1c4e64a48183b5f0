// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What guards count without calling the library is as exact as the rest.
#include <gtest/gtest.h>

#include <cstdlib>

#include "guarded_run.h"

namespace assay::test {
namespace {

const std::map<std::string, std::string> kNoBudget = {{"ASSAY_BUDGET", "off"}};

// One of so many calls is timed, and on each thread the first one.
void expectCounted(const SiteTotals& site, std::uint64_t calls) {
  EXPECT_EQ(site.calls, calls);
  EXPECT_EQ(site.entered, calls);
  EXPECT_EQ(site.ended, calls);
}

TEST(InLine, ErrorsOfCallsThatAreNotTimedAreCounted) {
  const GuardedRun run({"in_line", "errors"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("fails"), 100'000);
  EXPECT_EQ(run.site("fails").errors, 10'000u);
  // The first call, one of each whole block of 100, and as a rule that of the block which the end cuts short.
  const std::uint64_t timed = run.site("fails").represented - run.site("fails").estimated;
  EXPECT_TRUE(timed == 1'000 || timed == 1'001) << timed;
}

TEST(InLine, WhatReturnsWhileAnExceptionIsOnItsWayHasNotFailed) {
  const GuardedRun run({"in_line", "errors"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("cleansUp"), 100'000);
  EXPECT_EQ(run.site("cleansUp").errors, 0u);
}

TEST(InLine, EachThreadCountsItsOwn) {
  const GuardedRun run({"in_line", "threads"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("quick"), 400'000);
  EXPECT_EQ(run.site("entered").entered, 400'000u);
}

TEST(Signals, WhatIsCountedInLineIsNotLost) {
  const GuardedRun run({"in_line", "interrupted"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const std::uint64_t calls = std::strtoull(run.result().out.c_str(), nullptr, 10);
  expectCounted(run.site("quick"), calls);
  EXPECT_EQ(run.site("entered").entered, calls);
}

TEST(InLine, ACallThatIsUnderWayWhenTheProcessForksIsCountedInBoth) {
  const GuardedRun run({"in_line", "child"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 21u);
  for (const SegmentFile& segment : run.segments()) {
    const bool isParent = segment.sites.count("quick") == 0;
    expectCounted(segment.sites.at("forks"), isParent ? 20 : 1);
    if (!isParent) expectCounted(segment.sites.at("quick"), 7);
  }
}

TEST(Signals, ACallThatAHandlerForksInEndsInBoth) {
  const GuardedRun run({"in_line", "child-of-a-handler"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  for (const SegmentFile& segment : run.segments())
    expectCounted(segment.sites.at("untilForked"), segment.sites.at("untilForked").calls == 1 ? 1 : 6);
  expectCounted(run.site("untilForked"), 7);
}

TEST(InLine, ACallMayEndOnAnotherThread) {
  const GuardedRun run({"in_line", "elsewhere"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("moves"), 100);
  expectCounted(run.site("quick"), 50);
}

TEST(InLine, ACallThatEndsOnAnotherThreadIsCountedThere) {
  const GuardedRun run({"in_line", "elsewhere-at-once"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("moves"), 500'000);
}

TEST(InLine, WhatAJumpPassesIsSeenAsUnderWay) {
  const GuardedRun run({"in_line", "jumps"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("leaps").entered, 10'000u);
  EXPECT_EQ(run.site("leaps").calls, 5'000u);
}

TEST(InLine, ACallThatHasBegunIsCountedWhenTheGuardsAreOffByThen) {
  const GuardedRun run({"in_line", "switched"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("switchesOff"), 1'000);
  expectCounted(run.site("quick"), 1'000);
  EXPECT_EQ(run.site("entered").entered, 1'000u);
}

TEST(InLine, CallsBehindTheThreadsEndAreCounted) {
  const GuardedRun run({"in_line", "ends"}, kNoBudget);
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  expectCounted(run.site("quick"), 1'000);
  EXPECT_EQ(run.site("entered").entered, 1'000u);
}

}  // namespace
}  // namespace assay::test
