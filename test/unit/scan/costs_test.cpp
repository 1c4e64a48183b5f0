// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Through collectUnit(), without Clang's headers.
#include "scan/costs.h"

#include <gmock/gmock.h>

#include "scan/lexical.h"
#include "tagged_code.h"

namespace assay::scan {
namespace {

using source::CostSign;
using source::CostSignSeen;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<CostSignSeen> costsOfF(test::Code code) {
  code.everyBody = true;
  code.text += "\n// AI-generated: x\nint zzz;\n";
  const test::Scanned scanned = test::scanCode(code);
  for (const FileFacts& file : scanned.facts)
    for (const FoundFunction& function : file.functions)
      if (function.entry.name.ends_with("f") && !function.body.empty()) return function.entry.costs;
  ADD_FAILURE() << "no f in " << code.text;
  return {};
}

TEST(CostsOf, AreTheSignsOfTheTextWithTheirLines) {
  EXPECT_THAT(costsOfF({.text = "int f(int n) {\n  while (n > 0)\n    while (n > 1) --n;\n  return n;\n}"}),
              ElementsAre(CostSignSeen{CostSign::NestedLoops, 3, 2}));
  EXPECT_THAT(costsOfF({.text = "int f(int n) { return n; }"}), IsEmpty());
}

TEST(CostsOf, OfAnotherFunctionOfTheSameNameAreNoRecursion) {
  EXPECT_THAT(costsOfF({.text = "int f(int n) {\n return n < 1 ? 0 : f(n - 1); }"}),
              ElementsAre(CostSignSeen{CostSign::Recursion, 2, 0}));
  EXPECT_THAT(costsOfF({.text = "int f(char* p); int f(int n) { char c = 1; return n + f(&c); }"}),
              IsEmpty());
}

TEST(CostsOf, KnowInputFromOutsideByTheSignature) {
  EXPECT_THAT(costsOfF({.text = "struct FILE;\nint f(FILE* from) {\n return from != nullptr; }"}),
              ElementsAre(CostSignSeen{CostSign::OutsideInput, 2, 0}));
}

TEST(CostsOf, SayOfAGenericFunctionThatOnePlaceCallsIt) {
  EXPECT_THAT(
      costsOfF({.text = "template <class T> static T f(T t) { return t; }\nint g() {\n return f(1); }"}),
      ElementsAre(CostSignSeen{CostSign::OneCaller, 3, 0}));
  EXPECT_THAT(
      costsOfF(
          {.text = "template <class T> static T f(T t) { return t; }\nint g() { return f(1) + f('c'); }"}),
      IsEmpty());
  EXPECT_THAT(costsOfF({.text = "template <class T> T f(T t) { return t; }\nint g() { return f(1); }"}),
              IsEmpty())
      << "other files may call it";
  EXPECT_THAT(costsOfF({.text = "static int f(int t) { return t; }\nint g() { return f(1); }"}), IsEmpty())
      << "it is not generic";
}

TEST(CostsOf, AreReadOffTheTokensToo) {
  const source::SourceText text("a.c", "int f(int n) {\n  return f(n - 1);\n}\n");
  EXPECT_THAT(lexicalFacts(text).functions.at(0).entry.costs,
              ElementsAre(CostSignSeen{CostSign::Recursion, 2, 0}));
}

}  // namespace
}  // namespace assay::scan
