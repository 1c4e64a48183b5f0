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
  EXPECT_THAT(effectOf("remove(\"/tmp/x\"); return n;"), HasSubstr("calls 'remove'"));
  EXPECT_THAT(effectOf("return web::find(n);"), HasSubstr("calls 'web::find'"))
      << "any name in any system header";
}

TEST(PureCalls, TheProgramsOwnClassesWorkUnseenInThere) {
  const std::string classes =
      "struct Plain { int n; }; struct Loud { int n; Loud(int); Loud(const Loud&); };\n";
  for (const char* body :
       {"std::vector<Plain> v; v.push_back({n}); return v[0].n;",
        "const std::vector<Loud> v; return static_cast<int>(v.size());",
        "std::vector<Plain> v; std::sort(v.begin(), v.end()); return v[0].n;",
        "std::vector<int> v; return *std::find_if(v.begin(), v.end(), [](int& x) { return x = 0; });"})
    EXPECT_NE(effectOf(body, classes), "") << body;
}

TEST(PureCalls, NothingIsCalledThatTheLibraryIsHanded) {
  const std::string hooks = "int count; auto lambda = [](int x) { ++count; return x; }; int (*hook)(int);\n";
  for (const char* callee : {"hook", "lambda", "+[](int x) { return x; }"})
    EXPECT_NE(effectOf("std::vector<int> v; std::transform(v.begin(), v.end(), v.begin(), " +
                           std::string(callee) + "); return v[0];",
                       hooks),
              "")
        << callee;
}

TEST(PureCalls, ASpecialisationOfTheProgramsIsTheProgram) {
  EXPECT_THAT(effectOf("return std::twice(n);", "namespace std { int twice(int); }"),
              HasSubstr("'twice', whose body does not stand in this file"));
}

}  // namespace
}  // namespace assay::scan
