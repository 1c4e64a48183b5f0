// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/sort_stably.h"

#include <gtest/gtest.h>

#include <string>

namespace assay {
namespace {

TEST(SortStably, EqualElementsKeepTheirOrder) {
  std::vector<std::string> words{"bb", "a", "cc", "b", "aa", "c"};
  sortStably(words, {}, [](const std::string& word) { return word.size(); });
  EXPECT_EQ(words, (std::vector<std::string>{"a", "b", "c", "bb", "cc", "aa"}));
}

TEST(SortStably, TakesAnOrder) {
  std::vector<int> numbers{1, 3, 2};
  sortStably(numbers, std::greater<>());
  EXPECT_EQ(numbers, (std::vector<int>{3, 2, 1}));
}

}  // namespace
}  // namespace assay
