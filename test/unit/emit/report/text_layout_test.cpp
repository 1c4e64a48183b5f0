// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/text_layout.h"

#include <gtest/gtest.h>

#include "support/strings.h"

namespace assay::emit::report {
namespace {

TEST(TextLayout, FitsAreExactlyAsWideAsAsked) {
  EXPECT_EQ(fitLeft("ab", 4), "ab  ");
  EXPECT_EQ(fitRight("ab", 4), "  ab");
  EXPECT_EQ(fitLeft("abcdef", 4), "abc…");
  for (std::size_t width = 0; width < 9; ++width) {
    EXPECT_EQ(displayWidth(fitLeft("a中b文c", width)), width);
    EXPECT_EQ(displayWidth(fitRight("a中b文c", width)), width);
    EXPECT_LE(displayWidth(keepEnd("a中b文c", width)), width);
  }
}

TEST(TextLayout, KeepEndKeepsTheEnd) {
  EXPECT_EQ(keepEnd("db/db_impl.cc:1192", 9), "….cc:1192");
  EXPECT_EQ(keepEnd("short", 9), "short");
  EXPECT_EQ(keepEnd("short", 0), "");
}

TEST(TextLayout, OneLineIsOneLine) {
  EXPECT_EQ(oneLine(" a\n\n\tb\r\n"), "a b");
  EXPECT_EQ(oneLine("\033[2J"), "\\x1B[2J");
}

TEST(TextLayout, GroupsThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
}

}  // namespace
}  // namespace assay::emit::report
