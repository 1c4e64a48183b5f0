// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/characters.h"

#include <gtest/gtest.h>

namespace assay::document {
namespace {

TEST(Characters, DecodesOneToFourBytes) {
  EXPECT_EQ(firstCharacter("a").codePoint, U'a');
  EXPECT_EQ(firstCharacter("é").codePoint, U'é');
  EXPECT_EQ(firstCharacter("中").codePoint, U'中');
  EXPECT_EQ(firstCharacter("😀").codePoint, U'😀');
  EXPECT_EQ(firstCharacter("😀x").bytes, 4u);
}

TEST(Characters, RefusesWhatIsNotStrictUtf8) {
  for (std::string_view wrong : {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80",
                                 "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    EXPECT_FALSE(firstCharacter(wrong).valid);
    EXPECT_EQ(firstCharacter(wrong).bytes, 1u);
    EXPECT_FALSE(isUtf8(wrong));
  }
  EXPECT_TRUE(isUtf8("a é 中 😀"));
}

TEST(Characters, AreAppendedAsTheyAreRead) {
  for (char32_t c : {U'\0', U'a', U'\x7F', U'\x80', U'\u07FF', U'\u0800', U'\uD7FF', U'\uE000', U'\uFFFF',
                     U'\U00010000', U'\U0010FFFF'}) {
    std::string text;
    ASSERT_TRUE(appendCharacter(text, c));
    EXPECT_EQ(firstCharacter(text).codePoint, c);
    EXPECT_EQ(firstCharacter(text).bytes, text.size());
  }
  std::string none;
  for (char32_t c : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) EXPECT_FALSE(appendCharacter(none, c));
  EXPECT_EQ(none, "");
}

TEST(Characters, WhatCannotBeSeenIsNotVisible) {
  for (char32_t hidden :
       {0x00u, 0x1Bu, 0x7Fu, 0x85u, 0x9Bu, 0x200Bu, 0x2028u, 0x202Eu, 0x2066u, 0xFEFFu, 0xFFFEu, 0xE0041u})
    EXPECT_FALSE(isVisible(hidden)) << std::hex << static_cast<unsigned>(hidden);
  for (char32_t shown : {0x20u, 0x7Eu, 0xA0u, 0xE9u, 0x4E2Du, 0x1F600u})
    EXPECT_TRUE(isVisible(shown)) << std::hex << static_cast<unsigned>(shown);
}

TEST(Characters, FindsTheFirstForbiddenByte) {
  EXPECT_EQ(firstForbidden("plain\ttext\r\n é"), std::nullopt);
  EXPECT_EQ(firstForbidden("ab\x04"), 2u);
  EXPECT_EQ(firstForbidden("é\xFF"), 2u);
  EXPECT_EQ(firstForbidden(std::string_view("a\0", 2)), 1u);
}

}  // namespace
}  // namespace assay::document
