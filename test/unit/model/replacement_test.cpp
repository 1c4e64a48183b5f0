// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/replacement.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

TEST(Replacement, IsCalledByANameAndNothingElse) {
  EXPECT_EQ(calleeOf("rank"), "rank");
  EXPECT_EQ(calleeOf(" a::b::rank() "), "a::b::rank");
  EXPECT_EQ(calleeOf("::rank"), "::rank");
  for (const char* text : {"", "::", "a::", "rank(1)", "f<int>", "a.b", "a; b", "1a", "a b", "operator+"})
    EXPECT_EQ(calleeOf(text), "") << text;
}

TEST(Replacement, TheOldFunctionsCallsHaveAnIdAndANameOfTheirOwn) {
  EXPECT_EQ(oldArmId(7), oldArmId(7));
  EXPECT_NE(oldArmId(7), 7u);
  EXPECT_NE(oldArmId(7), oldArmId(8));
  EXPECT_EQ(oldArmName("rank", "rankFast"), "rank, replaced by rankFast");
}

TEST(Replacement, SoHaveComparisons) {
  EXPECT_NE(shadowId(7), oldArmId(7));
  EXPECT_NE(shadowId(7), shadowId(8));
  EXPECT_EQ(shadowName("rank", "rankFast"), "rankFast, in the shadow of rank");
}

}  // namespace
}  // namespace assay::model
