// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/clock.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "support/segment_image.h"

namespace assay::telemetry {
namespace {

using vocabulary::ClockKind;
using vocabulary::SegmentHeader;

const ReaderClock kReaderOfThisBoot{.bootId = "boot",
                                    .monotonic = 9000,
                                    .counterKind = ClockKind::TimeStampCounter,
                                    .counter = ClockPair{4000, 9000}};

SegmentHeader headerOf(const char (&bootId)[5]) {
  SegmentHeader header = test::SegmentImage().header;
  std::copy_n(bootId, 5, header.bootId);
  header.startTicks = 2000;
  header.startMonotonic = 5000;
  header.recentTicks = 3000;
  header.recentMonotonic = 5500;
  return header;
}

TEST(Clock, TicksOfThisBootUseTheReadersOwnPair) {
  EXPECT_DOUBLE_EQ(secondsPerTick(headerOf("boot"), kReaderOfThisBoot), 4000e-9 / 2000);
}

TEST(Clock, TicksOfAnotherBootUseTheRecordedPairs) {
  EXPECT_DOUBLE_EQ(secondsPerTick(headerOf("else"), kReaderOfThisBoot), 500e-9 / 1000);
}

TEST(Clock, ACounterOfAnotherKindUsesTheRecordedPairs) {
  SegmentHeader header = headerOf("boot");
  header.clockKind = ClockKind::GenericTimer;
  EXPECT_DOUBLE_EQ(secondsPerTick(header, kReaderOfThisBoot), 500e-9 / 1000);
}

TEST(Clock, NanosecondsNeedNoPair) {
  SegmentHeader header = headerOf("else");
  header.clockKind = ClockKind::MonotonicNanoseconds;
  header.recentTicks = header.startTicks;
  EXPECT_DOUBLE_EQ(secondsPerTick(header, kReaderOfThisBoot), 1e-9);
}

TEST(Clock, OnePairAloneTellsNothing) {
  SegmentHeader header = headerOf("else");
  header.recentTicks = header.startTicks;
  EXPECT_EQ(secondsPerTick(header, kReaderOfThisBoot), 0);
}

TEST(Clock, ABootIdWithoutAnEndIsAnotherBoot) {
  SegmentHeader header = headerOf("boot");
  std::ranges::fill(header.bootId, 'x');
  EXPECT_FALSE(isOfThisBoot(header, kReaderOfThisBoot));
  EXPECT_TRUE(isOfThisBoot(headerOf("boot"), kReaderOfThisBoot));
}

TEST(Clock, NoHeaderGivesANegativeOrInfiniteRate) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 10000; ++round) {
    SegmentHeader header = headerOf(round % 2 == 0 ? "boot" : "else");
    for (std::uint64_t* field :
         {&header.startTicks, &header.startMonotonic, &header.recentTicks, &header.recentMonotonic})
      *field = random() >> (random() % 64);
    header.clockKind = static_cast<ClockKind>(random() % 5);
    const double rate = secondsPerTick(header, kReaderOfThisBoot);
    ASSERT_TRUE(std::isfinite(rate));
    ASSERT_GE(rate, 0);
  }
}

TEST(Clock, ThisMachineHasABootAndAClock) {
  const ReaderClock clock = readClock();
  EXPECT_EQ(clock.bootId.size(), 36u);
  EXPECT_GT(clock.monotonic, 0u);
}

}  // namespace
}  // namespace assay::telemetry
