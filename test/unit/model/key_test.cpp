// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/key.h"

#include <gtest/gtest.h>

namespace assay::model {
namespace {

TEST(Key, OfATag) {
  for (const char* text : {"user", "request.userId", "request->user", "request.session()->token()", "a.b.c",
                           "this->id_", "_x1", "\xc3\xbc.id"})
    EXPECT_TRUE(isKeyExpression(text)) << text;
}

TEST(Key, NoPlaceForCode) {
  for (const char* text : {"",        "1",    "12.5", "f()",     "f(x)", "x.f(1)", "x.",    "x->",  "x..y",
                           "x.1",     "x y",  "x; y", "*x",      "&x",   "x[0]",   "x + y", "x::y", "this",
                           "x.f()()", "x.f(", "x, y", "x /* */", "x\n",  "NET-12", "x.y ",  "\"x\""})
    EXPECT_FALSE(isKeyExpression(text)) << text;
}

TEST(Key, StandsAmongTheFurtherKeys) {
  Tag tag;
  EXPECT_EQ(keyIn(tag), "");
  tag.extra = {{"rollout", "10%"}, {"key", " request.userId "}};
  EXPECT_EQ(keyIn(tag), "request.userId");
  tag.extra.back().second = "system(1)";
  EXPECT_EQ(keyIn(tag), "");
}

TEST(Key, BeginsWithAParameter) {
  EXPECT_EQ(rootOfKey("request.session()->token()"), "request");
  EXPECT_EQ(rootOfKey("user"), "user");
  EXPECT_EQ(rootOfKey("this->id_"), "this");
  EXPECT_EQ(rootOfKey("1"), "");
}

}  // namespace
}  // namespace assay::model
