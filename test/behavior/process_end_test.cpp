// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counts across fork and exec, and after every way for a process to end.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "guarded_run.h"

namespace assay::test {
namespace {

TEST(Fork, ParentAndChildrenCountTheirOwnWhileAnotherThreadIsBusy) {
  const GuardedRun run({"processes", "fork"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const std::vector<SegmentFile> segments = run.segments();
  ASSERT_EQ(segments.size(), 51u);
  unsigned parents = 0;
  for (const SegmentFile& segment : segments) {
    const std::uint64_t calls = total({segment}, "work").calls;
    if (segment.sites.contains("busy")) {
      ++parents;
      EXPECT_EQ(calls, 300u);
    } else {
      EXPECT_EQ(calls, 20u);
    }
  }
  EXPECT_EQ(parents, 1u);
}

TEST(Fork, ACallThatForksEndsInBothProcesses) {
  const GuardedRun run({"processes", "fork-inside"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  for (const SegmentFile& segment : run.segments()) {
    EXPECT_EQ(total({segment}, "forkInside").calls, 1u);
    EXPECT_EQ(total({segment}, "forkInside").entered, 1u);
    EXPECT_EQ(total({segment}, "work").calls, 1u);
  }
}

TEST(Fork, ARecursionThatForksBeganInBothProcesses) {
  const GuardedRun run({"processes", "fork-in-recursion"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  for (const SegmentFile& segment : run.segments()) {
    EXPECT_EQ(total({segment}, "forkInRecursion").calls, 2u);
    EXPECT_EQ(total({segment}, "forkInRecursion").entered, 2u);
  }
}

TEST(Fork, HooksOfTheProgramCountInTheChildAndNotInItsParent) {
  const GuardedRun run({"processes", "fork-hooks"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 6u);
  unsigned parents = 0;
  for (const SegmentFile& segment : run.segments()) {
    const std::uint64_t calls = total({segment}, "work").calls;
    if (calls == 10u) {
      ++parents;
    } else {
      EXPECT_EQ(calls, 1u);
    }
  }
  EXPECT_EQ(parents, 1u);
}

TEST(Fork, ChildrenOfChildrenOfChildren) {
  const GuardedRun run({"processes", "storm"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 40u);  // 1 + 3 + 9 + 27
  EXPECT_EQ(run.segments().size(), 40u);
}

TEST(Exec, TheCountsOfBothProgramsAreThere) {
  const GuardedRun run({"processes", "exec"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.segments().size(), 2u);
  EXPECT_EQ(run.site("work").calls, 14u);
}

TEST(End, UnderscoreExit) {
  EXPECT_EQ(GuardedRun({"processes", "_exit"}).site("work").calls, 11u);
}

TEST(End, Abort) {
  EXPECT_EQ(GuardedRun({"processes", "abort"}).site("work").calls, 12u);
}

TEST(End, TheCallThatWasRunningWhenTheProcessWasKilledIsNamed) {
  const GuardedRun run({"processes", "hang"});
  EXPECT_EQ(run.result().exitCode, 128 + SIGKILL);
  EXPECT_EQ(run.site("work").calls, 5u);
  EXPECT_EQ(run.site("hangs").calls, 0u);
  EXPECT_EQ(run.site("hangs").entered, 1u);
}

TEST(OutOfMemory, CountsUntilTheProcessIsKilled) {
  const GuardedRun run({"processes", "no memory"});
  ASSERT_EQ(run.result().exitCode, 128 + SIGKILL) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 5u + 7 + 1);
  EXPECT_EQ(run.site("newcomer").calls, 1u) << "its room is in the file, not on the heap";
  EXPECT_EQ(run.site("allocates").errors, 1u);
  EXPECT_EQ(run.site("takesAll").calls, 0u);
  EXPECT_EQ(run.site("takesAll").entered, 1u) << "it was running";
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(End, KilledInTheMiddleNothingReportedIsMissing) {
  const TemporaryFolder folder;
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const std::string program = guardedProgram("processes");
  const std::string path = folder.path();
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], 1);
    close(ends[0]);
    setenv("ASSAY_DIR", path.c_str(), 1);
    execl(program.c_str(), program.c_str(), "kill", nullptr);
    _exit(127);
  }
  close(ends[1]);
  char buffer[4096];
  std::uint64_t reported = 0;
  while (reported < 20'000) {
    const ssize_t length = read(ends[0], buffer, sizeof buffer);
    ASSERT_GT(length, 0);
    reported += static_cast<std::uint64_t>(length);
  }
  kill(child, SIGKILL);
  for (ssize_t length; (length = read(ends[0], buffer, sizeof buffer)) > 0;)
    reported += static_cast<std::uint64_t>(length);
  close(ends[0]);
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  const std::uint64_t counted = total(readSegments(folder.path()), "work").calls;
  EXPECT_GE(counted, reported);
  EXPECT_LE(counted, reported + 1);  // one call may have ended before its report was written
}

TEST(End, GuardsBeforeMainAndAfterItCount) {
  const GuardedRun run({"lifetime", "plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("early").calls, 1u);
  EXPECT_EQ(run.site("work").calls, 3u);
  EXPECT_EQ(run.site("late").calls, 1u);
  EXPECT_EQ(run.site("veryLate").calls, 1u);
}

TEST(Daemon, AFileGrowsAfterTheProgramClosedAllDescriptorsAndLeftItsFolder) {
  const GuardedRun run({"processes", "daemon"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("work").calls, 403u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

}  // namespace
}  // namespace assay::test
