// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/shrink.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace assay::insight {
namespace {

// Expected: Kleinman's equations in NumPy 1.24.2 as the paper has them (with weights apart from trials),
// posteriors by scipy.stats.beta.ppf of SciPy 1.10.1.
TEST(ShrunkRates, AreThoseOfTheReference) {
  const std::vector<Count> groups = {{3, 100}, {10, 120}, {1, 30}, {40, 200}, {0, 15}};
  const Prior prior = priorOf(groups);
  EXPECT_NEAR(prior.mean, 0.11612903225806452, 1e-14);
  EXPECT_NEAR(prior.strength, 13.440785445134374, 1e-9);
  const std::vector<Estimate> expected = {{0.04020481159959525, {0.012419286919751043, 0.08311811451063138}},
                                          {0.08663667084967144, {0.04526640763192631, 0.13969029469257388}},
                                          {0.05895071602160835, {0.010481262957921433, 0.1448475038409326}},
                                          {0.19471848044344403, {0.1445308478222094, 0.25032187639362874}},
                                          {0.05488123418893712, {0.004473160676084461, 0.16163043274590766}}};
  const std::vector<Estimate> rates = shrunkRates(groups);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    EXPECT_NEAR(rates[i].value, expected[i].value, 1e-10);
    EXPECT_NEAR(rates[i].interval.low, expected[i].interval.low, 1e-9);
    EXPECT_NEAR(rates[i].interval.high, expected[i].interval.high, 1e-9);
  }
}

TEST(ShrunkRates, OfGroupsThatAreAlikeKnowNoMoreThanTwoOfThem) {
  const std::vector<Count> groups = {{10, 100}, {10, 100}};
  EXPECT_EQ(priorOf(groups).strength, 100);
  EXPECT_NEAR(shrunkRates(groups)[0].value, 0.1, 1e-12);
}

TEST(ShrunkRates, OfOneOfOneIsNotBelieved) {
  const std::vector<Count> groups = {{0, 20}, {1, 1}};
  EXPECT_EQ(priorOf(groups).strength, 2);
  EXPECT_NEAR(shrunkRates(groups)[1].value, (1 + 2.0 / 21) / 3, 1e-12);
}

TEST(ShrunkRates, OfOneGroupOrNoEventAreItsOwn) {
  const std::vector<Count> one = {{2, 10}};
  EXPECT_EQ(priorOf(one).strength, 0);
  EXPECT_NEAR(shrunkRates(one)[0].value, 2.5 / 11, 1e-12);
  const std::vector<Count> none = {{0, 10}, {0, 3}};
  EXPECT_GT(shrunkRates(none)[1].interval.high, shrunkRates(none)[0].interval.high);
  EXPECT_EQ(shrunkRates(std::vector<Count>{{0, 0}})[0].value, 0.5) << "nothing is known";
}

// Sixty groups whose true rates are drawn, most of them small: the shrunken rates are nearer to the truth
// than the raw ones.
TEST(ShrunkRates, AreNearerToTheTruth) {
  std::mt19937_64 random(7);
  std::gamma_distribution<double> a(2, 1), b(38, 1);
  double raw = 0, drawn = 0;
  int held = 0, groupsInAll = 0;
  for (int run = 0; run < 20; ++run) {
    std::vector<double> truth;
    std::vector<Count> groups;
    for (int i = 0; i < 60; ++i) {
      const double x = a(random), trials = 5 + 5 * (i % 12);
      truth.push_back(x / (x + b(random)));
      std::binomial_distribution<int> events(static_cast<int>(trials), truth.back());
      groups.push_back({static_cast<double>(events(random)), trials});
    }
    const std::vector<Estimate> rates = shrunkRates(groups);
    for (std::size_t i = 0; i < groups.size(); ++i, ++groupsInAll) {
      raw += std::pow(groups[i].rate() - truth[i], 2);
      drawn += std::pow(rates[i].value - truth[i], 2);
      held += rates[i].interval.low <= truth[i] && truth[i] <= rates[i].interval.high ? 1 : 0;
    }
  }
  EXPECT_LT(drawn, raw / 2);
  EXPECT_GT(held, groupsInAll * 0.9);
}

}  // namespace
}  // namespace assay::insight
