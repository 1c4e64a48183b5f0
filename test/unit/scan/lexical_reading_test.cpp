// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lexical_reading.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

std::vector<model::AnnotatedFunction> readingOf(const std::string& text) {
  return readLexically(source::SourceText("a.cc", text), {});
}

TEST(LexicalReading, TellsWhatATagWouldMean) {
  const auto entries = readingOf("// AI-generated: GPT-4\nint f(Unknown x) { return x; }\n");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].name, "f");
  EXPECT_EQ(entries[0].tagLine, 1U);
  EXPECT_EQ(entries[0].precision, model::Precision::Lexical);
}

TEST(LexicalReading, HasAnEntryWithoutANameForATagOnNothing) {
  const auto entries = readingOf("// AI-generated: GPT-4\nint x = 1;\nint f() { return 1; }\n");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].name, "");
}

TEST(LexicalReading, SeesTheFunctionAroundATaggedBlock) {
  const auto entries = readingOf("int f() {\n  // AI-generated: GPT-4\n  for (;;) g();\n}\n");
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].name, "f");
  EXPECT_EQ(entries[0].scope, model::Scope::Block);
}

TEST(FunctionsOfAText, AreThoseWithABodyAndNoneInsideAnother) {
  const auto functions = functionsOf(source::SourceText("a.cc",
                                                        "int declared();\n"
                                                        "template <class T>\n"
                                                        "T first(T x) {\n"
                                                        "  return [&] { return x; }();\n"
                                                        "}\n"
                                                        "struct S {\n"
                                                        "  int second() { return 1; }\n"
                                                        "};\n"));
  ASSERT_EQ(functions.size(), 2U);
  EXPECT_EQ(functions[0].name, "first");
  EXPECT_EQ(functions[0].lines, (model::LineRange{2, 5}));
  EXPECT_EQ(functions[1].name, "S::second");
}

}  // namespace
}  // namespace assay::scan
