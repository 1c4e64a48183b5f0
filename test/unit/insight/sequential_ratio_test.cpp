// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/sequential_ratio.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "sequential_table.h"

namespace assay::insight {
namespace {

constexpr double kWithoutEnd = std::numeric_limits<double>::infinity();

void addSplit(SequentialRatio& to, const ArmCounts& counts) {
  to.add(std::span(&counts, 1));
}

SequentialRatio sequenceOf(const SplitWindows& split) {
  SequentialRatio sequence;
  for (int i = 0; i < split.count; ++i) {
    const auto& [a, n, b, m] = split.windows[i];
    addSplit(sequence, {{a, n}, {b, m}});
  }
  EXPECT_EQ(sequence.dispersion(), 1) << split.name;
  return sequence;
}

TEST(MixedEffects, AreADistribution) {
  double sum = 0;
  for (const MixedEffect& effect : mixedEffects()) sum += effect.weight;
  EXPECT_NEAR(sum, 1, 1e-12);
  EXPECT_EQ(mixedEffects()[kMixedEffects / 2].logRatio, 0);
}

TEST(RatioEvidence, IsThatOfTheReference) {
  for (const auto& [which, ratio, log] : kSplitEvidence) {
    const SplitWindows& split = kSplits[static_cast<int>(which)];
    EXPECT_NEAR(sequenceOf(split).logEvidenceAgainst(ratio), log, 1e-9) << split.name << " " << ratio;
  }
}

TEST(RatioInterval, HasTheEndsOfTheReference) {
  for (const auto& [which, level, low, high] : kSplitIntervals) {
    const SplitWindows& split = kSplits[static_cast<int>(which)];
    const Interval interval = sequenceOf(split).ratio(level).interval;
    EXPECT_NEAR(interval.low, low, 1e-8 * (1 + low)) << split.name;
    if (high == 0)
      EXPECT_EQ(interval.high, kWithoutEnd) << split.name;
    else
      EXPECT_NEAR(interval.high, high, 1e-8 * high) << split.name;
  }
}

TEST(RatioInterval, HasTheRatioOfRatesInIt) {
  EXPECT_NEAR(sequenceOf(kSplits[0]).ratio(0.05).value, 3, 1e-9);
  EXPECT_NEAR(sequenceOf(kSplits[3]).ratio(0.05).value, 1, 1e-9);
  EXPECT_EQ(sequenceOf(kSplits[1]).ratio(0.05).value, kWithoutEnd);
  EXPECT_EQ(sequenceOf(kSplits[4]).ratio(0.05).value, 0);
}

TEST(ExpectedEvents, AreThoseOfTheReference) {
  for (const auto& [events, expected, log] : kExpectedEvidence)
    EXPECT_NEAR(logEvidenceAgainstExpected(events, expected), log, 1e-8) << events << " " << expected;
  for (const auto& [events, level, low, high] : kExpected) {
    const Interval interval = expectedEvents(events, level);
    EXPECT_NEAR(interval.low, low, 1e-7 * (1 + low)) << events;
    EXPECT_NEAR(interval.high, high, 1e-7 * high) << events;
  }
}

// Kayenta's issue 426: some errors against none. At equal shares four of them may be chance; at a twentieth
// not.
TEST(RatioEvidence, OfSparseErrorsAgainstNoneDependsOnTheShare) {
  SequentialRatio half, twentieth;
  for (const double errors : {0, 1, 2, 1, 0, 0}) {
    addSplit(half, {{0, 500}, {errors, 500}});
    addSplit(twentieth, {{0, 950}, {errors, 50}});
  }
  EXPECT_LT(half.ratio(0.05).interval.low, 1);
  EXPECT_GT(twentieth.ratio(0.01).interval.low, 1);
  EXPECT_GT(twentieth.difference(0.01).interval.low, 0);
}

TEST(RatioEvidence, TakesABurstForOneEvent) {
  SequentialRatio bursts, steady;
  for (int i = 0; i < 10; ++i) {
    addSplit(bursts, {{0, 500}, {i == 3 ? 60.0 : 0.0, 500}});
    addSplit(steady, {{0, 500}, {6, 500}});
  }
  EXPECT_LT(bursts.logEvidenceAgainst(1), 1);
  EXPECT_GT(steady.logEvidenceAgainst(1), 20);
}

// An outage of both arms, whose split is as the calls are, takes nothing from what the other windows say, and
// adds nothing. Simpson's paradox: the share rises while errors become rare.
TEST(RatioEvidence, ComparesWithinAWindow) {
  SequentialRatio sequence;
  addSplit(sequence, {{90, 900}, {10, 100}});
  addSplit(sequence, {{5, 500}, {5, 500}});
  addSplit(sequence, {{1, 100}, {9, 900}});
  EXPECT_NEAR(sequence.ratio(0.05).value, 1, 1e-9);
  EXPECT_NEAR(sequence.difference(0.05).value, 0, 1e-9);
}

TEST(RatioEvidence, DoesNotDependOnTheOrderOfSizes) {
  const ArmCounts a{{3, 400}, {9, 500}}, b{{1, 900}, {0, 100}}, c{{0, 50}, {2, 70}};
  SequentialRatio one, other;
  const ArmCounts first[] = {a, b, c}, second[] = {c, a, b};
  one.add(first), other.add(second);
  EXPECT_NEAR(one.logEvidenceAgainst(1), other.logEvidenceAgainst(1), 1e-12);
  EXPECT_NEAR(one.ratio(0.05).interval.low, other.ratio(0.05).interval.low, 1e-9);
}

TEST(RatioEvidence, RisesWithTheNumberOfErrors) {
  double last = -10;
  for (double errors = 10; errors < 60; errors += 5) {
    SequentialRatio sequence;
    addSplit(sequence, {{10, 1000}, {errors, 1000}});
    EXPECT_GT(sequence.logEvidenceAgainst(1), last) << errors;
    last = sequence.logEvidenceAgainst(1);
  }
}

TEST(RatioEvidence, IsWeakerWhereSplitsVary) {
  SequentialRatio even, uneven;
  for (int i = 0; i < 10; ++i) {
    addSplit(even, {{20, 1000}, {30, 1000}});
    addSplit(uneven, {{i % 2 ? 0.0 : 40.0, 1000}, {i % 2 ? 50.0 : 10.0, 1000}});
  }
  EXPECT_EQ(even.dispersion(), 1);
  EXPECT_GT(uneven.dispersion(), 5);
  EXPECT_LT(uneven.logEvidenceAgainst(1), even.logEvidenceAgainst(1));
}

TEST(DifferenceOfArms, WithoutAnyErrorIsBoundedByTheCalls) {
  SequentialRatio sequence;
  addSplit(sequence, {{0, 5000}, {0, 5000}});
  const Estimate few = sequence.difference(0.05);
  for (int i = 0; i < 9; ++i) addSplit(sequence, {{0, 5000}, {0, 5000}});
  const Estimate many = sequence.difference(0.05);
  EXPECT_EQ(few.value, 0);
  EXPECT_NEAR(few.interval.high, 6.6268 / 5000, 1e-6);
  EXPECT_NEAR(many.interval.high, few.interval.high / 10, 1e-9);
  EXPECT_NEAR(few.interval.low, -few.interval.high, 1e-9);
}

TEST(DifferenceOfArms, IsThatOfTheRates) {
  SequentialRatio sequence;
  addSplit(sequence, {{30, 1000}, {90, 3000}});
  addSplit(sequence, {{20, 1000}, {100, 1000}});
  addSplit(sequence, {{30, 1000}, {30, 1000}});
  const Estimate estimate = sequence.difference(0.05);
  EXPECT_GT(estimate.value, 0.005);
  EXPECT_LT(estimate.interval.low, estimate.value);
  EXPECT_GT(estimate.interval.high, estimate.value);
}

// Looked at from a ratio of 1, effects above it hold all but `below` of the mixture where more is seen.
TEST(RatioInterval, OfOneEndIsThatOfTheMixtureOverEffectsAbove) {
  double above = 0;
  for (const MixedEffect& effect : mixedEffects()) above += effect.logRatio > 0 ? effect.weight : 0;
  EXPECT_NEAR(1 / levelOfLowEnd(0.05), above / 0.05 + (1 - above), 1e-9);
}

TEST(RatioEvidence, OfHostileCountsIsANumber) {
  for (const ArmCounts& counts :
       {ArmCounts{{0, 0}, {0, 0}}, ArmCounts{{0, 1}, {1, 1}}, ArmCounts{{1, 1}, {1, 1}},
        ArmCounts{{0, 0}, {5, 5}}, ArmCounts{{1e15, 1e18}, {0, 1}}, ArmCounts{{1e15, 1e15}, {1e15, 1e15}},
        ArmCounts{{0, 1e18}, {1, 1}}}) {
    SequentialRatio sequence;
    addSplit(sequence, counts);
    addSplit(sequence, counts);
    const Estimate ratio = sequence.ratio(0.05), difference = sequence.difference(0.05);
    EXPECT_FALSE(std::isnan(sequence.logEvidenceAgainst(1)));
    EXPECT_LE(ratio.interval.low, ratio.interval.high);
    EXPECT_LE(difference.interval.low, difference.interval.high);
    EXPECT_GE(difference.interval.low, -1);
    EXPECT_LE(difference.interval.high, 1);
  }
}

// Rates that all calls share rise and fall; the ratio is 2 all the time.
TEST(RatioInterval, HoldsTheTruthAtAllLooksTogether) {
  std::mt19937_64 random(8);
  int left = 0;
  constexpr int kSequences = 400;
  for (int run = 0; run < kSequences; ++run) {
    SequentialRatio sequence;
    bool out = false;
    for (int i = 0; i < 60; ++i) {
      const double rate = i % 7 == 0 ? 0.02 : 0.002;
      std::binomial_distribution<int> old(800, rate), fresh(200, 2 * rate);
      addSplit(sequence, {{double(old(random)), 800}, {double(fresh(random)), 200}});
      const Interval interval = sequence.ratio(0.05).interval;
      out |= interval.low > 2 || interval.high < 2;
    }
    left += out ? 1 : 0;
  }
  EXPECT_LE(left, kSequences * 0.05);
}

}  // namespace
}  // namespace assay::insight
