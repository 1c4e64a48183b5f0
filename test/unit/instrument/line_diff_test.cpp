// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/line_diff.h"

#include <gtest/gtest.h>

namespace assay::instrument {
namespace {

TEST(LineDiff, EqualTextsHaveNone) {
  EXPECT_EQ(lineDiff("f.c", "a\nb\n", "a\nb\n"), "");
  EXPECT_EQ(lineDiff("f.c", "", ""), "");
}

TEST(LineDiff, PrintsThreeLinesAround) {
  EXPECT_EQ(lineDiff("d/f.c", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n"),
            "--- a/d/f.c\n+++ b/d/f.c\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n");
}

TEST(LineDiff, JoinsWhatIsNearAndPartsWhatIsFar) {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
  const std::string after = "A\nB\n3\n4\n5\n6\n7\nC\n9\n10\n11\n12\n13\n14\n15\nD\n";
  EXPECT_EQ(lineDiff("f", before, after),
            "--- a/f\n+++ b/f\n@@ -1,11 +1,11 @@\n-1\n-2\n+A\n+B\n 3\n 4\n 5\n 6\n 7\n-8\n+C\n 9\n 10\n 11\n"
            "@@ -13,4 +13,4 @@\n 13\n 14\n 15\n-16\n+D\n");
}

TEST(LineDiff, SaysWhenTheLastLineHasNoBreak) {
  EXPECT_EQ(
      lineDiff("f", "a", "b"),
      "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n");
}

}  // namespace
}  // namespace assay::instrument
