// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/outline.h"

#include <gtest/gtest.h>

#include <string>

namespace assay::source {
namespace {

std::size_t functionsIn(std::string_view text) {
  return outlineOf(text).functions;
}

TEST(Outline, CountsPhysicalLines) {
  EXPECT_EQ(outlineOf("").lines, 0u);
  EXPECT_EQ(outlineOf("a").lines, 1u);
  EXPECT_EQ(outlineOf("a\n").lines, 1u);
  EXPECT_EQ(outlineOf("a\r\nb").lines, 2u);
  EXPECT_EQ(outlineOf("\n\n\n").lines, 3u);
}

TEST(Outline, CountsABodysLinesFromBraceToBrace) {
  EXPECT_EQ(outlineOf("int f() { return 1; }\n"), (Outline{1, 1, 1}));
  EXPECT_EQ(outlineOf("int f()\n{\n  if (x) { y(); }\n\n}\nint g();\n"), (Outline{6, 1, 4}));
  EXPECT_EQ(outlineOf("void f() {\n}\nvoid g() {\n}\n"), (Outline{4, 2, 4}));
}

TEST(Outline, FindsEveryKindOfBody) {
  for (const char* body : {
           "void f() {}",
           "int A::f(int x) const noexcept {}",
           "auto f(int x) -> std::pair<int, int> {}",
           "auto f() && -> decltype(x) {}",
           "A::A() : a(1), b{2}, c{{3}, {4}} {}",
           "A::A(int x) noexcept(false) : Base<int>{x}, B{1} {}",
           "template <class... B> X<B...>::X() : B()... {}",
           "A::~A() {}",
           "bool operator==(const A& a, const A& b) {}",
           "int A::operator()(int x) const {}",
           "A& A::operator=(A&& other) noexcept {}",
           "A::operator bool() const {}",
           "void* operator new[](size_t n) {}",
           "X operator\"\"_km(long double d) {}",
           "P* A::operator->() {}",
           "bool operator<(A a, A b) {}",
           "template <class T = int, int N = (1 > 0)> T f(T t) {}",
           "template <typename T, typename = std::enable_if_t<v<T>>> void f() {}",
           "template <> void f<int>() {}",
           "template <class T> requires C<T> void f(T t) {}",
           "template <class T> requires (sizeof(T) > 1) void f(T t) {}",
           "template <class T> requires requires(T t) { t.g(); } void f(T t) {}",
           "template <class T> void f(T t) requires C<T> && D<T> {}",
           "template <class T> void f(T t) requires requires { t.g(); } {}",
           "__attribute__((noinline)) void f() {}",
           "[[nodiscard]] int f() {}",
           "int f() __attribute__((cold)) {}",
           "int f() ABSL_LOCKS_EXCLUDED(mu_) {}",
           "void f() NOEXCEPT OVERRIDE {}",
           "alignas(8) int f() {}",
           "explicit(true) A(int x) {}",
           "TEST(Suite, Name) {}",
           "struct stat* f(struct stat* s) {}",
           "enum color f(enum color c) {}",
           "extern \"C\" int f(void) {}",
           "static inline int f(int a, int (*g)(int)) {}",
           "void (*signal(int s, void (*f)(int)))(int) {}",
           "int f(a, b) int a; char* b; {}",
           "int f(a)\n  struct s *a;\n{}",
           "void f(X x = {1, 2}, Y y = Y{}) {}",
           "void f(F g = [] { return 1; }) {}",
           "void f() try {} catch (...) {}",
           "A::A() try : a(1) {} catch (E& e) {}",
           "decltype(auto) f() {}",
           "int f() { struct L { void g() {} }; }",
           "int f() { auto g = [](int x) { return [x] { return x; }; }; }",
           "MACRO(x)\nint f() {}",
           "MACRO_WITHOUT_PARENS\nint f() {}",
           "unsigned größe() {}",
       })
    EXPECT_EQ(functionsIn(body), 1u) << body;
}

TEST(Outline, EverythingElseInBracesIsNoFunction) {
  for (const char* other : {
           "struct A { int a; };",
           "class EXPORT(x) A : public B<void()> { int a; };",
           "class EXPORT(x) QUEUE { int a; };",
           "struct alignas(16) A { int a; };",
           "union { int a; float b; };",
           "typedef struct { int a; } A;",
           "enum E { A = f(1), B };",
           "enum class E : std::uint8_t { A };",
           "namespace a::b { int x; }",
           "namespace { }",
           "inline namespace MACRO(v1) { int x; }",
           "extern \"C\" { int f(void); }",
           "int a[] = {1, 2, 3};",
           "static const struct ops o = {.open = f, .close = g};",
           "std::vector<int> v{1, 2};",
           "std::function<void()> f{[] { g(); }};",
           "auto f = [](int x) { return x; };",
           "static int x = []() -> int { return 1; }();",
           "REGISTER(name, [](int x) { return x; });",
           "template <class T> concept C = requires(T t) { t.f(); };",
           "int f(int);",
           "A() = default;",
           "void f() = delete;",
           "#define F(x) void f##x() { g(); }\n",
           "#define G(x) \\\n  void f##x() { \\\n  }\n",
           "// void f() {}\n",
           "/* void f() {} */",
           "const char* s = \"void f() {}\";",
           "const char* r = R\"x(void f() {} )\" void g() {})x\";",
           "int c = '{';",
           "int n = 1'000'000;",
           "static_assert(sizeof(X{}) == 1);",
       })
    EXPECT_EQ(functionsIn(other), 0u) << other;
}

TEST(Outline, CountsMembersAtEveryDepth) {
  EXPECT_EQ(
      functionsIn(
          "namespace a { class B : public C {\n public:\n  B() : x_{1} {}\n  int f() const { return x_; }\n"
          "  struct D { void g() {} enum E { F }; };\n private:\n  int x_{0};\n  int y_ = 2;\n  void h() "
          "override;\n};\n"
          "void B::h() {} }"),
      4u);
}

TEST(Outline, LiteralsAndCommentsInABodyHideTheirBraces) {
  EXPECT_EQ(
      functionsIn(
          "void f() { s = \"}\"; c = '}'; t = R\"(})\"; // }\n /* } */ n = 1'0; u = u8'}'; d = '\\''; }\n"
          "void g() {}"),
      2u);
  EXPECT_EQ(functionsIn("void f() { // continued \\\n } \n }\nvoid g() {}"), 2u);
}

TEST(Outline, BranchesOfAnIfBeginAlike) {
  EXPECT_EQ(functionsIn("#ifdef A\nvoid f(int a) {\n#elif B\nvoid f() {\n#else\nint f() {\n#endif\n  "
                        "g();\n}\nvoid h() {}\n"),
            2u);
  EXPECT_EQ(functionsIn("void f() {\n#if A\n  if (a) {\n#else\n  if (b) {\n#endif\n  }\n}\nvoid h() {}\n"),
            2u);
  EXPECT_EQ(functionsIn("#ifdef __cplusplus\nextern \"C\" {\n#endif\nvoid f() {}\n#ifdef "
                        "__cplusplus\n}\n#endif\nvoid g() {}\n"),
            2u);
  EXPECT_EQ(functionsIn("#if A\nvoid f() {}\n#else\nvoid f() { g(); }\n#endif\n"), 2u);
}

TEST(Outline, ProseInADeadBranchDoesNoHarm) {
  EXPECT_EQ(functionsIn("#if 0\nDon't { do this\n#endif\nvoid f() {}\n"), 1u);
  EXPECT_EQ(functionsIn("#error don't \"\nvoid f() {}\n"), 1u);
}

TEST(Outline, BrokenTextIsCountedAsFarAsItGoes) {
  EXPECT_EQ(functionsIn("} } void f() {}"), 1u);
  EXPECT_EQ(functionsIn("int x = (1; void f() {}"), 1u);
  EXPECT_EQ(functionsIn("void f() {"), 0u);
  const std::string all =
      "/* c */ // l\\\n#if 0\n\"s\\\n\" 'c' R\"(\"x)\" template <class T> int f(T t) : a{1} { [] {}; } "
      "operator()( \\";
  for (std::size_t begin = 0; begin < all.size(); ++begin)
    for (std::size_t length = 0; length <= all.size() - begin; ++length)
      EXPECT_LE(functionsIn(std::string_view(all).substr(begin, length)), 3u);
}

}  // namespace
}  // namespace assay::source
