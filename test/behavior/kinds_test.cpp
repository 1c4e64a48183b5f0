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

}  // namespace
}  // namespace assay::test
