// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lexical.h"

#include <gmock/gmock.h>

namespace assay::scan {
namespace {

using model::FunctionKind;

FileFacts factsOfText(std::string code) {
  return lexicalFacts(source::SourceText("dir/a.cc", std::move(code)));
}

TEST(Lexical, QualifiesNamesByNesting) {
  const FileFacts facts = factsOfText(
      "namespace n {\nclass A {\n  int f() { return 1; }\n  A() {}\n  ~A() {}\n};\nint A::g() { }\n}\n");
  ASSERT_EQ(facts.functions.size(), 4U);
  EXPECT_EQ(facts.functions[0].entry.name, "n::A::f");
  EXPECT_EQ(facts.functions[0].entry.kind, FunctionKind::Method);
  EXPECT_EQ(facts.functions[1].entry.kind, FunctionKind::Constructor);
  EXPECT_EQ(facts.functions[2].entry.kind, FunctionKind::Destructor);
  EXPECT_EQ(facts.functions[3].entry.name, "n::A::g");
  ASSERT_EQ(facts.scopes.size(), 2U);
  EXPECT_EQ(facts.scopes[1].name, "n::A");
}

TEST(Lexical, SaysWhereAndHowSure) {
  const FileFacts facts = factsOfText("template <class T>\nT f(T a)\n{\n  return a;\n}\n");
  const model::AnnotatedFunction& entry = facts.functions.at(0).entry;
  EXPECT_EQ(entry.file, "dir/a.cc");
  EXPECT_EQ(entry.precision, model::Precision::Lexical);
  EXPECT_EQ(entry.lines, (model::LineRange{1, 5}));
  EXPECT_EQ(entry.bodyBegin, (source::Position{3, 1}));
  EXPECT_EQ(entry.bodyEnd, (source::Position{5, 1}));
  EXPECT_NE(entry.bodyFingerprint, 0U);
  EXPECT_EQ(entry.signature, "(T a)");
}

TEST(Lexical, IdsComeFromPathNameAndParameters) {
  const auto id = [](const FileFacts& facts) { return facts.functions.at(0).entry.id; };
  EXPECT_EQ(id(factsOfText("int f(int a) { return 1; }")),
            id(factsOfText("\n\nint f( int a ) { return 2; }")));
  EXPECT_NE(id(factsOfText("int f(int a) { }")), id(factsOfText("int f(long a) { }")));
  EXPECT_NE(id(factsOfText("int f(int a) { }")), id(factsOfText("int g(int a) { }")));
}

TEST(Lexical, DeclarationsHaveNoBody) {
  const FileFacts facts = factsOfText("int f(int);\nint x;\n");
  ASSERT_EQ(facts.functions.size(), 1U);
  EXPECT_TRUE(facts.functions[0].entry.traits.has(model::Trait::NoBody));
  EXPECT_EQ(facts.others.size(), 1U);
}

}  // namespace
}  // namespace assay::scan
