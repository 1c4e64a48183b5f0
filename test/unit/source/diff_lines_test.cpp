// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/diff_lines.h"

#include <gmock/gmock.h>

namespace assay::source {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DiffLines, KeepTheirBreaks) {
  EXPECT_THAT(linesWithBreaks("a\r\n\nb"), ElementsAre("a\r\n", "\n", "b"));
  EXPECT_THAT(linesWithBreaks("a\n"), ElementsAre("a\n"));
  EXPECT_THAT(linesWithBreaks(""), IsEmpty());
}

TEST(DiffLines, TellPatchOfAMissingBreak) {
  EXPECT_EQ(diffLine('+', "a\n"), "+a\n");
  EXPECT_EQ(diffLine('-', "a"), "-a\n\\ No newline at end of file\n");
}

TEST(DiffLines, NameTheFile) {
  EXPECT_EQ(diffHead("lib/a.c"), "--- a/lib/a.c\n+++ b/lib/a.c\n");
}

// What `patch -p1` and `git apply` make of them is in test/e2e/annotate_git_test.py.
TEST(DiffLines, NameAnyFile) {
  EXPECT_EQ(diffHead("sp ace.c"), "--- a/sp ace.c\t\n+++ b/sp ace.c\t\n");
  EXPECT_EQ(diffHead("t\tb.c"), "--- \"a/t\\011b.c\"\n+++ \"b/t\\011b.c\"\n");
  EXPECT_EQ(diffHead("a\n--- b\x1b[31m\"\\"),
            "--- \"a/a\\012--- b\\033[31m\\\"\\\\\"\n+++ \"b/a\\012--- b\\033[31m\\\"\\\\\"\n");
  EXPECT_EQ(diffHead("\u00e4.c"), "--- a/\u00e4.c\n+++ b/\u00e4.c\n");
}

TEST(DiffLines, OneHunkHoldsAllThatDiffers) {
  EXPECT_EQ(oneHunkDiff("a.c", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n8\n9\n"),
            "--- a/a.c\n+++ b/a.c\n@@ -2,8 +2,6 @@\n 2\n 3\n 4\n-5\n-6\n-7\n+five\n 8\n 9\n");
  EXPECT_EQ(oneHunkDiff("a.c", "1\n", "1\n"), "");
  EXPECT_EQ(oneHunkDiff("a.c", "", "1"),
            "--- a/a.c\n+++ b/a.c\n@@ -0,0 +1 @@\n+1\n\\ No newline at end of file\n");
  EXPECT_EQ(oneHunkDiff("a.c", "1\n1\n", "1\n"), "--- a/a.c\n+++ b/a.c\n@@ -1,2 +1 @@\n 1\n-1\n");
}

}  // namespace
}  // namespace assay::source
