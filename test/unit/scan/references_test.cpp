// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A reference as unity.cpp uses it: a file is not sure when a tagged function of it rests on a declaration in
// a file that it does not include.
#include <gmock/gmock.h>

#include "unity_code.h"

namespace assay::scan {
namespace {

using test::Unity;

constexpr const char* kWhy = "a declaration in a file that it does not include";

// The header is included by the first file only.
Unity strangers(const std::string& function) {
  return Unity(
      {.sections = {{"a.cc", "#include \"h.h\"\nTAG int a() { return 1; }\n"}, {"b.cc", function}},
       .others = {
           {"h.h",
            "#pragma once\nstruct T { int member; int method(); };\nenum E { Enumerator };\n"
            "using Alias = int;\ntemplate <class V> struct Box {};\nint called();\nextern int variable;\n"
            "template <class V> V made() { return V(); }\nnamespace n { struct In {}; }\n"
            "class C {}; int redeclared(int);\n"}}});
}

TEST(References, EveryTypeOfASignatureCounts) {
  for (const char* function : {"TAG T f();\n", "TAG int f(T);\n", "TAG int f(const T*);\n", "TAG int f(E);\n",
                               "TAG Alias f();\n", "TAG Box<int> f();\n", "TAG int f(n::In&);\n",
                               "TAG int f(int (*)(T));\n", "TAG int f(int x[sizeof(T)]);\n"})
    strangers(function).expectUnsure("b.cc", kWhy);
}

TEST(References, WhatABodyNamesCounts) {
  for (const char* body :
       {"called();", "variable = 1;", "return Enumerator;", "T t; (void)t;", "made<int>();",
        "auto l = [] { return called(); }; l();", "(void)sizeof(T);", "Alias x = 1; (void)x;"})
    strangers("TAG int f() { " + std::string(body) + " return 1; }\n").expectUnsure("b.cc", kWhy);
}

TEST(References, WhatItRedeclaresCounts) {
  strangers("TAG int redeclared(int x) { return x; }\n").expectUnsure("b.cc", kWhy);
}

// The first file defines and instantiates what the header only declares.
TEST(References, AnInstanceIsKnownWhereItsTemplateIs) {
  const Unity unit(
      {.sections =
           {{"a.cc",
             "#include \"h.h\"\ntemplate <class T> int S::f(T) { return 1; }\n"
             "template int S::f<int>(int);\ntemplate <class T> int Box<T>::m() { return 2; }\n"
             "template <class T> template <class U> int Box<T>::n(U) { return 3; }\n"
             "template struct Box<int>;\nTAG int a() { return 1; }\n"},
            {"b.cc",
             "#include \"h.h\"\nTAG int b() { return S().f(1) + Box<int>().m() + Box<int>().n(1); }\n"}},
       .others = {{"h.h",
                   "#pragma once\nstruct S { template <class T> int f(T); };\n"
                   "template <class T> struct Box { int m(); template <class U> int n(U); };\n"}}});
  unit.expectAllSure();
}

TEST(References, AnInstanceIsUnknownWhereItsTemplateIsUnknown) {
  strangers("TAG int f() { return made<int>(); }\n").expectUnsure("b.cc", kWhy);
}

TEST(References, OneFileThatDeclaresItIsEnough) {
  const Unity unit({.sections = {{"a.cc", "#include \"h.h\"\nTAG int a() { return 1; }\n"},
                                 {"b.cc", "class C;\nTAG int b(C*) { return 1; }\n"}},
                    .others = {{"h.h", "#pragma once\nclass C {};\n"}}});
  unit.expectAllSure();
}

TEST(References, BodiesThatNobodyAskedForDoNotCount) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"h.h\"\nTAG int a() { return 1; }\n"},
                    {"b.cc", "int g() { return called(); }\n\nint x;\nTAG int b() { return 1; }\n"}},
       .others = {{"h.h", "#pragma once\nint called();\n"}}});
  unit.expectSure("a.cc");
  EXPECT_TRUE(unit.of("b.cc").sure) << unit.why("b.cc");
}

TEST(References, WhatTheFileIncludesIndirectlyIsKnown) {
  const Unity unit({.sections = {{"a.cc", "#include \"h.h\"\nTAG T a() { return {}; }\n"},
                                 {"b.cc", "#include \"outer.h\"\nTAG T b() { return {}; }\n"}},
                    .others = {{"h.h", "#pragma once\nstruct T {};\n"}, {"outer.h", "#include \"h.h\"\n"}}});
  unit.expectAllSure();
}

}  // namespace
}  // namespace assay::scan
