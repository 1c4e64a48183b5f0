// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/separators.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Separators, EverySignCountsWithItsLength) {
  for (std::string_view sign : {",", "|", ";", "—", "–", "，", "；", "｜", "、"})
    EXPECT_EQ(separatorAt("a" + std::string(sign) + "b", 1), sign.size()) << sign;
}

TEST(Separators, AHyphenNeedsBlanksOnBothSides) {
  EXPECT_EQ(separatorAt("a - b", 2), 1u);
  EXPECT_EQ(separatorAt("a -- b", 2), 2u);
  EXPECT_EQ(separatorAt("a -", 2), 1u);
  EXPECT_EQ(separatorAt("gpt-4", 3), 0u);
  EXPECT_EQ(separatorAt("a -b", 2), 0u);
}

TEST(Separators, NothingIsFoundPastTheEnd) {
  EXPECT_EQ(separatorAt("a", 1), 0u);
  EXPECT_EQ(separatorAt("", 0), 0u);
}

}  // namespace
}  // namespace assay::tag
