// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// That what is taken is what libyaml reads is yaml_elements_test.cpp's.
#include "document/written_yaml.h"

#include <gtest/gtest.h>

#include <string>

namespace assay::document {
namespace {

bool isTaken(std::string_view text) {
  WrittenElements elements({text, 1});
  Value element;
  while (elements.take(element)) continue;
  return elements.rest().text.empty();
}

TEST(WrittenYaml, TakesWhatWritingMakesOfAnEntry) {
  EXPECT_TRUE(isTaken(
      "  - id: \"0x1\"\n    name: a::b\n    traits: [virtual, noexcept]\n    points: [\"try 1:2-3:4\"]\n"
      "    input: {of: a, size: \"a.size()\"}\n    prompt: |-\n      one:\n\n        two\n"
      "    note: |\n      # x\n    extra:\n      reviewed-by: eve\n    history:\n      - tag: human\n"
      "        note: \"\"\n      - tag: assisted\n    also: []\n    none: {}\n    drift: 3\n"
      "  - path: b.cc\n"));
  EXPECT_TRUE(isTaken("  - plain\n  - \"quoted\"\n  - [a, {b: c, d: []}]\n  - |-\n    text\n"));
}

TEST(WrittenYaml, LeavesEverythingElse) {
  for (const char* text : {"  - a: 1 # comment\n",
                           "  - a: 1\n  # comment\n",
                           "  - a: 1\n\n",
                           "  -\n",
                           "  - \n",
                           "  - - a\n",
                           "  - a: 'b'\n",
                           "  - 'a': b\n",
                           "  - \"a\": b\n",
                           "  - ? a\n",
                           "  - &a b\n",
                           "  - *a\n",
                           "  - !!str b\n",
                           "  - a:  b\n",
                           "  - a: b\n     c\n",
                           "  - a: b\n      c: d\n",
                           "  - a: b\n   c: d\n",
                           "  - a:\n    - b\n",
                           "  - a:\n       b: c\n",
                           "  - a:\n    b: c\n",
                           "  - a: >\n      b\n",
                           "  - a: b\n    a: c\n",
                           "  - {a: b, a: c}\n",
                           "  - null: b\n",
                           "  - [a,b]\n",
                           "  - [ a]\n",
                           "  - [a, ]\n",
                           "  - [a,\n    b]\n",
                           "  - {a}\n",
                           "  - {a: b }\n",
                           "  - [a] b\n",
                           "  - a: b\n...\n",
                           "  - a: b\n---\n",
                           "  - a: b\nc: d\n",
                           "  - a: b\r\n",
                           "  - a:\tb\n",
                           "  - a\n    b\n",
                           "  - a: \"b\" c\n",
                           "  - a: \"b\n      c\"\n",
                           "  - a: -1\n",
                           "  - <<: b\n"})
    EXPECT_FALSE(isTaken(text)) << text;
}

TEST(WrittenYaml, IsNotLedIntoDepths) {
  std::string block = "  - a:\n";
  for (std::size_t indent = 6; indent < 2 * 200; indent += 2) block += std::string(indent, ' ') + "a:\n";
  EXPECT_FALSE(isTaken(block));
  EXPECT_FALSE(isTaken("  - " + std::string(100'000, '[') + "\n"));
}

TEST(WrittenYaml, WhatIsLeftBeginsWithTheElementThatWasNotTaken) {
  WrittenElements elements({"  - a: 1\n  - b: 'x'\n  - c: 3\n", 5});
  Value element;
  ASSERT_TRUE(elements.take(element));
  EXPECT_EQ(element.find("a")->locationIn("f"), (Location{"f", 5, 8}));
  ASSERT_FALSE(elements.take(element));
  EXPECT_EQ(elements.rest().line, 6u);
  ASSERT_TRUE(elements.beforeNext().has_value());
  EXPECT_EQ(elements.beforeNext()->text, "  - b: 'x'\n");
  elements.pass(*elements.beforeNext());
  ASSERT_TRUE(elements.take(element));
  EXPECT_EQ(element.find("c")->asInteger(), 3);
  EXPECT_EQ(element.asObject()->size(), 1u);
  EXPECT_FALSE(elements.beforeNext().has_value());
}

TEST(WrittenYaml, ReadsOnlyWholeLinesOfAList) {
  EXPECT_TRUE(WrittenElements::mayRead({"  - a\n", 1}));
  for (const char* text : {"", "- a\n", "  - a", "a: 1\n", "   - a\n"})
    EXPECT_FALSE(WrittenElements::mayRead({text, 1})) << text;
}

}  // namespace
}  // namespace assay::document
