// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/committed_lines.h"

#include <gtest/gtest.h>

namespace assay::provenance {
namespace {

// Lines 1 to 3 as in commit a's old.cpp; 4 of commit b; 5 not committed; 6 and 7 of commit a, but swapped.
FileAttribution fileOfTwoCommits() {
  FileAttribution file;
  file.path = "new.cpp";
  file.paths = {"old.cpp", "new.cpp"};
  file.commits = {{"a", "", "", false}, {"b", "", "", false}, {"", "", "", false}};
  file.lines = {{0, 11, 0, {}, 0}, {0, 12, 0, {}, 0}, {0, 13, 0, {}, 0}, {1, 4, 0, {}, 1},
                {2, 5, 0, {}, 1},  {0, 15, 0, {}, 0}, {0, 14, 0, {}, 0}};
  return file;
}

TEST(CommittedLines, StandTogetherInTheirCommit) {
  const std::vector<CommittedLines> expected = {{"a", "old.cpp", {12, 13}},
                                                {"b", "new.cpp", {4, 4}},
                                                {"", "new.cpp", {5, 5}},
                                                {"a", "old.cpp", {15, 15}},
                                                {"a", "old.cpp", {14, 14}}};
  EXPECT_EQ(committedLines(fileOfTwoCommits(), {2, 7}), expected);
}

TEST(CommittedLines, WhatTheFileDoesNotHaveIsNone) {
  EXPECT_TRUE(committedLines(fileOfTwoCommits(), {8, 4000000000}).empty());
  EXPECT_TRUE(committedLines(fileOfTwoCommits(), {0, 0}).empty());
  EXPECT_EQ(committedLines(fileOfTwoCommits(), {0, 1}).size(), 1u);
}

TEST(CommittedLines, WhereAShallowCloneEndsNobodyIsNamed) {
  FileAttribution file = fileOfTwoCommits();
  file.commits[1].cutOff = true;
  EXPECT_TRUE(committedLines(file, {4, 4}).empty());
  EXPECT_EQ(committedLines(file, {3, 4}).size(), 1u);
  EXPECT_TRUE(isCutOff(file, {3, 4}));
  EXPECT_FALSE(isCutOff(file, {1, 3}));
  EXPECT_FALSE(isCutOff(file, {5, 4000000000}));
}

}  // namespace
}  // namespace assay::provenance
