// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Seen through what a shadow may take and give by value.
#include <gmock/gmock.h>

#include "shadow_code.h"

namespace assay::scan {
namespace {

std::string byValue(const std::string& type) {
  const std::string classes =
      "struct Simple { int n = 1; double d[2]; }; struct Of { std::vector<int> v; };\n"
      "struct Nested { Simple s; }; struct Copies { int n; Copies(const Copies&); };\n"
      "int count; struct Counts { int n = ++count; }; struct Heir : Simple {}; using Hook = int (*)(int);\n"
      "struct Virtual { virtual int f() const; int n; };\n";
  return test::shadowProblem(classes + "int slow(" + type + " a) { return 0; }\nTAG int fast(" + type +
                             " a) { return 0; }");
}

TEST(PlainValues, NumbersAndWhatIsMadeOfThem) {
  for (const char* type : {"int", "double", "Simple", "Of", "std::vector<int>",
                           "std::vector<std::vector<int>>", "const char*", "Hook", "std::pair<int, double>"})
    EXPECT_EQ(byValue(type), "") << type;
}

TEST(PlainValues, NotWhatAFunctionOfTheProgramHasAPartIn) {
  for (const char* type : {"Nested", "Copies", "Counts", "Heir", "Virtual", "std::vector<Copies>",
                           "std::vector<Hook>", "std::function<int()>"})
    EXPECT_NE(byValue(type), "") << type;
}

}  // namespace
}  // namespace assay::scan
