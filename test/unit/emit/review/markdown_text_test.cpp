// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/markdown_text.h"

#include <gtest/gtest.h>

namespace assay::emit::review {
namespace {

TEST(CodeText, HoldsAnything) {
  EXPECT_EQ(codeText("a*b_c"), "`a*b_c`");
  EXPECT_EQ(codeText("a`b"), "``a`b``");
  EXPECT_EQ(codeText("`a"), "`` `a ``");
  EXPECT_EQ(codeText("a|b"), "`a|b`");
  EXPECT_EQ(codeText("a\nb"), "`a\\x0Ab`");
  EXPECT_EQ(codeText(""), "");
}

TEST(CellCodeText, EndsNoCell) {
  EXPECT_EQ(cellCodeText("a|b"), "`a\\|b`");
  EXPECT_EQ(cellCodeText("a\\|b"), "`a⧵\\|b`");
  EXPECT_EQ(cellCodeText(""), "");
}

TEST(SentenceText, TakesEffectNowhere) {
  EXPECT_EQ(sentenceText("x 1.40 (1.31 to 1.50)"), "x 1.40 (1.31 to 1.50)");
  EXPECT_EQ(sentenceText("[a](b) *c* <d> e|f"), "\\[a\\](b) \\*c\\* \\<d> e\\|f");
  EXPECT_EQ(sentenceText("of type ![x](y)"), "of type !\\[x\\](y)");
  EXPECT_EQ(sentenceText("ask @everyone"), "`ask @everyone`");
  EXPECT_EQ(sentenceText("fixes #12"), "`fixes #12`");
  EXPECT_EQ(sentenceText("at https://a.example"), "`at https://a.example`");
  EXPECT_EQ(sentenceText("p < 0.1, 1 -> 2"), "p < 0.1, 1 -> 2");
  EXPECT_EQ(sentenceText("> a"), "\\> a");
  EXPECT_EQ(sentenceText("a\tb"), "a b");
}

}  // namespace
}  // namespace assay::emit::review
