// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/wrapped_text.h"

#include <gmock/gmock.h>

namespace assay::emit::review {
namespace {

using ::testing::ElementsAre;

TEST(WrappedText, IsPartedAtBlanksAndStandsFartherIn) {
  EXPECT_THAT(wrapped("  one two three four", 11), ElementsAre("  one two", "    three", "    four"));
  EXPECT_THAT(wrapped("  one two", 0), ElementsAre("  one two"));
  EXPECT_THAT(wrapped("one two", 7), ElementsAre("one two"));
  EXPECT_THAT(wrapped("", 7), ElementsAre(""));
}

TEST(WrappedText, PartsWhatIsLongerThanALine) {
  EXPECT_THAT(wrapped("abcdefghij", 4), ElementsAre("abcd", "  ef", "  gh", "  ij"));
  EXPECT_THAT(wrapped("µµµµµ", 3), ElementsAre("µµµ", " µµ")) << "never inside a character";
}

TEST(WrappedText, LeavesHalfOfTheLine) {
  EXPECT_THAT(wrapped("        one two", 8), ElementsAre("    one", "    two"));
}

}  // namespace
}  // namespace assay::emit::review
