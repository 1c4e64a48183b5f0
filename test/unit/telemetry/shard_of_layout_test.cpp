// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/shard_of_layout.h"

#include <gmock/gmock.h>

#include <cstring>

#include "support/segment_image.h"
#include "telemetry/decode_segment.h"
#include "vocabulary/histogram.h"
#include "vocabulary/old_shards.h"

namespace assay::telemetry {
namespace {

using testing::HasSubstr;
using vocabulary::SegmentHeader;
using vocabulary::Shard;
using vocabulary::ShardBefore6;
using vocabulary::ShardBefore8;

constexpr std::uint64_t kTwoTo32 = std::uint64_t{1} << 32;

Expected<DecodedSegment> decode(const std::string& bytes) {
  return decodeSegment(MemorySource(test::bytesOf(bytes)), "seg",
                       {.bootId = "boot", .monotonic = 9000, .counter = {}});
}

std::string ofLayout(const test::SegmentImage& image, std::uint32_t layout) {
  return image.bytes([=](SegmentHeader& h) { h.layoutVersion = layout; });
}

test::SegmentImage oneShard() {
  test::SegmentImage image;
  image.addShard(image.addSite(1, "f"));
  return image;
}

template <class T>
ReadShard read(const T& shard, std::uint32_t layout) {
  return shardOfLayout(reinterpret_cast<const std::byte*>(&shard), layout);
}

TEST(ShardOfLayout, ThePresentOneIsReadAsItIs) {
  Shard shard{};
  shard.site = 3;
  shard.pending = 12345;
  shard.nested = 9;
  shard.sizes[2].count = 7;
  const ReadShard same = read(shard, 8);
  EXPECT_EQ(std::memcmp(&shard, &same.shard, sizeof shard), 0);
}

TEST(ShardOfLayout, Before8ABucketWasHeldBack) {
  ShardBefore8 shard{};
  for (const std::uint32_t bucket : {0u, 7u, 100u, 230u}) {
    shard.pending = bucket;
    EXPECT_EQ(vocabulary::bucketOf(read(shard, 7).shard.pending), bucket);
  }
  shard.pending = vocabulary::kTrashBucket;
  EXPECT_EQ(read(shard, 6).shard.pending, vocabulary::kNothingPending) << "no call has ended";
}

TEST(ShardOfLayout, Before8ABucketThatDoesNotExistIsDamage) {
  ShardBefore8 shard{};
  shard.pending = 306;
  EXPECT_EQ(read(shard, 7).pendingBucket, 306u);
  std::string bytes = ofLayout(oneShard(), 7);
  const std::uint32_t pending = 306;
  std::memcpy(bytes.data() + bytes.size() - sizeof shard + offsetof(ShardBefore8, pending), &pending,
              sizeof pending);
  EXPECT_THAT(decode(bytes).error().message, HasSubstr("shard 0 holds back bucket 306"));
}

TEST(ShardOfLayout, Before8WhatDoesNotFitIn32BitsStoodInTheShard) {
  ShardBefore8 shard{};
  shard.nested = 3 * kTwoTo32 + 9;
  shard.abandoned = 2 * kTwoTo32 + 4;
  const ReadShard now = read(shard, 7);
  EXPECT_EQ(now.shard.nested, 9u);
  EXPECT_EQ(now.nestedBeyond, 3 * kTwoTo32);
  EXPECT_EQ(now.shard.abandoned, 4u);
  EXPECT_EQ(now.abandonedBeyond, 2 * kTwoTo32);
}

TEST(ShardOfLayout, WhatDoesNotFitIsCounted) {
  std::string bytes = ofLayout(oneShard(), 5);  // calls are not derived from what has ended
  const std::uint32_t high = 3;
  std::memcpy(bytes.data() + bytes.size() - sizeof(ShardBefore6) + offsetof(ShardBefore8, nested) + 4, &high,
              sizeof high);
  const auto decoded = decode(bytes);
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->snapshot.sites[0].calls, 3 * kTwoTo32);
}

TEST(ShardOfLayout, ACallOfManySecondsIsCountedWhereverItStood) {
  constexpr std::uint64_t kLong = kTwoTo32 * 8;
  test::SegmentImage image = oneShard();
  image.call(0, 100);
  image.call(0, kLong);
  for (const std::uint32_t layout : {3u, 5u, 7u, 8u}) {
    const auto decoded = decode(ofLayout(image, layout));
    ASSERT_TRUE(decoded) << decoded.error().message;
    const SiteCounts& f = decoded->snapshot.sites[0];
    EXPECT_EQ(f.timed, 2u) << layout;
    EXPECT_EQ(f.histogram[vocabulary::bucketOf(100)], 1u);
    EXPECT_EQ(f.histogram[vocabulary::bucketOf(kLong)], 1u);
  }
}

TEST(ShardOfLayout, AbandonedAndNestedCallsRunOver) {
  test::SegmentImage image = oneShard();
  image.shard(0).abandoned = 4;
  image.shard(0).ended = 5 * kTwoTo32 + 14;
  image.addCarry(0, vocabulary::kAbandonedCarry, 3);
  image.addCarry(0, vocabulary::kNestedCarry, 2);
  const auto decoded = decode(image.bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->snapshot.sites[0].abandoned, 3 * kTwoTo32 + 4);
  EXPECT_EQ(decoded->snapshot.sites[0].calls, 2 * kTwoTo32 + 10);
  EXPECT_FALSE(decode(ofLayout(image, 7))) << "it has no such carries";
}

}  // namespace
}  // namespace assay::telemetry
