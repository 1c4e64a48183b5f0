// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The judgement itself; outline_test.cpp holds it to whole declarations of every kind.
#include "source/declaration_head.h"

#include <gtest/gtest.h>

#include "support/strings.h"

namespace assay::source {
namespace {

DeclarationHead headOf(std::string_view text) {
  DeclarationHead head;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && isWordByte(text[end])) ++end;
    if (end > at) {
      head.addWord(text.substr(at, end - at));
    } else {
      end = at + 1;
      if (!isSpace(text[at]))
        head.addCharacter(at > 0 ? text[at - 1] : '\0', text[at], end < text.size() ? text[end] : '\0');
    }
    at = end;
  }
  return head;
}

TEST(DeclarationHead, NothingIsNeither) {
  EXPECT_TRUE(DeclarationHead().isEmpty());
  EXPECT_FALSE(DeclarationHead().opensFunction());
  EXPECT_FALSE(DeclarationHead().opensScope());
}

TEST(DeclarationHead, TellsFunctionsFromScopesAndParts) {
  EXPECT_TRUE(headOf("int f(int x) const").opensFunction());
  EXPECT_TRUE(headOf("auto f() -> A<B>").opensFunction());
  EXPECT_FALSE(headOf("int v").opensFunction());
  EXPECT_FALSE(headOf("X(int x) : a").opensFunction());
  EXPECT_TRUE(headOf("X(int x) : a(1)").opensFunction());
  EXPECT_TRUE(headOf("template <class T> struct X : Y<T>").opensScope());
  EXPECT_FALSE(headOf("template <class T> T f(T t)").opensScope());
  EXPECT_TRUE(headOf("namespace a::b").opensScope());
  EXPECT_FALSE(headOf("enum class E : int").opensScope());
  EXPECT_TRUE(headOf("enum class E : int").endsWithBrace());
}

TEST(DeclarationHead, ABraceAfterAssignmentOrInParenthesesIsAValue) {
  EXPECT_TRUE(headOf("int a[] =").isInValue());
  EXPECT_TRUE(headOf("f(").isInValue());
  EXPECT_FALSE(headOf("enable_if_t<N == 2> f(int x = 1)").isInValue());
}

TEST(DeclarationHead, ABraceOfItsOwnIsPassedOver) {
  DeclarationHead head = headOf("X() : a");
  head.addClosedBrace();
  EXPECT_TRUE(head.opensFunction());
}

TEST(DeclarationHead, ALabelBeginsAnew) {
  EXPECT_TRUE(headOf("public:").isEmpty());
  EXPECT_FALSE(headOf("A::").isEmpty());
}

TEST(DeclarationHead, KnowsDeclarationsOfOldStyleParameters) {
  EXPECT_TRUE(headOf("int f(a) int a").isOldStyle());
  EXPECT_FALSE(headOf("int f(int a)").isOldStyle());
  EXPECT_FALSE(headOf("int f(int a) NOTHROW").isOldStyle());
}

}  // namespace
}  // namespace assay::source
