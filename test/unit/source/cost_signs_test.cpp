// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/cost_signs.h"

#include <gmock/gmock.h>

#include <string>

namespace assay::source {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Of a function `f` whose opening brace is the text's first one.
std::vector<CostSignSeen> signsIn(const std::string& text) {
  return costSigns(text, {text.find('{'), text.rfind('}') + 1}, "f");
}

TEST(CostSigns, FindALoopInALoop) {
  EXPECT_THAT(signsIn("void f() {\n  for (;;) {\n    while (x) g();\n  }\n}\n"),
              ElementsAre(CostSignSeen{CostSign::NestedLoops, 3, 2}));
  EXPECT_THAT(signsIn("void f() {\n for (a : b)\n  for (c : d)\n   do {\n g(); } while (x);\n}"),
              ElementsAre(CostSignSeen{CostSign::NestedLoops, 4, 3}));
}

TEST(CostSigns, AreNoneOfLoopsOneBehindTheOther) {
  EXPECT_THAT(
      signsIn("void f() { for (;;) g(); for (;;) { h(); } while (x) if (y) { g(); } while (z) g(); }"),
      IsEmpty());
  EXPECT_THAT(signsIn("void f() { do { g(); } while (x); for (;;) g(); }"), IsEmpty());
}

TEST(CostSigns, FindWhatIsDoneAgainAndAgain) {
  const auto signs = signsIn(
      "void f() {\n for (auto& one : all) {\n  if (seen.find(one) == x) continue;\n  all.erase(one);\n"
      "  auto p = new Node;\n  text += std::to_string(one);\n }\n}");
  EXPECT_THAT(
      signs,
      ElementsAre(CostSignSeen{CostSign::SearchInLoop, 3, 1}, CostSignSeen{CostSign::EraseInLoop, 4, 1},
                  CostSignSeen{CostSign::AllocationInLoop, 5, 1}, CostSignSeen{CostSign::TextInLoop, 6, 1}));
  EXPECT_THAT(signsIn("void f() { seen.find(x); auto p = new Node; for (auto it = s.find(x);;) g(); }"),
              IsEmpty())
      << "once";
}

TEST(CostSigns, FindRecursion) {
  EXPECT_THAT(signsIn("int f(int n) {\n  return n < 2 ? n : f(n - 1);\n}"),
              ElementsAre(CostSignSeen{CostSign::Recursion, 2, 0}));
  EXPECT_THAT(signsIn("int f() { return other.f() + g->f() + f; }"), IsEmpty());
}

TEST(CostSigns, AreNotInCommentsAndLiterals) {
  EXPECT_THAT(signsIn("void f() { /* for (;;) for (;;) f(); */ g(\"for (;;) { while(1) f(\"); // new\n}"),
              IsEmpty());
}

TEST(CostSigns, OfBrokenTextAreWhatIsThere) {
  for (const char* text : {"{ for ( }", "{ for (;;) for }", "{ }}} while (", "{{{ do do }", "{ f( }"})
    EXPECT_LE(signsIn(text).size(), 2u) << text;
  EXPECT_THAT(costSigns("{}", {5, 9}, "f"), IsEmpty());
}

}  // namespace
}  // namespace assay::source
