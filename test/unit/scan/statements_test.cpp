// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/statements.h"

#include <gtest/gtest.h>

#include <string>

namespace assay::scan {
namespace {

/// The text of the statement that begins behind '@'.
std::string from(std::string text) {
  const std::size_t at = text.find('@');
  text.erase(at, 1);
  const TokenStream tokens(text);
  const source::Span span = spanOf(tokens, statementFrom(tokens, tokens.firstFrom(at)));
  return text.substr(span.begin, span.size());
}

/// The text of the statement around the token behind '@'.
std::string around(std::string text) {
  const std::size_t at = text.find('@');
  text.erase(at, 1);
  const TokenStream tokens(text);
  const source::Span span = spanOf(tokens, statementAround(tokens, tokens.firstFrom(at)));
  return text.substr(span.begin, span.size());
}

TEST(Statements, EndAtTheirSemicolon) {
  EXPECT_EQ(from("{ @a = b(c; d); e; }"), "a = b(c; d);");
  EXPECT_EQ(from("{ @auto f = [] { return 1; }; g(); }"), "auto f = [] { return 1; };");
  EXPECT_EQ(from("{ @return x }"), "return x");
}

TEST(Statements, HaveTheirParts) {
  EXPECT_EQ(from("{ @if (a) b; else if (c) { d; } else e; f; }"), "if (a) b; else if (c) { d; } else e;");
  EXPECT_EQ(from("{ @if constexpr (a) { b; } c; }"), "if constexpr (a) { b; }");
  EXPECT_EQ(from("{ @for (int i = 0; i < 2; ++i) while (x) y; z; }"),
            "for (int i = 0; i < 2; ++i) while (x) y;");
  EXPECT_EQ(from("{ @do { a; } while (b); c; }"), "do { a; } while (b);");
  EXPECT_EQ(from("{ @try { a; } catch (int) { b; } catch (...) { c; } d; }"),
            "try { a; } catch (int) { b; } catch (...) { c; }");
  EXPECT_EQ(from("{ @{ a; } b; }"), "{ a; }");
  EXPECT_EQ(from("{ @case 1: a; b; }"), "case 1: a;");
}

TEST(Statements, KnowWhatHoldsStatements) {
  const TokenStream plain("a = [] { b; };");
  EXPECT_FALSE(statementFrom(plain, 0).compound);
  const TokenStream loop("for (;;) a;");
  EXPECT_TRUE(statementFrom(loop, 0).compound);
}

TEST(Statements, AreFoundFromWithin) {
  EXPECT_EQ(around("{ a; b = c(d, @e); f; }"), "b = c(d, e);");
  EXPECT_EQ(around("{ a; if (b) @{ c; } d; }"), "if (b) { c; }");
  EXPECT_EQ(around("{ a; x = {1, 2}@; d; }"), "x = {1, 2};");
  EXPECT_EQ(around("{ if (a) { b; } @c; }"), "c;");
}

TEST(Statements, DoNotLeaveAFileThatEndsEarly) {
  EXPECT_EQ(from("{ @if (a"), "if (a");
  EXPECT_EQ(from("{ @a"), "a");
  EXPECT_EQ(from("{ @do"), "do");
}

}  // namespace
}  // namespace assay::scan
