// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/line_marks.h"

#include <gmock/gmock.h>

#include "source/comments.h"

namespace assay::tag {
namespace {

using testing::ElementsAre;

struct Marked {
  explicit Marked(std::string code) : text("a.cpp", std::move(code)) {
    runs = groupRuns(text, source::findComments(text.bytes()));
    markSamples(text, runs);
    markIgnored(text, runs, diagnostics);
  }
  [[nodiscard]] std::string samples() const {
    std::string marks;
    for (const Line& line : runs.lines) marks += line.sample ? 's' : line.ignored ? 'i' : '.';
    return marks;
  }
  source::SourceText text;
  RunList runs;
  Diagnostics diagnostics;
};

TEST(LineMarks, FencesAreSamples) {
  EXPECT_EQ(Marked("// a\n// ```cpp\n// b\n// ```\n// c\n").samples(), ".sss.");
  EXPECT_EQ(Marked("// ~~~\n// b\n// ~~~\n// c\n").samples(), "sss.");
  EXPECT_EQ(Marked("/// @code{.cpp}\n/// b\n/// @endcode\n/// c\n").samples(), "sss.");
  EXPECT_EQ(Marked("/// \\verbatim\n/// b\n/// \\endverbatim\n/// c\n").samples(), "sss.");
  EXPECT_EQ(Marked("/// <pre>\n/// b\n/// </pre>\n/// c\n").samples(), "sss.");
}

TEST(LineMarks, AFenceEndsWithItsRun) {
  EXPECT_EQ(Marked("// ```\n// b\nint x;\n// c\n").samples(), "ss.");
}

TEST(LineMarks, ARuleOfTildesIsNoFence) {
  EXPECT_EQ(Marked("// ~~~~~~~~~~\n// b\n// ~~~~~~~~~~\n").samples(), "...");
}

TEST(LineMarks, IgnoredLines) {
  EXPECT_EQ(Marked("// assay-ignore-start\n// b\nint x; // c\n// assay-ignore-end\n// d\n").samples(),
            "iiii.");
  EXPECT_EQ(Marked("/* a */ // assay:ignore\n// b\n").samples(), "ii.");
}

TEST(LineMarks, UnmatchedMarkersAreReported) {
  EXPECT_EQ(Marked("// assay-ignore-start\n// b\n").diagnostics.all().at(0).id, "assay-tag-009");
  EXPECT_EQ(Marked("// assay-ignore-end\n// b\n").diagnostics.all().at(0).id, "assay-tag-010");
  EXPECT_TRUE(Marked("auto s = \"assay-ignore-start\"; // b\n").diagnostics.all().empty());
}

}  // namespace
}  // namespace assay::tag
