// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/lexical_items.h"

#include <gtest/gtest.h>

namespace assay::scan {
namespace {

std::string outline(const std::vector<LexicalItem>& items) {
  std::string text;
  for (const LexicalItem& item : items) {
    text += item.name.empty() ? "-" : item.name;
    if (!item.members.empty()) text += "(" + outline(item.members) + ")";
    text += " ";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

std::string outline(const std::string& code) {
  return outline(lexicalItems(TokenStream(code)));
}

TEST(LexicalItems, AreATree) {
  EXPECT_EQ(
      outline("#include <a>\nnamespace n { class A { public: int f() { return 1; } int x; }; } int g() { }"),
      "n(A(f -)) g");
}

TEST(LexicalItems, KeepHandlersWithTheirFunction) {
  const std::string code = "void f() try { } catch (int) { } catch (...) { } int g() { }";
  EXPECT_EQ(outline(code), "f g");
  EXPECT_EQ(lexicalItems(TokenStream(code))[0].extent.end, code.find(" int g"));
}

TEST(LexicalItems, SkipAccessLabels) {
  EXPECT_EQ(outline("class A { public: private Q_SLOTS: void f() {} };"), "A(f)");
}

TEST(LexicalItems, ACallOfAMacroBeforeADirectiveIsNoHead) {
  EXPECT_EQ(outline("#ifdef A\nMAKE(f)\n#endif\n#ifdef B\nint g() { }\n#endif"), "MAKE g");
  EXPECT_EQ(outline("TEST(A, B)\n{ }\nint f(int a)\n#ifdef A\n{ }\n#endif"), "TEST f");
}

TEST(LexicalItems, ACallOfAMacroWithoutSemicolonSwallowsNothing) {
  EXPECT_EQ(outline("WARN( 26409 )\nnamespace n { int f() { } int g() { } }"), "WARN n(f g)");
  EXPECT_EQ(outline("class W { Q_PROPERTY(int a READ a)\npublic slots:\n void slot1() { } };"),
            "W(Q_PROPERTY slot1)");
  EXPECT_EQ(outline("WARN(1)\ntemplate <class T> T f(T t) { return t; }"), "WARN f");
  EXPECT_EQ(outline("EXPORT(1) static int f(int a) { return a; }"), "f");
  EXPECT_EQ(outline("ALIGN(16) struct S { int f() { } };\nALIGN(16) struct T final : S { int g() { } };"),
            "S(f) T(g)");
  EXPECT_EQ(outline("main(argc, argv) struct x* argv; int argc; { }"), "main");
}

TEST(LexicalItems, ComeToAnEndInBrokenCode) {
  EXPECT_EQ(outline("} } int f() { }"), "f");
  EXPECT_EQ(outline("namespace n { int f() {"), "n(f)");
  EXPECT_EQ(outline("class A { void f( "), "A(-)");
}

}  // namespace
}  // namespace assay::scan
