// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/edit.h"

#include <gtest/gtest.h>

namespace assay::source {
namespace {

TEST(Edit, AppliesInAnyOrder) {
  EXPECT_EQ(*applyEdits("abcdef", {{{4, 6}, "Z"}, {{0, 1}, ""}, {{2, 2}, "x"}}), "bxcdZ");
}

TEST(Edit, InsertionsAtOnePlaceKeepTheirOrder) {
  EXPECT_EQ(*applyEdits("ab", {{{1, 1}, "1"}, {{1, 1}, "2"}}), "a12b");
}

TEST(Edit, OverlapAndReachingPastTheEndAreRefused) {
  EXPECT_FALSE(applyEdits("abc", {{{0, 2}, ""}, {{1, 3}, ""}}));
  EXPECT_FALSE(applyEdits("abc", {{{3, 4}, ""}}));
  EXPECT_FALSE(applyEdits("abc", {{{2, 1}, ""}}));
}

}  // namespace
}  // namespace assay::source
