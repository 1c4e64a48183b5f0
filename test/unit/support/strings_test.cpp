// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/strings.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(Strings, TrimTakesAsciiSpaceOnly) {
  EXPECT_EQ(trim(" \t\r\n x y \v\f"), "x y");
  EXPECT_EQ(trim("   "), "");
  EXPECT_EQ(trim("\xC2\xA0x"), "\xC2\xA0x");
}

TEST(Strings, SplitKeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Strings, ReplaceAllDoesNotLookAtWhatItWrote) {
  EXPECT_EQ(replaceAll("aaa", "a", "aa"), "aaaaaa");
  EXPECT_EQ(replaceAll("abc", "", "x"), "abc");
}

TEST(Strings, CaseIsAsciiOnly) {
  EXPECT_TRUE(equalsIgnoringCase("AI-Generated", "ai-GENERATED"));
  EXPECT_FALSE(equalsIgnoringCase("\xC3\x84", "\xC3\xA4"));
  EXPECT_TRUE(startsWithIgnoringCase("Prompt: x", "prompt"));
  EXPECT_FALSE(startsWithIgnoringCase("Pro", "prompt"));
}

TEST(Strings, VisibleTextDisarmsEscapesAndBidirectionalControls) {
  EXPECT_EQ(visibleText("a\033[2Jb"), "a\\x1B[2Jb");
  EXPECT_EQ(visibleText("\xE2\x80\xAE"), "\\xE2\\x80\\xAE");
  EXPECT_EQ(visibleText("\xC2\x9B"), "\\xC2\\x9B");
  EXPECT_EQ(visibleText("tab\there, ümlaut, 中"), "tab\there, ümlaut, 中");
}

TEST(Strings, VisibleTextShowsInvalidUtf8ByteByByte) {
  EXPECT_EQ(visibleText("\xFFx\xC3"), "\\xFFx\\xC3");
  EXPECT_EQ(visibleText("\xC0\xAF"), "\\xC0\\xAF");
  EXPECT_EQ(visibleText("\xED\xA0\x80"), "\\xED\\xA0\\x80");
}

TEST(Strings, DisplayWidthCountsColumns) {
  EXPECT_EQ(displayWidth("abc"), 3u);
  EXPECT_EQ(displayWidth("é"), 1u);
  EXPECT_EQ(displayWidth("e\xCC\x81"), 1u);
  EXPECT_EQ(displayWidth("中文"), 4u);
}

TEST(Strings, EllipsizeFitsTheWidthAndNeverCutsACharacter) {
  EXPECT_EQ(ellipsize("abcdef", 6), "abcdef");
  EXPECT_EQ(ellipsize("abcdef", 4), "abc…");
  EXPECT_EQ(ellipsize("中文中文", 4), "中…");
  EXPECT_EQ(ellipsize("abc", 0), "");
  for (std::size_t width = 0; width < 12; ++width)
    EXPECT_LE(displayWidth(ellipsize("a中b文c中d", width)), width);
}

}  // namespace
}  // namespace assay
