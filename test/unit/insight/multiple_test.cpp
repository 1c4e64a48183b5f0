// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/multiple.h"

#include <gtest/gtest.h>

#include <random>

namespace assay::insight {
namespace {

// The fifteen probabilities of Benjamini & Hochberg 1995, section 3.2, of which they find four at 5 %;
// adjusted by min(p[j] * n / (j + 1) for j >= i) in plain Python.
TEST(AdjustedForNumber, FindsWhatThePaperFinds) {
  const std::vector<double> chances = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                       .0459, .3240, .4262, .5719, .6528, .7590, 1.0};
  const std::vector<double> expected = {0.0015,     0.003,      0.0095,     0.035625,   0.0603,
                                        0.06385714, 0.06385714, 0.0645,     0.0765,     0.486,
                                        0.58118182, 0.714875,   0.75323077, 0.81321429, 1.0};
  const std::vector<double> adjusted = adjustedForNumber(chances);
  ASSERT_EQ(adjusted.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-8);
}

TEST(AdjustedForNumber, KeepsTheOrderOfTheInput) {
  const std::vector<double> chances = {0.9, 0.01, 0.9, 0.02};
  const std::vector<double> expected = {0.9, 0.04, 0.9, 0.04};
  EXPECT_EQ(adjustedForNumber(chances), expected);
  EXPECT_TRUE(adjustedForNumber({}).empty());
}

TEST(AdjustedForNumber, FindsNothingWhereNothingIsInNineteenOfTwentyCases) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> even(0, 1);
  int found = 0;
  for (int run = 0; run < 1000; ++run) {
    std::vector<double> chances(200);
    for (double& chance : chances) chance = even(random);
    for (const double adjusted : adjustedForNumber(chances))
      if (adjusted <= 0.05) {
        ++found;
        break;
      }
  }
  EXPECT_LE(found, 65);  // 50 expected, 7 the deviation
}

}  // namespace
}  // namespace assay::insight
