// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/error_kinds.h"

#include <gtest/gtest.h>

#include <cmath>

#include "insight/review.h"
#include "simulated.h"
#include "telemetry/error_kinds.h"

namespace assay::insight {
namespace {

using Kinds = std::vector<std::pair<std::string, double>>;

Window windowWithKinds(double calls, Kinds kinds) {
  Window window;
  window.calls = window.timed = calls;
  for (const auto& [kind, errors] : kinds) window.errors += errors;
  window.errorKinds = std::move(kinds);
  return window;
}

std::vector<Window> fourteen(const Window& window) {
  return std::vector<Window>(14, window);
}

// 28 of 14,000 calls before, 280 of 14,000 after: ten times as often; 280 of the 294 failures. By hand.
TEST(ErrorKinds, HaveTheirShareAndTheirLiftAgainstBefore) {
  const auto kinds = errorKinds(fourteen(windowWithKinds(1000, {{"(returned)", 1}, {"std::bad_alloc", 2}})),
                                fourteen(windowWithKinds(1000, {{"(returned)", 1}, {"std::bad_alloc", 20}})));
  ASSERT_EQ(kinds.size(), 2u);
  EXPECT_EQ(kinds[0].kind, "std::bad_alloc");
  EXPECT_EQ(kinds[0].after, (Count{280, 14000}));
  EXPECT_NEAR(kinds[0].share.value, 280.0 / 294, 1e-12);
  EXPECT_GT(kinds[0].share.interval.low, 0.9);
  EXPECT_NEAR(kinds[0].lift.value, 10, 1e-9);
  EXPECT_GT(kinds[0].lift.interval.low, 6);
  EXPECT_LT(kinds[0].lift.interval.high, 16);
  EXPECT_LT(kinds[0].chance, 1e-6);
  EXPECT_NEAR(kinds[1].lift.value, 1, 1e-9);
  EXPECT_GT(kinds[1].chance, 0.4);
}

TEST(ErrorKinds, ThatAreNewHaveNoEnd) {
  const auto kinds =
      errorKinds(fourteen(windowWithKinds(1000, {})), fourteen(windowWithKinds(1000, {{"E", 3}})));
  ASSERT_EQ(kinds.size(), 1u);
  EXPECT_TRUE(kinds[0].comparable) << "nothing failed before";
  EXPECT_TRUE(std::isinf(kinds[0].lift.value));
  EXPECT_GT(kinds[0].lift.interval.low, 5);
}

// A history of an older version has errors, and no kinds.
TEST(ErrorKinds, AreNotComparedWithErrorsOfNoKind) {
  Window before = windowWithKinds(1000, {});
  before.errors = 20;
  const auto kinds = errorKinds(fourteen(before), fourteen(windowWithKinds(1000, {{"E", 20}})));
  ASSERT_EQ(kinds.size(), 1u);
  EXPECT_FALSE(kinds[0].comparable);
  EXPECT_EQ(kinds[0].chance, 1);
  EXPECT_FALSE(errorKinds({}, fourteen(windowWithKinds(1000, {{"E", 20}})))[0].comparable);
}

TEST(ErrorKinds, HaveTheOthersLast) {
  const auto kinds = errorKinds({}, fourteen(windowWithKinds(100, {{"(other)", 9}, {"A", 1}, {"B", 1}})));
  EXPECT_EQ(kinds[0].kind + kinds[1].kind + kinds[2].kind, "AB(other)");
}

// All of a kind's errors in one window are one burst, not many witnesses.
TEST(ErrorKinds, OfOneBurstTellLittle) {
  const auto none = fourteen(windowWithKinds(1000, {}));
  auto burst = none;
  burst[3] = windowWithKinds(1000, {{"E", 42}});
  EXPECT_GT(errorKinds(none, burst)[0].chance, 0.005);
  EXPECT_LT(errorKinds(none, fourteen(windowWithKinds(1000, {{"E", 3}})))[0].chance, 1e-9);
}

FunctionPeriods failingWith(std::uint64_t id, Kinds before, Kinds after) {
  return {{.id = id},
          fourteen(windowWithKinds(1000, std::move(before))),
          fourteen(windowWithKinds(1000, std::move(after))),
          {},
          {}};
}

bool isFoundIn(const FunctionReview& review, const std::string& kind) {
  for (const Finding& finding : review.findings)
    if (finding.kind == FindingKind::MoreOfKind && review.errorKinds[finding.errorKind].kind == kind)
      return true;
  return false;
}

// As many fail as before, in another way.
TEST(ErrorKinds, ThatCameAreFoundThoughNoMoreCallsFail) {
  const std::vector<FunctionPeriods> functions = {failingWith(1, {{"A", 8}}, {{"B", 8}}),
                                                  failingWith(2, {{"A", 8}}, {{"A", 8}})};
  for (const FunctionReview& review : reviewAll(functions)) {
    EXPECT_EQ(isFoundIn(review, "B"), review.subject.id == 1);
    EXPECT_FALSE(isFoundIn(review, "A"));
    EXPECT_EQ(review.standing == Standing::Worse, review.subject.id == 1);
    EXPECT_LE(review.errorKinds[0].adjusted, 1);
  }
}

TEST(FailureShapes, AreCountedTheMostFirst) {
  using telemetry::Failure;
  const std::vector<Failure> failures = {{true, 5'000'000'000, 0.5, 11, "Polygon", "std::bad_alloc"},
                                         {false, 4'000'000'000, 0.1, 0, "", ""},
                                         {true, 3'000'000'000, 0.7, 11, "Polygon", "std::bad_alloc"},
                                         {true, 2'000'000'000, 0.1, 0, "", ""}};
  const auto shapes = shapesOf(failures);
  ASSERT_EQ(shapes.size(), 3u);
  EXPECT_EQ(shapes[0].failures, 2u);
  EXPECT_EQ(shapes[0].kind, "std::bad_alloc");
  EXPECT_EQ(shapes[0].sizeBucket, 11u);
  EXPECT_EQ(shapes[0].longest, 0.7);
  EXPECT_EQ(shapes[0].last, 5);
  EXPECT_EQ(shapes[1].kind, telemetry::kReturnedError);
  EXPECT_EQ(shapes[2].kind, telemetry::kUnnamedException);
  EXPECT_TRUE(shapesOf({}).empty());
}

}  // namespace
}  // namespace assay::insight
