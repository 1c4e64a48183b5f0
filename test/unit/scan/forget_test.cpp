// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Forgetting as unity.cpp uses it: a name that is still known, or known too little, shows as an error or as
// another function than the file alone has.
#include <gmock/gmock.h>

#include "unity_code.h"

namespace assay::scan {
namespace {

using test::Unity;

void expectNoClash(const std::string& first, const std::string& second, const std::string& header = "") {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"h.h\"\n" + first}, {"b.cc", "#include \"h.h\"\n" + second}},
       .others = {{"h.h", "#pragma once\n" + header}}});
  unit.expectAllSure();
}

TEST(Forget, EveryKindOfDeclaration) {
  const std::pair<const char*, const char*> pairs[] = {
      {"struct X { int a; };\n", "struct X { long b; };\n"},
      {"int x;\n", "long x;\n"},
      {"int x();\n", "struct x {};\n"},
      {"using X = int;\n", "using X = long;\n"},
      {"typedef int X;\n", "class X {};\n"},
      {"enum E { A };\n", "enum E : char { B, A };\n"},
      {"enum class E { A };\n", "enum E { A };\n"},
      {"template <class T> struct X {};\n", "template <class T, class U> struct X {};\n"},
      {"template <class T> void t(T);\n", "int t;\n"},
      {"template <class T> concept C = true;\n", "int C;\n"},
      {"static union { int anonymous; };\n", "static union { long anonymous; };\n"},
      {"namespace n = m;\n", "namespace n { int x; }\n"},
      {"extern \"C\" int c(int);\n", "extern \"C\" long c(long);\n"},
      {"extern \"C\" { struct S { int a; }; int c(S); }\n",
       "extern \"C\" { struct S { long a; }; int c(S*); }\n"},
      {"namespace n { int x; }\n", "namespace n { long x; }\n"},
      {"namespace n { inline namespace v { struct A {}; } }\n", "namespace n { struct A { int x; }; }\n"},
      {"namespace { int x; }\n", "namespace { long x; }\n"},
      {"namespace n::o { int f() { return 1; } }\n", "namespace n::o { long f() { return 1; } }\n"},
      {"using m::T;\n", "struct T { int own; };\n"},
      {"using namespace m;\n", "struct T { int own; };\nT t;\n"},
      {"extern int e;\nint e = 1;\n", "extern long e;\nlong e = 1;\n"},
      {"int f(int = 1);\nint x = f();\n", "int f(int = 2);\nint y = f();\n"},
      {"[[deprecated]] int f();\n", "int f();\nint y = f();\n"},
  };
  for (const auto& [first, second] : pairs) {
    SCOPED_TRACE(first);
    expectNoClash(std::string(first) + "TAG int one() { return 1; }\n",
                  std::string(second) + "TAG int two() { return 1; }\n", "namespace m { struct T {}; }\n");
  }
}

TEST(Forget, WhatAFileRedeclaredIsAsItsHeaderHadIt) {
  const std::string header =
      "struct Known;\nint declared(int);\nextern int variable;\nnamespace n { int inside(); }\n";
  const std::string first =
      "struct Known;\nint declared(int x);\nextern int variable;\nTAG int one(Known*) { return declared(1); "
      "}\n";
  const std::string second =
      "struct Known;\nTAG int two(Known*) { return variable + n::inside() + declared(2); }\n";
  expectNoClash(first, second, header);
}

// A definition stays with the declaration that the header shares: defined anew it is an error, and the file
// is parsed alone.
TEST(Forget, WhatTwoFilesDefineOfASharedDeclarationIsNoSilentMixture) {
  for (const auto& [header, first, second] :
       {std::tuple{"struct S;\n", "struct S { int a; };\n", "struct S { long b; };\n"},
        {"int f();\n", "int f() { return 1; }\n", "int f() { return 2; }\n"},
        {"namespace n { enum E : int; }\n", "enum n::E : int { A };\n", "enum n::E : int { B };\n"}}) {
    const Unity unit(
        {.sections = {{"a.cc", std::string("#include \"h.h\"\n") + first + "TAG int a() { return 1; }\n"},
                      {"b.cc", std::string("#include \"h.h\"\n") + second + "TAG int b() { return 1; }\n"},
                      {"c.cc", "#include \"h.h\"\nTAG int c() { return 1; }\n"}},
         .others = {{"h.h", std::string("#pragma once\n") + header}}});
    unit.expectSure("a.cc");
    unit.expectUnsure("b.cc", "an error in ");
    unit.expectSure("c.cc");
  }
}

TEST(Forget, WhatASharedHeaderDeclaresStays) {
  expectNoClash("TAG H one() { return make<int>(); }\n",
                "TAG H two() { return make<long>() + n::f(E::A); }\n",
                "using H = int;\ntemplate <class T> T make() { return T(); }\nenum class E { A };\n"
                "namespace n { inline int f(E) { return 1; } }\n");
}

TEST(Forget, WhatAFilesOwnTextIncludesGoesWithIt) {
  const std::string text = "#include \"body.inc\"\nTAG int user() { return fromText(); }\n";
  const Unity unit({.sections = {{"a.cc", text}, {"b.cc", text}},
                    .others = {{"body.inc", "static int fromText() { return 1; }\nstruct FromText {};\n"}}});
  unit.expectAllSure();
}

TEST(Forget, SpecialisationsOfASharedTemplateMayDiffer) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"h.h\"\nTAG int one() { return Box<int>().get(); }\n"},
                    {"b.cc", "#include \"h.h\"\nTAG int two() { return Box<int>().get(); }\n"}},
       .others = {{"h.h", "#pragma once\ntemplate <class T> struct Box { T get() { return T(); } };\n"}}});
  unit.expectAllSure();
}

TEST(Forget, InCStructTagsAndLinkageComeAndGo) {
  const Unity unit(
      {.sections = {{"a.c",
                     "#include \"h.h\"\nstruct own { int a; };\nstatic int f(void) { return 1; }\nint g;\n"
                     "TAG int one(struct own* o) { return o->a + f() + g; }\n"},
                    {"b.c",
                     "#include \"h.h\"\nstruct own { long b; };\nint f(void);\nlong g;\n"
                     "TAG int two(struct own* o) { return (int)o->b + f() + (int)g; }\n"}},
       .others = {{"h.h", "#ifndef H\n#define H\nint shared(void);\n#endif\n"}},
       .flags = {"-std=c17"}});
  unit.expectAllSure();
}

}  // namespace
}  // namespace assay::scan
