// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "document/json_line.h"
#include "document/value.h"

namespace assay::document {
namespace {

using ::testing::HasSubstr;

TEST(Json, ReadsEveryTypeInOrder) {
  auto value = parseJson(R"({"z": [1, -2, 2.5, true, null, "é\u00e9"], "a": {}})", "t.json");
  ASSERT_TRUE(value.has_value());
  Value expected;
  expected.set("z", Array{1, -2, 2.5, true, nullptr, "éé"}).set("a", Object{});
  EXPECT_EQ(*value, expected);
}

TEST(Json, WritesPrettyAndReadsItBack) {
  Value value;
  value.set("b", Array{1, "x"}).set("a", Object{}).set("n", std::numeric_limits<std::uint64_t>::max());
  const std::string text = writeJson(value);
  EXPECT_EQ(text, "{\n  \"b\": [\n    1,\n    \"x\"\n  ],\n  \"a\": {},\n  \"n\": 18446744073709551615\n}\n");
  EXPECT_EQ(parseJson(text, "t").value(), value);
}

TEST(Json, WritesBytesThatAreNotUtf8AsReplacementCharacters) {
  EXPECT_EQ(writeJson("a\xFF"), "\"a\xEF\xBF\xBD\"\n");
  EXPECT_EQ(writeJson(std::numeric_limits<double>::infinity()), "null\n");
}

TEST(Json, OfADuplicateKeyTheLastWins) {
  EXPECT_EQ(parseJson(R"({"a": 1, "b": 2, "a": 3})", "t")->find("a")->asInteger(), 3);
}

TEST(Json, ADuplicateKeyKeepsThePlaceOfTheFirstAtEveryDepth) {
  const auto value = parseJson(R"({"a": {"x": 1, "y": 2, "x": 3}, "b": [{"x": 4}], "a": {"y": 5}})", "t");
  ASSERT_TRUE(value.has_value());
  Value expected;
  expected.set("a", Object{{"y", 5, {}}}).set("b", Array{Object{{"x", 4, {}}}});
  EXPECT_EQ(*value, expected);
}

TEST(Json, MalformedTextIsRefusedWithItsPlace) {
  auto value = parseJson("{\n  \"a\": 1,\n  oops\n}", "t.json");
  ASSERT_FALSE(value.has_value());
  EXPECT_EQ(value.error().where.file, "t.json");
  EXPECT_EQ(value.error().where.line, 3u);
  EXPECT_EQ(value.error().message.find('['), std::string::npos) << value.error().message;
  for (const char* wrong : {"", "{", "[1,]", "nul", "\"a", "1 2", "\"\xFF\"", "{\"a\"}"}) {
    auto refused = parseJson(wrong, "t.json");
    ASSERT_FALSE(refused.has_value()) << wrong;
    EXPECT_EQ(refused.error().where.line, 1u) << wrong;
    EXPECT_NE(refused.error().message, "") << wrong;
  }
}

TEST(Json, DeepNestingIsRefusedNotRecursedInto) {
  auto value = parseJson(std::string(1000000, '['), "t");
  ASSERT_FALSE(value.has_value());
  EXPECT_THAT(value.error().message, HasSubstr("nested"));
}

TEST(Json, OnOneLine) {
  Value value;
  value.set("b", Array{1, "two\nlines\xFF"}).set("a", nullptr);
  const std::string line = writeJsonLine(value);
  EXPECT_EQ(line, "{\"b\":[1,\"two\\nlines\xEF\xBF\xBD\"],\"a\":null}");
  EXPECT_EQ(writeJsonLine({}), "null");
}

}  // namespace
}  // namespace assay::document
