// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/memory_by_size.h"

#include <gtest/gtest.h>

namespace assay::insight {
namespace {

// Calls of which `large` in a hundred have size 1,024 to 2,047 and the others 16 to 31; each allocates 100
// bytes and eight for each unit.
Window windowOfSizes(double large, double noise = 0) {
  Window window;
  window.calls = window.timed = 1000;
  window.sizes[5] = {1000 - 10 * large, 0, 0};
  window.sizes[11] = {10 * large, 0, 0};
  const double sizes = (1000 - 10 * large) * 23.5 + 10 * large * 1535.5;
  window.memory = {1000, 1000 * (100 + noise) + 8 * sizes, 0};
  return window;
}

std::vector<Window> windowsOfSizes(std::size_t count, double step, double noise) {
  std::vector<Window> windows;
  for (std::size_t i = 0; i < count; ++i)
    windows.push_back(windowOfSizes(10 + step * static_cast<double>(i), i % 2 == 0 ? noise : -noise));
  return windows;
}

TEST(MemoryBySize, IsTheSlopeOfTheWindows) {
  const auto exact = allocatedBySize(windowsOfSizes(14, 2, 0));
  ASSERT_TRUE(exact);
  EXPECT_NEAR(exact->value, 8, 1e-9);
  EXPECT_NEAR(exact->interval.high - exact->interval.low, 0, 1e-6);
  const auto noisy = allocatedBySize(windowsOfSizes(14, 2, 200));
  EXPECT_LT(noisy->interval.low, 8);
  EXPECT_GT(noisy->interval.high, 8);
  EXPECT_GT(noisy->interval.low, 6);
}

TEST(MemoryBySize, IsNothingWhereNobodyCanTell) {
  EXPECT_FALSE(allocatedBySize(windowsOfSizes(7, 2, 0))) << "too few windows";
  EXPECT_FALSE(allocatedBySize(windowsOfSizes(14, 0, 50))) << "sizes do not differ";
  auto uncounted = windowsOfSizes(14, 2, 0);
  for (Window& window : uncounted) window.memory = {};
  EXPECT_FALSE(allocatedBySize(uncounted));
  auto sizeless = windowsOfSizes(14, 2, 0);
  for (Window& window : sizeless) window.sizes.clear();
  EXPECT_FALSE(allocatedBySize(sizeless));
}

}  // namespace
}  // namespace assay::insight
