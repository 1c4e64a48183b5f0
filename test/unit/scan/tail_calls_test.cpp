// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers. What is counted here, both compilers or one make a loop of.
#include <gtest/gtest.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

/// Of a function `f`, given from its return type on.
bool isCounted(const std::string& code, test::Code options = {}) {
  options.text = "// AI-generated[file]: x\n" + code;
  const FoundFunction* found = nullptr;
  const test::Scanned scanned = test::scanCode(options);
  found = scanned.function("f");
  EXPECT_NE(found, nullptr) << options.text;
  if (found == nullptr) return false;
  EXPECT_TRUE(found->entry.traits.has(model::Trait::Recursive)) << code;
  return found->entry.traits.has(model::Trait::SelfTailCall);
}

const test::Code kGnuC{.name = "c.c", .flags = {"-std=gnu11"}};

TEST(TailCalls, InWhatIsReturned) {
  for (const char* value :
       {"f(n - 1)", "(f(n - 1))", "a || f(n - 1)", "a && f(n - 1)", "(a, f(n - 1))", "!f(n - 1)",
        "!!f(n - 1)", "(long) f(n - 1)", "a ? 1 : (a ? f(n - 1) : 2)", "a ?: f(n - 1)", "({ f(n - 1); })",
        "-f(n - 1)", "~f(n - 1)", "f(n - 1) ? 1 : 0", "f(n - 1) == 1"})
    EXPECT_TRUE(isCounted("int a; long f(long n) { return " + std::string(value) + "; }", kGnuC)) << value;
  EXPECT_TRUE(isCounted("int f(int n) { return static_cast<int>(f(n - 1)); }"));
  EXPECT_TRUE(isCounted("template <class T> T f(T n) { return n + f(n - 1); }"));
  EXPECT_TRUE(isCounted("int f(int n) { for (int i = 0; i < n; ++i) if (i > 3) return f(n - 1); return 0; }"))
      << "the loop is left";
}

TEST(TailCalls, InWhatIsAccumulated) {
  for (const char* value : {"n + f(n - 1)", "f(n - 1) - n", "n * f(n - 1)", "n | f(n - 1)", "f(n - 1) & n",
                            "n ^ f(n - 1)", "1 + n * f(n - 1)", "(n, 1) + f(n - 1)"})
    EXPECT_TRUE(isCounted("long f(long n) { return " + std::string(value) + "; }")) << value;
}

TEST(TailCalls, NotWhereTheStackIsNeeded) {
  for (const char* value : {"f(n - 1) + f(n - 2)", "1 + f(n - 1) + f(n - 2)", "f(n - 1) && n", "f(n - 1) / n",
                            "n << f(n - 1)", "g(f(n - 1))", "f(n - 1), n"})
    EXPECT_FALSE(isCounted("int g(int); int f(int n) { return " + std::string(value) + "; }")) << value;
  EXPECT_FALSE(
      isCounted("template <class T> const T& max(const T& a, const T& b) { return a < b ? b : a; }"
                "int f(int n) { return max(n, f(n - 1)); }"));
  EXPECT_FALSE(isCounted("void g(int); void f(int n) { if (n) goto out; f(n - 1); out: g(n); }"));
  EXPECT_FALSE(isCounted("double f(int n) { return n + f(n - 1); }"));
  EXPECT_FALSE(isCounted("int g(int); int f(int n) { int r = f(n - 1); g(n); return r; }"));
  EXPECT_FALSE(isCounted("int g(int); int f(int n) { if (f(n - 1)) return 1; return g(n); }"));
  EXPECT_FALSE(isCounted("void f(int n) { f(n - 1); n = 2; }"));
  EXPECT_FALSE(isCounted("struct S { S(int); ~S(); }; int f(const S& s) { return f(S(1)); }"))
      << "what is destroyed behind the call";
}

TEST(TailCalls, InAVariableThatIsReturnedAtOnce) {
  EXPECT_TRUE(isCounted("int f(int n) { long r = f(n - 1); return r; }"));
  EXPECT_TRUE(isCounted("int f(int n) { long r = f(n - 1); return r + n; }"));
  EXPECT_TRUE(isCounted("int f(int n) { int r = 0; if (n) { r = f(n - 1); } return r; }"));
  EXPECT_TRUE(isCounted("int f(int n) { int r = 0; if (n) r += f(n - 1); out: return r; }"));
}

TEST(TailCalls, InAConditionThatOnlyPicksWhatIsReturned) {
  EXPECT_TRUE(isCounted("bool f(int n) { if (!f(n - 1)) return false; return true; }"));
  EXPECT_TRUE(isCounted("int f(int n) { if (int r = f(n - 1)) { return r; } return 0; }"));
  EXPECT_TRUE(isCounted("int f(int n) { int r = f(n - 1); if (r != 0) return r; return -1; }"));
}

TEST(TailCalls, AtTheEndOfAFunctionWithoutAValue) {
  for (const char* body :
       {"f(n - 1);", "if (n) f(n - 1);", "if (n) { if (n > 1) { f(n - 1); } else n = 2; } else { n = 1; }",
        "switch (n) { case 0: break; default: f(n - 1); break; }", "switch (n) { case 1: f(n - 1); }",
        "switch (n) { default: { f(n - 1); } }", "last: f(n - 1);", "[[likely]] f(n - 1);",
        "if (n) { f(n - 1); return; } n = 2;", "if (n) { f(n - 1); goto out; } n = 2; out: ;",
        "do { f(n - 1); } while (0);", "return f(n - 1);", "(void)f(n - 1);",
        "if (n) goto out; f(n - 1); out:;", "f(n - 1); out: return;",
        "switch (n) { case 0: f(n - 1); default:; }"})
    EXPECT_TRUE(isCounted("void f(int n) { " + std::string(body) + " }")) << body;
}

}  // namespace
}  // namespace assay::scan
