// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/typed_filter.h"

#include <gtest/gtest.h>

#include <string_view>

namespace assay::tool {
namespace {

TypedFilter typed(std::string_view keys) {
  TypedFilter filter("");
  filter.begin();
  for (const char key : keys) filter.take(key);
  return filter;
}

TEST(TypedFilter, EveryKeyBelongsToItUntilEnter) {
  EXPECT_TRUE(typed("quick sort").isTyping());
  EXPECT_EQ(typed("quick sort").text(), "quick sort");
  EXPECT_FALSE(typed("q\n").isTyping());
  EXPECT_FALSE(typed("q\r").isTyping());
  EXPECT_EQ(typed("q\n").text(), "q");
}

TEST(TypedFilter, BackspaceTakesAWholeCharacter) {
  EXPECT_EQ(typed("ab\x7f").text(), "a");
  EXPECT_EQ(typed("ab\b").text(), "a");
  EXPECT_EQ(typed("a\xc3\xa9\x7f").text(), "a");
  EXPECT_EQ(typed("\x7f\x7f").text(), "");
}

TEST(TypedFilter, ControlBytesAreNothing) {
  EXPECT_EQ(typed("a\tb\x01").text(), "ab");
}

TEST(TypedFilter, ClearedItIsNoLongerTyped) {
  TypedFilter filter = typed("abc");
  filter.clear();
  EXPECT_EQ(filter.text(), "");
  EXPECT_FALSE(filter.isTyping());
}

TEST(TypedFilter, GoesOnFromWhatItHas) {
  TypedFilter filter = typed("ab\n");
  filter.begin();
  filter.take('c');
  EXPECT_EQ(filter.text(), "abc");
  EXPECT_EQ(filter.prompt(), "/abc_");
}

}  // namespace
}  // namespace assay::tool
