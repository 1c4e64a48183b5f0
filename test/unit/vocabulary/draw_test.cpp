// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "vocabulary/draw.h"

#include <gtest/gtest.h>

#include <cmath>

namespace assay::vocabulary {
namespace {

constexpr unsigned kKeys = 100'000;

unsigned countIn(std::uint64_t salt, unsigned share) {
  unsigned count = 0;
  for (std::uint64_t key = 0; key < kKeys; ++key) count += drawOf(key, salt) < share ? 1 : 0;
  return count;
}

// Six standard deviations of a binomial share: keys that follow each other are as good as any.
TEST(Draw, EachShareHasItsPartOfTheKeys) {
  for (const unsigned share : {1u, 50u, 1000u, 5000u, 9999u}) {
    const double expected = double{kKeys} * share / kWholeShare;
    const double spread = std::sqrt(expected * (1 - share / double{kWholeShare}));
    EXPECT_NEAR(countIn(saltOf(share), share), expected, 6 * spread + 1) << share;
  }
  EXPECT_EQ(countIn(1, 0), 0u);
  EXPECT_EQ(countIn(1, kWholeShare), kKeys);
}

TEST(Draw, TwoExperimentsDivideTheSameKeysIndependently) {
  unsigned both = 0;
  for (std::uint64_t key = 0; key < kKeys; ++key)
    both += drawOf(key, saltOf(1)) < 5000 && drawOf(key, saltOf(2)) < 5000 ? 1 : 0;
  EXPECT_NEAR(both, kKeys / 4, 6 * std::sqrt(kKeys * 3.0 / 16));
}

TEST(Draw, TheNumbersOfAShareAreThoseWithAPlaceBelowIt) {
  for (std::uint32_t share = 0; share <= kWholeShare; ++share) {
    const std::uint64_t end = numbersBelow(share);
    ASSERT_TRUE(end == 0 || placeOf((end - 1) << 32) < share) << share;
    ASSERT_TRUE(end == std::uint64_t{1} << 32 || placeOf(end << 32) >= share) << share;
  }
  EXPECT_EQ(numbersBelow(0), 0u);
  EXPECT_EQ(numbersBelow(kWholeShare), std::uint64_t{1} << 32);
}

TEST(Draw, IsTheSameEverywhere) {
  // Another number here moves users from one function to the other.
  static_assert(saltOf(7) == 0x63cbe1e459320dd7u);
  static_assert(placeOf(~std::uint64_t{0}) == 9999 && placeOf(std::uint64_t{1} << 63) == 5000);
  static_assert(drawOf(1, 2) == 7376 && drawOf(42, saltOf(7)) == 9280 &&
                drawOf(~std::uint64_t{0}, saltOf(0x301)) == 4024);
  EXPECT_EQ(mix(0), 0xe220a8397b1dcdafu) << "the first number of SplitMix64 from 0, as published";
}

}  // namespace
}  // namespace assay::vocabulary
