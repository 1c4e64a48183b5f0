// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/tokens.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace assay::scan {
namespace {

using testing::ElementsAre;

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> result;
  for (const Token& token : tokenize(text))
    result.emplace_back(text.substr(token.span.begin, token.span.size()));
  return result;
}

TEST(Tokens, MunchesTheLongestSign) {
  EXPECT_THAT(texts("a->*b<=>c...::d>>=1"),
              ElementsAre("a", "->*", "b", "<=>", "c", "...", "::", "d", ">>=", "1"));
}

TEST(Tokens, LeavesCommentsOut) {
  EXPECT_THAT(texts("a /* b ' */ // c \\\n d\n e"), ElementsAre("a", "e"));
}

TEST(Tokens, KeepsLiteralsWhole) {
  EXPECT_THAT(texts(R"x("a\"//" 'b' u8"c" L'd')x"), ElementsAre(R"("a\"//")", "'b'", "u8\"c\"", "L'd'"));
  EXPECT_THAT(texts("R\"z( \" )\" )z\" + 1'000.5e-3"), ElementsAre("R\"z( \" )\" )z\"", "+", "1'000.5e-3"));
}

TEST(Tokens, UnterminatedLiteralEndsAtItsLine) {
  EXPECT_THAT(texts("it's\nx"), ElementsAre("it", "'s", "x"));
}

TEST(Tokens, TakesADirectiveAsOneWithItsContinuations) {
  EXPECT_THAT(texts("  #define A \\\n  1 /* x */ // y\nb # c"),
              ElementsAre("#define A \\\n  1", "b", "#", "c"));
}

TEST(Tokens, ReadsDigraphsAsTheirMeaning) {
  const std::vector<Token> tokens = tokenize("<% a<:1:> %> b<::c");
  EXPECT_EQ(tokens[0].sign, '{');
  EXPECT_EQ(tokens[2].sign, '[');
  EXPECT_EQ(tokens[4].sign, ']');
  EXPECT_EQ(tokens[5].sign, '}');
  EXPECT_EQ(tokens[7].sign, '<');
}

TEST(TokenStream, PairsBrackets) {
  const TokenStream tokens("f(a[1]) { }");
  EXPECT_EQ(tokens.partner(1), 6U);
  EXPECT_EQ(tokens.partner(3), 5U);
  EXPECT_EQ(tokens.after(7), 9U);
  EXPECT_EQ(tokens.partner(0), TokenStream::kNone);
  EXPECT_TRUE(tokens.balanced());
}

TEST(TokenStream, TakesTheFirstBranchWhenEachOpensTheBrace) {
  const TokenStream tokens("#if A\nvoid f() {\n#else\nvoid f(int) {\n#endif\n} int x;");
  EXPECT_TRUE(tokens.balanced());
  EXPECT_EQ(tokens.partner(5), 14U);
}

TEST(TokenStream, SaysWhenNothingIsSure) {
  EXPECT_FALSE(TokenStream("void f() {").balanced());
  EXPECT_FALSE(TokenStream("}").balanced());
  EXPECT_FALSE(TokenStream("{ ( }").balanced());
}

TEST(TokenStream, NamesDirectives) {
  const TokenStream tokens("# ifdef A\n%:endif\nx");
  EXPECT_EQ(tokens.directiveName(0), "ifdef");
  EXPECT_EQ(tokens.directiveName(1), "endif");
  EXPECT_EQ(tokens.directiveName(2), "");
  EXPECT_EQ(tokens.directiveName(7), "");
}

}  // namespace
}  // namespace assay::scan
