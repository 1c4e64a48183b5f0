// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/strata.h"

#include <gtest/gtest.h>

#include <cmath>

#include "simulated.h"

namespace assay::insight {
namespace {

constexpr double kLevel = 0.05;
constexpr double kLeastLift = 2;

Window failingWindow(std::map<unsigned, Cell> sizes, std::map<std::string, Cell> types = {}) {
  Window window;
  for (const auto& [size, cell] : sizes) window.calls += cell.calls, window.errors += cell.errors;
  window.sizes = std::move(sizes);
  window.types = std::move(types);
  return window;
}

std::vector<Stratum> carriers(std::vector<Stratum> strata) {
  std::vector<Stratum>* all[] = {&strata};
  adjustStrata(all);
  return carriersOf(strata, kLevel, kLeastLift);
}

// 24 of 120 calls fail in all; 20 of 30 of that size: (20 / 30) / (24 / 120) = 3.3333. By hand.
TEST(ErrorStrata, HaveTheLiftOfTheirRate) {
  const std::vector<Window> windows(1, failingWindow({{2, {90, 4, 0}}, {5, {30, 20, 0}}}));
  const auto strata = errorStrata(windows);
  ASSERT_EQ(strata.size(), 2u);
  EXPECT_NEAR(strata[1].lift.value, 10.0 / 3, 1e-12);
  EXPECT_GT(strata[1].lift.interval.low, 2);
  EXPECT_LT(strata[1].lift.interval.high, 4.0001) << "at most 1 / its share of calls";
  EXPECT_LT(strata[1].chance, 1e-6);
  EXPECT_GT(strata[0].chance, 0.99);
}

TEST(ErrorStrata, HaveLimitsWhereTheOthersHaveNoError) {
  const std::vector<Window> windows(1, failingWindow({{2, {900, 0, 0}}, {5, {100, 20, 0}}}));
  const auto strata = errorStrata(windows);
  EXPECT_NEAR(strata[1].lift.value, 10, 1e-12);
  EXPECT_NEAR(strata[1].lift.interval.high, 10, 1e-12);
  EXPECT_GT(strata[1].lift.interval.low, 5);
}

TEST(ErrorStrata, AreNoneWithoutAnErrorOrWithASingleOne) {
  EXPECT_TRUE(errorStrata(std::vector<Window>(2, failingWindow({{2, {90, 0, 0}}, {5, {30, 0, 0}}}))).empty());
  EXPECT_TRUE(errorStrata(std::vector<Window>(2, failingWindow({{2, {90, 9, 0}}}))).empty());
  EXPECT_TRUE(errorStrata({}).empty());
}

TEST(ErrorStrata, OfNeighbouringSizesBecomeOne) {
  const std::vector<Window> windows(
      1, failingWindow({{2, {900, 3, 0}}, {5, {100, 30, 0}}, {6, {50, 20, 0}}, {9, {100, 40, 0}}},
                       {{"int", {1000, 90, 0}}, {"", {150, 3, 0}}}));
  const auto found = carriers(errorStrata(windows));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].firstSize, 5u);
  EXPECT_EQ(found[0].lastSize, 6u);
  EXPECT_EQ(found[0].errors, 50);
  EXPECT_NEAR(found[0].lift.value, (50.0 / 150) / (93.0 / 1150), 1e-12);
  EXPECT_EQ(found[1].firstSize, 9u);
}

// Of exported metrics: a bucket stands for the one before as well.
TEST(ErrorStrata, OfCoarseSizesHaveAllOfTheirSizes) {
  Window window = failingWindow({});
  window.calls = 1300;
  window.errors = 43;
  window.coarseSizes = {{0, {100, 0, 0}}, {10, {1000, 3, 0}}, {12, {100, 40, 0}}, {47, {100, 0, 0}}};
  const auto strata = errorStrata(std::vector<Window>(1, window));
  ASSERT_EQ(strata.size(), 4u);
  const std::pair<unsigned, unsigned> sizes[] = {{0, 0}, {9, 10}, {11, 12}, {27, 47}};
  for (std::size_t i = 0; i < strata.size(); ++i)
    EXPECT_EQ(std::pair(strata[i].firstSize, strata[i].lastSize), sizes[i]);
  const auto found = carriers(strata);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].firstSize, 11u);
}

TEST(ErrorStrata, FindAPlantedSizeAndAType) {
  int found = 0;
  constexpr int kRuns = 100;
  for (int run = 0; run < kRuns; ++run) {
    Simulation simulation(static_cast<std::uint64_t>(run));
    auto windows = simulation.run(
        {.failing = [](double size) { return size >= 512 ? 0.05 : 0.001; }, .smallest = 1, .largest = 1023});
    const auto carrying = carriers(errorStrata(windows));
    found += carrying.size() == 1 && carrying[0].firstSize == 10 && carrying[0].lastSize == 10 ? 1 : 0;
  }
  EXPECT_GE(found, 95);
}

TEST(ErrorStrata, FindNothingWhereErrorsAreEven) {
  int found = 0;
  constexpr int kRuns = 200;
  for (int run = 0; run < kRuns; ++run) {
    Simulation simulation(500 + static_cast<std::uint64_t>(run));
    auto windows = simulation.run({.failing = [](double) { return 0.02; }, .smallest = 1, .largest = 1000});
    found += carriers(errorStrata(windows)).empty() ? 0 : 1;
  }
  EXPECT_LE(found, 10);
}

}  // namespace
}  // namespace assay::insight
