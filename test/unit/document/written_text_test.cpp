// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/written_text.h"

#include <gtest/gtest.h>

namespace assay::document {
namespace {

std::optional<std::string> plainLineOf(std::string_view text) {
  WrittenText words({text, 1});
  const auto scalar = words.takePlainLine();
  return scalar && words.isNext('\n') ? std::optional(std::string(*scalar)) : std::nullopt;
}

std::optional<std::string> plainInFlowOf(std::string_view text) {
  WrittenText words({text, 1});
  const auto scalar = words.takePlainInFlow();
  return scalar ? std::optional(std::string(*scalar)) : std::nullopt;
}

std::optional<std::string> quotedOf(std::string_view text) {
  WrittenText words({text, 1});
  std::string content;
  return words.takeQuoted(content) && words.isNext('\n') ? std::optional(content) : std::nullopt;
}

std::optional<std::string> literalOf(std::string_view text) {
  WrittenText words({text, 1});
  std::string content;
  return words.takeLiteral(content, 2) ? std::optional(content) : std::nullopt;
}

TEST(WrittenText, KeysAreShortWordsWithAColon) {
  WrittenText words({"a-b_1: x\n", 1});
  EXPECT_TRUE(words.isKeyNext());
  EXPECT_EQ(words.takeKey(), "a-b_1");
  EXPECT_TRUE(words.isNext(' '));
  const std::string longest(64, 'k');
  EXPECT_EQ(WrittenText({longest + ":\n", 1}).takeKey(), longest);
  for (const std::string& none :
       {std::string("a\n"), std::string("a:b\n"), std::string(": x\n"), std::string("1: x\n"),
        std::string("-a: x\n"), std::string("a : x\n"), longest + "k:\n", std::string()})
    EXPECT_FALSE(WrittenText({none, 1}).takeKey().has_value()) << none;
}

TEST(WrittenText, APlainScalarEndsItsLineAndHoldsNoMark) {
  for (const char* text : {"a\n", "a::b(c) -> [d], {e}\n", "a:b#c\n", "/x\n", "é 中\n", "12-40\n"})
    EXPECT_EQ(plainLineOf(text), std::string_view(text).substr(0, std::string_view(text).size() - 1)) << text;
  for (const char* text :
       {"\n", " a\n", "a \n", "a: b\n", "a:\n", "a #b\n", "- a\n", "'a\n", "a\tb\n", "a\r\n", "a\u2028\n",
        "a\u0085\n", "\ufeff\n", "a\xFF\n", "a\x01\n", "*a\n", "&a\n", "!a\n", ""})
    EXPECT_FALSE(plainLineOf(text).has_value()) << text;
}

TEST(WrittenText, BetweenBracketsFewerCharactersArePlain) {
  EXPECT_EQ(plainInFlowOf("a b-c.d/é]\n"), "a b-c.d/é");
  EXPECT_EQ(plainInFlowOf("a, b]\n"), "a");
  for (const char* text : {"a\n", "a:b]\n", "a ]\n", "]\n", "a#]\n", "-a]\n", "a\u2028]\n", "(a]\n"})
    EXPECT_FALSE(plainInFlowOf(text).has_value()) << text;
}

TEST(WrittenText, QuotesHoldTheEscapesThatWritingMakes) {
  EXPECT_EQ(quotedOf("a: #b'\"\n"), "a: #b'");
  EXPECT_EQ(quotedOf("\\\"\\\\\\n\\t\\r\\x41\\u00e9\\u4E2D\\U0001F600é\"\n"), "\"\\\n\t\rAé中😀é");
  EXPECT_EQ(quotedOf("\"\n"), "");
  for (const char* text : {"a\n", "a\\\n", "\\q\"\n", "\\x4\"\n", "\\u00g0\"\n", "\\ud800\"\n",
                           "\\U00110000\"\n", "\\x-1\"\n", "a\tb\"\n", "a\u0085\"\n", "a\xFF\"\n", ""})
    EXPECT_FALSE(quotedOf(text).has_value()) << text;
}

TEST(WrittenText, ALiteralKeepsItsLines) {
  EXPECT_EQ(literalOf("-\n  a\n\n    b: #\tc\n"), "a\n\n  b: #\tc");
  EXPECT_EQ(literalOf("\n  a\n"), "a\n");
  EXPECT_EQ(literalOf("\n  a\nb\n"), "a\n");
  for (const char* text :
       {"\n", "+\n  a\n", ">\n  a\n", "\n a\n", "\n   a\n", "\n\n  a\n", "\n  a\n\n", "\n  a \n", "\n  \ta\n",
        "\n  a\r\n", "\n  a\n  \n", "\n  a\u2028\n", "2\n  a\n", " \n  a\n"})
    EXPECT_FALSE(literalOf(text).has_value()) << text;
}

TEST(WrittenText, KnowsItsPlace) {
  WrittenText words({"  é: x\n  y\n", 7});
  EXPECT_EQ(words.blanks(), 2u);
  words.takeBlanks(2);
  EXPECT_TRUE(words.take("é: "));
  EXPECT_EQ(words.place().line, 7u);
  EXPECT_EQ(words.place().column, 7u);
  EXPECT_TRUE(words.take('x') && words.takeLineFeed());
  EXPECT_EQ(words.place().column, 1u);
  EXPECT_EQ(words.rest().line, 8u);
  words.pass(words.rest().text);
  EXPECT_TRUE(words.atEnd());
  EXPECT_EQ(words.place().line, 9u);
}

}  // namespace
}  // namespace assay::document
