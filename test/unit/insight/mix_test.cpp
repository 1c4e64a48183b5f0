// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/mix.h"

#include <gtest/gtest.h>

#include "simulated.h"

namespace assay::insight {
namespace {

// One size with so many calls of so long, in each window.
Window sizedWindow(std::map<unsigned, Cell> sizes) {
  Window window;
  window.sizes = std::move(sizes);
  for (const auto& [size, cell] : window.sizes) {
    window.calls += cell.calls;
    window.timed += cell.calls;
    window.nanoseconds += cell.nanoseconds;
  }
  return window;
}

// Before: means 100 and 1000 at weights 0.75 and 0.25: 325. After: 120 and 1100 at those weights: 365. By
// hand.
TEST(ChangeAtSameSizes, IsThatOfTheWeightedMeans) {
  const std::vector<Window> before(4, sizedWindow({{3, {30, 0, 3000}}, {7, {10, 0, 10000}}}));
  const std::vector<Window> after(4, sizedWindow({{3, {10, 0, 1200}}, {7, {50, 0, 55000}}}));
  const MixChange change = changeAtSameSizes(before, after);
  EXPECT_NEAR(change.change.factor.value, 365.0 / 325, 1e-12);
  EXPECT_EQ(change.covered, 1);
}

// Both sizes rise and fall together, so nothing averages out between them: each mean varies by sd(level) /
// sqrt(5) = 0.0790569 / 2.236068 = 0.0353553, two of them by 0.05; t(0.975, 8) = 2.306004. By hand.
TEST(ChangeAtSameSizes, SaysWhatVariesTogether) {
  std::vector<Window> before, after;
  for (const double level : {0.9, 1.0, 1.1, 0.95, 1.05}) {
    before.push_back(sizedWindow({{3, {40, 0, 4000 * level}}, {7, {60, 0, 60000 * level}}}));
    after.push_back(sizedWindow({{3, {40, 0, 4000 * level}}, {7, {60, 0, 60000 * level}}}));
  }
  const Change change = changeAtSameSizes(before, after).change;
  EXPECT_NEAR(std::log(change.factor.interval.high), 0.05 * 2.306004, 1e-6);
}

TEST(ChangeAtSameSizes, LeavesOutWhatOnlyOnePeriodHas) {
  std::vector<Window> before(5, sizedWindow({{3, {30, 0, 3000}}, {9, {10, 0, 50000}}}));
  std::vector<Window> after(5, sizedWindow({{3, {30, 0, 3000}}, {12, {10, 0, 900000}}}));
  const MixChange change = changeAtSameSizes(before, after);
  EXPECT_NEAR(change.change.factor.value, 1, 1e-12);
  EXPECT_NEAR(change.covered, 0.75, 1e-12);
  const std::vector<Window> other(5, sizedWindow({{20, {1, 0, 1}}}));
  EXPECT_EQ(changeAtSameSizes(before, other).covered, 0);
  EXPECT_EQ(changeAtSameSizes(before, other).change.chanceOfMore, 1);
}

TEST(ChangeAtSameSizes, WithoutSizesIsThatOfTheMean) {
  Simulation simulation(1);
  const auto before = simulation.run({}), after = simulation.run({});
  EXPECT_EQ(changeAtSameSizes(before, after),
            (MixChange{changeOf(meanDuration(before), meanDuration(after)), 1}));
}

double linearTime(double size) {
  return 500 + 10 * size;
}

TEST(ChangeAtSameSizes, TellsLargerInputsFromSlowerCode) {
  constexpr int kRuns = 100;
  int rose = 0, blamed = 0, found = 0;
  for (int run = 0; run < kRuns; ++run) {
    Simulation simulation(static_cast<std::uint64_t>(run));
    const Production usual{.nanoseconds = linearTime, .smallest = 1, .largest = 1000, .calls = 1000};
    Production larger = usual, slower = usual;
    larger.smallest = 30;
    slower.nanoseconds = [](double size) { return 1.3 * linearTime(size); };
    const auto before = simulation.run(usual), big = simulation.run(larger), slow = simulation.run(slower);
    rose += changeOf(meanDuration(before), meanDuration(big)).chanceOfMore < 0.001 ? 1 : 0;
    blamed += changeAtSameSizes(before, big).change.chanceOfMore < 0.025 ? 1 : 0;
    found += changeAtSameSizes(before, slow).change.chanceOfMore < 0.001 ? 1 : 0;
  }
  EXPECT_GE(rose, 95);
  EXPECT_LE(blamed, 7) << "2.5 expected";
  EXPECT_GE(found, 95);
}

}  // namespace
}  // namespace assay::insight
