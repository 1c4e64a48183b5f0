// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/arms.h"

#include <gtest/gtest.h>

#include <cmath>

#include "insight/latency.h"
#include "telemetry/quantile.h"

namespace assay::insight {
namespace {

ArmCalls callsIn(std::vector<std::pair<unsigned, std::uint64_t>> latencies) {
  ArmCalls calls;
  for (const auto& [bucket, number] : latencies) calls.calls += static_cast<double>(number);
  calls.timed = calls.calls;
  calls.latencies = std::move(latencies);
  return calls;
}

TEST(TimeDifference, IsThatOfTheMeanLogarithms) {
  const TimeDifference difference =
      timeDifference(callsIn({{80, 10}, {100, 10}, {120, 10}}), callsIn({{88, 5}, {108, 5}, {128, 5}}));
  EXPECT_NEAR(difference.value, std::log(2), 1e-4);  // eight buckets are an octave
  EXPECT_NEAR(difference.weight, 30 * 15 / 45.0, 1e-12);
  const double middle = std::log(telemetry::middleOf(100));
  const double low = std::log(telemetry::middleOf(80)) - middle,
               high = std::log(telemetry::middleOf(120)) - middle;
  const double mean = (low + high) / 3;
  const double variance = (low * low + high * high) / 3 - mean * mean;
  EXPECT_NEAR(difference.spread, variance + std::pow(std::log(kBucketRatio), 2) / 12, 1e-4);
  EXPECT_EQ(difference.resolution, 0);
}

TEST(TimeDifference, OfCallsThatTakeTheSameIsExactWhereSumsAreKnown) {
  ArmCalls old = callsIn({{100, 1000}}), fresh = callsIn({{101, 1000}});
  EXPECT_NEAR(timeDifference(old, fresh).resolution, std::log(kBucketRatio), 1e-12);
  old.nanoseconds = 1000 * 1000, fresh.nanoseconds = 1000 * 1010;
  const TimeDifference exact = timeDifference(old, fresh);
  EXPECT_NEAR(exact.value, std::log(1.01), 1e-12);
  EXPECT_EQ(exact.resolution, 0);
}

TEST(TimeDifference, DoesWithoutBuckets) {
  const ArmCalls old{.calls = 10, .timed = 10, .nanoseconds = 1000},
      fresh{.calls = 20, .timed = 20, .nanoseconds = 4000};
  EXPECT_NEAR(timeDifference(old, fresh).value, std::log(2), 1e-12);
  EXPECT_EQ(timeDifference(old, fresh).spread, 0);
  EXPECT_EQ(timeDifference(old, {}).weight, 0);
  EXPECT_EQ(timeDifference({}, {}).weight, 0);
}

TEST(TimeDifference, OfHostileCountsIsANumber) {
  const ArmCalls zero = callsIn({{0, 1}}), huge = callsIn({{0, ~0ull}, {304, ~0ull}});
  for (const auto& [a, b] : {std::pair(zero, huge), std::pair(huge, zero), std::pair(zero, zero)}) {
    EXPECT_TRUE(std::isfinite(timeDifference(a, b).value));
    EXPECT_TRUE(std::isfinite(timeDifference(a, b).spread));
  }
  EXPECT_TRUE(std::isfinite(timeDifference(callsIn({{4'000'000, 5}}), zero).value));
}

TEST(ArmParts, LeaveTheUnsizedAsTheRest) {
  ArmWindow window{callsIn({{50, 10}, {60, 5}})};
  window.all.errors = 4;
  window.sizes[3] = callsIn({{50, 6}});
  window.sizes[3].errors = 1;
  const auto parts = partsOf(window);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts.at(kUnsized).calls, 9);
  EXPECT_EQ(parts.at(kUnsized).errors, 3);
  EXPECT_EQ(parts.at(kUnsized).latencies,
            (std::vector<std::pair<unsigned, std::uint64_t>>{{50, 4}, {60, 5}}));
}

TEST(ArmParts, OfSizesWithoutBucketsHaveNone) {
  ArmWindow window{callsIn({{50, 10}})};
  window.all.nanoseconds = 500;
  window.sizes[3] = {.calls = 4, .timed = 4, .nanoseconds = 100};
  EXPECT_TRUE(partsOf(window).at(kUnsized).latencies.empty());
  EXPECT_EQ(partsOf(window).at(kUnsized).nanoseconds, 400);
  window.sizes[3] = {.calls = 10, .timed = 10, .nanoseconds = 500};
  EXPECT_EQ(partsOf(window).size(), 1u);
}

TEST(ArmWindows, AddUp) {
  ArmWindow sum{callsIn({{50, 1}, {52, 2}})};
  ArmWindow more{callsIn({{51, 3}, {52, 4}})};
  more.sizes[2] = callsIn({{51, 3}});
  addArmWindow(sum, more);
  EXPECT_EQ(sum.all.calls, 10);
  EXPECT_EQ(sum.all.latencies, (std::vector<std::pair<unsigned, std::uint64_t>>{{50, 1}, {51, 3}, {52, 6}}));
  EXPECT_EQ(sum.sizes.at(2).calls, 3);
}

TEST(ArmWindows, ComeFromAHistory) {
  Window window;
  window.calls = 100, window.errors = 3, window.timed = 90, window.nanoseconds = 5000;
  window.latencies = {{40, 90}};
  window.sizes[5] = {30, 1, 2000};
  const ArmWindow arm = armWindowOf(window);
  EXPECT_EQ(arm.all, (ArmCalls{100, 3, 90, 5000, {{40, 90}}}));
  EXPECT_EQ(arm.sizes.at(5), (ArmCalls{30, 1, 30, 2000}));
}

TEST(ArmWindows, ErrorsOfCallsThatNobodySawEndAreNotKnown) {
  Window window;
  window.calls = 100, window.errors = 3, window.entryOnly = true;
  window.sizes[5] = {.calls = 30, .errors = 1};
  const ArmWindow arm = armWindowOf(window);
  EXPECT_EQ(arm.all, (ArmCalls{.calls = 100, .unseen = 100}));
  EXPECT_EQ(arm.sizes.at(5).unseen, 30);
}

TEST(SlowCalls, AreAtLeastTheirShareOfBothArms) {
  const ArmCalls both = callsIn({{50, 900}, {60, 95}, {70, 5}});
  EXPECT_EQ(thresholdOf(both, 0.99), 60u);
  EXPECT_EQ(thresholdOf(both, 0.995), 70u);
  EXPECT_EQ(thresholdOf(callsIn({{50, 3}}), 0.99), 50u);
  EXPECT_EQ(thresholdOf({}, 0.99), 0u);
  const ArmCounts counts = slowCalls(callsIn({{50, 400}, {70, 1}}), callsIn({{59, 7}, {60, 2}, {70, 4}}), 60);
  EXPECT_EQ(counts.old, (Count{1, 401}));
  EXPECT_EQ(counts.fresh, (Count{6, 13}));
}

}  // namespace
}  // namespace assay::insight
