// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.
#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;

FileFacts factsOf(const std::string& text, test::Code options = {}) {
  options.text = "// AI-generated[file]: x\n" + text;
  auto facts = test::collect(options);
  return facts.empty() ? FileFacts{} : std::move(facts.front());
}

std::vector<std::string> functionNames(const FileFacts& facts) {
  std::vector<std::string> names;
  for (const FoundFunction& function : facts.functions) names.push_back(function.entry.name);
  return names;
}

std::vector<std::string> whatElse(const FileFacts& facts) {
  std::vector<std::string> words;
  for (const FoundOther& other : facts.others) words.push_back(other.what);
  return words;
}

TEST(Declarations, FunctionsWhereverTheyStand) {
  EXPECT_THAT(functionNames(factsOf("namespace n { extern \"C\" { int a() { return 1; } } struct S { struct "
                                    "T { void b(); }; }; }\nvoid n::S::T::b() { }")),
              ElementsAre("n::a", "n::S::T::b", "n::S::T::b"));
}

TEST(Declarations, FriendsBelongToTheEnclosingNamespace) {
  EXPECT_THAT(functionNames(factsOf("namespace n { class A { friend void f(A) { } template <class T> friend "
                                    "void g(A, T) { } friend class B; }; }")),
              ElementsAre("n::f", "n::g"));
}

TEST(Declarations, LambdasWhereverTheyStand) {
  EXPECT_THAT(
      functionNames(factsOf(
          "auto a = [] { return [] { return 1; }; };\nstruct S { int x = [] { return 1; }(); };\n"
          "void f(int d = [] { return 1; }()) { for (int i = [] { return 0; }(); i < 1; ++i) { } }\n")),
      ElementsAre("a::(lambda#1)", "a::(lambda#1)::(lambda#1)", "S::x::(lambda#1)", "f", "f::(lambda#1)",
                  "f::(lambda#2)"));
}

TEST(Declarations, LocalClasses) {
  EXPECT_THAT(functionNames(factsOf(
                  "void f() { struct L { void m() { auto l = [] { struct K { void n() { } }; }; } }; }")),
              ElementsAre("f", "f::L::m", "f::L::m::(lambda#1)", "f::L::m::(lambda#1)::K::n"));
}

TEST(Declarations, InstancesAreNotFunctionsOfTheirOwn) {
  const FileFacts facts = factsOf(
      "template <class T> T f(T t) { return t; } template int f<int>(int); long x = f(1L);\n"
      "template <class T> struct A { void m() { } }; template struct A<int>;");
  EXPECT_THAT(functionNames(facts), ElementsAre("f", "A::m"));
  EXPECT_THAT(whatElse(facts), ElementsAre("the variable 'x'", "the type 'A'"));
}

TEST(Declarations, ScopesHaveTheirBraces) {
  const std::string code =
      "#define NS_BEGIN namespace m {\nnamespace [[deprecated]] n { class A : B<1> { }; }\nextern \"C\" { "
      "}\nNS_BEGIN\nint f() { return 1; }\n}\n";
  const FileFacts facts = factsOf("template <int> class B { };\n" + code);
  const std::string all = "// AI-generated[file]: x\ntemplate <int> class B { };\n" + code;
  ASSERT_EQ(facts.scopes.size(), 5U);
  for (const FoundScope& scope : facts.scopes) {
    EXPECT_EQ(all[scope.body.end - 1], '}') << scope.name;
    if (scope.name != "m") {
      EXPECT_EQ(all[scope.body.begin], '{') << scope.name;
    }
  }
  EXPECT_EQ(facts.scopes[4].body.begin, all.find("NS_BEGIN\nint") + 8);
  EXPECT_EQ(facts.scopes[3].kind, ScopeKind::ExternC);
}

TEST(Declarations, EverythingElseHasAWord) {
  EXPECT_THAT(whatElse(factsOf("int v; enum E { e }; using U = int; struct S; static_assert(true); template "
                               "<class T> concept K = true;")),
              ElementsAre("the variable 'v'", "the type 'E'", "the type 'U'", "the type 'S'",
                          "a static_assert", "the concept 'K'"));
}

}  // namespace
}  // namespace assay::scan
