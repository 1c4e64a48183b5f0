// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "shadow_code.h"

namespace assay::scan {
namespace {

using test::effectOf;
using test::shadowProblem;
using testing::HasSubstr;
using testing::StartsWith;

TEST(SideEffects, WhatAFunctionKeepsToItself) {
  EXPECT_EQ(effectOf("int a = n; a += 2; ++a; int b[3] = {}; b[1] = a; return b[1];"), "");
  EXPECT_EQ(effectOf("struct P { int x; } p{1}; p.x = n; auto& y = p.x; y = 3; return p.x;"), "");
  EXPECT_EQ(effectOf("n = 3; if (n > 2) throw 1; for (int i = 0; i < n; ++i) n -= i; return n;"), "");
  EXPECT_EQ(
      effectOf("static const int kTable[] = {1, 2}; static constexpr int kOne = 1; return kTable[kOne];"),
      "");
  EXPECT_EQ(effectOf("return limit + n;", "int limit = 3;"), "") << "reading changes nothing";
  EXPECT_EQ(effectOf("return [&](int by) { n += by; return n; }(2);"), "");
}

TEST(SideEffects, TheOffendingPlaceIsSaid) {
  EXPECT_EQ(
      effectOf("\n  count = n;\n return n; ", "int count;\n"),
      "'fast' writes to 'count', which is not shown to be its own, at code.cc:5:3; if neither function does "
      "that, say `side_effects: none`");
}

TEST(SideEffects, WhatOthersCanSee) {
  const std::string count = "int count; struct S { int x; mutable int seen; };\n";
  for (const char* body :
       {"++count; return n;", "count += n; return n;", "int& c = count; c = 1; return n;",
        "int* p = &n; *p = 1; return n;", "static int last = 0; return last;",
        "static S s{n, 0}; return s.x;", "(n ? n : count) = 1; return n;",
        "const S s{1, 2}; s.seen = 3; return n;", "return const_cast<int&>(static_cast<const int&>(n)) = 3;",
        "int* p = new int(n); return *p;", "delete (int*)nullptr; return n;", "volatile int v = n; return v;",
        "__asm__(\"\"); return n;", "return [](int& x) { return x = 1; }(count);"})
    EXPECT_NE(effectOf(body, count), "") << body;
}

TEST(SideEffects, WhatIsCalledIsFollowed) {
  EXPECT_EQ(effectOf("return next(n);", "int next(int n) { return n + 1; }\n"), "");
  EXPECT_THAT(effectOf("return next(n);", "int count;\nint next(int n) { return count = n; }\n"),
              StartsWith("'next' writes to 'count'"));
  EXPECT_THAT(effectOf("return next(n);", "int next(int n);\n"), HasSubstr("'next', whose body"));
  EXPECT_EQ(effectOf("return next(n);", "__attribute__((pure)) int next(int n);\n"), "");
  EXPECT_THAT(effectOf("return how(n);", "int (*how)(int);\n"), HasSubstr("only the run knows"));
  EXPECT_EQ(effectOf("return n == 0 ? 0 : fast(n - 1);"), "");
  EXPECT_EQ(effectOf("return odd(n);",
                     "int odd(int); int even(int n) { return n == 0 || odd(n - 1); }\n"
                     "int odd(int n) { return n != 0 && even(n - 1); }\n"),
            "");
}

TEST(SideEffects, ARecursionHidesNothing) {
  const std::string both =
      "int count; int odd(int); int even(int n) { return n == 0 || odd(n - 1); }\n"
      "int odd(int n) { ++count; return n != 0 && even(n - 1); }\n";
  EXPECT_THAT(effectOf("return even(n);", both), StartsWith("'odd' writes to 'count'"));
  EXPECT_THAT(effectOf("return odd(n);", both), StartsWith("'odd' writes to 'count'"));
}

TEST(SideEffects, WhatIsHandedOnMustBeItsOwn) {
  const std::string put = "int count; void put(int& to) { to = 1; } void set(int* to);\n";
  EXPECT_EQ(effectOf("put(n); return n;", put), "");
  EXPECT_THAT(effectOf("put(count); return n;", put), HasSubstr("writes to 'count'"));
  EXPECT_THAT(effectOf("set(&count); return n;", put), HasSubstr("hands on a pointer"));
}

TEST(SideEffects, Objects) {
  const std::string box =
      "int made; struct Box { int n = 0; void put(int v) { n = v; } int get() const { return n; } };\n"
      "struct Loud { ~Loud() { ++made; } }; struct Quiet { ~Quiet() {} };\n"
      "struct Counted { Counted() { ++made; } };\n"
      "struct Any { virtual int get() const { return 0; } };\n"
      "Box shared;\n";
  EXPECT_EQ(effectOf("Box b; b.put(n); return b.get();", box), "");
  EXPECT_THAT(effectOf("shared.put(n); return n;", box), HasSubstr("writes to 'shared'"));
  EXPECT_THAT(effectOf("Loud l; return n;", box), StartsWith("'~Loud' writes to 'made'"));
  EXPECT_EQ(effectOf("Quiet q; return n;", box), "");
  EXPECT_THAT(effectOf("Counted c; return n;", box), HasSubstr("writes to 'made'"));
  EXPECT_THAT(effectOf("const Any& any = Any(); return any.get();", box), HasSubstr("virtual"));
}

// What stands in no statement of the function, or is an operator.
TEST(SideEffects, WhatIsCalledUnseen) {
  const std::string classes =
      "int count; struct In { In() { ++count; } ~In() {} bool operator==(const In&) const { ++count; return "
      "true; } };\n"
      "struct Out { In i; }; struct Inits { int x = ++count; }; struct Ends { In i; ~Ends() {} };\n"
      "struct Copied { int n; Copied(int v) : n(v) {} Copied(const Copied& o) : n(o.n) { ++count; } };\n"
      "struct Any { virtual int operator()(int n) const { return n; } };\n"
      "struct Base { Base(int) { ++count; } }; struct Heir : Base { using Base::Base; };\n"
      "struct Same { In i; bool operator==(const Same&) const = default; };\n"
      "int first(int n) { static const int kept = n; return kept; }\n"
      "struct Late { int n; Late() : n(++count) {} }; thread_local Late late;\n";
  for (const char* body :
       {"Out o; return n;", "Inits i; return n;", "Ends e; return n;", "Any* a = nullptr; return (*a)(n);",
        "Heir h(n); return n;", "Same* s = nullptr; return *s == *s;", "return first(n);", "return late.n;",
        "const volatile int* p = &n; return *p;", "const volatile int* p = &n; return p[0];"})
    EXPECT_NE(effectOf(body, classes), "") << body;
  EXPECT_NE(
      shadowProblem(classes + "int slow(Copied c) { return c.n; }\nTAG int fast(Copied c) { return c.n; }"),
      "");
  EXPECT_NE(shadowProblem(classes + "Same slow(int n) { return {}; }\nTAG Same fast(int n) { return {}; }"),
            "");
}

TEST(SideEffects, OfMembers) {
  const auto member = [](const std::string& body, const std::string& rest) {
    return shadowProblem("struct S { int slow(int n) const { return n; }\nTAG int fast(int n) const {" +
                             body + "}\n" + rest + "};",
                         "", "S::fast");
  };
  EXPECT_EQ(member("return m + n;", "int m;"), "");
  EXPECT_THAT(member("return m = n;", "mutable int m;"), HasSubstr("writes to 'm'"));
  EXPECT_THAT(member("return look();", "mutable int m; int look() const { return ++m; }"),
              HasSubstr("writes to 'm'"));
  EXPECT_THAT(member("*p = n; return n;", "int* p;"), HasSubstr("writes to what is not shown"));
}

TEST(SideEffects, InATemplateNothingIsShown) {
  EXPECT_THAT(shadowProblem("template <class T> struct S { int slow(int n) const { return n; }\n"
                            "TAG int fast(int n) const { return n + t.size(); }\n T t; };",
                            "", "S::fast"),
              HasSubstr("depends on the arguments of a template"));
}

}  // namespace
}  // namespace assay::scan
