// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/memory_cells.h"

#include <gmock/gmock.h>

#include "support/segment_image.h"
#include "telemetry/decode_segment.h"

namespace assay::telemetry {
namespace {

using testing::HasSubstr;
using vocabulary::SegmentHeader;

Expected<DecodedSegment> decodeMemory(const std::string& bytes) {
  return decodeSegment(MemorySource(test::bytesOf(bytes)), "seg",
                       {.bootId = "boot", .monotonic = 9000, .counter = {}});
}

// Two threads, one of which has freed what the other allocated.
test::SegmentImage remembering() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "loads");
  image.call(image.addShard(site), 100);
  image.addMemory(site, 3, 3000, 100);
  image.addMemory(site, 2, 0, 5000);
  image.addMemory(0, 7, 7, 7);
  return image;
}

TEST(MemoryCells, WhatCallsDidToMemoryIsAddedUp) {
  const auto decoded = decodeMemory(remembering().bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  const MemoryCount& memory = decoded->snapshot.sites[0].memory;
  EXPECT_EQ(memory.calls, 5u);
  EXPECT_EQ(memory.allocated, 3000u);
  EXPECT_EQ(memory.freed, 5100u);
}

TEST(MemoryCells, BeforeLayout7NothingIsKnownOfMemory) {
  const auto decoded = decodeMemory(remembering().bytes([](SegmentHeader& h) { h.layoutVersion = 6; }));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->snapshot.sites[0].memory.calls, 0u);
}

TEST(MemoryCells, AMemoryCellOfNoSiteIsDamage) {
  test::SegmentImage image = remembering();
  image.addMemory(2, 1, 1, 1);
  const auto decoded = decodeMemory(image.bytes());
  ASSERT_FALSE(decoded);
  EXPECT_THAT(decoded.error().message, HasSubstr("a memory cell counts for site 2 of 2"));
}

TEST(MemoryCells, MemoryOfAnEntryOnlySiteIsNotKnown) {
  test::SegmentImage image;
  image.addMemory(image.addSite(1, "counts", vocabulary::kSiteEntryOnly), 1, 10, 0);
  const auto decoded = decodeMemory(image.bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->snapshot.sites[0].memory.calls, 0u);
}

TEST(MemoryCells, NonsensicalNumbersOfBytesStopAtTheLargest) {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  image.addMemory(site, 1, ~std::uint64_t{0}, 1);
  image.addMemory(site, 1, 5, 1);
  const auto decoded = decodeMemory(image.bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->snapshot.sites[0].memory.allocated, ~std::uint64_t{0});
}

TEST(MemoryCells, OfMoreThanOneReadingAreAddedUp) {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  for (int i = 0; i < 3000; ++i) image.addMemory(site, 1, 10, 4);
  const auto decoded = decodeMemory(image.bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->snapshot.sites[0].memory.calls, 3000u);
  EXPECT_EQ(decoded->snapshot.sites[0].memory.freed, 12000u);
}

}  // namespace
}  // namespace assay::telemetry
