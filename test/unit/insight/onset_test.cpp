// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/onset.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "simulated.h"

namespace assay::insight {
namespace {

constexpr std::int64_t kOnsetBegin = 1'700'000'000;
constexpr std::int64_t kOnsetStep = 43200;

// 28 windows of half a day; `level` is of each.
std::vector<Window> livedThrough(std::uint64_t seed, const std::function<double(int)>& level,
                                 double windowNoise = 0.05) {
  Simulation simulation(seed);
  std::vector<Window> all;
  for (int i = 0; i < 28; ++i) {
    const double factor = level(i);
    all.push_back(simulation
                      .run({.nanoseconds = [=](double n) { return factor * (500 + 5 * n); },
                            .smallest = 1,
                            .largest = 1000,
                            .calls = 300,
                            .windowNoise = windowNoise,
                            .windows = 1})
                      .front());
    all.back().start = kOnsetBegin + i * kOnsetStep;
  }
  return all;
}

Onset onsetIn(const std::vector<Window>& windows) {
  return onsetOf(timeSeries(Windows(windows).first(14), Windows(windows).subspan(14)));
}

struct ToldOnsets {
  int steps = 0, drifts = 0, held = 0;
  double perDay = 0;
};

ToldOnsets tellOnsets(const std::function<double(int)>& level, int at = 0) {
  ToldOnsets told;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Onset onset = onsetIn(livedThrough(300 + seed, level));
    const std::int64_t truth = kOnsetBegin + at * kOnsetStep;
    told.steps += onset.kind == OnsetKind::Step ? 1 : 0;
    told.drifts += onset.kind == OnsetKind::Drift ? 1 : 0;
    told.held += onset.kind == OnsetKind::Step && onset.earliest <= truth && truth <= onset.latest ? 1 : 0;
    told.perDay += onset.perDay / 40;
  }
  return told;
}

TEST(Onset, OfAReleaseIsAStepWithItsPlace) {
  const ToldOnsets told = tellOnsets([](int i) { return i < 18 ? 1.0 : 1.4; }, 18);
  EXPECT_GE(told.steps, 38);
  EXPECT_EQ(told.drifts, 0);
  EXPECT_GE(told.held, told.steps - 1);
}

TEST(Onset, OfASlowDeclineIsADriftWithItsSlope) {
  const ToldOnsets told = tellOnsets([](int i) { return std::exp(0.03 * i / 2.0); });
  EXPECT_GE(told.drifts, 30);
  EXPECT_EQ(told.steps, 0);
  EXPECT_NEAR(told.perDay, 0.03 * told.drifts / 40, 0.003);
}

TEST(Onset, OfNoiseIsNotTold) {
  const ToldOnsets told = tellOnsets([](int) { return 1.0; });
  EXPECT_LE(told.steps + told.drifts, 2);
}

// What is larger takes longer, and is no step.
TEST(Onset, DoesNotSeeWhatInputsDo) {
  std::vector<Window> windows = livedThrough(5, [](int) { return 1.0; });
  Simulation simulation(6);
  for (std::size_t i = 14; i < windows.size(); ++i) {
    const std::int64_t start = windows[i].start;
    windows[i] = simulation
                     .run({.nanoseconds = [](double n) { return 500 + 5 * n; },
                           .smallest = 200,
                           .largest = 1000,
                           .windows = 1})
                     .front();
    windows[i].start = start;
  }
  EXPECT_EQ(onsetIn(windows).kind, OnsetKind::Unknown);
}

std::vector<SeriesPoint> twoLevels(int count) {
  std::vector<SeriesPoint> all;
  for (int i = 0; i < count; ++i)
    all.push_back({kOnsetBegin + i * kOnsetStep, (i < count / 2 ? 1 : 2) + 0.01 * (i % 2), 1});
  return all;
}

TEST(Onset, NeedsWindowsInTheOrderOfTime) {
  EXPECT_EQ(onsetOf(twoLevels(7)).kind, OnsetKind::Unknown);
  EXPECT_EQ(onsetOf(twoLevels(8)).since, kOnsetBegin + 4 * kOnsetStep);
  std::vector<SeriesPoint> mixed = twoLevels(12);
  std::swap(mixed[2], mixed[9]);
  EXPECT_EQ(onsetOf(mixed).kind, OnsetKind::Unknown);
  std::vector<SeriesPoint> unknown = twoLevels(12);
  for (SeriesPoint& one : unknown) one.start = 0;
  EXPECT_EQ(onsetOf(unknown).kind, OnsetKind::Unknown);
  std::vector<SeriesPoint> flat = twoLevels(12);
  for (SeriesPoint& one : flat) one.value = 3;
  EXPECT_EQ(onsetOf(flat).kind, OnsetKind::Unknown);
}

TEST(Onset, OfErrorsAndMemoryIsOfWhatACallDoes) {
  std::vector<Window> windows = livedThrough(7, [](int) { return 1.0; });
  for (std::size_t i = 0; i < windows.size(); ++i) {
    windows[i].errors = i < 20 ? 1 : 30;
    windows[i].memory = {windows[i].timed, 400 * windows[i].timed,
                         (i < 16 ? 400.0 : 300.0) * windows[i].timed};
    windows[i].memory.freed += i % 2 == 0 ? 10 : 0;
  }
  const Windows before = Windows(windows).first(14), after = Windows(windows).subspan(14);
  EXPECT_EQ(onsetOf(errorSeries(before, after)).since, kOnsetBegin + 20 * kOnsetStep);
  EXPECT_EQ(onsetOf(keptSeries(before, after)).since, kOnsetBegin + 16 * kOnsetStep);
  EXPECT_EQ(onsetOf(allocatedSeries(before, after)).kind, OnsetKind::Unknown);
  for (Window& window : windows) window.entryOnly = true;
  EXPECT_TRUE(errorSeries(before, after).empty());
}

}  // namespace
}  // namespace assay::insight
