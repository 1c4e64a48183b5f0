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

}  // namespace
}  // namespace assay::source
