// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/body_sketch.h"

#include <gmock/gmock.h>

#include <random>

namespace assay::model {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

using Hashes = std::vector<std::uint64_t>;

BodySketch of(Hashes statements) {
  std::uint64_t body = 1;
  for (const std::uint64_t hash : statements) body = body * 31 + hash;
  return sketchOf(body, std::move(statements));
}

constexpr std::uint64_t top(std::uint64_t bits) {
  return bits << 48;
}

Hashes randomHashes(unsigned seed, std::size_t count) {
  std::mt19937_64 random(seed);
  Hashes hashes;
  while (hashes.size() < count) hashes.push_back(random());
  return hashes;
}

// The first `kept` statements are those of the other one.
Hashes edited(Hashes hashes, std::size_t kept, std::size_t size) {
  hashes.resize(kept);
  const Hashes others = randomHashes(99, size - kept);
  hashes.insert(hashes.end(), others.begin(), others.end());
  return hashes;
}

TEST(BodySketch, KeepsTheTopBitsOfStatementsInOrder) {
  const BodySketch sketch = of({top(7) + 1, top(3) + 2, top(7) + 3});
  EXPECT_EQ(sketch.statements, 3U);
  EXPECT_THAT(sketch.kept, ElementsAre(3, 7, 7));
}

TEST(BodySketch, ABodyOfNothingIsKnownAndNoBodyIsNot) {
  EXPECT_TRUE(sketchOf(0, {}).known());
  EXPECT_FALSE(BodySketch{}.known());
}

TEST(BodySketch, EqualBodiesAreNotEdited) {
  EXPECT_EQ(editedPercent(of({top(1), top(2)}), of({top(1), top(2)})), 0U);
}

TEST(BodySketch, ReorderedStatementsAreAnEditThatLosesNone) {
  EXPECT_EQ(editedPercent(sketchOf(1, {top(1), top(2)}), sketchOf(2, {top(1), top(2)})), 1U);
}

TEST(BodySketch, OfFourStatementsOneIsAnother) {
  EXPECT_EQ(editedPercent(of({top(1), top(2), top(3), top(4)}), of({top(1), top(2), top(3), top(5)})), 25U);
}

TEST(BodySketch, WhatIsAddedCountsAsWhatIsTakenAway) {
  const BodySketch two = of({top(1), top(2)});
  const BodySketch four = of({top(1), top(2), top(3), top(4)});
  EXPECT_EQ(editedPercent(two, four), 50U);
  EXPECT_EQ(editedPercent(four, two), 50U);
}

TEST(BodySketch, NothingLeftIsAllOfIt) {
  EXPECT_EQ(editedPercent(of({top(1)}), of({top(2)})), 100U);
  EXPECT_EQ(editedPercent(of({}), of({top(2)})), 100U);
}

TEST(BodySketch, ABodyWithoutStatementsIsNotRewrittenByNone) {
  EXPECT_EQ(editedPercent(sketchOf(1, {}), sketchOf(2, {})), 1U);
}

TEST(BodySketch, ManyStatementsAreASample) {
  const Hashes before = randomHashes(1, 400);
  const BodySketch sketch = of(before);
  EXPECT_THAT(sketch.kept, SizeIs(BodySketch::kMostKept));
  EXPECT_NEAR(editedPercent(sketch, of(edited(before, 300, 400))), 25, 18);
  EXPECT_NEAR(editedPercent(sketch, of(edited(before, 400, 800))), 50, 18);
  EXPECT_GE(editedPercent(sketch, of(randomHashes(2, 500))), 95U);
}

// The mean of many samples is the truth, and they spread about it as it says.
TEST(BodySketch, TheEstimateIsFairAndAsNarrowAsItSays) {
  double sum = 0, squares = 0;
  constexpr int kRuns = 200;
  for (int run = 0; run < kRuns; ++run) {
    const Hashes before = randomHashes(1000 + static_cast<unsigned>(run), 300);
    const double percent = editedPercent(of(before), of(edited(before, 150, 300)));
    sum += percent;
    squares += (percent - 50) * (percent - 50);
  }
  EXPECT_NEAR(sum / kRuns, 50, 2);
  EXPECT_LT(squares / kRuns, 7.5 * 7.5);
}

}  // namespace
}  // namespace assay::model
