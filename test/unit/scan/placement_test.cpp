// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/placement.h"

#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using model::Scope;
using test::scanCode;
using testing::ElementsAre;

/// The name of the only entry's function; "-" when the tag belongs to none.
std::string target(const std::string& code, test::Code options = {}) {
  options.text = code;
  const test::Scanned scanned = scanCode(options);
  if (scanned.entries.size() != 1) return std::to_string(scanned.entries.size()) + " entries";
  return scanned.entries[0].name.empty() ? "-" : scanned.entries[0].name;
}

const test::Code kKnrC{.name = "c.c", .flags = {"-std=c99"}};

TEST(Placement, AboveFunctionsOfEveryKind) {
  EXPECT_EQ(target("// AI-generated: x\nint f() { return 1; }"), "f");
  EXPECT_EQ(target("struct A { int x;\n// AI-generated: x\nint f() { return 1; } };"), "A::f");
  EXPECT_EQ(target("struct A { int f(); };\n// AI-generated: x\nint A::f() { return 1; }"), "A::f");
  EXPECT_EQ(target("struct A { int x;\n// AI-generated: x\nA() : x(1) { } };"), "A::A");
  EXPECT_EQ(target("struct A { int x;\n// AI-generated: x\n~A() { } };"), "A::~A");
  EXPECT_EQ(target("struct A { int x;\n// AI-generated: x\noperator bool() { return 1; } };"),
            "A::operator bool");
  EXPECT_EQ(target("struct A { int x;\n// AI-generated: x\nfriend A operator+(A a, A) { return a; } };"),
            "operator+");
  EXPECT_EQ(target("template <class T> void g(T);\n// AI-generated: x\ntemplate <> void g<int>(int) { }"),
            "g");
  EXPECT_EQ(target("// AI-generated: x\nint f(a)\n  int a;\n{ return a; }", kKnrC), "f");
  EXPECT_EQ(target("// AI-generated: x\nauto l = [](int a) { return a; };"), "l::(lambda#1)");
}

TEST(Placement, AcrossWhatMayStandBetween) {
  for (const char* between :
       {"\n", "\n\n", "\n\n// other\n\n", "\n/* other */ ", "\ntemplate <class T>\nrequires true\n",
        "\n[[nodiscard]]\n__attribute__((noinline)) ", "\nstatic NO_COVERAGE inline\n", "\nextern \"C\" ",
        "\n// SPDX\n/** doc */\ntemplate <class T>\n/* more */ static\n"})
    EXPECT_EQ(
        target("#define NO_COVERAGE __attribute__((no_instrument_function))\nint zero;\n// AI-generated: x" +
               std::string(between) + "int f(int a,\n  int b)\n{ return 1; }"),
        "f")
        << between;
  EXPECT_EQ(target("int z;\n// AI-generated: x\nextern \"C\" {\nint f() { return 1; }\n}"), "f");
}

TEST(Placement, InAnyLineOfACommentRun) {
  EXPECT_EQ(target("int z;\n// AI-generated: x\n// more\n// more\nint f() { return 1; }"), "f");
  EXPECT_EQ(target("int z;\n// first\n// AI-generated: x\n// more\nint f() { return 1; }"), "f");
  EXPECT_EQ(target("int z;\n// first\n// AI-generated: x\nint f() { return 1; }"), "f");
  EXPECT_EQ(target("int z;\n/**\n * first\n * AI-generated: x\n * more\n */\nint f() { return 1; }"), "f");
}

TEST(Placement, InsideAHead) {
  EXPECT_EQ(target("template <class T>\n// AI-generated: x\nT f(T t) { return t; }"), "f");
  EXPECT_EQ(target("int f(int a,\n  // AI-generated: x\n  int b) { return a; }"), "f");
}

TEST(Placement, NotAcrossOtherCode) {
  EXPECT_EQ(target("int z;\n// AI-generated: x\n\n\nint f() { return 1; }"), "-");
  EXPECT_EQ(target("int z;\n// AI-generated: x\n#include <stddef.h>\nint f() { return 1; }"), "-");
  EXPECT_EQ(target("int z;\n// AI-generated: x\n#define X 1\nint f() { return 1; }"), "-");
  EXPECT_EQ(target("int z;\n// AI-generated: x\nint v;\nint f() { return 1; }"), "-");
  EXPECT_EQ(target("int z;\n// AI-generated: x\nusing A = int;\nint f() { return 1; }"), "-");
  EXPECT_EQ(target("namespace n { int z;\n// AI-generated: x\n}\nint f() { return 1; }"), "-");
}

TEST(Placement, MacroLines) {
  EXPECT_EQ(target("#define TEST(A, B) struct A##B { void body(); }; void A##B::body()\nint z;\n// "
                   "AI-generated: x\nTEST(P, Q) { }"),
            "PQ::body");
  EXPECT_EQ(target("#define EXPORT __attribute__((visibility(\"default\")))\nint z;\n// AI-generated: "
                   "x\nEXPORT\nint f() { return 1; }"),
            "f");
  EXPECT_EQ(target("#define EMPTY\nint z;\n// AI-generated: x\nEMPTY\nint f() { return 1; }"), "f");
  EXPECT_EQ(target("#define LICENCE(x) int licence = x\nint z;\n// AI-generated: x\nLICENCE(1);\nint f() { "
                   "return 1; }"),
            "-");
  EXPECT_EQ(target("#define BEGIN namespace n {\n#define END }\nBEGIN\n// AI-generated: x\nint f() { return "
                   "1; }\nint g() { return 1; }\nEND"),
            "n::f");
  EXPECT_EQ(target("#define DEFINE(n) int n() { return 1; }\nint z;\n// AI-generated: x\nDEFINE(f)"), "f");
}

TEST(Placement, NothingInADirectiveOfSeveralLines) {
  for (const char* directive :
       {"#define CHECK(x) \\\n  /* AI-generated: x */ \\\n  do { x; } while (0)\n",
        "#define CHECK(x) \\\n  // AI-generated: x\n",
        "#define CHECK(x) do { x; } \\\n  while (0) /* AI-generated: x */\n",
        "#pragma GCC diagnostic \\\n /* AI-generated: x */ \\\n push\n",
        "#if 1 \\\n /* AI-generated: x */ \\\n && 1\n#endif\n", "%:define X \\\r\n // AI-generated: x\r\n"}) {
    EXPECT_EQ(target("int z;\n" + std::string(directive) + "int human() { return 1; }"), "-") << directive;
    EXPECT_EQ(target("int human() {\n" + std::string(directive) + "return 1; }"), "-") << directive;
  }
}

std::vector<std::string> targets(const std::string& code, Scope scope) {
  const test::Scanned scanned = scanCode(code);
  for (const auto& entry : scanned.entries) EXPECT_EQ(entry.scope, scope) << code;
  return scanned.names();
}

TEST(Placement, AboveScopes) {
  EXPECT_THAT(targets("int z;\n// AI-generated: x\nclass A {\n int a() { return [] { return 1; }(); }\n int "
                      "b();\n struct B { int c() { return 1; } };\n};\nint f() { return 1; }",
                      Scope::Class),
              ElementsAre("A::a", "A::B::c"));
  EXPECT_THAT(targets("int z;\n// AI-generated: x\ntemplate <class T>\nrequires true\nclass A {\n int a() { "
                      "return 1; }\n};",
                      Scope::Class),
              ElementsAre("A::a"));
  EXPECT_THAT(targets("int z;\n// AI-generated: x\nnamespace n { int a() { return 1; } namespace m { int b() "
                      "{ return 1; } } }",
                      Scope::Namespace),
              ElementsAre("n::a", "n::m::b"));
  EXPECT_THAT(
      targets("int z;\n// AI-generated: x\nextern \"C\" {\nint a() { return 1; }\nint b() { return 1; }\n}",
              Scope::Namespace),
      ElementsAre("a", "b"));
}

TEST(Placement, AtTheTopOfAFile) {
  EXPECT_THAT(
      targets(
          "// SPDX\n// AI-generated: x\n#include <stddef.h>\nint a() { return 1; }\nint b() { return 1; }",
          Scope::File),
      ElementsAre("a", "b"));
  EXPECT_THAT(targets("// AI-generated: x\n#pragma once\nint a() { return 1; }", Scope::File),
              ElementsAre("a"));
  EXPECT_THAT(targets("// AI-generated: x\n#ifndef A\n#define A\nint a() { return 1; }\n#endif", Scope::File),
              ElementsAre("a"));
  EXPECT_THAT(targets("// AI-generated: x\n\nint a() { return 1; }\nint b() { return 1; }", Scope::Function),
              ElementsAre("a"));
}

std::vector<std::pair<std::string, model::LineRange>> inRegion(const std::string& marked) {
  const std::size_t begin = marked.find("//<");
  const std::size_t end = marked.find("//>");
  const test::Code code{.text = marked, .everyBody = true};
  const auto facts = test::collect({.text = marked + "\n// AI-generated: x\n", .everyBody = true});
  const source::SourceText text("code.cc", marked);
  tag::TagReading reading;
  tag::TagOccurrence& tag = reading.tags.emplace_back();
  tag.reach = tag::Reach::RegionBegin;
  tag.span = tag.run = {begin, begin + 3};
  tag.region = {begin + 3, end};
  Diagnostics diagnostics;
  std::vector<std::pair<std::string, model::LineRange>> result;
  for (const auto& entry : attachTags(text, reading, facts.at(0), diagnostics).entries)
    result.emplace_back(entry.name, entry.covered);
  return result;
}

TEST(Placement, Regions) {
  using Pair = std::pair<std::string, model::LineRange>;
  EXPECT_THAT(inRegion("int a() { return 1; }\n//<\nint b() { return 1; }\nstruct A { int c() { return 1; } "
                       "};\n//>\nint d() { return 1; }"),
              ElementsAre(Pair("b", {}), Pair("A::c", {})));
  EXPECT_THAT(inRegion("int a() {\n//<\n  int x = 1;\n\n  return x;\n//>\n}"),
              ElementsAre(Pair("a", {3, 5})));
  EXPECT_THAT(inRegion("int a() {\n  int x = 1;\n//<\n  return x;\n}\nint b() { return 1; }\n//>\n"),
              ElementsAre(Pair("a", {4, 5}), Pair("b", {})));
}

}  // namespace
}  // namespace assay::scan
