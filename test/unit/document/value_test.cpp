// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "document/value.h"

#include <gtest/gtest.h>

#include <limits>

namespace assay::document {
namespace {

TEST(Value, IsNullUntilSomethingIsPutIn) {
  Value value;
  EXPECT_TRUE(value.isNull());
  value.set("a", 1);
  EXPECT_EQ(value.type(), Type::Map);
  Value list;
  list.append("x");
  EXPECT_EQ(list.type(), Type::List);
}

TEST(Value, KeepsTheOrderOfInsertionAndReplacesInPlace) {
  Value value;
  value.set("z", 1).set("a", 2).set("z", 3);
  ASSERT_EQ(value.asObject()->size(), 2u);
  EXPECT_EQ(value.asObject()->front().key, "z");
  EXPECT_EQ(value.find("z")->asInteger(), 3);
  EXPECT_EQ(value.find("b"), nullptr);
}

TEST(Value, AnswersOnlyForItsOwnType) {
  EXPECT_EQ(Value("1").asInteger(), std::nullopt);
  EXPECT_EQ(Value(1).asString(), nullptr);
  EXPECT_EQ(Value(1).asBool(), std::nullopt);
  EXPECT_EQ(Value(1).asNumber(), 1.0);
  EXPECT_EQ(Value(1.5).asInteger(), std::nullopt);
  EXPECT_EQ(Value("text").find("x"), nullptr);
}

TEST(Value, WholeNumbersCoverBothSixtyFourBitRanges) {
  constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
  constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
  EXPECT_EQ(Value(kMost).asUnsigned(), kMost);
  EXPECT_EQ(Value(kMost).asInteger(), std::nullopt);
  EXPECT_EQ(Value(kLeast).asInteger(), kLeast);
  EXPECT_EQ(Value(kLeast).asUnsigned(), std::nullopt);
  EXPECT_EQ(Value(std::uint64_t{7}), Value(7));
}

TEST(Value, ComparesContentNotPlaceOrLayout) {
  Value a(Array{1, 2});
  Value b(Array{1, 2});
  b.setPlace({3, 4});
  b.setOnOneLine(true);
  EXPECT_EQ(a, b);
  EXPECT_FALSE(a == Value(Array{2, 1}));
  EXPECT_EQ(b.locationIn("f"), (Location{"f", 3, 4}));
}

TEST(Value, EveryTypeHasAName) {
  for (int i = 0; i <= static_cast<int>(Type::Map); ++i) EXPECT_NE(describe(static_cast<Type>(i)), "");
}

}  // namespace
}  // namespace assay::document
