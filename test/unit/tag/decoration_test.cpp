// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/decoration.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Decoration, RulesBoxesBulletsAndEmojiComeOff) {
  for (std::string_view text :
       {"words", "  words  ", "* words", "--- words ---", "=== words ===", "# words", "*** words ***",
        "| words |", "│ words │", "═══ words ═══", "🤖 words", "⚠️ words", "- words", "!words",
        "~~~~ words ~~~~", "********* words ********/"})
    EXPECT_EQ(undecorated(text), "words") << text;
}

TEST(Decoration, ASignThatEndsAWordStays) {
  EXPECT_EQ(undecorated("port it to C#"), "port it to C#");
  EXPECT_EQ(undecorated("a*"), "a*");
  EXPECT_EQ(undecorated("path/"), "path/");
}

TEST(Decoration, ARuleIsNothingButDecoration) {
  EXPECT_EQ(undecorated("-----------"), "");
  EXPECT_EQ(undecorated("════════"), "");
  EXPECT_EQ(undecorated(""), "");
}

TEST(Decoration, BracketsAndQuotesAreWords) {
  EXPECT_EQ(undecorated("[x]"), "[x]");
  EXPECT_EQ(undecorated("\"x\""), "\"x\"");
  EXPECT_EQ(undecorated("`x`"), "`x`");
}

}  // namespace
}  // namespace assay::tag
