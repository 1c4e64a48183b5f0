// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/league.h"

#include <gtest/gtest.h>

namespace assay::insight {
namespace {

FunctionReview functionOf(std::string model, double errors, double calls,
                          Standing standing = Standing::Unknown) {
  FunctionReview review;
  review.subject.model = std::move(model);
  review.subject.vendor = "v";
  review.callsAfter = calls;
  review.errors.after = {errors, calls};
  review.comparable = true;
  review.standing = standing;
  return review;
}

TEST(League, CountsFunctionsOnceHoweverOftenTheyAreCalled) {
  std::vector<FunctionReview> reviews;
  for (int i = 0; i < 9; ++i) reviews.push_back(functionOf("a", 1 + i % 3, 1000));
  reviews.push_back(functionOf("a", 0, 1e9));
  for (int i = 0; i < 10; ++i) reviews.push_back(functionOf("b", 50 + i, 1000));
  const auto rows = leagueOf(reviews, LeagueKey::Model);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].functions, 10u);
  EXPECT_NEAR(rows[0].errorRate.value, 0.0018, 0.001) << "not the one in a billion";
  EXPECT_NEAR(rows[1].errorRate.value, 0.0545, 0.002);
  EXPECT_TRUE(rows[0].apart);
  EXPECT_TRUE(rows[1].apart);
}

TEST(League, DrawsAGroupOfOneTowardsAll) {
  std::vector<FunctionReview> reviews;
  for (int i = 0; i < 20; ++i) reviews.push_back(functionOf("a", i % 4 == 0 ? 40 : 1, 1000));
  reviews.push_back(functionOf("b", 40, 1000, Standing::Worse));
  const auto rows = leagueOf(reviews, LeagueKey::Model);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].name, "b");
  EXPECT_LT(rows[1].errorRate.value, 0.03) << "40 of 1000, but one function only";
  EXPECT_GT(rows[1].errorRate.interval.high, 0.04);
  EXPECT_FALSE(rows[1].apart);
  EXPECT_EQ(rows[1].worse, 1u);
  EXPECT_LT(rows[1].worseShare.value, 0.6);
  EXPECT_GT(rows[1].worseShare.value, rows[0].worseShare.value);
}

TEST(League, OfNoErrorIsAsSureAsItsCalls) {
  std::vector<FunctionReview> reviews;
  for (int i = 0; i < 5; ++i) reviews.push_back(functionOf("a", 0, 10000));
  reviews.push_back(functionOf("b", 0, 10000));
  const auto rows = leagueOf(reviews, LeagueKey::Model);
  EXPECT_LT(rows[0].errorRate.interval.high, 1e-3);
  EXPECT_LT(rows[0].errorRate.interval.high, rows[1].errorRate.interval.high);
}

TEST(League, IsInTheOrderOfHowMuchIsKnown) {
  const std::vector<FunctionReview> reviews = {functionOf("b", 5, 10), functionOf("a", 0, 10),
                                               functionOf("c", 0, 10), functionOf("c", 0, 10),
                                               functionOf("never", 0, 0)};
  const auto rows = leagueOf(reviews, LeagueKey::Model);
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].name + rows[1].name + rows[2].name, "cab");
  EXPECT_EQ(leagueOf(reviews, LeagueKey::Vendor).size(), 1u);
  EXPECT_EQ(leagueOf(reviews, LeagueKey::Prompt)[0].name, "");
  EXPECT_TRUE(leagueOf({}, LeagueKey::Model).empty());
}

TEST(League, CountsBodiesBeyondTheFirst) {
  FunctionReview review = functionOf("a", 0, 10);
  review.bodies = {{1}, {2}, {3}};
  const LeagueRow row = leagueOf(std::vector{review}, LeagueKey::Model)[0];
  EXPECT_EQ(row.bodies, 2u);
  EXPECT_EQ(row.bodiesKnown, 1u);
}

// What nobody knows is neither an edit nor none.
TEST(League, DoesNotTakeAnUnknownBodyForOneThatIsUnedited) {
  FunctionReview unknown = functionOf("a", 0, 10), partly = functionOf("a", 0, 10);
  unknown.bodies = {{0}};
  partly.bodies = {{0}, {1}};
  const LeagueRow row = leagueOf(std::vector{unknown, partly, functionOf("a", 0, 10)}, LeagueKey::Model)[0];
  EXPECT_EQ(row.functions, 3u);
  EXPECT_EQ(row.bodies, 0u);
  EXPECT_EQ(row.bodiesKnown, 0u);
}

TEST(League, HasBandsInTheirOrder) {
  std::vector<FunctionReview> reviews;
  for (const unsigned age : {400u, 10u, 30u, 31u, 366u, 365u}) {
    reviews.push_back(functionOf("a", 1, 1000));
    reviews.back().subject.ageInDays = age;
    reviews.back().subject.drift = age % 100;
  }
  reviews.push_back(functionOf("a", 1, 1000));
  const auto namesOf = [&](LeagueKey key) {
    std::string names;
    for (const LeagueRow& row : leagueOf(reviews, key))
      names += row.name + ": " + std::to_string(row.functions) + "; ";
    return names;
  };
  EXPECT_EQ(namesOf(LeagueKey::Age),
            "up to 30 days: 2; 31 to 90 days: 1; 91 to 365 days: 1; more than a year: 2; : 1; ");
  EXPECT_EQ(namesOf(LeagueKey::Drift),
            "as it was tagged: 1; edited by 10 to 49 %: 3; edited by half or more: 2; : 1; ");
}

TEST(League, GroupsByWhatATagSays) {
  std::vector<FunctionReview> reviews = {functionOf("a", 1, 1000), functionOf("a", 1, 1000)};
  reviews[0].subject.tool = "Cursor";
  reviews[1].subject.reviewer = "ada";
  const auto tools = leagueOf(reviews, LeagueKey::Tool), reviewers = leagueOf(reviews, LeagueKey::Reviewer);
  ASSERT_EQ(tools.size(), 2u);
  EXPECT_EQ(tools[1].name, "Cursor");
  ASSERT_EQ(reviewers.size(), 2u);
  EXPECT_EQ(reviewers[1].name, "ada");
}

}  // namespace
}  // namespace assay::insight
