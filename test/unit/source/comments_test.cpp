// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/comments.h"

#include <gmock/gmock.h>

#include <random>
#include <string>

namespace assay::source {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> texts(std::string_view code) {
  std::vector<std::string> found;
  for (const Comment& comment : findComments(code))
    found.emplace_back(code.substr(comment.span.begin, comment.span.size()));
  return found;
}

TEST(Comments, BothStylesAreFound) {
  EXPECT_THAT(texts("int a; // one\n/* two\n three */ int b; /**/\n"),
              ElementsAre("// one", "/* two\n three */", "/**/"));
  EXPECT_THAT(texts("a / b / c"), IsEmpty());
  EXPECT_THAT(texts("/*/ x */"), ElementsAre("/*/ x */"));
}

TEST(Comments, LiteralsHideThem) {
  EXPECT_THAT(texts(R"(auto a = "// no"; // yes)"), ElementsAre("// yes"));
  EXPECT_THAT(texts(R"(auto a = "\"// no\\"; /* yes */)"), ElementsAre("/* yes */"));
  EXPECT_THAT(texts(R"(char a = '"'; // yes)"), ElementsAre("// yes"));
  EXPECT_THAT(texts(R"(char a = '\''; char b = '/*'; // yes)"), ElementsAre("// yes"));
}

TEST(Comments, DigitSeparatorsOpenNoLiteral) {
  EXPECT_THAT(texts("int a = 1'000; // yes '"), ElementsAre("// yes '"));
  EXPECT_THAT(texts("int a = 0xFF'FFu + 1.5e+3; // yes"), ElementsAre("// yes"));
  EXPECT_THAT(texts("auto c = u8'a'; auto d = L'/'; // yes"), ElementsAre("// yes"));
}

TEST(Comments, RawStringsEndAtTheirDelimiter) {
  EXPECT_THAT(texts("auto a = R\"(// no\n)\"; // yes"), ElementsAre("// yes"));
  EXPECT_THAT(texts("auto a = R\"x(// no )\" )x\"; // yes"), ElementsAre("// yes"));
  for (const char* prefix : {"L", "u", "U", "u8"})
    EXPECT_THAT(texts(std::string(prefix) + "R\"(\" // no)\"; // yes"), ElementsAre("// yes")) << prefix;
  EXPECT_THAT(texts("auto a = xR\"(\"; // yes"), ElementsAre("// yes"));
  EXPECT_THAT(texts("auto a = R\"bad delimiter(\"; // yes"), ElementsAre("// yes"));
  EXPECT_THAT(texts("auto a = R\"(open // no\n// no\n"), IsEmpty());
}

TEST(Comments, ContinuationsAreFollowed) {
  EXPECT_THAT(texts("// a \\\nb\nint c;"), ElementsAre("// a \\\nb"));
  EXPECT_THAT(texts("// a \\\r\nb\r\nint c;"), ElementsAre("// a \\\r\nb"));
  EXPECT_THAT(texts("// a \\ \nb\nint c;"), ElementsAre("// a \\ \nb"));
  EXPECT_THAT(texts("/\\\n/ a\nint c;"), ElementsAre("/\\\n/ a"));
  EXPECT_THAT(texts("/* a *\\\n/ int c;"), ElementsAre("/* a *\\\n/"));
  EXPECT_THAT(texts("auto a = \"x \\\n// no\"; // yes"), ElementsAre("// yes"));
}

TEST(Comments, UnterminatedLiteralsEndAtTheirLine) {
  EXPECT_THAT(texts("#error don't\n// yes\n"), ElementsAre("// yes"));
  EXPECT_THAT(texts("auto a = \"open // no\n// yes\n"), ElementsAre("// yes"));
  EXPECT_FALSE(findComments("/* open").at(0).terminated);
  EXPECT_TRUE(findComments("/* shut */").at(0).terminated);
  EXPECT_THAT(texts("auto a = \"open \\"), IsEmpty());
}

TEST(Comments, AnIncludedNameHoldsNone) {
  EXPECT_THAT(texts("#include <a//b.h> // yes\n"), ElementsAre("// yes"));
  EXPECT_THAT(texts("# include_next <sys/*.h>\n// yes\n"), ElementsAre("// yes"));
  EXPECT_THAT(texts("#if a < b // yes\n"), ElementsAre("// yes"));
}

TEST(Comments, TheirPlaceOnTheLineIsTold) {
  const auto found =
      findComments("  // a\nint x; // b\n/* c */ int y;\n/* d */ // e\n#define X \\\n  // f\n");
  ASSERT_EQ(found.size(), 6u);
  EXPECT_TRUE(found[0].startsLine && found[0].endsLine);
  EXPECT_TRUE(!found[1].startsLine && found[1].endsLine);
  EXPECT_TRUE(found[2].startsLine && !found[2].endsLine);
  EXPECT_TRUE(found[3].startsLine && !found[3].endsLine);
  EXPECT_FALSE(found[4].startsLine);
  EXPECT_TRUE(found[5].startsLine);
  EXPECT_TRUE(findComments("\xEF\xBB\xBF// a").at(0).startsLine);
}

TEST(Comments, AZeroByteBeforeOneIsNoCode) {
  using namespace std::literals;
  const std::vector<Comment> all = findComments("int a;\n\0 // on its own line\n\0x; // behind code\n"sv);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all[0].startsLine);
  EXPECT_FALSE(all[1].startsLine);
}

TEST(Comments, LineBreaksAreNotPartOfThem) {
  EXPECT_THAT(texts("// a\r\n// b\n"), ElementsAre("// a", "// b"));
  EXPECT_THAT(texts("// a\\\n"), ElementsAre("// a\\\n"));
}

TEST(Comments, NoBytesCrashIt) {
  EXPECT_THAT(texts(std::string("a\0// b\0c", 8)), ElementsAre(std::string("// b\0c", 6)));
  const std::string alphabet = "/*\\\n\r\"'R(x)#<>1\xEF\xBB\xBF ";
  std::mt19937 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::string code;
    for (auto i = random() % 24; i > 0; --i) code += alphabet[random() % alphabet.size()];
    std::size_t end = 0;
    for (const Comment& comment : findComments(code)) {
      ASSERT_GE(comment.span.begin, end) << code;
      ASSERT_GT(comment.span.end, comment.span.begin + 1) << code;
      end = comment.span.end;
    }
    ASSERT_LE(end, code.size()) << code;
  }
}

TEST(Comments, TenMegabytesOnOneLine) {
  std::string code;
  for (int i = 0; i < 500'000; ++i) code += "x /* a */ \"b\" 'c' + ";
  EXPECT_EQ(findComments(code).size(), 500'000u);
}

TEST(CommentsAndLiterals, AreEverythingThatIsNoCode) {
  const std::string text = "a = \"b\" + 'c' + R\"(d)\"; // e\n1'000 /* f */";
  std::vector<std::string> parts;
  for (const Span& span : findCommentsAndLiterals(text))
    parts.push_back(text.substr(span.begin, span.size()));
  EXPECT_EQ(parts, (std::vector<std::string>{"\"b\"", "'c'", "\"(d)\"", "// e", "/* f */"}));
}

}  // namespace
}  // namespace assay::source
