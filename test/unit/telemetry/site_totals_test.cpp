// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/site_totals.h"

#include <gtest/gtest.h>

namespace assay::telemetry {
namespace {

using vocabulary::bucketOf;
using vocabulary::kNothingPending;
using vocabulary::Shard;

constexpr std::uint64_t kMost = ~std::uint64_t{0};

Shard shardWith(std::uint32_t site, std::uint64_t ticks, std::uint32_t calls) {
  Shard shard{};
  shard.site = site;
  shard.cells[bucketOf(ticks)] = calls - 1;
  shard.pending = static_cast<std::uint32_t>(ticks);
  shard.sumTicks = ticks * calls;
  shard.maxTicks = ticks;
  return shard;
}

TEST(SiteTotals, TheHeldBackCallCounts) {
  SiteTotals totals(2);
  totals.name(1, 9, "f");
  totals.add(shardWith(1, 100, 5));
  const auto sites = std::move(totals).take();
  ASSERT_EQ(sites.size(), 1u);
  EXPECT_EQ(sites[0].calls, 5u);
  EXPECT_EQ(sites[0].histogram[bucketOf(100)], 5u);
  EXPECT_EQ(sites[0].sumTicks, 500u);
}

TEST(SiteTotals, AnIdleShardCountsNothing) {
  SiteTotals totals(2);
  totals.name(1, 9, "f");
  Shard shard{};
  shard.site = 1;
  shard.pending = kNothingPending;
  totals.add(shard);
  EXPECT_EQ(std::move(totals).take()[0].calls, 0u);
}

TEST(SiteTotals, ThreadsAndRecordsOfOneIdAreOneFunction) {
  SiteTotals totals(4);
  totals.name(1, 9, "f");
  totals.name(2, 3, "g");
  totals.name(3, 9, "f, from another library");
  totals.add(shardWith(1, 100, 5));
  totals.add(shardWith(1, 200, 7));
  totals.add(shardWith(3, 300, 11));
  const auto sites = std::move(totals).take();
  ASSERT_EQ(sites.size(), 2u);
  EXPECT_EQ(sites[0].id, 3u);
  EXPECT_EQ(sites[0].calls, 0u);
  EXPECT_EQ(sites[1].name, "f");
  EXPECT_EQ(sites[1].calls, 23u);
  EXPECT_EQ(sites[1].maxTicks, 300u);
  EXPECT_EQ(sites[1].histogram[bucketOf(200)], 7u);
}

TEST(SiteTotals, CallsInsideACallCountAndAbandonedOnesDoNot) {
  SiteTotals totals(2);
  totals.name(1, 9, "f");
  Shard shard = shardWith(1, 100, 5);
  shard.nested = 40;
  shard.abandoned = 2;
  shard.maxDepth = 11;
  totals.add(shard);
  shard.maxDepth = 3;
  totals.add(shard);
  const auto sites = std::move(totals).take();
  EXPECT_EQ(sites[0].calls, 90u);
  EXPECT_EQ(sites[0].timed, 10u);
  EXPECT_EQ(sites[0].abandoned, 4u);
  EXPECT_EQ(sites[0].maxDepth, 11u);
}

TEST(SiteTotals, EndsAreAddedUpAndTheMostAtOnceIsNot) {
  SiteTotals totals(4);
  totals.name(1, 9, "f");
  totals.name(2, 9, "f");
  totals.name(3, 9, "f, at its entry");
  totals.setEntryOnly(3);
  totals.setMostAtOnce(1, 5);
  totals.setMostAtOnce(2, 3);
  Shard shard = shardWith(1, 100, 5);
  shard.entered = 8;
  shard.ended = 6;
  totals.add(shard);
  shard.site = 2;
  totals.add(shard);
  shard.site = 3;
  totals.add(shard);
  const auto sites = std::move(totals).take();
  ASSERT_EQ(sites.size(), 1u);
  EXPECT_EQ(sites[0].entered - sites[0].ended, 4u) << "those counted at their entry are not under way";
  EXPECT_EQ(sites[0].mostAtOnce, 5u);
}

TEST(SiteTotals, WhereEndsAreNotRecordedTheyAreTheCalls) {
  SiteTotals totals(2);
  totals.deriveEnded();
  totals.name(1, 9, "f");
  Shard shard = shardWith(1, 100, 5);
  shard.entered = 20;
  shard.nested = 3;
  shard.abandoned = 2;
  totals.add(shard);
  totals.carry(1, 4, 6);
  EXPECT_EQ(std::move(totals).take()[0].ended, 5u + 3 + 2 + 6);
}

TEST(SiteTotals, OfAnEntryOnlySiteTheBeginningsAreTheCalls) {
  SiteTotals totals(3);
  totals.name(1, 9, "f");
  totals.setEntryOnly(1);
  Shard shard = shardWith(1, 100, 5);
  shard.entered = 7;
  totals.add(shard);
  totals.carry(1, 0, kMost);
  const auto entryOnly = std::move(totals).take();
  EXPECT_EQ(entryOnly[0].calls, 7u);
  EXPECT_EQ(entryOnly[0].timed, 0u);
  EXPECT_TRUE(entryOnly[0].entryOnly);
  EXPECT_TRUE(entryOnly[0].histogram.empty());
}

TEST(SiteTotals, AFunctionThatIsTimedSomewhereIsNotEntryOnly) {
  SiteTotals totals(3);
  totals.name(1, 9, "f");
  totals.name(2, 9, "f");
  totals.setEntryOnly(1);
  Shard counted{};
  counted.site = 1;
  counted.entered = 7;
  totals.add(counted);
  totals.add(shardWith(2, 100, 5));
  const auto sites = std::move(totals).take();
  ASSERT_EQ(sites.size(), 1u);
  EXPECT_EQ(sites[0].calls, 12u);
  EXPECT_EQ(sites[0].timed, 5u);
  EXPECT_FALSE(sites[0].entryOnly);
}

TEST(SiteTotals, SumsStopAtTheLargestNumber) {
  EXPECT_EQ(saturatingAdd(kMost, 1), kMost);
  EXPECT_EQ(saturatingAdd(1, kMost), kMost);
  EXPECT_EQ(saturatingAdd(kMost - 1, 1), kMost);
  SiteTotals totals(2);
  totals.name(1, 9, "f");
  totals.carry(1, 0, kMost);
  totals.carry(1, 1, kMost);
  EXPECT_EQ(std::move(totals).take()[0].calls, kMost);
}

TEST(SiteTotals, TheMaximumIsAtLeastTheHighestBucket) {
  SiteTotals totals(2);
  totals.name(1, 9, "f");
  Shard shard = shardWith(1, 1000, 2);
  shard.maxTicks = 10;  // as seen between the writer's two stores
  totals.add(shard);
  EXPECT_EQ(std::move(totals).take()[0].maxTicks, vocabulary::lowerBound(bucketOf(1000)));
}

TEST(SiteTotals, WhatWasNeverRegisteredIsNoFunction) {
  EXPECT_TRUE(SiteTotals(5).take().empty());
}

}  // namespace
}  // namespace assay::telemetry
