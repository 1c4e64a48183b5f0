// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lexical_heads.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

struct HeadAndBrace {
  Head head;
  std::string brace;  ///< text from the body's brace on
};

HeadAndBrace readOneHead(const std::string& code) {
  const TokenStream tokens(code);
  HeadAndBrace result{readHead(tokens, 0, tokens.size()), {}};
  if (result.head.brace != TokenStream::kNone)
    result.brace = code.substr(tokens[result.head.brace].span.begin);
  return result;
}

void expectFunction(const std::string& code, const std::string& name, const std::string& body) {
  const HeadAndBrace result = readOneHead(code);
  EXPECT_EQ(result.head.kind, ItemKind::Function) << code;
  EXPECT_EQ(result.head.name, name) << code;
  EXPECT_EQ(result.brace, body) << code;
}

TEST(LexicalHeads, FunctionsOfManyShapes) {
  expectFunction("int f(int a) { x; }", "f", "{ x; }");
  expectFunction(
      "template <class T, class U = A<T>> [[nodiscard]] static auto A<T>::B::f(T t) const noexcept(true) -> "
      "int { }",
      "A::B::f", "{ }");
  expectFunction("A::A(int x) : a{x}, B<int>{2}, c(3) { body }", "A::A", "{ body }");
  expectFunction("A::~A() { }", "A::~A", "{ }");
  expectFunction("bool A::operator()(int) const { }", "A::operator()", "{ }");
  expectFunction("A& operator+=(A& a, const A& b) { }", "operator+=", "{ }");
  expectFunction("A::operator bool() const { }", "A::operator bool", "{ }");
  expectFunction("struct S *make(void) { }", "make", "{ }");
  expectFunction("__attribute__((noreturn)) void die(void) <% %>", "die", "<% %>");
  expectFunction("int f(a, b) int a; char *b; { }", "f", "{ }");
  expectFunction("TEST(A, B) { }", "TEST", "{ }");
  expectFunction("void f() try { } catch (...) { }", "f", "{ } catch (...) { }");
}

TEST(LexicalHeads, Scopes) {
  EXPECT_EQ(readOneHead("namespace a::b { }").head.kind, ItemKind::Namespace);
  EXPECT_EQ(readOneHead("namespace a::b { }").head.name, "a::b");
  EXPECT_EQ(readOneHead("inline namespace MACRO { }").head.name, "MACRO");
  EXPECT_EQ(readOneHead("extern \"C\" { }").head.kind, ItemKind::ExternC);
  EXPECT_EQ(readOneHead("class alignas(8) EXPORT(x) A final : public B<int()> { };").head.kind,
            ItemKind::Class);
  EXPECT_EQ(readOneHead("class alignas(8) EXPORT(x) A final : public B<int()> { };").head.name, "A");
  EXPECT_EQ(readOneHead("template <class T> struct A<T*> { };").head.kind, ItemKind::Class);
}

TEST(LexicalHeads, EverythingElseIsADeclaration) {
  for (const char* code :
       {"int a = 1;", "int a[] = {1, 2};", "enum class E { x };", "using A = B;", "auto f = [](int a) { };"})
    EXPECT_EQ(readOneHead(code).head.kind, ItemKind::Declaration) << code;
  EXPECT_EQ(readOneHead("int f(int);").head.name, "f");
  EXPECT_EQ(readOneHead("int f(int);").head.parameters, "int");
}

TEST(LexicalHeads, EndWithTheirScope) {
  for (const char* code :
       {"int", "template <", "operator", "f(", "struct", "int f(a) int a;", "A::", "extern \"C\""})
    EXPECT_EQ(readOneHead(code).head.kind, ItemKind::Declaration) << code;
}

}  // namespace
}  // namespace assay::scan
