// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/dogstatsd_numbers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace assay::exporting {
namespace {

TEST(DogstatsdNumbers, HaveSixDigitsAndNoExponent) {
  EXPECT_EQ(decimalText(0), "0");
  EXPECT_EQ(decimalText(-1), "0");
  EXPECT_EQ(decimalText(1), "1");
  EXPECT_EQ(decimalText(100), "100");
  EXPECT_EQ(decimalText(0.25), "0.25");
  EXPECT_EQ(decimalText(1.23456789e-7), "0.000000123457");
  EXPECT_EQ(decimalText(9.999999e-7), "0.000001");
  EXPECT_EQ(decimalText(1234567.8), "1234568");
  EXPECT_EQ(decimalText(3e14), "300000000000000");
}

TEST(DogstatsdNumbers, RatesAreRoundedDown) {
  EXPECT_EQ(rateText(2), "0.5");
  EXPECT_EQ(rateText(3), "0.3333333");
  EXPECT_EQ(rateText(1000), "0.001");
  EXPECT_EQ(rateText(1'000'000), "0.000001");
  EXPECT_EQ(rateText(1'000'000'000), "0.00000000099999999999999") << "1 / 1e-9 is less, as doubles go";
}

// An agent cuts 1/rate off, others round it, others multiply by it.
TEST(DogstatsdNumbers, RatesGiveEveryWeightBack) {
  const auto check = [](std::uint64_t weight) {
    const double read = 1 / std::strtod(rateText(weight).c_str(), nullptr);
    ASSERT_EQ(static_cast<std::uint64_t>(read), weight) << rateText(weight);
    ASSERT_LT(read - static_cast<double>(weight), 1e-3) << rateText(weight);
  };
  for (std::uint64_t weight = 2; weight < 200'000; ++weight) check(weight);
  for (std::uint64_t weight = 7; weight <= kMostWeight; weight = weight * 3 / 2 + 1) check(weight);
  check(kMostWeight);
  check(kMostWeight - 1);
}

}  // namespace
}  // namespace assay::exporting
