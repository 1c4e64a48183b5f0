// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/attention.h"

#include <gmock/gmock.h>

#include <string>

namespace assay::insight {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::int64_t kSince = 1000;

// 1,000 calls of 2 ms each; 40 errors where there were 10.
FunctionReview failingMore() {
  FunctionReview review;
  review.subject = {.id = 1, .name = "f"};
  review.standing = Standing::Worse;
  review.callsBefore = review.callsAfter = 1000;
  review.errors.before = {10, 1000};
  review.errors.after = {40, 1000};
  review.times.secondsAfter = 2;
  review.times.sameSizes.change.factor = {1.25, {1.2, 1.3}};
  review.bodies = {{7, 0, 2000, 2000}};
  return review;
}

Stratum ofSize(unsigned bucket, double errors, double calls) {
  return {.firstSize = bucket, .lastSize = bucket, .calls = calls, .errors = errors};
}

TEST(Loss, IsWhatTheRegressionCosts) {
  const FunctionReview review = failingMore();
  const Loss errors = lossOf(review, {FindingKind::MoreErrors, 0.02});
  EXPECT_DOUBLE_EQ(errors.failures, 30);
  EXPECT_EQ(errors.seconds, 0);
  EXPECT_DOUBLE_EQ(errors.confidence, 0.98);
  EXPECT_NEAR(lossOf(review, {FindingKind::Slower, 0.01}).seconds, 0.4, 1e-9);
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::FailsOften, 0}).failures, 30) << "beyond one of a hundred";
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::FailsOften, 0}).confidence, kConfidence);
}

TEST(Loss, OfAnInputIsBeyondWhatTheOthersHave) {
  FunctionReview review = failingMore();
  review.strata = {ofSize(3, 2, 200), ofSize(4, 30, 100), {.isSize = false, .calls = 1000, .errors = 1000}};
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::InputsFail, 0.01, review.strata[1]}).failures, 29)
      << "one of a hundred of the others fails";
}

TEST(Loss, OfQuantilesIsOfThePartOfCallsThatIsBeyond) {
  FunctionReview review = failingMore();
  review.times.quantiles = {{0.5, {1e6, {}}, {1.5e6, {}}, {}}, {0.99, {2e6, {}}, {12e6, {}}, {}}};
  EXPECT_NEAR(lossOf(review, {FindingKind::SlowerHalf, 0}).seconds, 0.25, 1e-9);
  EXPECT_NEAR(lossOf(review, {FindingKind::SlowerTail, 0}).seconds, 0.1, 1e-9);
}

TEST(Loss, OfSteepGrowthIsWhatTwiceAsLargeInputsWouldAdd) {
  FunctionReview review = failingMore();
  EXPECT_EQ(lossOf(review, {FindingKind::SteepGrowth, 0}).seconds, 0) << "without an exponent";
  review.complexity.exponent = {3, {2.5, 3.5}};
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::SteepGrowth, 0}).seconds, 2 * (8 - 2));
}

TEST(Loss, OfASteeperGrowthIsBeyondWhatItWasOrWasPromised) {
  FunctionReview review = failingMore();
  review.complexity.exponent = {2, {1.8, 2.2}};
  review.growth = {{1, {0.9, 1.1}}, {2, {1.8, 2.2}}, 0.001};
  review.subject.promise = {"O(1)", 0, false};
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::GrowsMore, 0.01}).seconds, 2 * (4 - 2));
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::GrowsMore, 0.01}).confidence, 0.99);
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::BreaksPromise, 0}).seconds, 2 * (4 - 1));
  EXPECT_TRUE(isOfLargerInputs(FindingKind::BreaksPromise));
  EXPECT_FALSE(isOfLargerInputs(FindingKind::Slower));
}

TEST(Loss, OfMemoryIsInBytes) {
  FunctionReview review = failingMore();
  review.memory.callsAfter = 1000;
  review.memory.kept.difference.value = 64;
  review.memory.allocatedBefore.value = 100;
  review.memory.allocatedAfter.value = 300;
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::KeepsMore, 0.01}).kept, 64'000);
  EXPECT_DOUBLE_EQ(lossOf(review, {FindingKind::AllocatesMore, 0.01}).allocated, 200'000);
  review.findings = {{FindingKind::KeepsMore, 0}};
  EXPECT_NEAR(attentionOf(std::span(&review, 1), kSince)[0].harm(), 0.064, 1e-9);
}

TEST(Attention, IsOrderedByExpectedHarm) {
  std::vector<FunctionReview> reviews(4, failingMore());
  for (std::size_t i = 0; i < reviews.size(); ++i) reviews[i].subject.name = std::string(1, char('a' + i));
  reviews[0].findings = {{FindingKind::Slower, 0.01}};
  reviews[2].findings = {{FindingKind::MoreErrors, 0.04}};
  reviews[3].findings = {{FindingKind::Slower, 0.01}, {FindingKind::MoreErrors, 0.01}};
  const auto attention = attentionOf(reviews, kSince);
  ASSERT_EQ(attention.size(), 3u) << "one has no finding";
  EXPECT_EQ(attention[0].function, 3u);
  EXPECT_EQ(attention[0].finding, 1u) << "the errors weigh more than the time";
  EXPECT_NEAR(attention[0].harm(), 0.99 * 30 + 0.99 * 0.4, 1e-9);
  EXPECT_EQ(attention[1].function, 2u) << "as many errors, less sure";
  EXPECT_EQ(attention[2].function, 0u);
  EXPECT_NEAR(attention[2].seconds, 0.99 * 0.4, 1e-9);
}

TEST(Attention, OfEqualHarmIsByName) {
  std::vector<FunctionReview> reviews(2, failingMore());
  reviews[0].subject.name = "z";
  for (FunctionReview& review : reviews) review.findings = {{FindingKind::MoreErrors, 0.01}};
  EXPECT_EQ(attentionOf(reviews, kSince)[0].function, 1u);
}

std::vector<Step> stepsFor(FunctionReview review) {
  return attentionOf(std::span(&review, 1), kSince).front().steps;
}

TEST(Attention, AsksAgainForLessGrowthWhereTheBodyIsToBlame) {
  FunctionReview review = failingMore();
  review.findings = {{FindingKind::GrowsMore, 0.01}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::LookAround, Step::TestAtSize)) << "the body is the same";
  review.findings = {{FindingKind::BreaksPromise, 0}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::LookAround, Step::PromptGrowth, Step::TestAtSize));
}

TEST(Attention, SuggestsWhatFitsTheFinding) {
  FunctionReview review = failingMore();
  review.findings = {{FindingKind::MoreErrors, 0.01}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::LookAround))
      << "another prompt does not help a body that was good before";
  review.bodies.push_back({8, 1500, 2000, 10});
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::CompareBodies, Step::PromptErrors));
  review.subject.rollout = true;
  review.findings.push_back({FindingKind::InputsFail, 0.01, ofSize(4, 30, 100)});
  EXPECT_THAT(stepsFor(review),
              ElementsAre(Step::CapRollout, Step::CompareBodies, Step::PromptInputs, Step::TestAtInput));
  review.bodies = {{0, 0, 2000, 10}};
  review.findings = {{FindingKind::Slower, 0.01}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::CapRollout)) << "whether the body is new is not known";
}

TEST(Attention, SuggestsALeakCheckerForWhatIsKept) {
  FunctionReview review = failingMore();
  review.findings = {{FindingKind::KeepsMore, 0.01}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::LookAround, Step::TestForLeaks));
  review.bodies.push_back({8, 1500, 2000, 10});
  review.findings = {{FindingKind::KeepsMore, 0.01}, {FindingKind::AllocatesMore, 0.01}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::CompareBodies, Step::PromptMemory, Step::TestForLeaks));
}

TEST(Attention, SuggestsATestWhereNobodyHasBeen) {
  FunctionReview review = failingMore();
  review.standing = Standing::Fragile;
  review.findings = {{FindingKind::SteepGrowth, 0}};
  review.complexity.exponent = {2, {1.8, 2.2}};
  review.complexity.points = {{.bucket = 1}, {.bucket = 10}};
  const auto attention = attentionOf(std::span(&review, 1), kSince);
  EXPECT_THAT(attention[0].steps, ElementsAre(Step::PromptGrowth, Step::TestAtSize));
  EXPECT_EQ(attention[0].testSize, 10'230);
  review.findings = {{FindingKind::FailsOften, 0}};
  EXPECT_THAT(stepsFor(review), ElementsAre(Step::SayWhichErrors));
}

TEST(Attention, OfNothingIsEmpty) {
  EXPECT_THAT(attentionOf({}, kSince), IsEmpty());
  EXPECT_EQ(fartherSize({}), 0);
}

TEST(NewBody, IsTheLastOfSeveralThatCameIntoThePeriod) {
  FunctionReview review = failingMore();
  EXPECT_EQ(newBodyOf(review, 0), nullptr) << "the only one";
  review.bodies.push_back({8, 999, 2000, 10});
  EXPECT_EQ(newBodyOf(review, kSince), nullptr) << "it came before";
  EXPECT_EQ(newBodyOf(review, 999)->body, 8u);
}

}  // namespace
}  // namespace assay::insight
