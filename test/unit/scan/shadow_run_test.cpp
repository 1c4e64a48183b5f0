// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>

#include "shadow_code.h"
#include "unity_code.h"

namespace assay::scan {
namespace {

using test::shadowIn;
using test::shadowProblem;
using testing::HasSubstr;

TEST(ShadowRun, WhatIsNeededToInsertOne) {
  const model::Replacement found =
      shadowIn("int slow(const int& a) { return a; }\nTAG int fast(const int& a) { return a; }");
  EXPECT_EQ(found.shadowProblem, "");
  EXPECT_EQ(found.shadow, model::kShown);
  EXPECT_EQ(found.self, "fast");
  EXPECT_EQ(found.compare, "");
  const model::Replacement stated =
      shadowIn("int slow(int a);\nTAG int fast(int a) { return a; }", ", side-effects: none");
  EXPECT_EQ(stated.shadowProblem, "");
  EXPECT_EQ(stated.shadow, model::kStated);
}

TEST(ShadowRun, NothingIsSaidWhereNobodyAsks) {
  const auto scanned =
      test::scanCode("int slow();\n// AI-generated: x, replaces: slow\nint fast() { return 0; }");
  EXPECT_EQ(scanned.function("fast")->entry.replaces.size(), 1u);
  EXPECT_EQ(scanned.function("fast")->entry.replaces.front().shadow, "");
}

TEST(ShadowRun, AVirtualFunctionCallsItselfByItsClass) {
  const std::string code =
      "struct S { int slow() const { return 0; }\nTAG virtual int fast() const { return 0; }\n};";
  EXPECT_EQ(shadowIn(code, "", "S::fast").self, "S::fast");
}

TEST(ShadowRun, ParametersAreCopiedOrConst) {
  const auto with = [](const std::string& parameters, const std::string& keys = "") {
    return shadowProblem(
        "struct Only { Only(Only&&); }; struct Deleted { Deleted(const Deleted&) = delete; };\n"
        "int slow(" +
            parameters + ") { return 0; }\nTAG int fast(" + parameters + ") { return 0; }",
        keys);
  };
  EXPECT_EQ(with("int a, const char* b, const int& c"), "");
  EXPECT_THAT(with("int& a"), HasSubstr("'a' can be written to: it is no reference to const"));
  EXPECT_THAT(with("int* a"), HasSubstr("it is no pointer to const"));
  EXPECT_EQ(with("int* a, int& b", ", side-effects: none"), "");
  EXPECT_THAT(with("int&& a", ", side-effects: none"), HasSubstr("is an rvalue reference"));
  EXPECT_THAT(with("Only a", ", side-effects: none"), HasSubstr("cannot be copied"));
  EXPECT_THAT(with("Deleted a", ", side-effects: none"), HasSubstr("cannot be copied"));
}

TEST(ShadowRun, ResultsAreCompared) {
  const auto with = [](const std::string& type, const std::string& keys = "") {
    return shadowProblem(
        "struct Plain { int n; }; struct Equal { int n; bool operator==(const Equal&) const; };\n"
        "struct Free { int n; }; bool operator==(const Free&, const Free&);\n"
        "struct Friend { int n; friend bool operator==(const Friend& a, const Friend& b) { return a.n == "
        "b.n; } };\n"
        "bool same(const Plain& a, const Plain& b) { return a.n == b.n; } bool other(int, int); int none;\n"
        "int count; bool loud(const Plain& a, const Plain& b) { return ++count; }\n" +
            type + " slow(int) { return {}; }\nTAG " + type + " fast(int) { return {}; }",
        keys);
  };
  const auto named = [&](const std::string& type, const std::string& keys = "") {
    return shadowProblem(
        "struct Plain { int n; }; struct Equal { int n; bool operator==(const Equal& o) const { return n == "
        "o.n; } };\n"
        "struct Free { int n; }; bool operator==(const Free& a, const Free& b) { return a.n == b.n; }\n"
        "struct Elsewhere { int n; bool operator==(const Elsewhere&) const; };\n"
        "struct Made { int n; bool operator==(const Made&) const = default; };\n"
        "int heard; struct Loud { int n; bool operator==(const Loud&) const { return ++heard; } };\n"
        "bool same(int, int) { return ++heard; }\n"
        "struct Friend { int n; friend bool operator==(const Friend& a, const Friend& b) { return a.n == "
        "b.n; } };\n"
        "bool same(const Plain& a, const Plain& b) { return a.n == b.n; } bool other(int, int); int none;\n"
        "int count; bool loud(const Plain& a, const Plain& b) { return ++count; }\n" +
            type + " slow(int n) { return {}; }\nTAG " + type + " fast(int n) { return {}; }",
        keys);
  };
  EXPECT_THAT(with("int"), HasSubstr("no name"));
  for (const char* type : {"int", "double", "const char*", "Equal", "Free", "Friend", "Made"})
    EXPECT_EQ(named(type), "") << type;
  EXPECT_EQ(named("std::vector<int>"), "");
  EXPECT_THAT(named("Elsewhere"), HasSubstr("not shown what operator== of 'Elsewhere' does"));
  EXPECT_EQ(named("Elsewhere", ", side-effects: none"), "");
  EXPECT_THAT(named("Loud"), HasSubstr("writes to 'heard'"));
  EXPECT_THAT(named("double", ", compare: same"), HasSubstr("writes to 'heard'"))
      << "the compiler takes that one";
  EXPECT_THAT(named("Plain"), HasSubstr("'Plain' has no operator==; name a function"));
  EXPECT_EQ(named("Plain", ", compare: same"), "");
  EXPECT_THAT(named("Plain", ", compare: other"), HasSubstr("it is no function that takes two results"));
  EXPECT_THAT(named("Plain", ", compare: none"), HasSubstr("it is no function that takes two results"));
  EXPECT_THAT(named("Plain", ", compare: missing"), HasSubstr("nothing of this name"));
  EXPECT_THAT(named("Plain", ", compare: n"), HasSubstr("a parameter has this name"));
  EXPECT_THAT(named("Plain", ", compare: same(a)"), HasSubstr("it is no name of a function"));
  EXPECT_THAT(named("Plain", ", compare: loud"), HasSubstr("'loud' writes to 'count'"));
  EXPECT_EQ(named("Plain", ", compare: loud, side-effects: none"), "");
}

TEST(ShadowRun, WhatElseIsRefused) {
  EXPECT_THAT(shadowProblem("void slow(int n) {}\nTAG void fast(int n) {}"), HasSubstr("returns nothing"));
  EXPECT_THAT(
      shadowProblem("struct S { int slow() { return 0; }\nTAG int fast() { return 0; }\n};", "", "S::fast"),
      HasSubstr("that is not const"));
  EXPECT_THAT(shadowProblem("int slow(int n);\nTAG int fast(int n) { return n; }"),
              HasSubstr("'slow' does: its body"));
  EXPECT_THAT(shadowProblem("int slow(int fast) { return 0; }\nTAG int fast(int fast) { return 0; }"),
              HasSubstr("a parameter has its name"));
}

// Lookup has forgotten there what stands in the files before the last one.
TEST(ShadowRun, InASharedUnitItIsTheSame) {
  const std::string tag = "// AI-generated: x, replaces: slow, experiment: shadow\n";
  const test::Unity unit({.sections = {{"a.cc",
                                        "struct A { int n; }; bool operator==(const A&, const A&);\n"
                                        "static A slow(int n) { return {n}; }\n" +
                                            tag + "A fast(int n) { return slow(n); }\n"},
                                       {"b.cc", "TAG int other() { return 0; }\n"}}});
  unit.expectAllSure();
}

}  // namespace
}  // namespace assay::scan
