// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sizes of inputs: in the right bucket, with the right errors and times, and no call lost or counted twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

std::uint64_t callsWithSize(const SiteTotals& site) {
  std::uint64_t sum = 0;
  for (const auto& [bucket, cell] : site.sizes) sum += cell.calls;
  return sum;
}

std::uint64_t errorsWithSize(const SiteTotals& site) {
  std::uint64_t sum = 0;
  for (const auto& [bucket, cell] : site.sizes) sum += cell.errors;
  return sum;
}

std::uint64_t ticksWithSize(const SiteTotals& site) {
  std::uint64_t sum = 0;
  for (const auto& [bucket, cell] : site.sizes) sum += cell.sumTicks;
  return sum;
}

std::vector<unsigned> buckets(const SiteTotals& site) {
  std::vector<unsigned> all;
  for (const auto& [bucket, cell] : site.sizes) all.push_back(bucket);
  return all;
}

TEST(Sizes, EachCallIsInTheBucketOfItsSize) {
  const GuardedRun run({"sizes", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("length");
  EXPECT_EQ(site.calls, 1000u);
  EXPECT_EQ(callsWithSize(site), 1000u);
  EXPECT_THAT(buckets(site), testing::ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  EXPECT_EQ(site.sizes[0].calls, 1u);
  EXPECT_EQ(site.sizes[1].calls, 1u);
  EXPECT_EQ(site.sizes[4].calls, 8u);
  EXPECT_EQ(site.sizes[10].calls, 1000u - 512);
  EXPECT_EQ(site.errors, 0u);
  EXPECT_EQ(ticksWithSize(site), site.sumTicks);
}

TEST(Sizes, ErrorsAreInTheBucketsOfTheirCalls) {
  const GuardedRun run({"sizes", "simple"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  for (const char* name : {"fails", "handles"}) {
    SiteTotals site = run.site(name);
    EXPECT_EQ(site.calls, 1000u) << name;
    EXPECT_EQ(callsWithSize(site), 1000u) << name;
    EXPECT_EQ(errorsWithSize(site), site.errors) << name;
    EXPECT_EQ(ticksWithSize(site), site.sumTicks) << name;
  }
  EXPECT_EQ(run.site("fails").errors, 750u);
  EXPECT_EQ(run.site("handles").errors, 250u) << "what it handles; what fails() returns is its own";
  EXPECT_EQ(run.site("fails").sizes[10].errors, 488u / 4 * 3);
  EXPECT_EQ(run.site("fails").sizes[0].errors, 1u);
  EXPECT_EQ(run.site("fails").sizes[2].errors, 1u);
}

TEST(Sizes, WithoutAPointerThereIsNone) {
  const GuardedRun run({"sizes", "simple"});
  const SiteTotals site = run.site("ofPointer");
  EXPECT_EQ(site.calls, 10u);
  EXPECT_EQ(callsWithSize(site), 5u);
  EXPECT_THAT(buckets(site), testing::ElementsAre(7));
}

TEST(Sizes, OfARecursionAreThoseOfTheOutermostLevel) {
  const GuardedRun run({"sizes", "simple"});
  SiteTotals site = run.site("descends");
  EXPECT_EQ(site.calls, 13u);
  EXPECT_EQ(site.errors, 2u);
  EXPECT_THAT(buckets(site), testing::ElementsAre(3));
  EXPECT_EQ(site.sizes[3].calls, 2u);
  EXPECT_EQ(site.sizes[3].errors, 1u) << "the inner level that fails is another call";
  EXPECT_EQ(site.sizes[3].sumTicks, site.sumTicks);
}

TEST(Sizes, OfAllTypesOfIntegersAndNoneBelowZero) {
  const GuardedRun run({"sizes", "numbers"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("ofNumber");
  EXPECT_EQ(site.calls, 8u);
  EXPECT_EQ(callsWithSize(site), 5u);
  EXPECT_THAT(buckets(site), testing::ElementsAre(1, 8, 32, 47));
  EXPECT_EQ(site.sizes[47].calls, 2u);
}

// The compiled-in half of what vocabulary/size_bucket.h says.
TEST(Sizes, BeginAndEndABucketAtPowersOfTwo) {
  const GuardedRun run({"sizes", "boundaries"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("ofNumber");
  ASSERT_EQ(site.sizes.size(), 48u);
  EXPECT_EQ(site.sizes[0].calls, 1u);
  for (unsigned bucket = 1; bucket < 48; ++bucket) EXPECT_EQ(site.sizes[bucket].calls, 2u) << bucket;
}

TEST(Sizes, OfFourThreadsAreExact) {
  const GuardedRun run({"sizes", "threads"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("shared");
  EXPECT_EQ(site.calls, 400'000u);
  EXPECT_EQ(callsWithSize(site), 400'000u);
  EXPECT_EQ(site.sizes[0].calls, 25'000u);
  EXPECT_EQ(site.sizes[4].calls, 200'000u);
  EXPECT_EQ(ticksWithSize(site), site.sumTicks);
  EXPECT_EQ(run.lostCalls(), 0u);
}

TEST(Signals, AHandlerThatHitsTheInterruptedSiteLosesNoSize) {
  const GuardedRun run({"sizes", "interrupted"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("shared");
  EXPECT_EQ(site.calls, std::stoull(run.result().out));
  EXPECT_EQ(callsWithSize(site), site.calls);
  EXPECT_THAT(buckets(site), testing::ElementsAre(2));
  EXPECT_EQ(ticksWithSize(site), site.sumTicks);
}

TEST(Sizes, AreEvaluatedOnceAndOnlyForCallsThatAreRecorded) {
  const GuardedRun run({"sizes", "switch"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(run.site("once").calls, 2u);
  EXPECT_EQ(callsWithSize(run.site("once")), 2u);
}

TEST(Sizes, OfACallThatForksAreCountedInBothProcesses) {
  const GuardedRun run({"sizes", "fork"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  ASSERT_EQ(run.segments().size(), 2u);
  for (const SegmentFile& segment : run.segments()) {
    const SiteTotals site = total({segment}, "forks");
    EXPECT_EQ(site.calls, 1u);
    EXPECT_EQ(site.entered, 1u);
    EXPECT_EQ(callsWithSize(site), 1u);
    EXPECT_EQ(errorsWithSize(site), 0u);
  }
  EXPECT_THAT(buckets(run.site("forks")), testing::ElementsAre(4));
}

TEST(C, SizesAreCounted) {
  const GuardedRun run({"plain"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("sized");
  EXPECT_EQ(site.calls, 30u);
  EXPECT_EQ(callsWithSize(site), 20u);
  EXPECT_EQ(site.errors, 20u);
  EXPECT_EQ(errorsWithSize(site), 10u);
  EXPECT_THAT(buckets(site), testing::ElementsAre(0, 1, 2, 3, 4));
  EXPECT_EQ(site.sizes[4].calls, 4u);
}

TEST(Coroutines, HaveTheSizeThatTheyBeganWith) {
  const GuardedRun run({"coroutines", "sizes"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  SiteTotals site = run.site("sized");
  EXPECT_EQ(site.calls, 20u);
  EXPECT_EQ(site.errors, 10u);
  EXPECT_EQ(site.abandoned, 10u);
  EXPECT_EQ(callsWithSize(site), 20u);
  EXPECT_EQ(errorsWithSize(site), 10u);
  EXPECT_EQ(site.sizes[3].calls, 10u);
  EXPECT_EQ(site.sizes[4].errors, 10u);
  EXPECT_EQ(ticksWithSize(site), site.sumTicks);
}

}  // namespace
}  // namespace assay::test
