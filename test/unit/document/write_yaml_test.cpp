// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "document/value.h"

namespace assay::document {
namespace {

void expectRoundTrip(const Value& value) {
  const std::string text = writeYaml(value);
  auto back = parseYaml(text, "t");
  ASSERT_TRUE(back.has_value()) << text << '\n'
                                << back.error().message << " at line " << back.error().where.line;
  EXPECT_EQ(*back, value) << text;
  EXPECT_EQ(writeYaml(*back), text);
}

TEST(WriteYaml, LaysBlocksOutForReaders) {
  Value entry;
  entry.set("id", "0x01").set("name", "a::b").set("empty", Array{});
  Value words(Array{"template", "const"});
  words.setOnOneLine(true);
  entry.set("traits", words);
  Value value;
  value.set("assay", 1).set("functions", Array{entry, entry}).set("nested", Array{Value(Array{1, 2})});
  EXPECT_EQ(writeYaml(value),
            "assay: 1\n"
            "functions:\n"
            "  - id: \"0x01\"\n"
            "    name: a::b\n"
            "    empty: []\n"
            "    traits: [template, const]\n"
            "  - id: \"0x01\"\n"
            "    name: a::b\n"
            "    empty: []\n"
            "    traits: [template, const]\n"
            "nested:\n"
            "  - - 1\n"
            "    - 2\n");
}

TEST(WriteYaml, TextOfSeveralLinesIsALiteralBlockWhereThatIsExact) {
  Value value;
  value.set("a", "one\ntwo: 2\n\n# three").set("b", "ends\n").set("c", " starts\nindented");
  EXPECT_EQ(writeYaml(value),
            "a: |-\n  one\n  two: 2\n\n  # three\nb: |\n  ends\nc: \" starts\\nindented\"\n");
  expectRoundTrip(value);
}

TEST(WriteYaml, KeepsEveryAwkwardString) {
  for (const std::string text : {"",
                                 " ",
                                 "\n",
                                 "\n\n",
                                 "a\n\n",
                                 " a",
                                 "a ",
                                 "\ta\nb",
                                 "a\n\tb",
                                 "a\n  b",
                                 "a \nb",
                                 "a\n \nb",
                                 "a\r\nb",
                                 "yes",
                                 "1.0",
                                 "null",
                                 "~",
                                 "- a",
                                 "a: b",
                                 "a #b",
                                 "#",
                                 "---",
                                 "...",
                                 "--- a\n---\nb",
                                 "%YAML",
                                 "\x01",
                                 "\x7F",
                                 "\xC2\x85",
                                 "\xFF\xFE",
                                 "\xE2\x80\xA8",
                                 "\xEF\xBB\xBF",
                                 "'",
                                 "\"",
                                 "\\",
                                 "\\n",
                                 "[",
                                 "]",
                                 "{a}",
                                 ",",
                                 "a, b",
                                 "!!str x",
                                 "*a",
                                 "&a",
                                 "0x10",
                                 "?",
                                 "? a",
                                 ":",
                                 "é",
                                 "a\u0085b",
                                 "😀\n😀"}) {
    expectRoundTrip(text);
    expectRoundTrip(Array{text, Array{text}});
    Value map;
    map.set(text, text).set("other", Array{text});
    expectRoundTrip(map);
    Value flow = map;
    flow.setOnOneLine(true);
    expectRoundTrip(Array{flow, map});
  }
  expectRoundTrip(std::string("\0", 1));
}

TEST(WriteYaml, LongKeysSurvive) {
  Value inner;
  inner.set(std::string(5000, 'k'), Array{1, 2}).set(std::string(3000, '\x02'), "x");
  Value outer;
  outer.set(std::string(1025, 'x') + '\n', inner);
  outer.setOnOneLine(true);
  expectRoundTrip(outer);
}

TEST(WriteYaml, ScalarsStandAlone) {
  for (const Value& value : {Value(), Value(true), Value(-7), Value(1.5), Value("text"), Value("a\nb"),
                             Value(Array{}), Value(Object{})})
    expectRoundTrip(value);
  EXPECT_EQ(writeYaml("a\nb"), "|-\n  a\n  b\n");
}

TEST(WriteYaml, TheDeepestNestingIsStillRead) {
  Value value(Array{});
  for (std::size_t i = 1; i < kDeepest; ++i) value = Value(Array{value});
  expectRoundTrip(value);
  value.setOnOneLine(true);
  expectRoundTrip(value);
}

class RandomValue {
 public:
  explicit RandomValue(unsigned seed) : random_(seed) {}

  Value value(int depth) {
    switch (below(depth > 0 ? 8 : 5)) {
      case 0: return Value();
      case 1: return below(2) == 0;
      case 2: return static_cast<std::int64_t>((std::uint64_t{random_()} << 32) | random_());
      case 3: return static_cast<double>(static_cast<int>(random_())) / 1024.0;
      case 4: return text();
      default: return collection(depth);
    }
  }

  std::string text() {
    constexpr std::string_view kPieces[] = {" ",
                                            " ",
                                            "\n",
                                            "\n",
                                            "\t",
                                            ":",
                                            "-",
                                            "#",
                                            "'",
                                            "\"",
                                            "\\",
                                            ",",
                                            "[",
                                            "]",
                                            "{",
                                            "}",
                                            "a",
                                            "b",
                                            "0",
                                            "1",
                                            ".",
                                            "x",
                                            "yes",
                                            "e",
                                            "~",
                                            "|",
                                            ">",
                                            "&",
                                            "*",
                                            "!",
                                            "%",
                                            "@",
                                            "`",
                                            "?",
                                            "=",
                                            "\r",
                                            "\x01",
                                            "\xC3\xA9",
                                            ": ",
                                            " #",
                                            "- ",
                                            "? ",
                                            "---",
                                            "...",
                                            "\xE2\x80\xAE",
                                            "\xF0\x9F\x98\x80",
                                            "\xFF"};
    std::string result;
    const std::size_t kinds = std::size(kPieces) - (below(8) == 0 ? 0 : 1);  // the last is no UTF-8
    for (unsigned i = below(12); i > 0; --i) result += kPieces[below(kinds)];
    return result;
  }

 private:
  unsigned below(std::size_t limit) { return static_cast<unsigned>(random_() % limit); }

  Value collection(int depth) {
    const bool list = below(2) == 0;
    Value result = list ? Value(Array{}) : Value(Object{});
    for (unsigned i = below(5); i > 0; --i) {
      if (list)
        result.append(value(depth - 1));
      else
        result.set(text(), value(depth - 1));
    }
    result.setOnOneLine(below(4) == 0);
    return result;
  }

  std::mt19937 random_;
};

TEST(WriteYaml, RandomValuesComeBackAsTheyWere) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    expectRoundTrip(RandomValue(seed).value(4));
    if (HasFailure()) FAIL() << "seed " << seed;
  }
}

TEST(WriteYaml, AListWrittenByElementsIsTheListWrittenWhole) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const Value element = RandomValue(seed).value(3);
    Value whole;
    whole.set("list", Array{element, element});
    std::string text = "list:\n";
    appendYamlElement(text, element);
    appendYamlElement(text, element);
    ASSERT_EQ(text, writeYaml(whole)) << "seed " << seed;
  }
}

TEST(WriteYaml, RandomStringsComeBackAsTheyWere) {
  RandomValue random(1);
  for (int i = 0; i < 20000; ++i) {
    expectRoundTrip(random.text());
    if (HasFailure()) FAIL() << "string " << i;
  }
}

}  // namespace
}  // namespace assay::document
