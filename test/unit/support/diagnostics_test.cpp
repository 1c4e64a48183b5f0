// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/diagnostics.h"

#include <gtest/gtest.h>

#include "support/exit_code.h"

namespace assay {
namespace {

TEST(Diagnostics, LooksLikeACompilersMessage) {
  const Diagnostic d{Severity::Warning,
                     "assay-tag-003",
                     {"a.cpp", 3, 5},
                     "no date",
                     "write it as 2024-01-15",
                     "\t// AI-generated: X",
                     5};
  EXPECT_EQ(render(d, false),
            "a.cpp:3:5: warning: no date [assay-tag-003]\n"
            "  \t// AI-generated: X\n"
            "  \t   ^~~~~\n"
            "  hint: write it as 2024-01-15\n");
}

TEST(Diagnostics, CaretCountsCharactersNotBytes) {
  const Diagnostic d{Severity::Error, "", {"a.c", 1, 4}, "m", "", "é é!", 3};
  EXPECT_EQ(render(d, false), "a.c:1:4: error: m\n  é é!\n    ^~\n");
}

TEST(Diagnostics, ForeignTextCannotDriveTheTerminal) {
  const Diagnostic d{Severity::Note, "", {"\033]0;x\a", 1, 1}, "\033[2J", "", "", 1};
  EXPECT_EQ(render(d, false).find('\033'), std::string::npos);
}

TEST(Diagnostics, ALineThatNobodyReadsIsNotShown) {
  Diagnostics diagnostics;
  for (const std::size_t length : {kLongestExcerpt, kLongestExcerpt + 1})
    diagnostics.add({.id = "x", .where = {"f", 1, 1}, .message = "m", .excerpt = std::string(length, 'a')});
  EXPECT_EQ(diagnostics.all()[0].excerpt.size(), kLongestExcerpt);
  EXPECT_EQ(render(diagnostics.all()[1], false), "f:1:1: warning: m [x]\n");
}

TEST(Diagnostics, SortAndUniqueOrdersByPlace) {
  Diagnostics all;
  all.warning("b", {"f", 2, 1}, "two");
  all.warning("a", {"f", 1, 9}, "one");
  all.warning("b", {"f", 2, 1}, "two");
  all.sortAndUnique();
  ASSERT_EQ(all.all().size(), 2u);
  EXPECT_EQ(all.all()[0].message, "one");
  EXPECT_FALSE(all.hasErrors());
}

TEST(Diagnostics, ErrorWithoutAPlaceNamesTheProgram) {
  EXPECT_EQ(render(Error{ErrorCode::Usage, "no manifest", {}, "run assay scan"}, false),
            "assay: error: no manifest\n  hint: run assay scan\n");
}

TEST(ExitCode, TheWorseOneWins) {
  EXPECT_EQ(worse(ExitCode::Findings, ExitCode::Incomplete), ExitCode::Incomplete);
  EXPECT_EQ(worse(ExitCode::Bug, ExitCode::Usage), ExitCode::Bug);
  EXPECT_EQ(worse(ExitCode::Done, ExitCode::Findings), ExitCode::Findings);
}

}  // namespace
}  // namespace assay
