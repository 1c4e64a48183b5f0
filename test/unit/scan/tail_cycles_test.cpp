// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.
#include <gtest/gtest.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

/// Of functions that are all tagged: which of f, g and h are counted at their entry.
std::string countedIn(const std::string& code, test::Code options = {}) {
  options.text = "// AI-generated[file]: x\n" + code;
  const test::Scanned scanned = test::scanCode(options);
  std::string counted;
  for (const FileFacts& file : scanned.facts)
    for (const FoundFunction& found : file.functions)
      if (found.entry.traits.has(model::Trait::SelfTailCall)) counted += found.entry.name;
  return counted;
}

TEST(TailCycles, OfTwoAndOfThree) {
  EXPECT_EQ(countedIn("bool g(unsigned); bool f(unsigned n) { return n == 0 || g(n - 1); }"
                      "bool g(unsigned n) { return n != 0 && f(n - 1); }"),
            "fg");
  EXPECT_EQ(countedIn("int g(int); int h(int); int f(int n) { return n ? g(n - 1) : 0; }"
                      "int g(int n) { if (n > 2) return h(n); return 1; } int h(int n) { return f(n); }"),
            "fgh");
  EXPECT_EQ(countedIn("template <class T> int g(T); int f(int n) { return n ? g(n - 1) : 0; }"
                      "template <class T> int g(T n) { return f(n); }"),
            "")
      << "in a template nobody knows yet who is called";
}

TEST(TailCycles, OfFunctionsWithoutAValue) {
  const std::string rest = "void g(int n) { f(n - 1); }";
  for (const char* body : {"if (n) g(n);", "switch (n) { case 0: break; case 1: g(n); break; default:; }",
                           "if (n) { g(n); return; } n = 1;", "if (n > 9) goto out; g(n); out:;",
                           "for (;;) if (n) { g(n); return; }"})
    EXPECT_EQ(countedIn("void g(int); void f(int n) { " + std::string(body) + " }" + rest), "fg") << body;
  for (const char* body : {"g(n); n = 1;", "for (;;) g(n);", "for (;;) { if (n) { g(n); break; } }",
                           "switch (n) { case 1: g(n); break; } n = 1;",
                           "while (n) switch (n) { case 1: g(n); break; }", "if (n) g(1); g(n);"})
    EXPECT_EQ(countedIn("void g(int); void f(int n) { " + std::string(body) + " }" + rest), "") << body;
}

TEST(TailCycles, NotWhereTheStackIsNeeded) {
  EXPECT_EQ(countedIn("int g(int); int f(int n) { return n + g(n - 1); } int g(int n) { return f(n); }"), "")
      << "only a recursion of one function carries its sum along";
  EXPECT_EQ(countedIn("int g(int); int f(int n) { return -g(n); } int g(int n) { return f(n); }"), "");
  EXPECT_EQ(countedIn("int g(int); long f(int n) { return g(n); } int g(int n) { return f(n); }"), "");
  EXPECT_EQ(
      countedIn(
          "struct S { ~S(); }; int g(int); int f(int n) { S s; return g(n); } int g(int n) { return f(n); }"),
      "");
  EXPECT_EQ(
      countedIn(
          "int g(int); int f(int n) { if (g(n)) return 1; return g(n - 1); } int g(int n) { return f(n); }"),
      "")
      << "a walk over a tree";
}

}  // namespace
}  // namespace assay::scan
