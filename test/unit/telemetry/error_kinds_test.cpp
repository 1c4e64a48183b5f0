// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/error_kinds.h"

#include <gmock/gmock.h>

#include "support/segment_image.h"
#include "telemetry/decode_segment.h"

namespace assay::telemetry {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using vocabulary::SegmentHeader;

Expected<DecodedSegment> decodeErrors(const std::string& bytes) {
  return decodeSegment(MemorySource(test::bytesOf(bytes)), "seg",
                       {.bootId = "boot", .monotonic = 9000, .counter = {}});
}

ErrorKinds kindsIn(const std::string& bytes) {
  const auto decoded = decodeErrors(bytes);
  return decoded ? decoded->snapshot.sites[0].errorKinds : ErrorKinds{{decoded.error().message, 0}};
}

// Two threads that have met two classes in another order.
test::SegmentImage withKinds() {
  test::SegmentImage image;
  const auto site = image.addSite(1, "parses");
  image.call(image.addShard(site), 100, true);
  const auto one = image.addErrors(site, 3, 2, 1), other = image.addErrors(site, 4);
  image.addThrown(one, 0, "St12out_of_range", 7);
  image.addThrown(one, 1, "6Spoilt", 1);
  image.addThrown(other, 0, "6Spoilt", 5);
  image.addErrors(0, 9, 9, 9);
  return image;
}

TEST(ErrorKinds, OfAllThreadsAreAddedUpByClass) {
  EXPECT_THAT(kindsIn(withKinds().bytes()),
              ElementsAre(Pair("(exception)", 2), Pair("(other)", 1), Pair("(returned)", 7),
                          Pair("Spoilt", 6), Pair("std::out_of_range", 7)));
}

TEST(ErrorKinds, AreNotThereWhereTheWriterKnowsNothingOfThem) {
  EXPECT_THAT(kindsIn(withKinds().bytes([](SegmentHeader& h) { h.layoutVersion = 6; })), IsEmpty());
  EXPECT_THAT(kindsIn(withKinds().bytes([](SegmentHeader& h) {
                h.errorOffset = 0;
                h.errorCount = h.errorCapacity = 0;
              })),
              IsEmpty())
      << "of layout 7, before there were any";
}

TEST(ErrorKinds, AClassWhoseNameIsInAnotherFileIsOneOfTheOthers) {
  test::SegmentImage image = withKinds();
  image.errorCells(1).rows[0].thrown.offset = 4000;
  image.errorCells(1).rows[1] = {{0, 0, 0}, 10};
  image.errorCells(1).rows[2] = {{0, vocabulary::kLongestTypeName + 1, 0}, 100};
  const ErrorKinds kinds = kindsIn(image.bytes());
  EXPECT_EQ(kinds.at("(other)"), 1u + 5 + 10 + 100);
  EXPECT_EQ(kinds.at("Spoilt"), 1u);
}

TEST(ErrorKinds, AnErrorCellOfNoSiteIsDamage) {
  test::SegmentImage image = withKinds();
  image.addErrors(2, 1);
  const auto decoded = decodeErrors(image.bytes());
  ASSERT_FALSE(decoded);
  EXPECT_THAT(decoded.error().message, HasSubstr("an error cell counts for site 2 of 2"));
}

TEST(ErrorKinds, OfAnEntryOnlySiteAreNotKnown) {
  test::SegmentImage image;
  image.addErrors(image.addSite(1, "counts", vocabulary::kSiteEntryOnly), 1);
  EXPECT_THAT(kindsIn(image.bytes()), IsEmpty());
}

TEST(ErrorKinds, NonsensicalNumbersStopAtTheLargest) {
  test::SegmentImage image;
  const auto site = image.addSite(1, "f");
  image.addErrors(site, ~std::uint64_t{0});
  image.addErrors(site, 5);
  EXPECT_THAT(kindsIn(image.bytes()), ElementsAre(Pair("(returned)", ~std::uint64_t{0})));
}

TEST(ErrorKinds, ThereIsAnEndToTheClassesOfAFunction) {
  ErrorKinds kinds;
  for (int i = 0; i < 100; ++i) addErrors(kinds, "C" + std::to_string(i), 2);
  addErrors(kinds, kReturnedError, 1);
  addErrors(kinds, "C7", 1);
  EXPECT_EQ(kinds.size(), kMostExceptions + 2);
  EXPECT_EQ(kinds.at("C7"), 3u);
  EXPECT_EQ(kinds.at(kOtherExceptions), 2 * (100 - kMostExceptions));
  EXPECT_EQ(kinds.at(kReturnedError), 1u);
}

TEST(ErrorKinds, AKindThatWasShownKeepsItsPlace) {
  ErrorKinds kinds;
  keepErrorKind(kinds, "Last");
  for (int i = 0; i < 100; ++i) addErrors(kinds, "C" + std::to_string(i), 2);
  keepErrorKind(kinds, "New");
  addErrors(kinds, "Last", 7);
  EXPECT_EQ(kinds.at("Last"), 7u);
  EXPECT_FALSE(kinds.contains("New"));
  EXPECT_EQ(kinds.size(), kMostExceptions + 1);
}

TEST(ErrorKinds, TheMostFrequentComesFirstTheOthersLast) {
  std::vector<std::string> order;
  for (const ErrorKindRow& row :
       rowsOf({{kOtherExceptions, 90}, {kReturnedError, 5}, {"B", 9}, {"A", 5}, {"none", 0}}))
    order.push_back(row.kind);
  EXPECT_THAT(order, ElementsAre("B", "(returned)", "A", "(other)"));
}

TEST(ErrorKinds, WhatHasNoClassIsTold) {
  for (const char* kind : {kReturnedError, kUnnamedException, kOtherExceptions}) EXPECT_FALSE(hasClass(kind));
  EXPECT_TRUE(hasClass("(anonymous namespace)::Error"));
}

}  // namespace
}  // namespace assay::telemetry
