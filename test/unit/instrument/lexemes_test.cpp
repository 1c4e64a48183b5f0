// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/lexemes.h"

#include <gtest/gtest.h>

namespace assay::instrument {
namespace {

TEST(Lexemes, SpliceMayHaveBlanksBeforeTheLineBreak) {
  EXPECT_EQ(skipSplice("\\\nx", 0), 2U);
  EXPECT_EQ(skipSplice("\\ \t\r\nx", 0), 5U);
  EXPECT_EQ(skipSplice("\\x\n", 0), 0U);
  EXPECT_EQ(skipSplice("\\", 0), 0U);
}

TEST(Lexemes, CommentsEndAtTheirBreakOrClosing) {
  EXPECT_EQ(endOfComment("// a \\\nb\nc", 0), 8U);
  EXPECT_EQ(endOfComment("/* a */b", 0), 7U);
  EXPECT_EQ(endOfComment("/*/ a", 0), 5U);
}

TEST(Lexemes, LiteralsEndAtTheirQuoteOrLine) {
  EXPECT_EQ(endOfLiteral("\"a\\\"b\"c", 0), 6U);
  EXPECT_EQ(endOfLiteral("'a\nb'", 0), 2U);
  EXPECT_EQ(endOfLiteral("\"a\\\nb\"c", 0), 6U);
}

TEST(Lexemes, RawStringsEndAtTheirDelimiter) {
  EXPECT_EQ(endOfRawString("\"x(a)\"\n)x\";", 0), 10U);
  EXPECT_EQ(endOfRawString("\"x(a", 0), 4U);
  EXPECT_TRUE(isRawPrefix("u8R"));
  EXPECT_FALSE(isRawPrefix("u8"));
}

TEST(Lexemes, NumbersTakeSeparatorsAndExponents) {
  EXPECT_EQ(endOfWord("1'000;", 0), 5U);
  EXPECT_EQ(endOfWord("1.5e+5;", 0), 6U);
  EXPECT_EQ(endOfWord("0x1p-3+1", 0), 6U);
  EXPECT_EQ(endOfWord("a1'b'", 0), 2U);
}

TEST(Lexemes, DirectivesEndAtTheirOwnLineBreak) {
  EXPECT_EQ(endOfDirective("#define X \\\n 1 /* \n */ 2\nY", 0), 24U);
  EXPECT_EQ(endOfDirective("#error don't\nY", 0), 12U);
}

}  // namespace
}  // namespace assay::instrument
