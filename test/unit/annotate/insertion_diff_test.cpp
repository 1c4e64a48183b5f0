// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "annotate/insertion_diff.h"

#include <gtest/gtest.h>

namespace assay::annotate {
namespace {

constexpr const char* kTen = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

TagLine before(unsigned line, const char* text) {
  return {{{0, 0}, text}, line};
}

TEST(InsertionDiff, ShowsThreeLinesAround) {
  EXPECT_EQ(insertionDiff("a.c", kTen, {before(5, "new\n")}),
            "--- a/a.c\n+++ b/a.c\n@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+new\n 5\n 6\n 7\n");
}

TEST(InsertionDiff, PutsLinesThatAreNearIntoOneHunk) {
  EXPECT_EQ(insertionDiff("a.c", kTen, {before(1, "one\n"), before(6, "two\n")}),
            "--- a/a.c\n+++ b/a.c\n@@ -1,8 +1,10 @@\n+one\n 1\n 2\n 3\n 4\n 5\n+two\n 6\n 7\n 8\n");
}

TEST(InsertionDiff, CountsInALaterHunkWhatWasInsertedBefore) {
  EXPECT_EQ(
      insertionDiff("a.c", kTen, {before(1, "one\n"), before(10, "two\n")}),
      "--- a/a.c\n+++ b/a.c\n@@ -1,3 +1,4 @@\n+one\n 1\n 2\n 3\n@@ -7,4 +8,5 @@\n 7\n 8\n 9\n+two\n 10\n");
}

TEST(InsertionDiff, SaysThatTheLastLineHasNoBreak) {
  EXPECT_EQ(insertionDiff("a.c", "1", {before(1, "new\n")}),
            "--- a/a.c\n+++ b/a.c\n@@ -1,1 +1,2 @@\n+new\n 1\n\\ No newline at end of file\n");
}

TEST(InsertionDiff, IsEmptyWithoutLines) {
  EXPECT_EQ(insertionDiff("a.c", kTen, {}), "");
}

}  // namespace
}  // namespace assay::annotate
