// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/attach.h"

#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using model::Scope;
using model::State;
using test::scanCode;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

TEST(Attach, OneEntryPerTaggedFunctionInOrderOfPlace) {
  const auto scanned = scanCode(
      "// AI-generated: a\nint f() { return 1; }\nint g() { return 1; }\n// AI-generated: b\nint h() { "
      "return 1; }\n");
  EXPECT_THAT(scanned.names(), ElementsAre("f", "h"));
  EXPECT_EQ(scanned.entries[0].tag.model, "a");
  EXPECT_EQ(scanned.entries[0].tagLine, 1U);
  EXPECT_EQ(scanned.entries[1].tagLine, 4U);
  EXPECT_EQ(scanned.entries[0].file, "code.cc");
  EXPECT_TRUE(scanned.entries[0].tagFile.empty());
  EXPECT_THAT(scanned.diagnosticIds(), IsEmpty());
}

TEST(Attach, TheNarrowerTagWins) {
  const auto scanned = scanCode(R"(// AI-generated[file]: file
int f() { return 1; }
// AI-generated: class
struct A {
  int a() { return 1; }
  // AI-generated: own
  int b() { return 1; }
  // AI-generated: inner
  struct B { int c() { return 1; } };
};
)");
  ASSERT_THAT(scanned.names(), ElementsAre("f", "A::a", "A::b", "A::B::c"));
  const auto modelAndScope = [&](std::size_t i) {
    return std::pair(scanned.entries[i].tag.model, scanned.entries[i].scope);
  };
  EXPECT_EQ(modelAndScope(0), std::pair(std::string("file"), Scope::File));
  EXPECT_EQ(modelAndScope(1), std::pair(std::string("class"), Scope::Class));
  EXPECT_EQ(modelAndScope(2), std::pair(std::string("own"), Scope::Function));
  EXPECT_EQ(modelAndScope(3), std::pair(std::string("inner"), Scope::Class));
}

TEST(Attach, ANegativeTakesItsFunctionOutOfAWiderTag) {
  const auto scanned = scanCode(
      "// AI-generated: x\nstruct A {\n int a() { return 1; }\n // AI-human\n int b() { return 1; }\n};\n// "
      "AI-human\nint g() { return 1; }\n// AI-human\nint v;\n");
  EXPECT_THAT(scanned.names(), ElementsAre("A::a"));
  EXPECT_THAT(scanned.diagnosticIds(), IsEmpty());
}

TEST(Attach, TwoTagsOnOneFunctionAreAHistory) {
  const auto scanned = scanCode("// AI-generated: first\nint f() { // AI-generated: second\n return 1; }\n");
  ASSERT_THAT(scanned.entries, SizeIs(1));
  EXPECT_EQ(scanned.entries[0].tag.model, "second");
  ASSERT_THAT(scanned.entries[0].history, SizeIs(1));
  EXPECT_EQ(scanned.entries[0].history[0].model, "first");
}

TEST(Attach, SeveralBlocksAreOneEntryAndANote) {
  const auto scanned = scanCode(
      "void g();\nvoid f() {\n  g();\n  // AI-generated: a\n  g();\n  // AI-generated: b\n  g();\n}\n");
  ASSERT_THAT(scanned.entries, SizeIs(1));
  EXPECT_EQ(scanned.entries[0].scope, Scope::Block);
  EXPECT_EQ(scanned.entries[0].covered, (model::LineRange{5, 7}));
  EXPECT_EQ(scanned.entries[0].tag.model, "b");
  EXPECT_THAT(scanned.entries[0].history, SizeIs(1));
  EXPECT_THAT(scanned.diagnosticIds(), ElementsAre("assay-scan-105"));
}

TEST(Attach, AWholeFunctionsTagWinsOverABlocks) {
  const auto scanned =
      scanCode("void g();\n// AI-generated: whole\nvoid f() {\n  // AI-generated: block\n  g();\n}\n");
  ASSERT_THAT(scanned.entries, SizeIs(1));
  EXPECT_EQ(scanned.entries[0].scope, Scope::Function);
  EXPECT_EQ(scanned.entries[0].tag.model, "whole");
  EXPECT_EQ(scanned.entries[0].covered, model::LineRange{});
  EXPECT_THAT(scanned.entries[0].history, SizeIs(1));
}

TEST(Attach, ATagThatBelongsToNothingIsAnEntryAndAWarning) {
  const auto scanned = scanCode(
      "// AI-generated: x\nint v = 1;\n// AI-generated: x\nint w = 1;\nint f() { return 1; }\n// "
      "AI-generated: z\n");
  ASSERT_THAT(scanned.entries, SizeIs(3));
  for (const auto& entry : scanned.entries) {
    EXPECT_EQ(entry.state, State::Unattached);
    EXPECT_TRUE(entry.name.empty());
    EXPECT_EQ(entry.file, "code.cc");
  }
  EXPECT_NE(scanned.entries[0].id, scanned.entries[1].id) << "the same text twice";
  EXPECT_THAT(scanned.diagnosticIds(), ElementsAre("assay-scan-101", "assay-scan-101", "assay-scan-102"));
  EXPECT_THAT(scanned.diagnostics.all()[0].message, testing::HasSubstr("the variable 'v'"));
  EXPECT_EQ(scanned.diagnostics.all()[0].where, (Location{"code.cc", 1, 4}));
}

TEST(Attach, UnattachedIdsDoNotDependOnTheLine) {
  const auto here = scanCode("// AI-generated: x\nint v = 1;\n");
  const auto below = scanCode("int f();\n\n// AI-generated: x\nint v = 1;\n");
  EXPECT_EQ(here.entries.at(0).id, below.entries.at(0).id);
}

TEST(Attach, InactiveCodeIsReadOffItsTokens) {
  const auto scanned = scanCode(
      "#if 0\nnamespace n {\n// AI-generated: x\nint f(int a) { return a; }\n}\n#endif\n// AI-generated: "
      "y\n#ifdef NO\nint g() { return 1; }\n#endif\nint h() { return 1; }\n");
  ASSERT_THAT(scanned.names(), ElementsAre("n::f", "g"));
  for (const auto& entry : scanned.entries) {
    EXPECT_EQ(entry.state, State::Inactive);
    EXPECT_EQ(entry.precision, model::Precision::Lexical);
  }
  EXPECT_EQ(scanned.entries[0].lines, (model::LineRange{4, 4}));
  EXPECT_THAT(scanned.diagnosticIds(), ElementsAre("assay-scan-103", "assay-scan-103"));
}

TEST(Attach, TheActiveBranchIsTaken) {
  const auto scanned = scanCode(
      "// AI-generated: x\n#if 0\nint f(int a) { return a; }\n#else\nint f(long a) { return 1; }\n#endif\n");
  ASSERT_THAT(scanned.names(), ElementsAre("f"));
  EXPECT_EQ(scanned.entries[0].lines, (model::LineRange{5, 5}));
  EXPECT_EQ(scanned.entries[0].state, State::Active);
}

TEST(Attach, WhatTheParserLostIsReadOffItsTokens) {
  FileFacts facts;
  facts.path = "code.cc";
  facts.sawErrors = true;
  const source::SourceText text("code.cc", "// AI-generated: x\nvoid A::f(B b) { }\n");
  Diagnostics diagnostics;
  const auto entries = attachTags(text, test::readSimpleTags(text), facts, diagnostics).entries;
  ASSERT_THAT(entries, SizeIs(1));
  EXPECT_EQ(entries[0].name, "A::f");
  EXPECT_EQ(entries[0].state, State::Uncompiled);
  EXPECT_EQ(diagnostics.all().at(0).id, "assay-scan-108");
}

TEST(Attach, ATagWithReachMeansWhatIfSkipsToo) {
  const auto scanned = scanCode(R"(// AI-generated[file]: file
#ifdef NO
int skipped(int a) {
  return a;
}
// AI-human
int written() { return 1; }
// AI-generated: own
int own() { return 1; }
#endif
int seen() { return 1; }
)");
  ASSERT_THAT(scanned.names(), ElementsAre("skipped", "own", "seen"));
  EXPECT_EQ(scanned.entries[0].state, State::Inactive);
  EXPECT_EQ(scanned.entries[0].scope, Scope::File);
  EXPECT_EQ(scanned.entries[0].precision, model::Precision::Lexical);
  EXPECT_EQ(scanned.entries[0].lines, (model::LineRange{3, 5}));
  EXPECT_EQ(scanned.entries[1].tag.model, "own");
  EXPECT_EQ(scanned.entries[1].scope, Scope::Function);
  EXPECT_EQ(scanned.entries[2].state, State::Active);
  EXPECT_THAT(scanned.hidden, ElementsAre(3, 9)) << "a run of code, and the own tag's function";
  EXPECT_THAT(scanned.diagnosticIds(), ElementsAre("assay-scan-103")) << "the states say the rest";
}

TEST(Attach, AFileOfSkippedFunctionsIsNotWithoutFunctions) {
  const auto scanned = scanCode("// AI-generated[file]: x\n#ifdef NO\nint f() { return 1; }\n#endif\n");
  EXPECT_THAT(scanned.names(), ElementsAre("f"));
  EXPECT_THAT(scanned.diagnosticIds(), IsEmpty());
}

TEST(Attach, AClassTagMeansWhatIfSkipsInTheClassOnly) {
  const auto scanned = scanCode(
      "// AI-generated: x\nstruct A {\n  int a() { return 1; }\n#ifdef NO\n  int b() { return 1; "
      "}\n#endif\n};\n"
      "#ifdef NO\nint c() { return 1; }\n#endif\n");
  EXPECT_THAT(scanned.names(), ElementsAre("A::a", "A::b"));
}

TEST(Attach, ABodyWithAHeadPerBranchIsOneFunction) {
  const auto scanned = scanCode(
      "// AI-generated[file]: x\n#ifdef NO\nint f(int a) {\n#else\nint f(long a) {\n#endif\n  return "
      "a != 0;\n}\n");
  ASSERT_THAT(scanned.entries, SizeIs(1));
  EXPECT_EQ(scanned.entries[0].state, State::Active);
}

TEST(Attach, HiddenCodeThatIsNoFunctionIsKnownToBeThere) {
  const auto scanned = scanCode(
      "// AI-generated[file]: x\nint f() { return 1; }\n#ifdef NO\nMAKE(g)\n#ifdef "
      "MORE\nMAKE(h)\n#endif\n#define "
      "X\n#endif\n");
  EXPECT_THAT(scanned.names(), ElementsAre("f"));
  EXPECT_THAT(scanned.hidden, ElementsAre(4, 6));
}

TEST(Attach, ATagWithReachMeansFunctionsThatMacrosMake) {
  const auto scanned = scanCode(R"(// AI-generated[file]: x
#define GETTER(n) int n() { return 1; } int set_##n() { return [] { return 2; }(); }
#define TEST(n) struct n { n() {} int body(); }; int n::body()
GETTER(a)
TEST(T) { return 1; }
int plain() { return 1; }
)");
  ASSERT_THAT(scanned.names(), testing::UnorderedElementsAre("a", "set_a", "T::T", "T::body", "plain"));
  for (const auto& entry : scanned.entries) {
    const bool made = entry.name != "T::body" && entry.name != "plain";
    EXPECT_EQ(entry.traits.has(model::Trait::MacroBody), made) << entry.name;
    EXPECT_EQ(entry.bodyBegin.known(), !made) << entry.name;
  }
}

TEST(Attach, DeclarationsHaveNoBody) {
  const auto scanned = scanCode(
      "// AI-generated: x\nint f(int);\nstruct A {\n  virtual void p() = 0; // AI-generated: y\n};\n");
  ASSERT_THAT(scanned.names(), ElementsAre("f", "A::p"));
  for (const auto& entry : scanned.entries) EXPECT_TRUE(entry.traits.has(model::Trait::NoBody));
}

TEST(Attach, AClassWithoutBodiesIsSaidToBeSo) {
  const auto scanned = scanCode("// AI-generated: x\nstruct A { int a; int f(); };\n");
  ASSERT_THAT(scanned.entries, SizeIs(1));
  EXPECT_EQ(scanned.entries[0].state, State::Unattached);
  EXPECT_EQ(scanned.entries[0].scope, Scope::Class);
  EXPECT_THAT(scanned.diagnosticIds(), ElementsAre("assay-scan-104"));
}

}  // namespace
}  // namespace assay::scan
