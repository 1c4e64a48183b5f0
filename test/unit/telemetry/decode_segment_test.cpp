// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/decode_segment.h"

#include <gmock/gmock.h>

#include <cstring>
#include <random>

#include "support/segment_image.h"
#include "telemetry/segment_header.h"

namespace assay::telemetry {
namespace {

using testing::HasSubstr;
using vocabulary::bucketOf;
using vocabulary::SegmentHeader;

const ReaderClock kPlainReader{.bootId = "boot", .monotonic = 9000, .counter = {}};

Expected<DecodedSegment> decode(const std::string& bytes) {
  return decodeSegment(MemorySource(test::bytesOf(bytes)), "seg", kPlainReader);
}

// Two functions, three shards, a call that ran over.
test::SegmentImage threeShards() {
  test::SegmentImage image;
  const auto first = image.addSite(70, "ns::first"), second = image.addSite(50, "second");
  const auto a = image.addShard(first), b = image.addShard(first), c = image.addShard(second);
  for (std::uint64_t i = 1; i <= 1000; ++i) image.call(a, i);
  for (std::uint64_t i = 1; i <= 10; ++i) image.call(b, i * 1'000'000, i == 10);
  image.call(c, 5);
  image.addCarry(c, bucketOf(5), 2);
  image.shard(c).ended = 1 + (std::uint64_t{2} << 32);
  image.shard(a).sizes[9] = {.sumTicks = 5, .count = 3, .errors = 1};
  image.addCarry(a, vocabulary::kFirstSizeCarry + 9, 1);
  image.header.lostCalls = 17;
  image.header.lostSites = 1;
  return image;
}

TEST(DecodeSegment, GivesBackWhatWasWritten) {
  const auto decoded = decode(threeShards().bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  const ProcessSnapshot& snapshot = decoded->snapshot;
  EXPECT_EQ(snapshot.pid, 4242u);
  EXPECT_EQ(snapshot.program, "/usr/bin/example");
  EXPECT_EQ(snapshot.processStart, 77u);
  EXPECT_EQ(snapshot.startRealtime, 1'700'000'000'000'000'000u);
  EXPECT_TRUE(snapshot.guardsOn);
  EXPECT_DOUBLE_EQ(snapshot.secondsPerTick, 1e-9);
  EXPECT_DOUBLE_EQ(snapshot.observedSeconds, 2.0);
  EXPECT_EQ(snapshot.lostCalls, 17u);
  EXPECT_EQ(snapshot.lostSites, 1u);
  ASSERT_EQ(snapshot.sites.size(), 2u);
  const SiteCounts &second = snapshot.sites[0], &first = snapshot.sites[1];
  EXPECT_EQ(second.name, "second");
  EXPECT_EQ(second.calls, 1 + (std::uint64_t{2} << 32));
  EXPECT_EQ(second.histogram[bucketOf(5)], second.calls);
  EXPECT_EQ(first.name, "ns::first");
  EXPECT_EQ(first.calls, 1010u);
  EXPECT_EQ(first.errors, 1u);
  EXPECT_EQ(first.sumTicks, 1000u * 1001 / 2 + 55'000'000u);
  EXPECT_EQ(first.maxTicks, 10'000'000u);
  EXPECT_EQ(first.histogram[bucketOf(7)], 1u);
}

TEST(DecodeSegment, HowLongAKilledProcessRanIsNotKnown) {
  test::SegmentImage image = threeShards();
  image.header.finished = 0;
  EXPECT_EQ(decode(image.bytes())->snapshot.observedSeconds, 0);
}

TEST(DecodeSegment, ASegmentWithoutCallsIsFine) {
  const auto decoded = decode(test::SegmentImage().bytes());
  ASSERT_TRUE(decoded);
  EXPECT_TRUE(decoded->snapshot.sites.empty());
}

TEST(DecodeSegment, ManyShardsAreReadInPieces) {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  for (int i = 0; i < 200; ++i) image.call(image.addShard(site), 10);
  EXPECT_EQ(decode(image.bytes())->snapshot.sites[0].calls, 200u);
}

TEST(DecodeSegment, AProgramNameWithoutEndIsCut) {
  test::SegmentImage image;
  std::ranges::fill(image.header.program, 'p');
  EXPECT_EQ(decode(image.bytes())->snapshot.program, std::string(256, 'p'));
}

// A recursion, a coroutine and a function that is only counted at its entry.
test::SegmentImage newKinds() {
  test::SegmentImage image;
  const auto recursion = image.addSite(1, "recursion"),
             entries = image.addSite(2, "entries", vocabulary::kSiteEntryOnly);
  image.call(image.addShard(recursion), 100);
  image.shard(0).nested = 9;
  image.shard(0).maxDepth = 10;
  image.shard(0).abandoned = 4;
  image.shard(0).ended = 14;
  image.shard(image.addShard(entries)).entered = 33;
  return image;
}

TEST(DecodeSegment, CountsWithoutTimesAreRead) {
  const auto sites = decode(newKinds().bytes())->snapshot.sites;
  EXPECT_EQ(sites[0].calls, 10u);
  EXPECT_EQ(sites[0].timed, 1u);
  EXPECT_EQ(sites[0].maxDepth, 10u);
  EXPECT_EQ(sites[0].abandoned, 4u);
  EXPECT_EQ(sites[1].calls, 33u);
  EXPECT_TRUE(sites[1].entryOnly);
}

TEST(DecodeSegment, TheFirstLayoutHasNeitherTheFieldsNorTheFlag) {
  const auto decoded = decode(newKinds().bytes([](SegmentHeader& h) { h.layoutVersion = 1; }));
  ASSERT_TRUE(decoded) << decoded.error().message;
  const auto& sites = decoded->snapshot.sites;
  EXPECT_EQ(sites[0].calls, 1u);
  EXPECT_EQ(sites[0].maxDepth, 0u);
  EXPECT_EQ(sites[0].abandoned, 0u);
  EXPECT_EQ(sites[1].calls, 0u);
  EXPECT_FALSE(sites[1].entryOnly);
}

// Three sizes on two threads, one cell of which ran over.
test::SegmentImage sized() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "sized");
  image.call(image.addShard(site), 100, true);
  image.call(image.addShard(site), 200);
  image.shard(0).sizes[3] = {.sumTicks = 100, .count = 1, .errors = 1};
  image.shard(1).sizes[3] = {.sumTicks = 200, .count = 2, .errors = 0};
  image.shard(1).sizes[47] = {.sumTicks = 7, .count = 1, .errors = 0};
  image.addCarry(1, vocabulary::kFirstSizeCarry + 47, 1);
  image.addCarry(0, vocabulary::kFirstSizeErrorCarry + 3, 2);
  return image;
}

TEST(DecodeSegment, SizesOfInputsAreRead) {
  const auto decoded = decode(sized().bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  const InputSizes& sizes = decoded->snapshot.sites[0].sizes;
  ASSERT_EQ(sizes.size(), vocabulary::kSizeBucketCount);
  EXPECT_EQ(sizes[3].calls, 3u);
  EXPECT_EQ(sizes[3].errors, 1 + (std::uint64_t{2} << 32));
  EXPECT_EQ(sizes[3].sumTicks, 300u);
  EXPECT_EQ(sizes[47].calls, 1 + (std::uint64_t{1} << 32));
  EXPECT_EQ(sizes[4].calls, 0u);
}

TEST(DecodeSegment, OlderLayoutsHaveNoSizes) {
  test::SegmentImage image = newKinds();
  image.shard(0).sizes[3].count = 1;
  for (const std::uint32_t layout : {1u, 2u}) {
    const auto decoded = decode(image.bytes([=](SegmentHeader& h) { h.layoutVersion = layout; }));
    ASSERT_TRUE(decoded) << decoded.error().message;
    EXPECT_TRUE(decoded->snapshot.sites[0].sizes.empty());
    EXPECT_EQ(decoded->snapshot.sites[0].maxDepth, layout == 1 ? 0u : 10u);
    EXPECT_FALSE(decode(sized().bytes([=](SegmentHeader& h) { h.layoutVersion = layout; }))) << "its carries";
  }
}

// Of eight calls that have ended two were timed, the second one for itself and four others.
test::SegmentImage sampled() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  const auto shard = image.addShard(site);
  image.call(shard, 100);
  image.shard(shard).cells[vocabulary::bucketOf(300)] = 5;
  image.shard(shard).estimated = 4;
  image.shard(shard).ended = 8;
  image.shard(shard).sizes[3] = {.sumTicks = 1500, .count = 5, .errors = 0};
  return image;
}

TEST(DecodeSegment, CallsThatWereNotTimedAreCountedSinceLayout6) {
  for (const std::uint32_t layout : {4u, 5u, 6u, 7u, 8u}) {
    const auto decoded = decode(sampled().bytes([=](SegmentHeader& h) { h.layoutVersion = layout; }));
    ASSERT_TRUE(decoded) << decoded.error().message;
    const SiteCounts& f = decoded->snapshot.sites[0];
    EXPECT_EQ(f.calls, layout >= 6 ? 8u : 6u);
    EXPECT_EQ(f.timed, 6u);
    EXPECT_EQ(f.estimated, layout >= 6 ? 4u : 0u);
    EXPECT_EQ(f.sizes[3].sumTicks, 1500u);
  }
}

// One call under way, three at once at most.
test::SegmentImage underWay() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  image.site(site).mostAtOnce = 3;
  const auto shard = image.addShard(site);
  image.call(shard, 100);
  image.shard(shard).entered = 3;
  image.shard(shard).ended = 2;
  image.shard(shard).abandoned = 1;
  image.shard(shard).sizes[3] = {.sumTicks = 100, .count = 1, .errors = 0};
  return image;
}

TEST(DecodeSegment, WhatIsUnderWay) {
  const auto decoded = decode(underWay().bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  const SiteCounts& f = decoded->snapshot.sites[0];
  EXPECT_EQ(f.entered, 3u);
  EXPECT_EQ(f.ended, 2u);
  EXPECT_EQ(f.mostAtOnce, 3u);
}

TEST(DecodeSegment, BeforeLayout4EndsAreDerivedAndNobodyLooked) {
  for (const std::uint32_t layout : {1u, 2u, 3u}) {
    const auto decoded = decode(underWay().bytes([=](SegmentHeader& h) { h.layoutVersion = layout; }));
    ASSERT_TRUE(decoded) << decoded.error().message;
    const SiteCounts& f = decoded->snapshot.sites[0];
    EXPECT_EQ(f.ended, layout == 1 ? 1u : 2u) << layout;
    EXPECT_EQ(f.mostAtOnce, 0u);
    EXPECT_EQ(f.sizes.size(), layout == 3 ? vocabulary::kSizeBucketCount : 0u);
    EXPECT_EQ(f.sizes.empty() ? 100u : f.sizes[3].sumTicks, 100u);
  }
}

// Three rows on two threads, one of which has no name here.
test::SegmentImage typed() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "draws");
  image.call(image.addShard(site), 100, true);
  image.addType(site, 1, "N2ns6CircleE", vocabulary::TypeKind::Mangled);
  image.addType(site, 2, "T = int");
  const auto a = image.addTypeCells(site), b = image.addTypeCells(site);
  image.typeCell(a, 1) = {.sumTicks = 10, .calls = 2, .errors = 1};
  image.typeCell(b, 1) = {.sumTicks = 20, .calls = 3, .errors = 0};
  image.typeCell(b, 2) = {.sumTicks = 7, .calls = 1, .errors = 0};
  image.typeCell(b, 5) = {.sumTicks = 5, .calls = 4, .errors = 4};
  image.typeCell(a, 8) = {.sumTicks = 1, .calls = 1, .errors = 0};
  image.addTypeCells(0);
  return image;
}

TEST(DecodeSegment, TypesOfInputsAreRead) {
  const auto decoded = decode(typed().bytes());
  ASSERT_TRUE(decoded) << decoded.error().message;
  const InputTypes& types = decoded->snapshot.sites[0].types;
  ASSERT_EQ(types.size(), 3u);
  EXPECT_EQ(types.at("ns::Circle").calls, 5u);
  EXPECT_EQ(types.at("ns::Circle").errors, 1u);
  EXPECT_EQ(types.at("ns::Circle").sumTicks, 30u);
  EXPECT_EQ(types.at("T = int").calls, 1u);
  EXPECT_EQ(types.at("").calls, 5u) << "what has no name, and what found no row";
}

TEST(DecodeSegment, BeforeLayout5ThereAreNoTypes) {
  const auto decoded = decode(typed().bytes([](SegmentHeader& h) { h.layoutVersion = 4; }));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_TRUE(decoded->snapshot.sites[0].types.empty());
}

TEST(DecodeSegment, ATypeThatIsNoneIsDamage) {
  const auto said = [](const std::function<void(vocabulary::TypeRecord&)>& change) {
    test::SegmentImage image = typed();
    change(image.type(1));
    const auto decoded = decode(image.bytes());
    return decoded ? std::string() : decoded.error().message;
  };
  EXPECT_THAT(said([](auto& type) { type.row = 0; }), HasSubstr("is none"));
  EXPECT_THAT(said([](auto& type) { type.row = 8; }), HasSubstr("is none"));
  EXPECT_THAT(said([](auto& type) { type.kind = vocabulary::TypeKind{3}; }), HasSubstr("is none"));
  EXPECT_THAT(said([](auto& type) { type.nameOffset = ~0u; }), HasSubstr("is none"));
  EXPECT_THAT(said([](auto& type) { type.nameLength = 65535; }), HasSubstr("is none"));
  EXPECT_EQ(said([](auto& type) { type.site = ~0u; }), "") << "nobody counts there";
  test::SegmentImage image = typed();
  image.typeCells(1).site = 2;
  EXPECT_THAT(decode(image.bytes()).error().message, HasSubstr("count for site 2 of 2"));
}

TEST(DecodeSegment, AShardOfAnUnknownSiteIsDamage) {
  test::SegmentImage image = threeShards();
  image.shard(1).site = 3;
  EXPECT_THAT(decode(image.bytes()).error().message, HasSubstr("shard 1 counts for site 3 of 3"));
}

TEST(DecodeSegment, ACarryOfNowhereIsDamage) {
  for (const auto& [shard, bucket, carries] : {std::tuple{3u, 0u, 1ull},
                                               {0u, 305u, 1ull},
                                               {0u, vocabulary::kCarryCellCount, 1ull},
                                               {0u, ~0u, 1ull},
                                               {0u, 0u, 1ull << 32}}) {
    test::SegmentImage image = threeShards();
    image.addCarry(shard, bucket, carries);
    EXPECT_THAT(decode(image.bytes()).error().message, HasSubstr("carries"));
  }
}

TEST(DecodeSegment, ANameOutsideTheNamesIsDamage) {
  const std::string whole = threeShards().bytes();
  for (const std::uint32_t spoilt : {16u, 0xFFFFFFFFu, 0x80000000u}) {
    for (const std::size_t field :
         {offsetof(vocabulary::SiteRecord, nameOffset), offsetof(vocabulary::SiteRecord, nameLength)}) {
      std::string bytes = whole;
      std::memcpy(bytes.data() + vocabulary::kSegmentHeaderBytes + 2 * sizeof(vocabulary::SiteRecord) + field,
                  &spoilt, sizeof spoilt);
      EXPECT_THAT(decode(bytes).error().message, HasSubstr("the name of its site 2"));
    }
  }
}

TEST(DecodeSegment, CutOffAnywhereIsAnError) {
  const std::string whole = threeShards().bytes();
  for (std::size_t size = 0; size < whole.size(); size += 64) {
    const auto decoded = decode(whole.substr(0, size));
    ASSERT_FALSE(decoded) << size;
    EXPECT_EQ(decoded.error().where.file, "seg");
  }
}

// Every field of the header, then every byte of the file, overwritten at random: an answer or an error, and
// under the address sanitizer no access outside.
TEST(DecodeSegment, RandomDamageNeverReachesOutside) {
  const std::string kinds[] = {threeShards().bytes(), typed().bytes()};
  std::mt19937_64 random(20);
  std::size_t errors = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = kinds[round / 2 % 2];
    const std::size_t end = round % 2 == 0 ? sizeof(SegmentHeader) : bytes.size();
    for (std::uint64_t changes = 1 + random() % 3; changes > 0; --changes) {
      const std::uint64_t value = random() % 4 == 0 ? ~std::uint64_t{0} : random() >> (random() % 64);
      const std::size_t at = random() % (end / 4) * 4;
      std::memcpy(bytes.data() + at, &value,
                  std::min<std::size_t>(random() % 2 == 0 ? 4 : 8, bytes.size() - at));
    }
    errors += decode(bytes) ? 0 : 1;
  }
  EXPECT_GT(errors, 2000u);
}

// Gives another answer at every reading, as a writer or an attacker may.
class RestlessSource : public ByteSource {
 public:
  RestlessSource(const std::string& bytes, std::uint64_t seed) : bytes_(bytes), random_(seed) {}
  [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> target) const override {
    if (!MemorySource(test::bytesOf(bytes_)).read(offset, target)) return false;
    if (!target.empty() && random_() % 2 == 0)
      target[random_() % std::min<std::size_t>(target.size(), 256)] = static_cast<std::byte>(random_());
    return true;
  }

 private:
  const std::string& bytes_;
  mutable std::mt19937_64 random_;
};

TEST(DecodeSegment, AFileThatChangesWhileItIsReadNeverReachesOutside) {
  const std::string kinds[] = {threeShards().bytes(), typed().bytes()};
  std::size_t answers = 0;
  for (std::uint64_t seed = 0; seed < 5000; ++seed)
    answers += decodeSegment(RestlessSource(kinds[seed % 2], seed), "seg", kPlainReader) ? 1 : 0;
  EXPECT_GT(answers, 100u);
}

// One site, one shard; at the second reading of the header both tables have grown.
class GrowingSource : public ByteSource {
 public:
  GrowingSource(const std::string& before, const std::string& after) : before_(before), after_(after) {}
  [[nodiscard]] std::uint64_t size() const override { return after_.size(); }
  [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> target) const override {
    const bool first = offset == 0 && headers_++ == 0;
    return MemorySource(test::bytesOf(first ? before_ : after_)).read(offset, target);
  }

 private:
  const std::string& before_;
  const std::string& after_;
  mutable int headers_ = 0;
};

TEST(DecodeSegment, ShardsThatAppearWhileReadingWaitForTheNextTime) {
  test::SegmentImage image = threeShards();
  const std::string after = image.bytes();
  const std::string before = image.bytes([](SegmentHeader& h) { h.shardCount = 1, h.siteCount = 2; });
  const auto decoded = decodeSegment(GrowingSource(before, after), "seg", kPlainReader);
  ASSERT_TRUE(decoded) << decoded.error().message;
  ASSERT_EQ(decoded->snapshot.sites.size(), 2u);
  EXPECT_EQ(decoded->snapshot.sites[0].calls, 0u);
  EXPECT_EQ(decoded->snapshot.sites[1].calls, 1000u);
}

}  // namespace
}  // namespace assay::telemetry
