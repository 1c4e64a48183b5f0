// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a process reads of its own counts is what its segment says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

using testing::HasSubstr;

TEST(OwnSnapshot, IsWhatTheSegmentSays) {
  const GuardedRun run({"own_snapshot", "plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(
      run.result().out,
      "plain calls 0 errors 0 running 1 timed 0 depth 0 ends 1 sizes 0/0 first 0 times 1\n"
      "sized calls 1000 errors 500 running 0 timed 1000 depth 0 ends 1 sizes 1000/500 first 112 times 1\n"
      "levels calls 42 errors 0 running 0 timed 1 depth 42 ends 1 sizes 0/0 first 0 times 1\n"
      "entered calls 1 errors 0 running 0 timed 0 depth 0 ends 0 sizes 0/0 first 0 times 1\n"
      "both calls 2 errors 0 running 0 timed 1 depth 0 ends 0 sizes 0/0 first 0 times 1\n"
      "on 1 lost 0\n");
  EXPECT_EQ(run.site("sized").calls, 1000u);
  EXPECT_EQ(run.site("sized").errors, 500u);
  EXPECT_EQ(run.site("plain").calls, 1u) << "that was running then";
}

TEST(OwnSnapshot, IsThereWithoutAFile) {
  const GuardedRun run({"own_snapshot", "plain"}, {{"ASSAY_DIR", "/dev/null"}});
  EXPECT_EQ(run.result().exitCode, 0);
  EXPECT_THAT(run.result().out, HasSubstr("\nsized calls 1000 errors 500 "));
  EXPECT_THAT(run.segments(), testing::IsEmpty());
}

TEST(OwnSnapshot, TimesAreInSecondsWithEitherClock) {
  for (const char* clock : {"", "monotonic"})
    EXPECT_EQ(GuardedRun({"own_snapshot", "timed"}, {{"ASSAY_CLOCK", clock}}).result().exitCode, 0) << clock;
}

// Of an emulated processor.
TEST(EmulatedClock, WithoutAnInvariantCounterIsTheKernels) {
  const GuardedRun run({"without_invariant_counter", "timed"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.segments().at(0).clockKind, 1u);
}

TEST(EmulatedClock, OfAarch64IsItsGenericTimer) {
  const GuardedRun run({"own_snapshot", "timed"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.segments().at(0).clockKind, 2u);
}

TEST(OwnSnapshot, NumbersNeverGoDownWhileOthersCount) {
  const GuardedRun run({"own_snapshot", "threads"});
  EXPECT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_THAT(run.result().out, HasSubstr("sized calls 240000 errors 120000 running 0 timed 240000 "));
}

TEST(Allocation, IsInTheSnapshotOfTheProcessItself) {
  EXPECT_EQ(GuardedRun({"own_snapshot_counted", "memory"}).result().out,
            "of 10 calls, plausible 1, freed 0\n");
  EXPECT_EQ(GuardedRun({"own_snapshot", "memory"}).result().out, "of 0 calls, plausible 0, freed 0\n");
}

TEST(OwnSnapshot, AChildSeesItsOwnCounts) {
  EXPECT_EQ(GuardedRun({"own_snapshot", "child"}).result().exitCode, 0);
}

TEST(OwnSnapshot, IsEmptyWhileNothingIsCounted) {
  EXPECT_EQ(GuardedRun({"own_snapshot", "nothing"}, {{"ASSAY_GUARDS", "off"}}).result().exitCode, 0);
}

}  // namespace
}  // namespace assay::test
