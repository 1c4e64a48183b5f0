// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/runs.h"

#include <gmock/gmock.h>

namespace assay::tag {
namespace {

using testing::ElementsAre;

struct Grouped {
  explicit Grouped(std::string code)
      : text("a.cpp", std::move(code)), list(groupRuns(text, source::findComments(text.bytes()))) {}
  [[nodiscard]] std::vector<std::string> words() const {
    std::vector<std::string> found;
    for (const Line& line : list.lines) found.emplace_back(text.slice(line.text));
    return found;
  }
  source::SourceText text;
  RunList list;
};

TEST(Runs, AdjacentCommentsAreOneRun) {
  EXPECT_EQ(Grouped("// a\n// b\n/* c */\nint x;\n// d\n").list.runs.size(), 2u);
  EXPECT_EQ(Grouped("// a\n\n// b\n").list.runs.size(), 2u);
  EXPECT_EQ(Grouped("/* a */ /* b */\n").list.runs.size(), 1u);
  EXPECT_EQ(Grouped("/* a */ int /* b */ x;\n").list.runs.size(), 2u);
}

TEST(Runs, ATrailingCommentGoesOnOnlyInItsColumn) {
  EXPECT_EQ(Grouped("int x; // a\n       // b\n// c\n").list.runs.size(), 2u);
  EXPECT_EQ(Grouped("int x; // a\n// b\n").list.runs.size(), 2u);
  EXPECT_TRUE(Grouped("int x; // a\n").list.runs.at(0).trailing);
  EXPECT_FALSE(Grouped("  // a\n").list.runs.at(0).trailing);
  EXPECT_FALSE(Grouped("/* a */ int f();\n").list.runs.at(0).trailing);
}

TEST(Runs, LinesLoseMarkersAndDecoration) {
  EXPECT_THAT(Grouped("/**\n * a\n ** b **\n   c\n **/").words(), ElementsAre("", "a", "b", "c", ""));
  EXPECT_THAT(Grouped("///< a\n//!b\n////////\n// --- c ---\n").words(), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(Grouped("/*a*/").words(), ElementsAre("a"));
  EXPECT_THAT(Grouped("/**/").words(), ElementsAre(""));
  EXPECT_THAT(Grouped("/*").words(), ElementsAre(""));
  EXPECT_THAT(Grouped("/* a\r\n * b\r\n */").words(), ElementsAre("a", "b", ""));
}

TEST(Runs, RawKeepsWhatStandsInside) {
  const Grouped made("/* a\n *  - b\n */");
  EXPECT_EQ(made.text.slice(made.list.lines.at(1).raw), "  - b");
}

TEST(Runs, ContinuedAndCommentedOutLinesAreMarked) {
  const Grouped made("// a \\\nb\n// // c\n/* // d */\n");
  EXPECT_THAT(made.words(), testing::Contains("b"));
  EXPECT_TRUE(made.list.lines.at(1).spliced);
  EXPECT_TRUE(made.list.lines.at(2).commentedOut);
  EXPECT_TRUE(made.list.lines.at(3).commentedOut);
  EXPECT_FALSE(made.list.lines.at(0).commentedOut);
}

}  // namespace
}  // namespace assay::tag
