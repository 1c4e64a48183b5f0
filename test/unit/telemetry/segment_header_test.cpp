// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/segment_header.h"

#include <gmock/gmock.h>

#include "support/segment_image.h"

namespace assay::telemetry {
namespace {

using testing::HasSubstr;
using vocabulary::SegmentHeader;

// What readHeader says of an image with a spoilt header; empty = it is content.
Error errorOf(const std::function<void(SegmentHeader&)>& change) {
  test::SegmentImage image;
  image.addShard(image.addSite(1, "f"));
  const std::string bytes = image.bytes(change);
  const auto header = readHeader(MemorySource(test::bytesOf(bytes)), "seg");
  return header ? Error{} : header.error();
}

TEST(SegmentHeader, AValidOneIsRead) {
  EXPECT_EQ(errorOf([](SegmentHeader&) {}).message, "");
}

TEST(SegmentHeader, EveryErrorNamesTheFile) {
  EXPECT_EQ(errorOf([](SegmentHeader& h) { h.magic[0] = 'B'; }).where.file, "seg");
}

TEST(SegmentHeader, OtherMagic) {
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.magic[7] = 'X'; }).message, HasSubstr("not a segment"));
}

TEST(SegmentHeader, ANewerLayoutSaysWhatToDo) {
  const Error error = errorOf([](SegmentHeader& h) { h.layoutVersion = 9; });
  EXPECT_THAT(error.message, HasSubstr("layout 9 is newer than this assay reads (8)"));
  EXPECT_THAT(error.hint, HasSubstr("later"));
}

TEST(SegmentHeader, LayoutZeroDoesNotExist) {
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.layoutVersion = 0; }).message,
              HasSubstr("no segment layout 0"));
}

TEST(SegmentHeader, TheOtherByteOrderIsToldFromDamage) {
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.byteOrder = 0x04030201; }).message,
              HasSubstr("other byte order"));
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.byteOrder = 0x04030200; }).message, HasSubstr("damaged"));
}

TEST(SegmentHeader, CountsBeyondTheCapacity) {
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.siteCount = h.siteCapacity + 1; }).message,
              HasSubstr("of at most"));
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.nameUsed = h.nameCapacity + 1; }).message,
              HasSubstr("of at most"));
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.carryCount = h.carryCapacity + 1; }).message,
              HasSubstr("of at most"));
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.shardCount = h.shardCapacity + 1; }).message,
              HasSubstr("of at most"));
}

TEST(SegmentHeader, TypesAreCheckedLikeAllTables) {
  const auto said = [](const std::function<void(SegmentHeader&)>& change) { return errorOf(change).message; };
  EXPECT_THAT(said([](SegmentHeader& h) { h.typeCount = h.typeCapacity + 1; }), HasSubstr("of at most"));
  EXPECT_THAT(said([](SegmentHeader& h) { h.cellCount = h.cellCapacity + 1; }), HasSubstr("of at most"));
  EXPECT_THAT(said([](SegmentHeader& h) { h.typeCount = h.typeCapacity = ~0u; }), HasSubstr("types"));
  EXPECT_THAT(said([](SegmentHeader& h) { h.cellCount = h.cellCapacity = ~0u; }), HasSubstr("do not fit"));
  for (const std::uint64_t offset : {~std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{1} << 32}) {
    EXPECT_THAT(said([=](SegmentHeader& h) { h.typeCount = 1, h.typeOffset = offset; }),
                HasSubstr("do not fit"));
    EXPECT_THAT(said([=](SegmentHeader& h) { h.cellCount = 1, h.cellOffset = offset; }),
                HasSubstr("do not fit"));
  }
  EXPECT_EQ(said([](SegmentHeader& h) { h.layoutVersion = 4, h.typeCount = h.cellCount = ~0u; }), "")
      << "before layout 5 these bytes mean nothing";
}

TEST(SegmentHeader, MemoryCellsAreCheckedLikeAllTables) {
  const auto said = [](const std::function<void(SegmentHeader&)>& change) { return errorOf(change).message; };
  EXPECT_THAT(said([](SegmentHeader& h) { h.memoryCount = h.memoryCapacity + 1; }), HasSubstr("of at most"));
  EXPECT_THAT(said([](SegmentHeader& h) { h.memoryCount = h.memoryCapacity = ~0u; }),
              HasSubstr("do not fit"));
  for (const std::uint64_t offset : {~std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{1} << 32})
    EXPECT_THAT(said([=](SegmentHeader& h) { h.memoryCount = 1, h.memoryOffset = offset; }),
                HasSubstr("memory cells do not fit"));
  EXPECT_EQ(said([](SegmentHeader& h) { h.layoutVersion = 6, h.memoryCount = ~0u; }), "")
      << "before layout 7 these bytes mean nothing";
}

TEST(SegmentHeader, ErrorCellsAreCheckedLikeAllTables) {
  const auto said = [](const std::function<void(SegmentHeader&)>& change) { return errorOf(change).message; };
  EXPECT_THAT(said([](SegmentHeader& h) { h.errorCount = h.errorCapacity + 1; }), HasSubstr("of at most"));
  EXPECT_THAT(said([](SegmentHeader& h) { h.errorCount = h.errorCapacity = ~0u; }),
              HasSubstr("4294967295 error cells"));
  for (const std::uint64_t offset : {~std::uint64_t{0}, std::uint64_t{0}, std::uint64_t{1} << 32})
    EXPECT_THAT(said([=](SegmentHeader& h) { h.errorCount = 1, h.errorOffset = offset; }),
                HasSubstr("error cells do not fit"));
  EXPECT_EQ(said([](SegmentHeader& h) { h.layoutVersion = 6, h.errorCount = ~0u; }), "")
      << "before layout 7 these bytes mean nothing";
}

TEST(SegmentHeader, CapacitiesMayReachBeyondTheFile) {
  EXPECT_EQ(errorOf([](SegmentHeader& h) { h.shardCapacity = ~0u; }).message, "");
}

TEST(SegmentHeader, OffsetsThatOverflowAreNotInTheFile) {
  for (const std::uint64_t offset : {~std::uint64_t{0}, ~std::uint64_t{0} - 4096, std::uint64_t{1} << 63,
                                     std::uint64_t{1} << 32, std::uint64_t{0}, std::uint64_t{4095}}) {
    EXPECT_THAT(errorOf([&](SegmentHeader& h) { h.siteOffset = offset; }).message, HasSubstr("do not fit"));
    EXPECT_THAT(errorOf([&](SegmentHeader& h) { h.nameOffset = offset; }).message, HasSubstr("do not fit"));
    EXPECT_THAT(errorOf([&](SegmentHeader& h) { h.shardOffset = offset; }).message, HasSubstr("do not fit"));
    EXPECT_EQ(errorOf([&](SegmentHeader& h) { h.carryOffset = offset; }).message, "")
        << "there are no carries";
  }
}

TEST(SegmentHeader, CountsThatOverflowWhenMultiplied) {
  EXPECT_THAT(errorOf([](SegmentHeader& h) {
                h.shardCount = h.shardCapacity = ~0u;
                h.shardBytes = ~0u / 64 * 64;
              }).message,
              HasSubstr("do not fit"));
  EXPECT_THAT(errorOf([](SegmentHeader& h) { h.siteCount = h.siteCapacity = ~0u; }).message,
              HasSubstr("sites"));
}

TEST(SegmentHeader, ShardsSmallerThanAShardOrUnaligned) {
  for (const std::uint32_t size : {0u, 64u, 1280u, 1344u, 2048u, 2064u, 2089u, 2092u})
    EXPECT_THAT(errorOf([&](SegmentHeader& h) { h.shardBytes = size; }).message, HasSubstr("shards have"));
}

TEST(SegmentHeader, OlderLayoutsHaveSmallerShards) {
  for (const std::uint32_t layout : {1u, 2u}) {
    const auto change = [&](std::uint32_t size) {
      return [=](SegmentHeader& h) { h.layoutVersion = layout, h.shardBytes = size; };
    };
    EXPECT_EQ(errorOf(change(1344)).message, "");
    EXPECT_THAT(errorOf(change(1280)).message, HasSubstr("shards have"));
  }
}

TEST(SegmentHeader, BeforeLayout6ShardsHaveNothingOfCallsThatAreNotTimed) {
  for (const std::uint32_t layout : {4u, 5u}) {
    const auto change = [=](std::uint32_t size) {
      return [=](SegmentHeader& h) { h.layoutVersion = layout, h.shardBytes = size; };
    };
    EXPECT_EQ(errorOf(change(2080)).message, "");
    EXPECT_THAT(errorOf(change(2064)).message, HasSubstr("shards have"));
  }
}

TEST(SegmentHeader, BeforeLayout8ShardsAreLarger) {
  for (const std::uint32_t layout : {6u, 7u}) {
    const auto change = [=](std::uint32_t size) {
      return [=](SegmentHeader& h) { h.layoutVersion = layout, h.shardBytes = size; };
    };
    EXPECT_EQ(errorOf(change(2088)).message, "");
    EXPECT_THAT(errorOf(change(2080)).message, HasSubstr("shards have"));
  }
}

TEST(SegmentHeader, TheThirdLayoutHasLargerShards) {
  const auto change = [](std::uint32_t size) {
    return [=](SegmentHeader& h) { h.layoutVersion = 3, h.shardBytes = size; };
  };
  EXPECT_EQ(errorOf(change(2112)).message, "");
  EXPECT_THAT(errorOf(change(2048)).message, HasSubstr("shards have"));
}

TEST(SegmentHeader, LessThanAPageIsNoSegment) {
  const std::string bytes = test::SegmentImage().bytes().substr(0, 4095);
  EXPECT_THAT(readHeader(MemorySource(test::bytesOf(bytes)), "seg").error().message, HasSubstr("too short"));
}

// Pretends to be of any size and holds zeros.
class HugeSource : public ByteSource {
 public:
  [[nodiscard]] std::uint64_t size() const override { return kLargestSegment + 1; }
  [[nodiscard]] bool read(std::uint64_t, std::span<std::byte>) const override { return true; }
};

TEST(SegmentHeader, AFileLargerThanAnySegmentIsRefusedBeforeItIsRead) {
  EXPECT_THAT(readHeader(HugeSource(), "seg").error().message, HasSubstr("too large"));
}

TEST(SegmentHeader, AFileWithoutMagicIsStillBeingMade) {
  const std::string nothing, zeros(4096, '\0'), text = "hello, world", made = test::SegmentImage().bytes();
  EXPECT_TRUE(isUnfinished(MemorySource(test::bytesOf(nothing))));
  EXPECT_TRUE(isUnfinished(MemorySource(test::bytesOf(zeros))));
  EXPECT_FALSE(isUnfinished(MemorySource(test::bytesOf(text))));
  EXPECT_FALSE(isUnfinished(MemorySource(test::bytesOf(made))));
}

}  // namespace
}  // namespace assay::telemetry
