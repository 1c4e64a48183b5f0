// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.
#include "inputs_of_code.h"

namespace assay::scan {
namespace {

const std::string kShape =
    "struct S { virtual int sides() const; int n; static int all(); static int made; int operator[](int) "
    "const; };"
    "struct Smart { S* operator->() const; S& operator*() const; };"
    "int g(const S&); int g(const S*); extern bool busy; [[noreturn]] void ends();\n";

bool isUsed(const std::string& parameter, const std::string& body) {
  return test::allTypesIn(kShape + "int f(" + parameter + ", int n) { " + body + " }\n") != "";
}

TEST(CertainUse, AMemberThatIsAskedForAtOnce) {
  for (const char* body :
       {"return s.sides();", "int a = n; a += s.n; return a;", "while (s.n > n) ++n; return 0;",
        "return g(s) + s.n;", "for (int i = s.n; i < n; ++i) {} return 0;",
        "switch (s.sides()) { default: return 1; }", "if (s.sides() > n) return 1; return 0;",
        "{ const int a = s.sides(); return a; }", "try { return s.sides(); } catch (...) { return 1; }",
        "return (s).n;", "return s.n && n;"})
    EXPECT_TRUE(isUsed("const S& s", body)) << body;
}

TEST(CertainUse, NothingThatMayNotHappen) {
  for (const char* body :
       {"return 0;", "return g(s);", "if (n) return s.sides(); return 0;",
        "if (n) return 1; return s.sides();", "return n ? s.sides() : 0;", "return n && s.sides();",
        "while (n) { n = s.sides(); } return 0;", "for (int i = 0; i < n; ++i) n = s.n; return 0;",
        "return [&] { return s.n; }();", "return (int)sizeof(s.n);", "return s.all();", "return s.made;",
        "if (busy) throw 1; return s.n;", "goto end; end: return s.n;",
        "try { if (n) return 1; return s.n; } catch (...) { return 1; }",
        "switch (n) { case 1: return s.n; default: return 0; }", "return noexcept(s.n);"})
    EXPECT_FALSE(isUsed("const S& s", body)) << body;
}

TEST(CertainUse, OfAPointerThatIsAskedWhetherItIsNull) {
  for (const char* body :
       {"return s->sides();", "return (*s).n;", "if (!s) return 0; return s->n;",
        "if (s == nullptr) return 0; return s->n;", "if (s != nullptr) return s->n; return 0;",
        "return s ? s->n : 0;", "return s && s->n;",
        "if (s) { if (n) return 1; return 2; } else n = 1; return s->n;"})
    EXPECT_TRUE(isUsed("const S* s", body)) << body;
  for (const char* body : {"return g(s);", "return s != nullptr;", "if (n) return s->n; return 0;"})
    EXPECT_FALSE(isUsed("const S* s", body)) << body;
}

}  // namespace
}  // namespace assay::scan
