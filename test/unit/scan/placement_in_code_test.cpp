// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules for tags inside bodies and behind code: Placer's half in placement_in_code.cpp.
#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using model::LineRange;
using model::Scope;
using test::scanCode;

struct Found {
  std::string name;
  LineRange covered;  ///< {} = the whole function
  bool operator==(const Found&) const = default;
  // NOLINTNEXTLINE(readability-identifier-naming): GoogleTest calls it by this name
  friend void PrintTo(const Found& found, std::ostream* out) {
    *out << found.name << " " << found.covered.first << "-" << found.covered.last;
  }
};

Found find(const std::string& code) {
  const test::Scanned scanned = scanCode(code);
  if (scanned.entries.size() != 1) return {std::to_string(scanned.entries.size()) + " entries", {}};
  const model::AnnotatedFunction& entry = scanned.entries[0];
  EXPECT_EQ(entry.scope == Scope::Block, entry.covered != LineRange{}) << code;
  return {entry.name.empty() ? "-" : entry.name, entry.covered};
}

TEST(PlacementInCode, ABlockCoversTheStatementBelow) {
  EXPECT_EQ(find("void g();\nvoid f() {\n  g();\n  // AI-generated: x\n  g();\n  g();\n}"),
            (Found{"f", {5, 5}}));
  EXPECT_EQ(find("void g();\nvoid f() {\n  // AI-generated: x\n\n  if (1) {\n    g();\n  } else\n    g();\n  "
                 "g();\n}"),
            (Found{"f", {5, 8}}));
  EXPECT_EQ(find("void g();\nvoid f() {\n  for (;;) {\n    // AI-generated: x\n    g();\n  }\n}"),
            (Found{"f", {5, 5}}));
  EXPECT_EQ(find("void f() {\n  // AI-generated: x\n}"), (Found{"f", {2, 2}}));
}

TEST(PlacementInCode, TheInnermostFunctionCounts) {
  EXPECT_EQ(find("void g();\nvoid f() {\n  auto l = [] {\n    // AI-generated: x\n    g();\n  };\n}"),
            (Found{"f::(lambda#1)", {5, 5}}));
}

TEST(PlacementInCode, AtAStatementWithALambda) {
  EXPECT_EQ(find("void f() {\n  // AI-generated: x\n  auto l = [] { return 1; };\n}"),
            (Found{"f::(lambda#1)", {}}));
  EXPECT_EQ(find("template <class T> void h(T);\nvoid f() {\n  // AI-generated: x\n  h([] { return [] { "
                 "return 1; }; });\n}"),
            (Found{"f::(lambda#1)", {}}));
  EXPECT_EQ(find("template <class T> void h(int, T);\nvoid f() {\n  h(1,\n    // AI-generated: x\n    [] { "
                 "return 1; });\n}"),
            (Found{"f::(lambda#1)", {}}));
  EXPECT_EQ(find("void f() {\n  auto l = [] { // AI-generated: x\n    return 1;\n  };\n}"),
            (Found{"f::(lambda#1)", {}}));
  EXPECT_EQ(find("void f() {\n  auto l = [] { return 1; }; // AI-generated: x\n}"),
            (Found{"f::(lambda#1)", {}}));
  EXPECT_EQ(find("void f() {\n  // AI-generated: x\n  auto l = [] { return 1; }() + [] { return 2; }();\n}"),
            (Found{"f", {3, 3}}));
  EXPECT_EQ(find("void f() {\n  // AI-generated: x\n  if (1) {\n    [] { }();\n  }\n}"),
            (Found{"f", {3, 5}}));
  EXPECT_EQ(find("auto l =\n  // AI-generated: x\n  [] { return 1; };"), (Found{"l::(lambda#1)", {}}));
  EXPECT_EQ(find("auto l = [] { // AI-generated: x\n  return 1; };"), (Found{"l::(lambda#1)", {}}));
}

TEST(PlacementInCode, AtALocalClass) {
  EXPECT_EQ(find("void f() {\n  struct L { int x;\n    // AI-generated: x\n    void m() { }\n  };\n}"),
            (Found{"f::L::m", {}}));
  EXPECT_EQ(find("void f() {\n  struct L { int x;\n    void m() { // AI-generated: x\n }\n  };\n}"),
            (Found{"f::L::m", {}}));
  EXPECT_EQ(find("void f() {\n  // AI-generated: x\n  struct L {\n    int v;\n  };\n}"),
            (Found{"f", {3, 5}}));
  const test::Scanned scanned =
      scanCode("void f() {\n  // AI-generated: x\n  struct L {\n    void m() { }\n    void n() { }\n  };\n}");
  EXPECT_THAT(scanned.names(), testing::ElementsAre("f::L::m", "f::L::n"));
}

TEST(PlacementInCode, BehindTheOpeningLine) {
  EXPECT_EQ(find("int f() { // AI-generated: x\n  return 1;\n}\nint g() { return 1; }"), (Found{"f", {}}));
  EXPECT_EQ(find("int f() // AI-generated: x\n{\n  return 1;\n}"), (Found{"f", {}}));
  EXPECT_EQ(find("int f(int a, // AI-generated: x\n  int b) {\n  return 1;\n}"), (Found{"f", {}}));
  EXPECT_EQ(find("int f() { return 1; } // AI-generated: x\nint g() { return 1; }"), (Found{"f", {}}));
  EXPECT_EQ(find("int f() {\n  return 1;\n} // AI-generated: x\nint g() { return 1; }"), (Found{"f", {}}));
  EXPECT_EQ(find("struct A {\n  int f() { return 1; } // AI-generated: x\n  int g() { return 1; }\n};"),
            (Found{"A::f", {}}));
  EXPECT_EQ(find("struct A { // AI-generated: x\n  int f() { return 1; }\n};"), (Found{"A::f", {}}));
  EXPECT_EQ(find("int f(int); // AI-generated: x\nint g() { return 1; }"), (Found{"f", {}}));
}

TEST(PlacementInCode, BehindAStatement) {
  EXPECT_EQ(find("void g();\nvoid f() {\n  g();\n  g(); // AI-generated: x\n  g();\n}"),
            (Found{"f", {4, 4}}));
  EXPECT_EQ(find("void g(int, int);\nvoid f() {\n  g(1,\n    2); // AI-generated: x\n}"),
            (Found{"f", {3, 4}}));
  EXPECT_EQ(find("void g();\nvoid f() {\n  if (1) { // AI-generated: x\n    g();\n  }\n  g();\n}"),
            (Found{"f", {3, 5}}));
}

TEST(PlacementInCode, BehindSomethingElse) {
  EXPECT_EQ(find("int v; // AI-generated: x\nint g() { return 1; }"), (Found{"-", {}}));
  EXPECT_EQ(find("#define X 1 // AI-generated: x\nint g() { return 1; }"), (Found{"-", {}}));
  EXPECT_EQ(find("struct A {\n  int v; // AI-generated: x\n  int g() { return 1; }\n};"), (Found{"-", {}}));
}

}  // namespace
}  // namespace assay::scan
