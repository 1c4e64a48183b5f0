// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/dogstatsd_tags.h"

#include <gtest/gtest.h>

namespace assay::exporting {
namespace {

TEST(DogstatsdTags, KeepWhatIsHarmless) {
  EXPECT_EQ(cleanTag("env:prod"), "env:prod");
  EXPECT_EQ(tagOf("function", "ns::Ledger<int>::feeOf(long) const"),
            "function:ns::Ledger<int>::feeOf(long) const");
  EXPECT_EQ(tagOf("function", "größe"), "function:größe");
  EXPECT_EQ(cleanTag(""), "");
  EXPECT_EQ(tagOf("vendor", ""), "") << "nothing is no tag";
}

TEST(DogstatsdTags, ReplaceWhatWouldEndThem) {
  EXPECT_EQ(cleanTag("f<int,long>|#x\n\r\t\x7f"
                     "e"),
            "f<int_long>_#x____e");
  EXPECT_EQ(cleanTag(std::string_view("a\0b", 3)), "a_b");
}

TEST(DogstatsdTags, AreUtf8) {
  EXPECT_EQ(cleanTag("a\xff"), "a\xEF\xBF\xBD");
  EXPECT_EQ(cleanTag("a\xe2\x82"), "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(DogstatsdTags, AreCutBetweenCharacters) {
  EXPECT_EQ(cleanTag(std::string(kMostTagBytes, 'x')).size(), kMostTagBytes);
  EXPECT_EQ(cleanTag(std::string(kMostTagBytes - 1, 'x') + "ü"), std::string(kMostTagBytes - 1, 'x'));
  EXPECT_EQ(cleanTag(std::string(5000, 'x')).size(), kMostTagBytes);
  EXPECT_EQ(cleanTag(std::string(kMostTagBytes, '\xff')).size(), kMostTagBytes / 3 * 3);
}

TEST(DogstatsdTags, OfAFunction) {
  EXPECT_EQ(joinedTags(functionTags(7, "f", nullptr)), "function:f,id:0x0000000000000007,ai_source:unknown");
  EXPECT_EQ(joinedTags(functionTags(7, "", nullptr)), "id:0x0000000000000007,ai_source:unknown");
  FunctionFacts facts;
  EXPECT_EQ(joinedTags(functionTags(7, "f", &facts)), "function:f,id:0x0000000000000007,ai_source:not given");
  facts.model = "GPT-4, turbo";
  facts.vendor = "openai";
  facts.promptHash = "5a1f09c2d4e87b36";
  facts.prompt = "a secret";
  EXPECT_EQ(
      joinedTags(functionTags(7, "f", &facts)),
      "function:f,id:0x0000000000000007,ai_source:GPT-4_ turbo,vendor:openai,prompt_hash:5a1f09c2d4e87b36");
}

}  // namespace
}  // namespace assay::exporting
