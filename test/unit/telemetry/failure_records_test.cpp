// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/failure_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/segment_image.h"
#include "telemetry/decode_segment.h"
#include "telemetry/input_sizes.h"
#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using vocabulary::FailureRecord;

constexpr std::uint8_t kReturned = static_cast<std::uint8_t>(vocabulary::FailureKind::Returned);

test::SegmentImage failing() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  image.call(image.addShard(site), 100, true);
  image.addType(site, 2, "T = int");
  return image;
}

FailureRecord recordOf(std::uint32_t sequence, std::uint64_t ended) {
  FailureRecord record{};
  record.sequence = sequence;
  record.ended = ended;
  return record;
}

Failure endedAt(std::uint64_t nanoseconds) {
  Failure failure;
  failure.endedNanoseconds = nanoseconds;
  return failure;
}

std::vector<Failure> failuresIn(const std::string& bytes) {
  const auto decoded = decodeSegment(MemorySource(test::bytesOf(bytes)), "segment", {});
  return decoded ? decoded->snapshot.sites[0].failures
                 : std::vector<Failure>{{.type = decoded.error().message}};
}

TEST(FailureRecords, TheLatestComesFirstWithAllItSays) {
  test::SegmentImage image = failing();
  image.addFailure(1, 0, recordOf(5, 2'000));
  FailureRecord returned = recordOf(2, 11'000);
  returned.kind = kReturned;
  returned.size = 4;
  returned.type = 2;
  returned.duration = 700;
  image.addFailure(1, 1, returned);
  const auto failures = failuresIn(image.bytes());
  ASSERT_THAT(failures, SizeIs(2));
  EXPECT_FALSE(failures[0].thrown);
  EXPECT_NEAR(static_cast<double>(failures[0].endedNanoseconds), 1.7e18 + 10'000, 300)
      << "a tick is a nanosecond here";
  EXPECT_DOUBLE_EQ(failures[0].seconds, 700e-9);
  EXPECT_EQ(failures[0].type, "T = int");
  EXPECT_EQ(sizesOf(failures[0])->from, 4u);
  EXPECT_EQ(sizesOf(failures[0])->to, 8u);
  EXPECT_TRUE(failures[1].thrown);
  EXPECT_EQ(failures[1].type, "");
  EXPECT_FALSE(sizesOf(failures[1]));
}

TEST(FailureRecords, TheClassOfAnExceptionIsNamedAsInTheSource) {
  test::SegmentImage image = failing();
  image.addSite(2, "St12out_of_range");  // the names are one text
  FailureRecord record = recordOf(1, 2'000);
  record.thrownOffset = image.site(2).nameOffset;
  record.thrownLength = 16;
  image.addFailure(1, 0, record);
  EXPECT_EQ(failuresIn(image.bytes()).at(0).exception, "std::out_of_range");
  record.thrownLength = 241;
  image.addFailure(1, 1, record);
  record.thrownOffset = ~0u;
  record.thrownLength = 1;
  image.addFailure(1, 2, record);
  for (const Failure& failure : failuresIn(image.bytes()))
    EXPECT_THAT(failure.exception, testing::AnyOf("", "std::out_of_range"));
}

TEST(FailureRecords, WhatIsBeingWrittenIsLeftOut) {
  test::SegmentImage image = failing();
  image.addFailure(1, 0, recordOf(vocabulary::kFailureBeingWritten, 2'000));
  image.addFailure(1, 1, recordOf(0, 2'000));
  EXPECT_THAT(failuresIn(image.bytes()), IsEmpty());
}

TEST(FailureRecords, BeforeLayout6ThereAreNone) {
  test::SegmentImage image = failing();
  image.addFailure(1, 0, recordOf(1, 2'000));
  EXPECT_THAT(failuresIn(image.bytes([](auto& h) { h.layoutVersion = 5; })), IsEmpty());
}

TEST(FailureRecords, OutsideTheFileIsDamage) {
  for (const std::uint64_t offset : {~std::uint64_t{0}, std::uint64_t{1} << 40}) {
    const auto failures = failuresIn(failing().bytes([=](auto& h) { h.failureOffset = offset; }));
    ASSERT_THAT(failures, SizeIs(1));
    EXPECT_THAT(failures[0].type, testing::HasSubstr("do not fit"));
  }
}

TEST(FailureRecords, NonsenseIsAFailureOfAnUnknownTime) {
  const test::SegmentImage image;
  FailureRecord record{};
  record.kind = 77;
  record.size = 255;
  record.ended = record.duration = ~std::uint64_t{0};
  const Failure failure = failureOf(record, image.header, 1e9, {});
  EXPECT_EQ(failure.endedNanoseconds, 0u);
  EXPECT_FALSE(sizesOf(failure)->to) << "the bucket without an end";
  EXPECT_EQ(failureOf(record, image.header, 0, {}).seconds, 0);
}

TEST(FailureRecords, OfSeveralProcessesTheLatestAreKept) {
  std::vector<Failure> failures;
  for (std::uint64_t i = 1; i <= 6; ++i) addFailures(failures, {endedAt(i)});
  std::vector<Failure> others;
  for (std::uint64_t i = 4; i <= 9; ++i) addFailures(others, {endedAt(i)});
  addFailures(failures, others);
  std::vector<std::uint64_t> times;
  for (const Failure& failure : failures) times.push_back(failure.endedNanoseconds);
  EXPECT_THAT(times, ElementsAre(9, 8, 7, 6, 6, 5, 5, 4));
}

}  // namespace
}  // namespace assay::telemetry
