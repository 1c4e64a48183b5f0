// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/words.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Words, FirstAndLastWordEndAtSigns) {
  EXPECT_EQ(firstWord("don't stop"), "don't");
  EXPECT_EQ(firstWord(" x"), "");
  EXPECT_EQ(lastWord("which is"), "is");
  EXPECT_EQ(lastWord("end."), "");
}

TEST(Words, ListsAreSearchedWithoutCase) {
  constexpr std::string_view kList[] = {"begin", "start"};
  EXPECT_TRUE(isOneOf("START", kList));
  EXPECT_FALSE(isOneOf("star", kList));
  EXPECT_FALSE(isOneOf("", kList));
}

TEST(Words, AJoinerIsAHyphenAnUnderscoreOrABlank) {
  EXPECT_EQ(joinerAt("-g"), 1u);
  EXPECT_EQ(joinerAt("_g"), 1u);
  EXPECT_EQ(joinerAt(" g"), 1u);
  EXPECT_EQ(joinerAt("\u2011g"), 3u);
  EXPECT_EQ(joinerAt("g"), 0u);
}

TEST(Words, AColonIsNoScope) {
  EXPECT_EQ(colonLength(": x"), 1u);
  EXPECT_EQ(colonLength("= x"), 1u);
  EXPECT_EQ(colonLength("\uFF1A"), 3u);
  EXPECT_EQ(colonLength("::x"), 0u);
  EXPECT_EQ(colonLength("== x"), 0u);
}

}  // namespace
}  // namespace assay::tag
