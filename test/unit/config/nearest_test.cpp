// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/nearest.h"

#include <gtest/gtest.h>

namespace assay::config {
namespace {

TEST(Nearest, DistanceCountsChanges) {
  EXPECT_EQ(editDistance("", ""), 0u);
  EXPECT_EQ(editDistance("abc", ""), 3u);
  EXPECT_EQ(editDistance("", "abc"), 3u);
  EXPECT_EQ(editDistance("kitten", "sitting"), 3u);
  EXPECT_EQ(editDistance("jobs", "jobs"), 0u);
}

TEST(Nearest, FindsASlipAndLeavesTheRest) {
  const std::vector<std::string_view> words = {"jobs", "exclude", "build-folder"};
  EXPECT_EQ(nearestOf("job", words), "jobs");
  EXPECT_EQ(nearestOf("excludes", words), "exclude");
  EXPECT_EQ(nearestOf("build_folder", words), "build-folder");
  EXPECT_EQ(nearestOf("colour", words), "");
  EXPECT_EQ(nearestOf(std::string(10000, 'x'), words), "");
  EXPECT_EQ(nearestOf("x", {"p"}), "");  // everything would be near to a word of one letter
}

}  // namespace
}  // namespace assay::config
