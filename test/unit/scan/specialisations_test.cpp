// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A specialisation as unity.cpp uses it: it has a say about a file that knows template and argument, and none
// about the rest.
#include <gmock/gmock.h>

#include <map>
#include <string>

#include "unity_code.h"

namespace assay::scan {
namespace {

using test::Unity;

// The first file specialises what the header declares; the second is to be judged.
Unity behind(const std::string& specialisation, const std::string& function) {
  return Unity(
      {.sections = {{"a.cc", "#include \"h.h\"\n" + specialisation + "TAG int a() { return 1; }\n"},
                    {"b.cc", function}},
       .others = {
           {"h.h",
            "#pragma once\nstruct Known {};\ntemplate <class T> struct Of { using Type = int; };\n"}}});
}

TEST(Specialisations, OneOfWhatTheFileKnowsMakesItUnsure) {
  const Unity unit = behind("template <> struct Of<Known> { using Type = long; };\n",
                            "#include \"h.h\"\nTAG Of<Known>::Type f() { return 1; }\n");
  EXPECT_FALSE(unit.of("b.cc").sure);
  unit.expectSure("a.cc");
}

TEST(Specialisations, OneForATypeOfItsOwnFileHasNoSay) {
  const Unity unit = behind("struct Own {};\ntemplate <> struct Of<Own> { using Type = long; };\n",
                            "#include \"h.h\"\nTAG Of<Known>::Type f() { return 1; }\n");
  unit.expectAllSure();
}

// Of a function template: who calls it feels nothing of a plain specialisation.
Unity ofFunction(const std::string& declared, const std::string& specialisation) {
  return Unity({.sections = {{"a.cc", "#include \"h.h\"\n" + specialisation + "TAG int a() { return 1; }\n"},
                             {"b.cc", "#include \"h.h\"\nTAG void b() { S::made<int>(); }\n"}},
                .others = {{"h.h", "#pragma once\nstruct S { template <class T> " + declared + " };\n"}}});
}

TEST(Specialisations, OneOfAFunctionHasNoSay) {
  ofFunction("static T made();", "template <> int S::made<int>() { return 1; }\n").expectAllSure();
}

TEST(Specialisations, OneOfAFunctionThatItsUsersFeelMakesThemUnsure) {
  for (const auto& [declared, specialisation] : std::map<std::string, std::string>{
           {"static T made();", "template <> int S::made<int>() = delete;\n"},
           {"static constexpr T made() { return 2; }",
            "template <> constexpr int S::made<int>() { return 1; }\n"},
           {"static auto made() { return T(); }", "template <> auto S::made<int>() { return 1; }\n"},
           {"static T made() noexcept;", "template <> int S::made<int>() noexcept { return 1; }\n"}})
    EXPECT_FALSE(ofFunction(declared, specialisation).of("b.cc").sure) << specialisation;
}

TEST(Specialisations, AFileWithoutTheTemplateDoesNotCare) {
  behind("template <> struct Of<Known> { using Type = long; };\n", "TAG int f() { return 1; }\n")
      .expectAllSure();
}

}  // namespace
}  // namespace assay::scan
