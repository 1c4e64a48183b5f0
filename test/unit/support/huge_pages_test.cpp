// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/huge_pages.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

namespace assay {
namespace {

TEST(HugePages, TheMemoryIsAsAnyOther) {
  for (const std::size_t count : {0U, 1U, 1000U, 3U << 20}) {
    std::vector<unsigned> numbers;
    reserveHuge(numbers, count);
    EXPECT_GE(numbers.capacity(), count);
    numbers.resize(count);
    std::iota(numbers.begin(), numbers.end(), 0U);
    for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(numbers[i], i);
  }
}

TEST(HugePages, WhatABufferHoldsStays) {
  std::string text(5U << 20, 'x');
  askForHugePages(text.data() + 1, text.size() - 1);
  EXPECT_EQ(text.find_first_not_of('x'), std::string::npos);
}

}  // namespace
}  // namespace assay
