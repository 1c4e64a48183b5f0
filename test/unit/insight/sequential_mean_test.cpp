// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/sequential_mean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "sequential_table.h"

namespace assay::insight {
namespace {

std::vector<Witness> withWeight(std::initializer_list<double> values, double weight = 1) {
  std::vector<Witness> witnesses;
  for (const double value : values) witnesses.push_back({value, weight});
  return witnesses;
}

TEST(MeanEvidence, IsTheIntegralOfTheReference) {
  for (const auto& [n, mean, variance, under, log] : kMeanEvidence)
    EXPECT_NEAR(logEvidenceAgainst({n, mean, variance}, under), log, 1e-8)
        << n << " " << mean << " " << under;
}

TEST(MeanInterval, EndsWhereTheEvidenceOfTheReferenceDoes) {
  for (const auto& [n, mean, variance, level, half] : kMeanIntervals) {
    const Estimate estimate = confidenceSequence({n, mean, variance}, level);
    EXPECT_NEAR(estimate.interval.high - mean, half, 1e-8);
    EXPECT_NEAR(mean - estimate.interval.low, half, 1e-8);
    EXPECT_NEAR(logEvidenceAgainst({n, mean, variance}, estimate.interval.high), -std::log(level), 1e-9);
  }
}

TEST(SequentialMean, HasTheMomentsOfItsWitnesses) {
  const SequentialMean sequence =
      sequentialMean(withWeight({-1.2, -0.7, -0.9, -1.4, -0.2, -1.1, -0.8, -1.0}));
  EXPECT_EQ(sequence.witnesses, 8);  // neighbours rather repel each other
  EXPECT_NEAR(sequence.value, -0.9125, 1e-12);
  EXPECT_NEAR(sequence.variance, 0.13267857142857145, 1e-12);
}

TEST(SequentialMean, IsThatOfWeightsInProportion) {
  const SequentialMean one = sequentialMean(withWeight({0.1, -0.2, 0.05, 0.3}, 1));
  const SequentialMean many = sequentialMean(withWeight({0.1, -0.2, 0.05, 0.3}, 250));
  EXPECT_NEAR(one.value, many.value, 1e-12);
  EXPECT_NEAR(one.variance, many.variance, 1e-12);
}

TEST(SequentialMean, VariesAtLeastAsMuchAsCallsDo) {
  const SequentialMean sequence = sequentialMean(withWeight({0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 50), 0.25);
  EXPECT_NEAR(sequence.variance, 0.25 / 50, 1e-12);
}

TEST(SequentialMean, HasFewerWitnessesWhereNeighboursAreAlike) {
  const SequentialMean sequence = sequentialMean(withWeight(
      {1, 1.1, 1.2, 1.1, 1, 0.9, -1, -1.1, -1.2, -1.1, -1, -0.9, 1, 1.1, 1.2, 1, -1, -1.1, -1.2, -1}));
  EXPECT_GT(sequence.persistence, 0.5);
  EXPECT_LT(sequence.witnesses, 20 / 3.0);
}

TEST(MeanInterval, SaysNothingOfTooFewWitnesses) {
  for (int n = 0; n < 5; ++n) {
    const std::vector<Witness> some(static_cast<std::size_t>(n), {1, 1});
    EXPECT_TRUE(std::isinf(confidenceSequence(sequentialMean(some, 1), 0.05).interval.high)) << n;
  }
  const std::vector<Witness> five = withWeight({1, 1.1, 0.9, 1, 1.05});
  EXPECT_LT(confidenceSequence({5, 1, 0.01}, 0.05).interval.high, 3);
  EXPECT_TRUE(std::isinf(confidenceSequence({5, 1, 0.01}, 0.01).interval.high));
  EXPECT_EQ(sequentialMean(five).witnesses, 5);
}

// What lies above is at most 1 / level where the whole mixture is below (1 / level + 1) / 2.
TEST(MeanInterval, OfOneEndIsThatOfTheMixtureOverOneSide) {
  EXPECT_NEAR(1 / levelOfOneEnd(0.05), (1 / 0.05 + 1) / 2, 1e-12);
  const SequentialMean sequence{10, 1, 0.2};
  EXPECT_GT(confidenceSequence(sequence, levelOfOneEnd(0.05)).interval.low,
            confidenceSequence(sequence, 0.05).interval.low);
}

TEST(MeanEvidence, IsANumberForWhatCannotBe) {
  EXPECT_EQ(logEvidenceAgainst({}, 0), 0);
  EXPECT_FALSE(std::isnan(logEvidenceAgainst({5, 1, 0}, 1)));
  EXPECT_TRUE(std::isinf(logEvidenceAgainst({5, 1, 0}, 2)));
  const std::vector<Witness> huge = withWeight({1, 2, 1, 2, 1}, 1e300);
  EXPECT_FALSE(std::isnan(confidenceSequence(sequentialMean(huge), 0.05).interval.low));
  EXPECT_EQ(sequentialMean(withWeight({1, 2}, 0)).witnesses, 0);
}

// Looked at after each of 200: the truth is left out in at most one of 20 sequences. With a fixed test it is
// in more than a third.
TEST(MeanInterval, HoldsTheTruthAtAllLooksTogether) {
  std::mt19937_64 random(5);
  std::normal_distribution<double> normal(0.3, 2);
  int left = 0;
  constexpr int kSequences = 600;
  for (int run = 0; run < kSequences; ++run) {
    std::vector<Witness> witnesses;
    bool out = false;
    for (int i = 0; i < 200; ++i) {
      witnesses.push_back({normal(random), 1});
      const Interval interval = confidenceSequence(sequentialMean(witnesses), 0.05).interval;
      out |= interval.low > 0.3 || interval.high < 0.3;
    }
    left += out ? 1 : 0;
  }
  EXPECT_LE(left, kSequences * 0.05);
  EXPECT_GT(left, 0);
}

}  // namespace
}  // namespace assay::insight
