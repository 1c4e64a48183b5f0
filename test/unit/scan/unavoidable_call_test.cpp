// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers: an old function that always calls the new one cannot be
// called in its place.
#include <gmock/gmock.h>

#include "tagged_code.h"

namespace assay::scan {
namespace {

using testing::HasSubstr;

/// Why `fast` does not replace `slow`; "TAG" is its tag.
std::string refusalIn(const std::string& text) {
  const test::Scanned scanned =
      test::scanCode(replaceAll(text, "TAG ", "// AI-generated: x, replaces: slow\n"));
  for (const UnitDiagnostic& error : scanned.errors) ADD_FAILURE() << error.text << " in\n" << text;
  for (const FileFacts& file : scanned.facts)
    for (const FoundFunction& found : file.functions)
      if (found.entry.name.ends_with("fast") && !found.entry.replaces.empty())
        return found.entry.replaces.front().problem;
  return "not found";
}

/// Of an old function with this body below the new one's declaration; `before` stands above.
std::string refusalOfBody(const std::string& body, const std::string& before = "") {
  return refusalIn("int fast(int a); " + before + "int slow(int a) { " + body +
                   " }\nTAG int fast(int a) { return a; }");
}

TEST(UnavoidableCall, OfTheNewFunctionIsAReasonAgainstTheOldOne) {
  constexpr const char* kEndless = "whatever its arguments are, at code.cc:1:";
  for (const char* body :
       {"return fast(a);", "if (a) return fast(a - 1); return fast(0) + 1;",
        "int b = 0; b += fast(a); return b;", "for (;;) fast(a);",
        "do a -= fast(a); while (a > 0); return a;", "return a == 0 ? fast(1) : fast(a - 1);",
        "switch (a) { case 0: return fast(1); default: return fast(2); }"})
    EXPECT_THAT(refusalOfBody(body), HasSubstr(kEndless)) << body;
  for (const char* body :
       {"return a;", "return a < 2 ? a : fast(a - 1);", "while (a > 0) a -= fast(a); return a;",
        "if (a == 0) throw 1; return fast(a - 1);", "return a && fast(a - 1);",
        "auto later = [&] { return fast(a); }; return a == 3 ? later() : 0;"})
    EXPECT_EQ(refusalOfBody(body), "") << body;
  EXPECT_EQ(refusalOfBody("return other(a);", "int other(int a) { return a < 2 ? a : fast(a - 1); } "), "");
}

TEST(UnavoidableCall, AnotherObjectsVirtualFunctionMayBeAnotherOne) {
  const std::string code =
      "struct A { int slow(int a) { return CALLfast(a); } A* next; virtual ~A();\n"
      "TAG virtual int fast(int a) { return a; } };";
  EXPECT_THAT(refusalIn(replaceAll(code, "CALL", "")), HasSubstr("would never end"));
  EXPECT_EQ(refusalIn(replaceAll(code, "CALL", "next->")), "");
}

}  // namespace
}  // namespace assay::scan
