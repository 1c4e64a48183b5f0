// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A specialisation as unity.cpp uses it: it has a say about a file that knows template and argument, and none
// about the rest.
#include <gmock/gmock.h>

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

TEST(Specialisations, AFileWithoutTheTemplateDoesNotCare) {
  behind("template <> struct Of<Known> { using Type = long; };\n", "TAG int f() { return 1; }\n")
      .expectAllSure();
}

}  // namespace
}  // namespace assay::scan
