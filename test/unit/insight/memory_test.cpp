// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/memory.h"

#include <gtest/gtest.h>

#include <cmath>

namespace assay::insight {
namespace {

// So many bytes of each of 100 calls, in each window.
std::vector<Window> memoryWindows(std::vector<double> allocated, double kept) {
  std::vector<Window> windows;
  for (const double bytes : allocated) {
    Window window;
    window.calls = 100;
    window.memory = {100, 100 * bytes, 100 * (bytes - kept)};
    windows.push_back(window);
  }
  return windows;
}

Window ofSize(unsigned bucket) {
  Window window;
  window.calls = 10;
  window.sizes = {{bucket, {10, 0, 100}}};
  return window;
}

TEST(MemoryReview, IsOfBytesPerCall) {
  const MemoryReview review =
      memoryReview(memoryWindows({90, 110, 100, 100}, 0), memoryWindows({200, 200}, 64));
  EXPECT_EQ(review.callsBefore, 400);
  EXPECT_EQ(review.callsAfter, 200);
  EXPECT_DOUBLE_EQ(review.allocatedBefore.value, 100);
  EXPECT_LT(review.allocatedBefore.interval.low, 100);
  EXPECT_NEAR(review.allocated.factor.value, 2, 1e-12);
  EXPECT_LT(review.allocated.chanceOfMore, 0.001);
  EXPECT_EQ(review.keptBefore.value, 0);
  EXPECT_EQ(review.kept.difference.value, 64);
  EXPECT_EQ(review.kept.chanceOfMore, 0) << "neither varies at all";
}

TEST(MemoryReview, OfCallsThatFreeWhatOthersAllocatedIsBelowZero) {
  const MemoryReview review = memoryReview(memoryWindows({100, 100}, -50), memoryWindows({100, 100}, -50));
  EXPECT_EQ(review.keptAfter.value, -50);
  EXPECT_EQ(review.kept.chanceOfMore, 1);
}

TEST(MemoryReview, OfNothingKnowsNothing) {
  const MemoryReview review = memoryReview(std::vector<Window>(4), std::vector<Window>(4));
  EXPECT_EQ(review.callsAfter, 0);
  EXPECT_EQ(review.allocated.chanceOfMore, 1);
  EXPECT_EQ(review.kept.chanceOfMore, 1);
  EXPECT_TRUE(std::isinf(review.kept.difference.interval.high));
  EXPECT_FALSE(inputsMoved(review, 1.05));
}

TEST(MemoryReview, SaysThatInputsBecameOthers) {
  const std::vector<Window> small(4, ofSize(3)), large(4, ofSize(5));
  EXPECT_TRUE(inputsMoved(memoryReview(small, large), 1.05));
  EXPECT_TRUE(inputsMoved(memoryReview(large, small), 1.05));
  EXPECT_FALSE(inputsMoved(memoryReview(small, small), 1.05));
  EXPECT_FALSE(inputsMoved(memoryReview(small, large), 8)) << "by less than asked";
}

}  // namespace
}  // namespace assay::insight
