// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/trailers.h"

#include <gtest/gtest.h>

namespace assay::provenance {
namespace {

std::string shown(std::string_view message) {
  std::string all;
  for (const Trailer& trailer : readTrailers(message))
    all += std::to_string(trailer.line) + " " + trailer.token + "=" + trailer.value + "; ";
  return all;
}

TEST(Trailers, TokensInAnyCaseAndContinuationLines) {
  EXPECT_EQ(
      shown("Subject\n\nASSISTED-BY:  Claude:x \r\nCo-authored-by: A\n  <a@b>\nMade-with:Cursor\nEnd:\n"),
      "3 assisted-by=Claude:x; 4 co-authored-by=A <a@b>; 7 end=; ");
}

TEST(Trailers, ThoseOfASquashedCommitStandInTheMiddle) {
  EXPECT_EQ(shown("Squash (#3)\n\n* One\n\nCo-authored-by: A <a@b>\n\n* Generated-by: x\n\nmore text\n"),
            "5 co-authored-by=A <a@b>; 7 generated-by=x; ");
}

TEST(Trailers, ProseUrlsAndQuotationsAreNone) {
  EXPECT_EQ(shown("Fix: it\n"), "1 fix=it; ");
  EXPECT_EQ(shown("A word: text\nhttps://x.y/z\n    Generated-by: quoted\n: x\n\n"), "");
  EXPECT_EQ(shown(std::string(100, 'a') + ": x\n"), "");
}

TEST(Trailers, AnIdentityIsANameAndAnAddress) {
  const Identity copilot = readIdentity("Copilot <223556219+Copilot@users.noreply.github.com>");
  EXPECT_EQ(copilot.name, "Copilot");
  EXPECT_EQ(copilot.address, "copilot@users.noreply.github.com");
  EXPECT_EQ(readIdentity("A <a+tag@b.c>").address, "a+tag@b.c");
  EXPECT_EQ(readIdentity("x+y <a+b@users.noreply.github.com>").address, "a+b@users.noreply.github.com");
  EXPECT_EQ(readIdentity(" Only a name ").name, "Only a name");
  EXPECT_EQ(readIdentity("> backwards <").address, "");
}

TEST(Trailers, ParenthesesAtTheEnd) {
  const Parenthesised both = readParentheses("Claude (Anthropic, claude-sonnet-4) ");
  EXPECT_EQ(both.before, "Claude");
  EXPECT_EQ(both.inside, "Anthropic, claude-sonnet-4");
  EXPECT_EQ(readParentheses("a (b) c").inside, "");
  EXPECT_EQ(readParentheses(")").before, ")");
  EXPECT_EQ(readParentheses("()").inside, "");
}

}  // namespace
}  // namespace assay::provenance
