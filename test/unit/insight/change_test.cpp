// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/change.h"

#include <gtest/gtest.h>

#include <cmath>

namespace assay::insight {
namespace {

// {2.1, 2.4, 1.9, 2.2, 2.0, 2.6} and {2.5, 2.9, 2.2, 3.1} as logarithms. Expected: SciPy 1.10.1,
// scipy.stats.ttest_ind(b, a, equal_var=False, alternative='greater'), and exp(difference -+ t.ppf(0.975,
// Welch's degrees) * deviation).
constexpr Logarithm kBefore = {2.2, 0.011333333333333336, 5};
constexpr Logarithm kAfter = {2.6750000000000003, 0.04062499999999999, 3};

TEST(Change, IsWelchsOfTheReference) {
  const Change change = changeOf(kBefore, kAfter);
  EXPECT_NEAR(change.chanceOfMore, 0.04766382183864307, 1e-9);
  EXPECT_NEAR(change.chanceOfLess, 1 - 0.04766382183864307, 1e-9);
  EXPECT_NEAR(change.factor.value, std::exp(0.475), 1e-12);
  EXPECT_NEAR(change.factor.interval.low, 0.8843898250726422, 1e-9);
  EXPECT_NEAR(change.factor.interval.high, 2.923721628189765, 1e-8);
}

TEST(Change, OfWhatIsSortedIntoBucketsIsNoneBelowTheirWidth) {
  Logarithm before = kBefore, after = kAfter;
  before.resolution = after.resolution = 0.2;
  const Change change = changeOf(before, after);
  EXPECT_GT(change.chanceOfMore, 0.3);
  EXPECT_NEAR(change.factor.interval.low, 0.8843898250726422 * std::exp(-0.4), 1e-9);
}

TEST(Change, OfNumbersThatDoNotVary) {
  const Change more = changeOf(Logarithm{0, 0, 5}, Logarithm{1, 0, 5});
  EXPECT_EQ(more.chanceOfMore, 0);
  EXPECT_EQ(more.chanceOfLess, 1);
  const Change same = changeOf(Logarithm{1, 0, 5}, Logarithm{1, 0, 5});
  EXPECT_EQ(same.chanceOfMore, 1);
  EXPECT_EQ(same.factor.value, 1);
}

TEST(Change, OfRatiosIsThatOfTheirLogarithms) {
  const Ratio before{10, 1, 12, 100}, after{20, 4, 12, 100};
  const Change change = changeOf(before, after);
  EXPECT_NEAR(change.factor.value, 2, 1e-12);
  EXPECT_EQ(change, changeOf(Logarithm{std::log(10), 0.01, 12}, Logarithm{std::log(20), 0.01, 12}));
}

// The same numbers, as they are: SciPy's ttest_ind and t.ppf as above, of the values themselves.
TEST(Difference, IsWelchsOfTheReference) {
  const Difference difference = differenceOf(Ratio{kBefore.value, kBefore.variance, kBefore.degrees, 6},
                                             Ratio{kAfter.value, kAfter.variance, kAfter.degrees, 4});
  EXPECT_NEAR(difference.chanceOfMore, 0.04766382183864307, 1e-9);
  EXPECT_NEAR(difference.difference.value, 0.475, 1e-12);
  EXPECT_NEAR(difference.difference.interval.low, std::log(0.8843898250726422), 1e-9);
  EXPECT_NEAR(difference.difference.interval.high, std::log(2.923721628189765), 1e-9);
}

TEST(Difference, OfWhatIsNotKnownIsNone) {
  const Difference difference = differenceOf(Ratio{10, 1, 12, 100}, Ratio{});
  EXPECT_EQ(difference.chanceOfMore, 1);
  EXPECT_TRUE(std::isinf(difference.difference.interval.low));
  EXPECT_EQ(differenceOf(Ratio{0, 0, 5, 9}, Ratio{8, 0, 5, 9}).chanceOfMore, 0) << "certain";
}

TEST(Change, OfWhatIsNotKnownIsNone) {
  const Change change = changeOf(Ratio{10, 1, 12, 100}, Ratio{0, 0, 0, 0});
  EXPECT_EQ(change.chanceOfMore, 1);
  EXPECT_EQ(change.factor.interval.low, 0);
  EXPECT_TRUE(std::isinf(change.factor.interval.high));
  EXPECT_FALSE(logarithmOf(Ratio{0, 0, 12, 5}));
  EXPECT_FALSE(logarithmOf(Ratio{3, 0, 0, 5}));
}

}  // namespace
}  // namespace assay::insight
