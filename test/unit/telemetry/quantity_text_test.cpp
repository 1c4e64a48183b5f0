// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/quantity_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace assay::telemetry {
namespace {

TEST(QuantityText, CountsAreExactAndGrouped) {
  EXPECT_EQ(countText(0), "0");
  EXPECT_EQ(countText(999), "999");
  EXPECT_EQ(countText(1000), "1,000");
  EXPECT_EQ(countText(1234567), "1,234,567");
  EXPECT_EQ(countText(~std::uint64_t{0}), "18,446,744,073,709,551,615");
}

TEST(QuantityText, DurationsHaveThreeFiguresAndAUnit) {
  EXPECT_EQ(durationText(0.0), "0 ns");
  EXPECT_EQ(durationText(19.12e-9), "19.1 ns");
  EXPECT_EQ(durationText(0.4e-9), "0.40 ns");
  EXPECT_EQ(durationText(432e-9), "432 ns");
  EXPECT_EQ(durationText(1.234e-6), "1.23 µs");
  EXPECT_EQ(durationText(45.67e-3), "45.7 ms");
  EXPECT_EQ(durationText(1.02), "1.02 s");
  EXPECT_EQ(durationText(1234.4), "1,234 s");
}

TEST(QuantityText, RoundingMovesToTheNextUnit) {
  EXPECT_EQ(durationText(999.4e-9), "999 ns");
  EXPECT_EQ(durationText(999.6e-9), "1.00 µs");
  EXPECT_EQ(durationText(9.996e-6), "10.0 µs");
  EXPECT_EQ(durationText(99.96e-6), "100 µs");
}

TEST(QuantityText, RatesHaveAUnit) {
  EXPECT_EQ(rateText(0.0), "0/s");
  EXPECT_EQ(rateText(0.25), "0.25/s");
  EXPECT_EQ(rateText(532.0), "532/s");
  EXPECT_EQ(rateText(1.234e6), "1.23M/s");
}

TEST(QuantityText, BytesHaveAUnitOfThousands) {
  EXPECT_EQ(bytesText(0.0), "0 B");
  EXPECT_EQ(bytesText(0.5), "0.50 B");
  EXPECT_EQ(bytesText(96.0), "96.0 B");
  EXPECT_EQ(bytesText(4096.0), "4.10 kB");
  EXPECT_EQ(bytesText(999.6e3), "1.00 MB");
  EXPECT_EQ(bytesText({}), "-");
}

TEST(QuantityText, WhatIsNotKnownIsADash) {
  for (double value : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    EXPECT_EQ(durationText(value), "-");
    EXPECT_EQ(rateText(value), "-");
  }
  EXPECT_EQ(durationText({}), "-");
  EXPECT_EQ(rateText({}), "-");
}

TEST(QuantityText, NonsenseOfADamagedFileStaysText) {
  EXPECT_EQ(durationText(1e300), "1,000,000,000,000,000 s");
}

TEST(QuantityText, RoughOnesHaveOneFigure) {
  EXPECT_EQ(roughText(0), "0");
  EXPECT_EQ(roughText(0.26), "0.3");
  EXPECT_EQ(roughText(1), "1");
  EXPECT_EQ(roughText(44.9), "40");
  EXPECT_EQ(roughText(949), "900");
  EXPECT_EQ(roughText(951), "1k");
  EXPECT_EQ(roughText(23456), "20k");
  EXPECT_EQ(roughText(3e6), "3M");
  EXPECT_EQ(roughText(140737488355328), "100T");
}

}  // namespace
}  // namespace assay::telemetry
