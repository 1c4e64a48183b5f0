// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What happens where the format ends: 2^32 calls in a cell, 65,535 sites, 65,536 shards.
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

TEST(Limits, ACellThatRunsOverIsCarried) {
  const GuardedRun run({"limits", "overflow"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const std::uint64_t set = 305 * std::uint64_t{0xfffffffe};
  EXPECT_EQ(run.site("work").represented, set + 1001);
  EXPECT_EQ(run.site("work").calls, 1001u);
  EXPECT_EQ(run.site("work").entered, 1001u);
}

TEST(Limits, ACellOfASizeThatRunsOverIsCarried) {
  const GuardedRun run({"limits", "size-overflow"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("sized");
  EXPECT_EQ(site.calls, 1001u);
  EXPECT_EQ(site.errors, 1001u);
  EXPECT_EQ(site.sizes[3].calls, 0xfffffffeu + std::uint64_t{1000});
  EXPECT_EQ(site.sizes[3].errors, 0xffffff00u + std::uint64_t{1000});
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Limits, CallsInsideAnotherOneThatRunOverAreCarried) {
  const GuardedRun run({"limits", "nested-overflow"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("descends").nested, 0xfffffff0u + std::uint64_t{100});
  EXPECT_EQ(run.site("descends").calls, 103u);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Limits, ACallOfManySecondsIsCountedAndOneThatEndsBeforeItBeginsTakesNoTime) {
  const GuardedRun run({"limits", "odd-times"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const SiteTotals odd = run.site("odd");
  EXPECT_EQ(odd.calls, 5u);
  EXPECT_EQ(odd.represented, 5u);
  EXPECT_GE(odd.maxTicks, std::uint64_t{1} << 33);
  EXPECT_LT(odd.sumTicks, std::uint64_t{2} << 33);
}

TEST(Limits, SitesBeyondTheTableAreLostAndCounted) {
  const GuardedRun run({"limits", "sites"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  const std::vector<SegmentFile> segments = run.segments();
  // The second thread's shards do not fit into the first segment any more.
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[0].siteCount, 65'535u);
  EXPECT_EQ(segments[1].siteCount, 65'535u);
  EXPECT_EQ(segments[0].lostSites, 70'000u - 65'535u);
  EXPECT_EQ(segments[0].lostCalls, 2 * (70'000u - 65'535u));
  EXPECT_EQ(total(segments, "site 0").calls, 3u);
  EXPECT_EQ(total(segments, "site 999").calls, 3u);
  EXPECT_EQ(total(segments, "site 65534").calls, 2u);
  EXPECT_EQ(total(segments, "site 65535").calls, 0u);
}

}  // namespace
}  // namespace assay::test
