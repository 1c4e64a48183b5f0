// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/sketch.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

unsigned statementsIn(std::string_view body) {
  return sketchOf(body).statements;
}

TEST(Sketch, LayoutAndCommentsDoNotCount) {
  EXPECT_EQ(sketchOf("{ int a=1; return a+b; }"), sketchOf("{\n  int a = 1;  // one\n  return a\n + b;\n}"));
}

TEST(Sketch, StatementsEndAtSemicolonsAndBraces) {
  EXPECT_EQ(statementsIn("{ a(); if (x) { b(); } else { c(); } }"), 5U);  // a, if, b, else, c
}

TEST(Sketch, SemicolonsOfALoopEndNoStatement) {
  EXPECT_EQ(statementsIn("{ for (int i = 0; i < n; ++i) sum += i; }"), 1U);
}

TEST(Sketch, StatementsOfALambdaCount) {
  EXPECT_EQ(statementsIn("{ call([&](int x) { one(); two(); }, last); }"), 4U);
}

TEST(Sketch, APreprocessorLineIsAStatementHoweverItIsLaidOut) {
  EXPECT_EQ(statementsIn("{\n#if A\n a();\n#endif\n}"), 3U);
  EXPECT_EQ(sketchOf("{\n#if A\n a();\n#endif\n}"), sketchOf("{\n#  if   A // why\n a();\n#endif\n}"));
}

TEST(Sketch, WhatHasNoWordIsNoStatement) {
  EXPECT_EQ(statementsIn("{ ; {} ; }"), 0U);
  EXPECT_TRUE(sketchOf("{ ; {} ; }").known());
}

TEST(Sketch, HowOftenAStatementIsThereCounts) {
  EXPECT_EQ(model::editedPercent(sketchOf("{ f(); f(); }"), sketchOf("{ f(); f(); f(); f(); }")), 50U);
}

TEST(Sketch, OneEditedStatementIsItsShare) {
  EXPECT_EQ(
      model::editedPercent(sketchOf("{ a(1); b(2); c(3); d(4); }"), sketchOf("{ a(1); b(2); c(3); d(5); }")),
      25U);
}

TEST(Sketch, DigraphsAreWhatTheyMean) {
  EXPECT_EQ(statementsIn("<% a(); <% b(); %> %>"), 2U);
}

TEST(Sketch, UnbalancedTextIsRead) {
  EXPECT_EQ(statementsIn("{ ) } ] a(; b"), 1U);
  EXPECT_FALSE(sketchOf("").known());
}

}  // namespace
}  // namespace assay::scan
