// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/value.h"

namespace assay::document {
namespace {

using ::testing::HasSubstr;

Value parsed(std::string_view text) {
  auto value = parseYaml(text, "t.yaml");
  EXPECT_TRUE(value.has_value()) << text << ": " << value.error().message;
  return value ? *value : Value();
}

Error refused(std::string_view text) {
  auto value = parseYaml(text, "t.yaml");
  EXPECT_FALSE(value.has_value()) << text;
  return value ? Error{} : value.error();
}

TEST(Yaml, ReadsMapsListsAndScalarsInOrder) {
  const Value value = parsed("b: 1\na: [x, 'yes', yes]\nc:\n  - d: 2.5\n  - ~\n");
  Value inner;
  inner.set("d", 2.5);
  Value expected;
  expected.set("b", 1).set("a", Array{"x", "yes", "yes"}).set("c", Array{inner, Value()});
  EXPECT_EQ(value, expected);
}

TEST(Yaml, QuotedScalarsAreStrings) {
  EXPECT_EQ(parsed("['1', \"true\", !!str 2]"), Value(Array{"1", "true", "2"}));
}

TEST(Yaml, AnEmptyTextIsNull) {
  EXPECT_TRUE(parsed("").isNull());
  EXPECT_TRUE(parsed("# only a comment\n").isNull());
}

TEST(Yaml, KeepsPlacesOfKeysAndValues) {
  const Value value = parsed("a: 1\nb:\n  cc: [x,\n    y]\n");
  EXPECT_EQ(value.find("a")->locationIn("f"), (Location{"f", 1, 4}));
  const Member& inner = value.find("b")->asObject()->front();
  EXPECT_EQ(inner.place.line, 3u);
  EXPECT_EQ(inner.place.column, 3u);
  EXPECT_EQ(inner.value.asArray()->at(1).place().line, 4u);
}

TEST(Yaml, ColumnsCountBytes) {
  const Value value = parsed("中: é\n日: [ü, x]\n");
  EXPECT_EQ(value.find("中")->locationIn("f"), (Location{"f", 1, 6}));
  EXPECT_EQ(value.find("日")->asArray()->at(1).locationIn("f"), (Location{"f", 2, 11}));
  EXPECT_EQ(refused("日: [ü, *x]").where, (Location{"t.yaml", 1, 11}));
}

TEST(Yaml, ANullStandsWhereItsValueIsMissing) {
  EXPECT_EQ(parsed("a:\nb: 1\n").find("a")->place().line, 1u);
}

TEST(Yaml, ElementsOfANamedListAreReadOnTheWayAndNotKept) {
  std::vector<Value> read;
  const ElementReader lists[] = {{"long", [&](const Value& element) { read.push_back(element); }}};
  auto value = parseYaml("a: [1]\nlong:\n  - x\n  - long: [1, 2]\nb:\n  long: [3]\n", "t", lists);
  ASSERT_TRUE(value.has_value());
  Value inner;
  inner.set("long", Array{1, 2});
  EXPECT_EQ(read, (std::vector<Value>{"x", inner}));
  EXPECT_EQ(read[1].place().line, 4u);
  Value deeper;
  deeper.set("long", Array{3});
  Value expected;
  expected.set("a", Array{1}).set("long", Array{}).set("b", deeper);
  EXPECT_EQ(*value, expected);
}

TEST(Yaml, ANamedListThatIsNoneIsKept) {
  const ElementReader lists[] = {{"long", [](const Value&) { FAIL(); }}};
  EXPECT_EQ(parseYaml("long: {a: 1}\n", "t", lists).value(), parsed("long: {a: 1}\n"));
  EXPECT_EQ(parseYaml("- long\n- [1]\n", "t", lists).value(), parsed("- long\n- [1]\n"));
}

TEST(Yaml, ElementsCutOutOfATextAreReadWithTheirPlaces) {
  std::vector<Value> read;
  const auto result =
      parseYamlElements({"  - a\n  - b: 1\n    c: 2\n", 7}, "t", [&](const Value& v) { read.push_back(v); });
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].place().line, 7u);
  EXPECT_EQ(read[1].find("c")->place().line, 9u);
}

TEST(Yaml, NothingButElementsOfOneListIsTakenForACut) {
  const auto none = [](const Value&) {};
  for (const char* text :
       {"", "a", "a: 1\n", "- a\nb: 1\n", "- a\n...\n", "---\n- a\n", "- a\n---\n- b\n", "- 'a\n"})
    EXPECT_FALSE(parseYamlElements({text, 1}, "t", none).has_value()) << text;
  const auto broken = parseYamlElements({"- a\n- [\n", 10}, "t", none);
  ASSERT_FALSE(broken.has_value());
  EXPECT_GE(broken.error().where.line, 11u);
  EXPECT_EQ(parseYamlElements({"- a\n- \x01", 10}, "t", none).error().where, (Location{"t", 11, 3}));
}

TEST(Yaml, NumbersAndWordsAreKeysByTheirText) {
  EXPECT_EQ(parsed("{1: a, true: b}").asObject()->at(0).key, "1");
  EXPECT_EQ(parsed("{1: a, true: b}").asObject()->at(1).key, "true");
}

TEST(Yaml, MalformedTextIsRefusedWithItsLine) {
  const Error error = refused("a: 1\nb: [1, 2\nc: 3\n");
  EXPECT_EQ(error.code, ErrorCode::Input);
  EXPECT_EQ(error.where.file, "t.yaml");
  EXPECT_GE(error.where.line, 2u);
  EXPECT_NE(error.message, "");
  EXPECT_EQ(refused("a:\n\t- b\n").where.line, 2u);
  EXPECT_GE(refused("\"abc").where.line, 1u);
}

TEST(Yaml, ADuplicateKeyIsRefusedWhereItStands) {
  const Error error = refused("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(error.where.line, 3u);
  EXPECT_THAT(error.message, HasSubstr("`a`"));
  std::string large;
  for (int i = 0; i < 100; ++i) large += "k" + std::to_string(i) + ": 1\n";
  EXPECT_TRUE(parseYaml(large, "t").has_value());
  EXPECT_EQ(refused(large + "k3: 1\n").where.line, 101u);
  EXPECT_EQ(refused(large + "k77: 1\n").where.line, 101u);
}

TEST(Yaml, AliasesAreRefusedSoThatNothingCanMultiply) {
  const Error error = refused("a: &a [x, x]\nb: [*a, *a]\n");
  EXPECT_EQ(error.where.line, 2u);
  EXPECT_THAT(error.message, HasSubstr("aliases"));
}

TEST(Yaml, DeepNestingIsRefusedNotRecursedInto) {
  for (const char* unit : {"[", "{a: ", "- ", "? "}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += unit;
    EXPECT_THAT(refused(text).message,
                ::testing::AnyOf(HasSubstr("nested"), HasSubstr("map"), HasSubstr("list")));
  }
  std::string deepest = std::string(kDeepest, '[') + std::string(kDeepest, ']');
  EXPECT_TRUE(parseYaml(deepest, "t").has_value());
  EXPECT_FALSE(parseYaml('[' + deepest + ']', "t").has_value());
}

TEST(Yaml, ForeignTagsKeysAndDocumentsAreRefused) {
  EXPECT_THAT(refused("a: !thing x").message, HasSubstr("thing"));
  EXPECT_THAT(refused("a: !!set {x}").message, HasSubstr("set"));
  EXPECT_THAT(refused("[a]: b").message, HasSubstr("key"));
  EXPECT_THAT(refused("~: b").message, HasSubstr("key"));
  EXPECT_EQ(refused("a: 1\n---\nb: 2\n").where.line, 2u);
  EXPECT_THAT(refused("a: !!binary '?'").message, HasSubstr("base64"));
}

TEST(Yaml, BytesThatYamlForbidsAreRefusedWithTheirPlace) {
  EXPECT_EQ(refused("a: 1\nb: x\xFF").where, (Location{"t.yaml", 2, 5}));
  // Some readers take this byte for the end of the text.
  EXPECT_EQ(refused("a: 1\n\x04").where, (Location{"t.yaml", 2, 1}));
  EXPECT_EQ(refused(std::string("a\0b", 3)).where.column, 2u);
}

TEST(Yaml, CarriageReturnsAndByteOrderMarksAreNoTrouble) {
  EXPECT_EQ(parsed("\xEF\xBB\xBF"
                   "a: 1\r\nb: 2\r\n")
                .find("b")
                ->asInteger(),
            2);
}

TEST(Yaml, EveryPrefixOfATextIsReadOrRefused) {
  const std::string text =
      "a: &x \"q\\u00e9\"\nb:\n  - {c: [1, 'two', !!binary \"/w==\"]}\n  - |-\n    text\n    more\n? k\n: "
      "v\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    auto value = parseYaml(text.substr(0, length), "t");
    EXPECT_TRUE(value.has_value() || !value.error().message.empty());
  }
}

}  // namespace
}  // namespace assay::document
