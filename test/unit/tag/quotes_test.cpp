// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "tag/quotes.h"

#include <gtest/gtest.h>

namespace assay::tag {
namespace {

TEST(Quotes, EveryKindOpensAndCloses) {
  for (std::string_view text : {"\"a b\"", "'a b'", "`a b`", "“a b”", "„a b“", "‘a b’", "«a b»", "»a b«",
                                "「a b」", "”a b”", "‚a b‘"}) {
    const auto kind = openingQuote(text);
    ASSERT_TRUE(kind.has_value()) << text;
    const std::size_t from = kQuotes[*kind].open.size();
    const auto close = strictClose(text, from, *kind);
    ASSERT_TRUE(close.has_value()) << text;
    EXPECT_EQ(text.substr(from, close->at - from), "a b") << text;
  }
  EXPECT_FALSE(openingQuote("a").has_value());
  EXPECT_FALSE(openingQuote("").has_value());
}

TEST(Quotes, AQuotedWordInsideDoesNotClose) {
  EXPECT_EQ(strictClose("\"make the \"fast\" path\", x", 1, 0)->at, 21u);
  EXPECT_EQ(strictClose("'don't stop'", 1, 1)->at, 11u);
  EXPECT_EQ(strictClose("\"a\" model: x", 1, 0)->at, 2u);
}

TEST(Quotes, AnEscapedMarkDoesNotClose) {
  EXPECT_EQ(strictClose(R"("a \", b")", 1, 0)->at, 8u);
  EXPECT_FALSE(strictClose(R"("a\")", 1, 0).has_value());
}

TEST(Quotes, TheLastMarkIsTheFallback) {
  EXPECT_FALSE(strictClose("\"a\" by \"b\"x", 1, 0).has_value());
  EXPECT_EQ(lastClose("\"a\" by \"b\"x", 1, 0)->at, 9u);
  EXPECT_FALSE(lastClose("\"abc", 1, 0).has_value());
}

TEST(Quotes, EscapesAreResolvedAndOtherBackslashesKept) {
  EXPECT_EQ(unescaped(R"(a\nb\tc\rd\\e\/f\"g\'h\`i)"), "a\nb\tc\rd\\e/f\"g'h`i");
  EXPECT_EQ(unescaped(R"(\x41\x0a\xZZ\d\)"), "A\n\\xZZ\\d\\");
  EXPECT_EQ(unescaped("\\x4"), "\\x4");
}

TEST(Quotes, WhatIsQuotedCannotEndItsComment) {
  EXPECT_EQ(inQuotes("a*/b /*c"), R"("a*\/b /\x2Ac")");
  EXPECT_EQ(inQuotes("line\nnext\r\t\"q\" \\"), R"("line\nnext\r\t\"q\" \\")");
  EXPECT_EQ(inQuotes(std::string("\0\x1B", 2)), R"("\x00\x1B")");
  EXPECT_EQ(inQuotes("assay:ignore"), R"("assay\x3Aignore")");
}

TEST(Quotes, EveryByteComesBack) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  all += "*/ /* // */*/ assay-ignore-start assay:ignore";
  const std::string text = inQuotes(all);
  EXPECT_EQ(unescaped(std::string_view(text).substr(1, text.size() - 2)), all);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  EXPECT_EQ(text.find("*/"), std::string::npos);
}

}  // namespace
}  // namespace assay::tag
