// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/report/markdown_text.h"

#include <gtest/gtest.h>

namespace assay::emit::report {
namespace {

TEST(CodeSpan, HoldsAnyText) {
  EXPECT_EQ(codeSpan("a_b*c", 80), "`a_b*c`");
  EXPECT_EQ(codeSpan("", 80), "");
  EXPECT_EQ(codeSpan("<b>[x](y)", 80), "`<b>[x](y)`");
  EXPECT_EQ(codeSpan("a\nb", 80), "`a b`");
}

TEST(CodeSpan, ItsFenceIsLongerThanAnyInside) {
  EXPECT_EQ(codeSpan("a`b", 80), "``a`b``");
  EXPECT_EQ(codeSpan("`` ` ``", 80), "``` `` ` `` ```");
}

TEST(CodeSpan, CannotEndATableCell) {
  EXPECT_EQ(codeSpan("a|b", 80), "`a\\|b`");
  EXPECT_EQ(codeSpan("a\\|b", 80), "`a⧵\\|b`");
  EXPECT_EQ(codeSpan("a\\\\|b", 80), "`a\\⧵\\|b`");
}

TEST(CodeSpan, IsCutToItsWidth) {
  EXPECT_EQ(codeSpan("abcdef", 4), "`abc…`");
}

}  // namespace
}  // namespace assay::emit::report
