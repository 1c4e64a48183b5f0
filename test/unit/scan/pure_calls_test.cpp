// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "shadow_code.h"

namespace assay::scan {
namespace {

using test::effectOf;
using testing::HasSubstr;

TEST(PureCalls, WhatTheLibraryIsKnownToDo) {
  EXPECT_EQ(effectOf("return static_cast<int>(sqrt(n));"), "");
  EXPECT_EQ(effectOf("std::vector<int> v; v.push_back(n); v[0] = 2; return static_cast<int>(v.size());"), "");
  EXPECT_EQ(effectOf("std::vector<int> v; return std::find(v.begin(), v.end(), n) != v.end();"), "");
}

TEST(PureCalls, WhatIsNotInTheTableIsRefused) {
  EXPECT_THAT(effectOf("return std::rand();"), HasSubstr("calls 'std::rand', of which it is not known"));
  EXPECT_THAT(effectOf("return puts(\"x\");"), HasSubstr("calls 'puts'"));
  EXPECT_NE(effectOf("return f();", "std::function<int()> f;"), "");
}

TEST(PureCalls, TheProgramsOwnClassesWorkUnseenInThere) {
  const std::string classes =
      "struct Plain { int n; }; struct Loud { int n; Loud(int); Loud(const Loud&); };\n";
  EXPECT_EQ(effectOf("std::vector<Plain> v; v.push_back({n}); return v[0].n;", classes), "");
  EXPECT_THAT(effectOf("const std::vector<Loud> v; return static_cast<int>(v.size());", classes),
              HasSubstr("is not"));
  EXPECT_THAT(effectOf("std::vector<Plain> v; std::sort(v.begin(), v.end()); return v[0].n;", classes),
              HasSubstr(""))
      << "pointers to them";
}

TEST(PureCalls, ASpecialisationOfTheProgramsIsTheProgram) {
  EXPECT_THAT(effectOf("return std::twice(n);", "namespace std { int twice(int); }"),
              HasSubstr("'twice', whose body does not stand in this file"));
}

}  // namespace
}  // namespace assay::scan
