// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/review.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

#include "simulated.h"

namespace assay::insight {
namespace {

Production healthy() {
  return {.nanoseconds = [](double n) { return 500 + 5 * n; },
          .failing = [](double) { return 0.001; },
          .smallest = 1,
          .largest = 1000,
          .calls = 300};
}

// As a program's functions are: some fast, some slow, some failing, some with sizes.
FunctionPeriods periodsOf(Simulation& simulation, std::uint64_t id, const Production& before,
                          const Production& after) {
  return {{.id = id, .name = "f" + std::to_string(id)}, simulation.run(before), simulation.run(after), {}};
}

std::vector<FunctionPeriods> quietProgram(Simulation& simulation) {
  std::vector<FunctionPeriods> functions;
  for (std::uint64_t id = 0; id < 12; ++id) {
    Production production = healthy();
    production.windowNoise = 0.02 + 0.03 * static_cast<double>(id % 4);
    if (id % 3 == 0) production.largest = production.smallest;
    if (id % 4 == 1) production.failing = [](double) { return 0.0; };
    if (id == 7) production.calls = 3;
    functions.push_back(periodsOf(simulation, id, production, production));
  }
  return functions;
}

const FunctionReview& reviewOf(const std::vector<FunctionReview>& reviews, std::uint64_t id) {
  for (const FunctionReview& review : reviews)
    if (review.subject.id == id) return review;
  throw std::out_of_range("no such function");
}

bool has(const FunctionReview& review, FindingKind kind) {
  for (const Finding& finding : review.findings)
    if (finding.kind == kind) return true;
  return false;
}

TEST(Review, FindsNothingWhereNothingChanged) {
  constexpr int kWeeks = 100;
  int alarms = 0;
  for (std::uint64_t week = 0; week < kWeeks; ++week) {
    Simulation simulation(1000 + week);
    bool found = false;
    for (const FunctionReview& review : reviewAll(quietProgram(simulation)))
      found |= review.standing == Standing::Worse || review.standing == Standing::Fragile;
    alarms += found ? 1 : 0;
  }
  EXPECT_LE(alarms, 5);
}

struct Planted {
  std::uint64_t id;
  Production before, after;
  FindingKind expected;
};

std::vector<Planted> planted() {
  std::vector<Planted> all;
  Production slower = healthy(), failing = healthy(), sized = healthy(), steep = healthy();
  slower.nanoseconds = [](double n) { return 1.4 * (500 + 5 * n); };
  failing.failing = [](double) { return 0.012; };
  sized.failing = [](double n) { return n >= 512 ? 0.06 : 0.0005; };
  steep.nanoseconds = [](double n) { return 2000 + n * n; };
  Production noErrors = healthy(), firstErrors = healthy();
  noErrors.failing = [](double) { return 0.0; };
  firstErrors.failing = [](double) { return 0.005; };
  return {{100, healthy(), slower, FindingKind::Slower},
          {101, healthy(), failing, FindingKind::MoreErrors},
          {102, noErrors, firstErrors, FindingKind::MoreErrors},
          {103, sized, sized, FindingKind::InputsFail},
          {104, steep, steep, FindingKind::SteepGrowth}};
}

TEST(Review, FindsWhatIsPlantedAndBlamesNobodyElse) {
  constexpr int kWeeks = 40;
  int found = 0, missed = 0, blamed = 0;
  for (std::uint64_t week = 0; week < kWeeks; ++week) {
    Simulation simulation(5000 + week);
    std::vector<FunctionPeriods> functions = quietProgram(simulation);
    for (const Planted& one : planted())
      functions.push_back(periodsOf(simulation, one.id, one.before, one.after));
    const auto reviews = reviewAll(functions);
    for (const Planted& one : planted()) ++(has(reviewOf(reviews, one.id), one.expected) ? found : missed);
    for (const FunctionReview& review : reviews)
      blamed += review.subject.id < 100 && !review.findings.empty() ? 1 : 0;
  }
  EXPECT_LE(missed, kWeeks * 5 / 20);
  EXPECT_GE(found, kWeeks * 5 * 19 / 20);
  EXPECT_LE(blamed, kWeeks * 12 / 100);
}

// Bytes of a call vary by a tenth between windows.
void addMemory(std::vector<Window>& windows, double allocated, double kept) {
  double level = 0.9;
  for (Window& window : windows) {
    level = level > 1.09 ? 0.9 : level + 0.05;
    window.memory = {window.timed, window.timed * allocated * level,
                     window.timed * (allocated - kept) * level};
  }
}

TEST(Review, FindsMemoryThatIsKeptOrAllocatedSinceThePeriodBefore) {
  Simulation simulation(8);
  std::vector<FunctionPeriods> functions;
  for (std::uint64_t id = 1; id <= 5; ++id)
    functions.push_back(periodsOf(simulation, id, healthy(), healthy()));
  Production larger = healthy();
  larger.smallest = 50;
  for (std::uint64_t id = 6; id <= 7; ++id) functions.push_back(periodsOf(simulation, id, healthy(), larger));
  larger.smallest = 2;
  functions.push_back(periodsOf(simulation, 8, healthy(), larger));
  const double after[][2] = {{400, 96},   {900, 0}, {400, 200}, {400, 0},
                             {400, -300}, {900, 0}, {400, 96},  {2000, 0}};
  for (std::size_t i = 0; i < functions.size(); ++i) {
    addMemory(functions[i].before, 400, i == 2 ? 200 : 0);
    addMemory(functions[i].after, after[i][0], after[i][1]);
  }
  const auto reviews = reviewAll(functions);
  EXPECT_TRUE(has(reviewOf(reviews, 1), FindingKind::KeepsMore));
  EXPECT_FALSE(has(reviewOf(reviews, 1), FindingKind::AllocatesMore));
  EXPECT_TRUE(has(reviewOf(reviews, 2), FindingKind::AllocatesMore));
  EXPECT_FALSE(has(reviewOf(reviews, 2), FindingKind::KeepsMore));
  EXPECT_EQ(reviewOf(reviews, 1).standing, Standing::Worse);
  EXPECT_NEAR(moreBytesKept(reviewOf(reviews, 1)), 96 * reviewOf(reviews, 1).callsAfter,
              5 * reviewOf(reviews, 1).callsAfter);
  EXPECT_TRUE(reviewOf(reviews, 3).findings.empty()) << "it returns what it allocates, as before";
  EXPECT_TRUE(reviewOf(reviews, 4).findings.empty());
  EXPECT_TRUE(reviewOf(reviews, 5).findings.empty()) << "it frees more";
  EXPECT_TRUE(reviewOf(reviews, 6).findings.empty()) << "its inputs became larger";
  EXPECT_GT(bytesByLargerInputs(reviewOf(reviews, 6)), 4);
  EXPECT_EQ(bytesByLargerInputs(reviewOf(reviews, 2)), 1);
  EXPECT_TRUE(has(reviewOf(reviews, 7), FindingKind::KeepsMore)) << "larger inputs are no leak";
  EXPECT_TRUE(has(reviewOf(reviews, 8), FindingKind::AllocatesMore)) << "more than larger inputs explain";
}

TEST(Review, SaysThatInputsBecameLarger) {
  Simulation simulation(3);
  Production larger = healthy();
  larger.smallest = 50;
  const auto reviews = reviewAll(std::vector{periodsOf(simulation, 1, healthy(), larger)});
  EXPECT_TRUE(sizesMoved(reviews[0]));
  EXPECT_GT(reviews[0].times.mean.factor.interval.low, 1.2);
  EXPECT_TRUE(reviews[0].findings.empty());
}

TEST(Review, TrustsWhatWouldHaveShownAChange) {
  Simulation simulation(4);
  Production good = healthy();
  good.failing = [](double) { return 0.0; };
  Production rare = good;
  rare.calls = 20;
  Production wild = good;
  wild.windowNoise = 1;
  std::vector<FunctionPeriods> functions = {periodsOf(simulation, 1, good, good),
                                            periodsOf(simulation, 2, rare, rare),
                                            periodsOf(simulation, 3, wild, wild)};
  Production other = good;
  other.smallest = 120, other.largest = 100000;
  functions.push_back(periodsOf(simulation, 5, good, other));
  functions.push_back({{.id = 4, .name = "new"}, {}, simulation.run(good), {}});
  const auto reviews = reviewAll(functions);
  EXPECT_EQ(reviewOf(reviews, 1).standing, Standing::Trusted);
  EXPECT_EQ(reviewOf(reviews, 2).missing, Missing::Calls);
  EXPECT_EQ(reviewOf(reviews, 3).missing, Missing::Precision);
  EXPECT_EQ(reviewOf(reviews, 4).missing, Missing::PeriodBefore);
  EXPECT_EQ(reviewOf(reviews, 5).missing, Missing::LikeInputs);
  for (std::uint64_t id = 2; id <= 5; ++id) EXPECT_EQ(reviewOf(reviews, id).standing, Standing::Unknown);
}

TEST(Review, PutsFirstWhatCostsMost) {
  Simulation simulation(6);
  Production slower = healthy(), busy = healthy(), busySlower = healthy(), failing = healthy();
  slower.nanoseconds = busySlower.nanoseconds = [](double n) { return 2 * (500 + 5 * n); };
  busy.calls = busySlower.calls = 900;
  failing.failing = [](double) { return 0.05; };
  const auto reviews = reviewAll(
      std::vector{periodsOf(simulation, 1, healthy(), healthy()), periodsOf(simulation, 2, healthy(), slower),
                  periodsOf(simulation, 3, busy, busySlower), periodsOf(simulation, 4, healthy(), failing)});
  EXPECT_EQ(reviews[0].subject.id, 4u) << "errors before time";
  EXPECT_EQ(reviews[1].subject.id, 3u);
  EXPECT_EQ(reviews[2].subject.id, 2u);
  EXPECT_GT(moreErrors(reviews[0]), 50);
  EXPECT_NEAR(moreSeconds(reviews[1]), reviews[1].times.secondsAfter / 2,
              reviews[1].times.secondsAfter * 0.1);
  EXPECT_EQ(moreErrors(reviews[3]), std::max(0.0, moreErrors(reviews[3])));
}

TEST(Review, SaysWhenWhatGotWorseDid) {
  Simulation simulation(9);
  Production slower = healthy();
  slower.nanoseconds = [](double n) { return 1.4 * (500 + 5 * n); };
  FunctionPeriods periods = periodsOf(simulation, 1, healthy(), slower);
  std::int64_t start = 1'700'000'000;
  for (std::vector<Window>* windows : {&periods.before, &periods.after})
    for (Window& window : *windows) window.start = start += 43200;
  const auto reviews = reviewAll(std::vector{periods});
  ASSERT_TRUE(has(reviews[0], FindingKind::Slower));
  EXPECT_EQ(reviews[0].findings.front().kind, FindingKind::Slower);
  const Onset& onset = reviews[0].findings.front().onset;
  EXPECT_EQ(onset.kind, OnsetKind::Step);
  EXPECT_LE(onset.earliest, periods.after.front().start);
  EXPECT_GE(onset.latest, periods.after.front().start);
}

TEST(Review, FindsAGrowthThatBecameSteeper) {
  Simulation simulation(10);
  Production linear = healthy(), square = healthy();
  linear.largest = square.largest = 5000;
  linear.calls = square.calls = 800;
  linear.nanoseconds = [](double n) { return 500 + 20 * n; };
  square.nanoseconds = [](double n) { return 500 + 20 * n + n * n / 10; };
  const auto reviews = reviewAll(std::vector{periodsOf(simulation, 1, linear, square),
                                             periodsOf(simulation, 2, linear, linear),
                                             periodsOf(simulation, 3, square, square)});
  EXPECT_TRUE(has(reviewOf(reviews, 1), FindingKind::GrowsMore));
  EXPECT_EQ(reviewOf(reviews, 1).standing, Standing::Worse);
  EXPECT_FALSE(has(reviewOf(reviews, 2), FindingKind::GrowsMore));
  EXPECT_FALSE(has(reviewOf(reviews, 3), FindingKind::GrowsMore));
  EXPECT_FALSE(reviewOf(reviews, 3).growth) << "not asked: it is as fast as before";
}

TEST(Review, HoldsAFunctionToWhatItsTagPromises) {
  Simulation simulation(11);
  Production square = healthy();
  square.nanoseconds = [](double n) { return 500 + n * n; };
  FunctionPeriods broken = periodsOf(simulation, 1, square, square);
  broken.subject.promise = {"O(n log n)", 1, true};
  FunctionPeriods kept = periodsOf(simulation, 2, square, square);
  kept.subject.promise = {"O(n^2)", 2, false};
  const auto reviews = reviewAll(std::vector{broken, kept});
  EXPECT_TRUE(has(reviewOf(reviews, 1), FindingKind::BreaksPromise));
  EXPECT_FALSE(has(reviewOf(reviews, 2), FindingKind::BreaksPromise));
}

TEST(Review, OfNothingIsEmpty) {
  EXPECT_TRUE(reviewAll({}).empty());
}

}  // namespace
}  // namespace assay::insight
