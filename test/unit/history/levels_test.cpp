// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/levels.h"

#include <gtest/gtest.h>

namespace assay::history {
namespace {

TEST(Levels, AreMultiplesOfEachOther) {
  for (std::size_t level = 1; level < kLevels.size(); ++level)
    EXPECT_EQ(kLevels[level].width % kLevels[level - 1].width, 0);
}

TEST(Levels, BeginAtMultiples) {
  EXPECT_EQ(floorTo(125, 60), 120);
  EXPECT_EQ(floorTo(120, 60), 120);
  EXPECT_EQ(floorTo(-1, 60), -60);
}

TEST(Durations, HaveAUnit) {
  EXPECT_EQ(durationOf("90s"), 90);
  EXPECT_EQ(durationOf("15min"), 900);
  EXPECT_EQ(durationOf("12h"), 43200);
  EXPECT_EQ(durationOf("7d"), 604800);
  for (const char* text : {"", "7", "d", "0d", "-1d", "1y", "7 d", "99999999999d"})
    EXPECT_FALSE(durationOf(text)) << text;
}

TEST(Retention, IsAsUsualWhereNothingIsSaid) {
  EXPECT_EQ(*retentionOf(""), *retentionOf(kUsualRetention));
  EXPECT_EQ((*retentionOf("1h=30d"))[2], 30 * 86400);
  EXPECT_EQ((*retentionOf("1h=30d"))[3], 730 * 86400);
  EXPECT_EQ((*retentionOf(" 10s = 600s , 1min=3h"))[0], 600);
}

TEST(Retention, RefusesNonsense) {
  for (const char* text :
       {"10s", "10s=", "10s=5", "10s=5x", "2s=5d", "10s=-5d", "10s=0h", "1d=999999999999d", "=", "10s=5h5"}) {
    const auto retention = retentionOf(text);
    ASSERT_FALSE(retention) << text;
    EXPECT_EQ(retention.error().code, ErrorCode::Usage);
  }
}

TEST(Retention, KeepsWindowsUntilWiderOnesAreMadeOfThem) {
  EXPECT_FALSE(retentionOf("10s=60s"));
  EXPECT_TRUE(retentionOf("10s=2min"));
  EXPECT_FALSE(retentionOf("1h=1d"));
}

}  // namespace
}  // namespace assay::history
