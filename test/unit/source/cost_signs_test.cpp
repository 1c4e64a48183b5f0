// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source/cost_signs.h"

#include <gmock/gmock.h>

#include <string>

namespace assay::source {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;

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

TEST(CostSigns, AreInWhatALoopsHeadDoesAgainAndAgain) {
  EXPECT_THAT(signsIn("void f() {\n for (int i = 0;\n   i < strlen(s); ++i) g();\n}"),
              ElementsAre(CostSignSeen{CostSign::SearchInLoop, 3, 1}));
  EXPECT_THAT(signsIn("void f() { for (auto it = s.begin(); it != s.end(); it = s.erase(it)) { } }"),
              ElementsAre(CostSignSeen{CostSign::EraseInLoop, 1, 1}));
  EXPECT_THAT(signsIn("void f() { while (s.find(x) != g(1)) h(); }"),
              ElementsAre(CostSignSeen{CostSign::SearchInLoop, 1, 1}));
  EXPECT_THAT(signsIn("void f() { do { g(); } while (s.contains(x)); }"),
              ElementsAre(CostSignSeen{CostSign::SearchInLoop, 1, 1}));
  EXPECT_THAT(
      signsIn("void f() { for (a : b) while (s.find(x)); }"),
      ElementsAre(CostSignSeen{CostSign::NestedLoops, 1, 2}, CostSignSeen{CostSign::SearchInLoop, 1, 2}));
  EXPECT_THAT(signsIn("void f() { for (; any(v, [&] { for (;;) g(); return 1; });) h(); }"),
              ElementsAre(CostSignSeen{CostSign::NestedLoops, 1, 2}));
  EXPECT_THAT(signsIn("int f(int n) { while (n > 0 && f(n - 1)) g(); }"),
              ElementsAre(CostSignSeen{CostSign::Recursion, 1, 1}));
}

TEST(CostSigns, AreNotInWhatALoopsHeadDoesOnce) {
  EXPECT_THAT(signsIn("void f() { for (auto& one : s.substr(1)) g(); }"), IsEmpty());
  EXPECT_THAT(signsIn("void f() { for (auto t = s.substr(1); auto& one : t.substr(1)) g(); }"), IsEmpty());
  EXPECT_THAT(signsIn("void f() { for (auto& one : [&] { a(); b(); return s.substr(1); }()) g(); }"),
              IsEmpty());
  EXPECT_THAT(signsIn("void f() { for (int i = 0, n = strlen(s); i < n; ++i) g(); strlen(s); }"), IsEmpty());
  EXPECT_THAT(signsIn("void f() { while (x) { g(); } strlen(s); }"), IsEmpty());
}

// Of each text the last statement is in the loop.
TEST(CostSigns, AreInAllOfALoopsOneStatement) {
  for (const char* statement :
       {"if (a) b(); else s.find(x);", "if (a) { b(); } else { s.find(x); }",
        "if (a) b(); else if (c) d(); else s.find(x);", "if (a) if (b) c(); else d(); else s.find(x);",
        "if (a) for (;;) c(); else s.find(x);", "if (a) while (b); else s.find(x);",
        "try { b(); } catch (const X& x) { c(); } catch (...) { s.find(x); }",
        "if (a) try { b(); } catch (...) { c(); } else s.find(x);", "do b(); while (s.find(x));",
        "do { b(); } while (s.find(x));", "g([&] { b(); }, s.find(x));", "(void)b(), s.find(x);",
        "if (int i = 0; i < b()) { c(); } else s.find(x);"})
    EXPECT_THAT(signsIn("void f() { for (;;) " + std::string(statement) + " }"),
                Contains(Field(&CostSignSeen::sign, CostSign::SearchInLoop)))
        << statement;
}

// Of each text the last statement is behind the loop.
TEST(CostSigns, AreNotBehindALoopsOneStatement) {
  for (const char* statements :
       {"for (;;) if (a) b(); s.find(x);", "for (;;) if (a) b(); else c(); s.find(x);",
        "for (;;) if (a) { b(); } else { c(); } s.find(x);", "if (a) for (;;) b(); else s.find(x);",
        "if (a) for (;;) { b(); } else s.find(x);", "if (a) for (;;) if (b) c(); else d(); else s.find(x);",
        "for (;;) try { b(); } catch (...) { c(); } s.find(x);",
        "try { for (;;) b(); } catch (...) { s.find(x); }", "for (;;) do b(); while (c); s.find(x);"})
    EXPECT_THAT(signsIn("void f() { " + std::string(statements) + " }"),
                Not(Contains(Field(&CostSignSeen::sign, CostSign::SearchInLoop))))
        << statements;
}

TEST(CostSigns, FindRecursion) {
  EXPECT_THAT(signsIn("int f(int n) {\n  return n < 2 ? n : f(n - 1);\n}"),
              ElementsAre(CostSignSeen{CostSign::Recursion, 2, 0}));
  EXPECT_THAT(signsIn("int f() { return other.f() + g->f() + f; }"), IsEmpty());
}

TEST(CostSigns, FindRecursionThroughThis) {
  EXPECT_THAT(signsIn("int f() { return this->f(); }"), ElementsAre(CostSignSeen{CostSign::Recursion, 1, 0}));
}

TEST(CostSigns, KnowTheOwnNameOfAQualifiedOne) {
  EXPECT_THAT(costSigns("{ f(); }", {0, 8}, "a::B::f"), ElementsAre(CostSignSeen{CostSign::Recursion, 1, 0}));
}

TEST(CostSigns, FindInputFromOutside) {
  for (const char* reading :
       {"read(fd, b, n);", "::recv(s, b, n, 0);", "std::getline(in, text);", "while (std::cin >> x) g();",
        "const char* home = getenv(\"HOME\");", "use(argv[1]);"})
    EXPECT_THAT(
        signsIn("void f() {\n" + std::string(reading) + " }"),
        Contains(AllOf(Field(&CostSignSeen::sign, CostSign::OutsideInput), Field(&CostSignSeen::line, 2))))
        << reading;
  EXPECT_THAT(signsIn("void f() { cell.read(x); cell->read(x); int read = 1; }"), IsEmpty());
}

TEST(CostSigns, AreNotInCommentsAndLiterals) {
  EXPECT_THAT(signsIn("void f() { /* for (;;) for (;;) f(); */ g(\"for (;;) { while(1) f(\"); // new\n}"),
              IsEmpty());
}

TEST(CostSigns, OfBrokenTextAreWhatIsThere) {
  for (const char* text : {"{ for ( }", "{ for (;;) for }", "{ }}} while (", "{{{ do do }", "{ f( }",
                           "{ for (;; { do ) }", "{ while ) for (;;) ) ) }"})
    EXPECT_LE(signsIn(text).size(), 2u) << text;
  EXPECT_THAT(costSigns("{}", {5, 9}, "f"), IsEmpty());
}

std::optional<unsigned> onlyCallOfF(const std::string& rest) {
  const std::string head = "template <class T> static int f(T t) { return f(t); }\n";
  return onlyCall(head + rest, {0, head.size()}, "n::f");
}

TEST(OnlyCall, IsTheOneOutsideOfTheFunction) {
  EXPECT_EQ(onlyCallOfF("int g() {\n  return f(1);\n}\n"), 3u);
  EXPECT_EQ(onlyCallOfF("int g() { int x = f<int>(1); }\nvoid half() { off(2); } // f(3)\n"), 2u);
  EXPECT_EQ(onlyCallOfF("template <class T> static int f(T);\nint g() { return n::f(1); }\n"), 3u)
      << "declared";
}

TEST(OnlyCall, IsNoneWhereOthersMayBe) {
  EXPECT_EQ(onlyCallOfF(""), std::nullopt);
  EXPECT_EQ(onlyCallOfF("int g() { return f(1) + f(2); }"), std::nullopt);
  EXPECT_EQ(onlyCallOfF("int g() { use(f<int>(1), &f); }"), std::nullopt) << "a pointer to it";
  EXPECT_EQ(onlyCallOfF("#define G(x) f(x)\n"), std::nullopt);
  EXPECT_EQ(onlyCallOfF("#define G(x) \\\n  f(x)\n"), std::nullopt);
  EXPECT_EQ(onlyCall("f(1);", {0, 9}, "f"), std::nullopt) << "no such extent";
}

}  // namespace
}  // namespace assay::source
