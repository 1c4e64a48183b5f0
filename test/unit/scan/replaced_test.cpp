// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit() and collectUnity(), without Clang's headers.
#include <gmock/gmock.h>

#include "tagged_code.h"
#include "unity_code.h"

namespace assay::scan {
namespace {

using test::scanCode;
using test::Unity;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What `fast` replaces when its tag asks for `asked`; "TAG" is that tag.
model::Replacement replacedIn(const std::string& text, const std::string& asked = "slow",
                              const std::string& name = "fast") {
  const std::string tagged = replaceAll(text, "TAG ", "// AI-generated: x, replaces: " + asked + "\n");
  const test::Scanned scanned = scanCode(tagged);
  for (const UnitDiagnostic& error : scanned.errors) ADD_FAILURE() << error.text << " in\n" << tagged;
  const FoundFunction* found = scanned.function(name);
  if (found == nullptr || found->entry.replaces.size() != 1) return {.asked = "no single one"};
  return found->entry.replaces.front();
}

std::string problemIn(const std::string& text, const std::string& asked = "slow") {
  return replacedIn(text, asked).problem;
}

TEST(Replaced, AFunctionWithTheSameSignature) {
  const auto old =
      replacedIn("int slow(int a, char* b);\nTAG int fast(int first, char* const second) { return 0; }");
  EXPECT_EQ(old.problem, "");
  EXPECT_EQ(old.name, "slow");
  EXPECT_EQ(old.signature, "int (int, char *)");
  EXPECT_EQ(old.result, "value");
  EXPECT_THAT(old.parameters, ElementsAre("first", "second"));
  EXPECT_NE(old.id, 0u);
}

TEST(Replaced, NothingIsLookedUpWhereNoTagAsks) {
  const test::Scanned scanned = scanCode("int slow();\n// AI-generated: x\nint fast() { return 0; }");
  EXPECT_THAT(scanned.function("fast")->entry.replaces, IsEmpty());
}

TEST(Replaced, TypesAreTheSameByWhateverName) {
  EXPECT_EQ(problemIn("using N = int; N slow(const N& a, N(*)(N)); TAG int fast(const int& a, int (*b)(int)) "
                      "{ return b(a); }"),
            "");
  EXPECT_EQ(problemIn("auto slow() -> int; TAG int fast() { return 0; }"), "");
}

TEST(Replaced, OtherSignaturesAreSaidWithBoth) {
  EXPECT_EQ(problemIn("long slow(int a); TAG int fast(int a) { return a; }"),
            "it is `long (int)`, and not `int (int)`");
  EXPECT_EQ(problemIn("int slow(int a); TAG int fast(int a) noexcept { return a; }"),
            "it is `int (int)`, and not `int (int) noexcept`");
  EXPECT_EQ(problemIn("int slow(int a) noexcept; TAG int fast(int a) { return a; }"), "");
  EXPECT_THAT(problemIn("int slow(int a); int slow(char); TAG int fast(long a) { return 0; }"),
              HasSubstr("none of its 2 overloads is"));
}

// Inside a class its own name, and a base's, is that of a member.
TEST(Replaced, AMemberByTheNameOfItsClassOrABase) {
  const auto problem = [](const std::string& text, const std::string& asked) {
    return replacedIn(text, asked, "D::fast").problem;
  };
  EXPECT_EQ(problem("struct D { int slow(); TAG int fast() { return 0; }\n };", "D::slow"), "");
  EXPECT_EQ(problem("struct B { int slow(); }; struct D : B { TAG int fast() { return 0; }\n };", "B::slow"),
            "");
  EXPECT_EQ(problem("struct D { int slow(); int fast(); };\nTAG int D::fast() { return 0; }", "D::slow"), "");
  EXPECT_EQ(
      problem("struct B { int slow(); }; struct D : B { int fast(); };\nTAG int D::fast() { return 0; }",
              "B::slow"),
      "");
}

TEST(Replaced, TheOverloadIsPickedByItsParameters) {
  const auto old = replacedIn(
      "int slow(long); int slow(int, int = 1); int slow(const char*);\n"
      "TAG int fast(const char* text) { return 0; }");
  EXPECT_EQ(old.signature, "int (const char *)");
}

TEST(Replaced, ItIsLookedUpFromTheInsideOut) {
  const std::string code =
      "int slow(int); namespace a { int slow(int); namespace b { struct S { static int slow(int);\n"
      "TAG static int fast(int n) { return n; }\n}; } }";
  EXPECT_EQ(replacedIn(code, "slow", "a::b::S::fast").name, "a::b::S::slow");
  EXPECT_EQ(replacedIn(code, "a::slow", "a::b::S::fast").name, "a::slow");
  EXPECT_EQ(replacedIn(code, "::slow", "a::b::S::fast").name, "slow");
  EXPECT_EQ(replacedIn(code, "::a::b::S::slow()", "a::b::S::fast").name, "a::b::S::slow");
  EXPECT_EQ(
      problemIn(
          "int slow(int); namespace a { struct slow; TAG int fast(int n) { return n; }\n} using a::fast;"),
      "");
}

TEST(Replaced, WhatHidesIsWhatIsFound) {
  EXPECT_EQ(replacedIn("int slow(int); namespace a { struct slow {}; TAG int fast(int n) { return n; }\n}",
                       "slow", "a::fast")
                .problem,
            "it is no function");
  EXPECT_EQ(problemIn("int slow(int); TAG int fast(int slow) { return slow; }"), "a parameter has this name");
}

TEST(Replaced, ThroughUsingAndInlineAndUnnamedNamespaces) {
  const std::string fast = "TAG int fast(int n) { return n; }";
  EXPECT_EQ(replacedIn("namespace a { int slow(int); } using a::slow; " + fast).name, "a::slow");
  EXPECT_EQ(replacedIn("namespace a { int slow(int); } using namespace a; " + fast).name, "a::slow");
  EXPECT_EQ(replacedIn("namespace a { inline namespace v1 { int slow(int); } } " + fast, "a::slow").problem,
            "");
  EXPECT_EQ(replacedIn("namespace { int slow(int n) { return n; } } " + fast).problem, "");
  EXPECT_EQ(replacedIn("namespace a { int slow(int); } namespace b = a; " + fast, "b::slow").problem, "");
  EXPECT_EQ(replacedIn("extern \"C\" { int slow(int); } " + fast).problem, "");
}

TEST(Replaced, MembersAreSeenWhereverTheyStandOthersAboveOnly) {
  EXPECT_EQ(
      replacedIn("struct S { TAG int fast() const { return 0; }\n int slow() const; };", "slow", "S::fast")
          .problem,
      "");
  EXPECT_EQ(replacedIn("struct B { int slow(); }; struct S : B { TAG int fast() { return 0; }\n };", "slow",
                       "S::fast")
                .name,
            "B::slow");
  EXPECT_EQ(
      replacedIn("struct S { int slow(); int fast(); };\nTAG int S::fast() { return 0; }", "slow", "S::fast")
          .problem,
      "");
  EXPECT_EQ(problemIn("TAG int fast(int n) { return n; }\nint slow(int);"),
            "nothing of this name can be seen here; it must be declared above");
}

TEST(Replaced, AMembersQualifiersCount) {
  const auto problem = [](const std::string& slow, const std::string& fast) {
    return replacedIn("struct S { " + slow + "; TAG " + fast + " { return 0; }\n };", "slow", "S::fast")
        .problem;
  };
  EXPECT_EQ(problem("int slow() const", "int fast()"), "it is `int () const`, and not `int ()`");
  EXPECT_EQ(problem("int slow() &", "int fast() &"), "");
  EXPECT_NE(problem("int slow() &&", "int fast() &"), "");
  EXPECT_EQ(problem("static int slow()", "int fast()"),
            "it is `static int ()`, and not `int ()`: it is not called on an object as the new one is");
  EXPECT_EQ(problem("static int slow()", "static int fast()"), "");
}

TEST(Replaced, OfAClassTemplateItsMembersMayBe) {
  EXPECT_EQ(
      replacedIn(
          "template <class T> struct S { T slow(T, const S&); TAG T fast(T a, const S& b) { return a; }\n };",
          "slow", "S::fast")
          .problem,
      "");
}

TEST(Replaced, WhatHasNoDispatchIsSaid) {
  EXPECT_THAT(problemIn("int slow(int); TAG int fast(int) { return 0; }"), HasSubstr("no name"));
  EXPECT_THAT(problemIn("int slow(int, ...); TAG int fast(int a, ...) { return a; }"), HasSubstr("variadic"));
  EXPECT_THAT(problemIn("constexpr int slow() { return 0; } TAG constexpr int fast() { return 0; }"),
              HasSubstr("constexpr"));
  EXPECT_THAT(problemIn("template <class T> T slow(T); TAG template <class T> T fast(T a) { return a; }"),
              HasSubstr("(`template <class T> T (T)` in the place of `template <class T> T (T)`)"));
  EXPECT_THAT(problemIn("[[noreturn]] void slow(); TAG [[noreturn]] void fast() { for (;;) {} }"),
              HasSubstr("never returns"));
  EXPECT_THAT(problemIn("int slow(int) = delete; TAG int fast(int a) { return a; }"), HasSubstr("deleted"));
  EXPECT_THAT(problemIn("int slow(); TAG int fast() try { return 0; } catch (...) { return 1; }"),
              HasSubstr("try block"));
  EXPECT_THAT(problemIn("TAG int fast() { return 0; }", "fast"), HasSubstr("itself"));
  EXPECT_EQ(problemIn("template <class T> int slow(T); TAG int fast(int a) { return a; }"),
            "it is a template, `template <class T> int (T)`, and not `int (int)`");
  EXPECT_EQ(problemIn("TAG int fast() { return 0; }", "slow<int>"), "it is no name of a function");
}

std::string replacing(const std::string& text) {
  return replaceAll(text, "SWAP ", "// AI-generated: x, replaces: slow\n");
}

// What one file of a shared unit declares is not there for the next one.
TEST(Replaced, InASharedUnitOnlyWhatTheFileSeesCounts) {
  const Unity own(
      {.sections = {
           {"a.cc", replacing("static int slow() { return 0; }\nSWAP int fast() { return slow(); }\n")},
           {"b.cc", "TAG int other() { return 0; }\n"}}});
  own.expectAllSure();
  const Unity header({.sections = {{"a.cc", replacing("#include \"s.h\"\nSWAP int fast() { return 0; }\n")},
                                   {"b.cc", "#include \"s.h\"\nTAG int other() { return 0; }\n"}},
                      .others = {{"s.h", "#pragma once\nint slow();\n"}}});
  header.expectAllSure();
  const Unity foreign({.sections = {{"a.cc", "#include \"s.h\"\nTAG int other() { return 0; }\n"},
                                    {"b.cc", replacing("SWAP int fast() { return 0; }\n")}},
                       .others = {{"s.h", "#pragma once\nint slow();\n"}}});
  foreign.expectUnsure("b.cc", "does not include");
  const Unity below({.sections = {{"a.cc", "#include \"s.h\"\nTAG int other() { return 0; }\n"},
                                  {"b.cc", replacing("SWAP int fast() { return 0; }\n#include \"s.h\"\n")}},
                     .others = {{"s.h", "#pragma once\nint slow();\n"}}});
  below.expectUnsure("b.cc", "does not include above");
}

}  // namespace
}  // namespace assay::scan
