// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.

#include <gtest/gtest.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

struct Places {
  model::LineRange lines;
  source::Position begin;
  source::Position end;
  bool operator==(const Places&) const = default;
  // NOLINTNEXTLINE(readability-identifier-naming): GoogleTest calls it by this name
  friend void PrintTo(const Places& p, std::ostream* out) {
    *out << p.lines.first << "-" << p.lines.last << " {" << p.begin.line << ":" << p.begin.column << " }"
         << p.end.line << ":" << p.end.column;
  }
};

Places placesOf(const std::string& text, std::string_view name = "f", test::Code options = {}) {
  options.text = text;
  options.everyBody = true;
  options.text += "\n// AI-generated: x\nint zzz;\n";
  const test::Scanned scanned = test::scanCode(options);
  const FoundFunction* found = nullptr;
  for (const FileFacts& file : scanned.facts)
    for (const FoundFunction& function : file.functions)
      if (function.entry.name == name && (found == nullptr || found->body.empty())) found = &function;
  EXPECT_NE(found, nullptr) << text;
  if (found == nullptr) return {};
  return {found->entry.lines, found->entry.bodyBegin, found->entry.bodyEnd};
}

TEST(FoundFunction, RunsFromItsFirstLineToItsClosingBrace) {
  EXPECT_EQ(placesOf("int f() { return 1; }"), (Places{{1, 1}, {1, 9}, {1, 21}}));
  EXPECT_EQ(placesOf("template <class T>\n  requires true\nT f(T t)\n  requires true\n{\n  return t;\n}"),
            (Places{{1, 7}, {5, 1}, {7, 1}}));
  EXPECT_EQ(placesOf("[[nodiscard]]\n__attribute__((noinline))\nextern \"C\"\nint\nf() {\n}"),
            (Places{{1, 6}, {5, 5}, {6, 1}}));
  EXPECT_EQ(placesOf("template <class T> struct A {\ntemplate <class U> void f(U); };\ntemplate <class "
                     "T>\ntemplate <class U>\nvoid A<T>::f(U)\n{ }",
                     "A::f"),
            (Places{{3, 6}, {6, 1}, {6, 3}}));
}

TEST(FoundFunction, BraceIsTheBodysAndNotAnInitialisers) {
  EXPECT_EQ(placesOf("struct A { int a, b;\nA() : a{1}, b([] { return 2; }())\n{ } };", "A::A"),
            (Places{{2, 3}, {3, 1}, {3, 3}}));
  EXPECT_EQ(placesOf("auto f(int a = int{1}) -> decltype(int{2}) { return 1; }"),
            (Places{{1, 1}, {1, 44}, {1, 56}}));
  EXPECT_EQ(placesOf("struct A { int a; A() try : a{1} {\n} catch (...) {\n} };", "A::A"),
            (Places{{1, 3}, {1, 34}, {2, 1}}));
  EXPECT_EQ(placesOf("int f(a)\n int a;\n{ return a; }", "f", {.name = "c.c", .flags = {"-std=c99"}}),
            (Places{{1, 3}, {3, 1}, {3, 13}}));
  EXPECT_EQ(placesOf("int f() <%\n%>"), (Places{{1, 2}, {1, 9}, {2, 1}}));
}

TEST(FoundFunction, MacrosCountWhereTheyStand) {
  EXPECT_EQ(placesOf("#define T(a, b) struct a##b { void g(); }; void a##b::g()\nT(X,\n  Y) {\n}", "XY::g"),
            (Places{{2, 4}, {3, 6}, {4, 1}}));
  EXPECT_EQ(placesOf("#define W(x) x\nW(int f() {\n return 1; })"), (Places{{2, 3}, {2, 11}, {3, 12}}));
  EXPECT_EQ(placesOf("#define D(n) int n() { return 1; }\nD(f)"), (Places{{2, 2}, {}, {}}));
}

TEST(FoundFunction, LineDirectivesDoNotCount) {
  EXPECT_EQ(placesOf("#line 100 \"x.y\"\nint f() {\n}"), (Places{{2, 3}, {2, 9}, {3, 1}}));
}

TEST(FoundFunction, DefaultedAndDeletedHaveNoBraces) {
  EXPECT_EQ(placesOf("struct A { virtual ~A() = default; A(const A&) = default; A(int) = delete; A() = "
                     "default; }; A a; A b(a);",
                     "A::~A"),
            (Places{{1, 1}, {}, {}}));
}

TEST(FoundFunction, SkippedBodiesAreSaidToBeSo) {
  const test::Scanned scanned = test::scanCode(
      "int f() { return 1; }\nint g() { return 1; }\n\nint x;\n// AI-generated: x\nint h() { return 1; }\n");
  EXPECT_TRUE(scanned.function("f")->bodySkipped);
  EXPECT_TRUE(scanned.function("f")->isDefinition);
  EXPECT_FALSE(scanned.function("h")->bodySkipped);
  EXPECT_NE(scanned.function("h")->entry.bodyFingerprint, 0U);
}

}  // namespace
}  // namespace assay::scan
