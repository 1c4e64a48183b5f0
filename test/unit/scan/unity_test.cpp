// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unity.h"

#include <gmock/gmock.h>

#include "unity_code.h"

namespace assay::scan {
namespace {

using test::Unity;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Unity, FilesThatShareHeadersAreSureAndAsAlone) {
  const Unity unit({.sections = {{"h.h", "#pragma once\nTAG inline int h() { return 1; }\n"},
                                 {"a.cc", "#include \"h.h\"\nTAG int a() { return h(); }\n"},
                                 {"b.cc", "#include \"h.h\"\nTAG int b() { return h(); }\n"}}});
  unit.expectAllSure();
}

TEST(Unity, TheSameNamesInTwoFilesDoNotClash) {
  const char* text =
      "TAG static int helper() { return 1; }\n"
      "namespace { struct Local { TAG int m() { return helper(); } }; int hidden; }\n"
      "struct Fixture { int x; TAG int setUp() { return x; } };\n"
      "enum Colour { Red };\n"
      "template <class T> T twice(T t) { return t + t; }\n"
      "TAG int main() { Local l; return l.m() + Red + hidden; }\n";
  const Unity unit({.sections = {{"a.cc", text}, {"b.cc", text}, {"c.cc", text}}});
  unit.expectAllSure();
}

TEST(Unity, InCTheSameNamesDoNotClashEither) {
  const char* text =
      "#include \"h.h\"\nstatic int helper(void) { return 1; }\nstruct s { int x; };\n"
      "typedef struct s local;\nenum e { One };\nTAG int main(void) { local l = {helper()}; return l.x + One "
      "+ h(); }\n";
  const Unity unit({.sections = {{"a.c", text}, {"b.c", text}},
                    .others = {{"h.h", "#ifndef H\n#define H\nint h(void);\n#endif\n"}},
                    .flags = {"-std=c17"}});
  unit.expectAllSure();
}

TEST(Unity, AMacroThatAFileLeavesBehindIsPutBack) {
  const Unity unit({.sections = {{"a.cc", "#define LIMIT 10\n#undef linux\nTAG int a() { return LIMIT; }\n"},
                                 {"b.cc",
                                  "#ifdef LIMIT\n#error leaked\n#endif\n#ifndef linux\n#error gone\n#endif\n"
                                  "TAG int b() { return 1; }\n"},
                                 {"c.cc", "#define LIMIT 20\nTAG int c() { return LIMIT; }\n"}},
                    .flags = {"-std=gnu++20", "--target=x86_64-linux-gnu"}});
  unit.expectAllSure();
}

TEST(Unity, AUsingDirectiveDoesNotReachTheNextFile) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"h.h\"\nusing namespace n;\nTAG T a() { return {}; }\n"},
                    {"b.cc", "#include \"h.h\"\nstruct T { int own; };\nTAG T b() { return {}; }\n"},
                    {"c.cc", "#include \"h.h\"\nTAG T c() { return {}; }\n"}},
       .others = {{"h.h", "#pragma once\nnamespace n { struct T {}; }\n"}}});
  unit.expectSure("a.cc");
  unit.expectSure("b.cc");
  EXPECT_FALSE(unit.of("c.cc").sure) << "alone it does not compile";
}

TEST(Unity, TheDefinitionOfATaggedDeclarationComesAlong) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"h.h\"\nint S::f() {\n  return 1;\n}\nTAG int a() { return 1; }\n"},
                    {"b.cc", "#include \"h.h\"\nTAG int b() { return 1; }\n"}},
       .others = {{"h.h", "#pragma once\nstruct S {\n  TAG int f();\n};\n"}}});
  unit.expectAllSure();
  const auto& functions = unit.of("a.cc").facts.at(0).functions;
  const auto f =
      std::ranges::find(functions, "S::f", [](const FoundFunction& found) { return found.entry.name; });
  ASSERT_NE(f, functions.end());
  EXPECT_TRUE(f->entry.bodyBegin.known());
  EXPECT_THAT(f->askedBy, Contains(test::pathOf("h.h")));
}

TEST(Unity, FilesAreThoseThatTheFileAloneDependsOn) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"outer.h\"\nTAG int a() { return 1; }\n"},
                    {"b.cc", "#include \"outer.h\"\nTAG int b() { return 1; }\n"},
                    {"c.cc", "TAG int c() { return 1; }\n"}},
       .others = {{"outer.h", "#pragma once\n#include \"inner.h\"\n"}, {"inner.h", "#pragma once\n"}}});
  EXPECT_THAT(unit.of("b.cc").files,
              ElementsAre(test::pathOf("b.cc"), test::pathOf("inner.h"), test::pathOf("outer.h")));
  EXPECT_THAT(unit.of("c.cc").files, ElementsAre(test::pathOf("c.cc")));
}

TEST(MacrosOf, FindsEveryNameOnceInInactiveBranchesToo) {
  EXPECT_THAT(macrosOf("#define B 1\n#  undef A\n#if 0\n # define C(x) x\n#endif\n#define B 2\n"),
              ElementsAre("A", "B", "C"));
  EXPECT_THAT(macrosOf("#defined X\n#undefine Y\n#include <z>\n#define\n#undef \n#define 'x\n"), IsEmpty());
  EXPECT_THAT(macrosOf(""), IsEmpty());
}

TEST(CanBeSection, WhenTheNameCanStandInAnInclude) {
  EXPECT_TRUE(canBeSection("/r/a b's+.cc"));
  for (const char* name : {"/r/a\"b.cc", "/r/a\\b.cc", "/r/a\nb.cc", "/r/a\rb.cc"})
    EXPECT_FALSE(canBeSection(name));
}

}  // namespace
}  // namespace assay::scan
