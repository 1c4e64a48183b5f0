// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is under way, and how much of it at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "guarded_run.h"

namespace assay::test {
namespace {

using testing::AllOf;
using testing::Ge;
using testing::Le;

TEST(AtOnce, CallsThatAllWaitForEachOther) {
  const GuardedRun run({"at_once", "together"});
  EXPECT_EQ(run.site("meets").mostAtOnce, 6u);
  EXPECT_EQ(run.site("meets").entered, 6u);
  EXPECT_EQ(run.site("meets").ended, 6u);
}

TEST(AtOnce, OneAfterTheOtherOnManyThreads) {
  const GuardedRun run({"at_once", "in-turn"});
  EXPECT_EQ(run.site("isLong").mostAtOnce, 1u);
  EXPECT_EQ(run.site("isLong").ended, 20u);
}

TEST(AtOnce, ShortCallsAreNeverMoreThanThereAreThreads) {
  const GuardedRun run({"at_once", "in-loops"});
  EXPECT_THAT(run.site("isShort").mostAtOnce, AllOf(Ge(1u), Le(2u)));
  EXPECT_EQ(run.site("isShort").ended, 600000u);
}

TEST(AtOnce, AChildCountsItsOwn) {
  const GuardedRun run({"at_once", "in-a-child"});
  const auto segments = run.segments();
  ASSERT_EQ(segments.size(), 2u);
  const bool parentFirst = segments[0].sites.at("meets").calls == 3;
  EXPECT_EQ(segments[parentFirst ? 0 : 1].sites.at("meets").mostAtOnce, 3u);
  EXPECT_EQ(segments[parentFirst ? 1 : 0].sites.at("meets").mostAtOnce, 1u);
}

TEST(AtOnce, WhatWasUnderWayWhenTheProcessWasKilled) {
  const GuardedRun run({"at_once", "killed"});
  EXPECT_EQ(run.site("meets").entered, 4u);
  EXPECT_EQ(run.site("meets").ended, 0u);
  EXPECT_EQ(run.site("meets").calls, 0u);
}

}  // namespace
}  // namespace assay::test
