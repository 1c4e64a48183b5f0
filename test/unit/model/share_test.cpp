// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/share.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

TEST(Share, IsReadInBasisPoints) {
  EXPECT_EQ(shareOf("0%"), 0u);
  EXPECT_EQ(shareOf("25%"), 2500u);
  EXPECT_EQ(shareOf(" 0.5 % "), 50u);
  EXPECT_EQ(shareOf("0.05%"), 5u);
  EXPECT_EQ(shareOf("100%"), kWholeShare);
  EXPECT_EQ(shareOf("100.00%"), kWholeShare);
}

TEST(Share, NothingElseIsOne) {
  for (const char* text :
       {"", "%", "10", "ten%", "-1%", "101%", "100.01%", "1.234%", "1.%", ".5%", "1,5%", "1e1%", "10%%"})
    EXPECT_FALSE(shareOf(text)) << text;
}

TEST(Share, IsWrittenAsItIsRead) {
  for (unsigned share = 0; share <= kWholeShare; ++share) ASSERT_EQ(shareOf(shareText(share)), share);
  EXPECT_EQ(shareText(50), "0.5%");
  EXPECT_EQ(shareText(5), "0.05%");
  EXPECT_EQ(shareText(2500), "25%");
}

}  // namespace
}  // namespace assay::model
