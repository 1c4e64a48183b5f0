// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Verdicts as the rest of the room sees them: on units of code in memory.
#include <gmock/gmock.h>

#include "unity_code.h"

namespace assay::scan {
namespace {

using test::Unity;
using testing::IsEmpty;

constexpr const char* kText = "struct Text { unsigned long n; unsigned long size() const { return n; } };\n";

// A header that two files enter differently has no lines of its own; one that nothing is skipped in has none.
TEST(UnityVerdicts, WhatIsSkippedIsSaidOfFilesThatAreEnteredOnce) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"h.h\"\n#include \"list.h\"\nTAG int a() { return 1; }\n"},
                    {"b.cc", "#include \"h.h\"\n#include \"list.h\"\nTAG int b() { return 1; }\n"}},
       .others = {
           {"h.h",
            "#pragma once\n#include \"plain.h\"\n#ifdef NO\nint no;\n#elif 1\n#else\nint nor;\n#endif\n"},
           {"plain.h", "#pragma once\nint plain();\n"},
           {"list.h", "#ifdef NO\nint no;\n#endif\n"}}});
  unit.expectAllSure();
  ASSERT_NE(unit.of("a.cc").skipped, nullptr);
  EXPECT_EQ(unit.of("a.cc").skipped, unit.of("b.cc").skipped);
  const SkippedByFile& skipped = *unit.of("b.cc").skipped;
  const std::string root = std::string(test::kRoot) + "/";
  std::string lines;
  for (unsigned line = 1; line <= 8; ++line) lines += isSkipped(skipped.at(root + "h.h"), line) ? 's' : '-';
  EXPECT_EQ(lines.substr(3, 1) + lines.substr(6, 1), "ss") << lines;
  EXPECT_EQ(lines.substr(0, 3) + lines.substr(7), "----") << lines;
  EXPECT_THAT(skipped.at(root + "plain.h"), IsEmpty());
  EXPECT_FALSE(skipped.contains(root + "list.h")) << "entered more than once";
}

TEST(UnityVerdicts, AnIfndefOfANameThatNobodyDefinesIsNoGuard) {
  const Unity unit(
      {.sections = {{"a.cc", "#ifndef A\nTAG int f(int a) { return a; }\n#endif\n"},
                    {"b.cc", "namespace {\n#include \"a.cc\"\n}\nTAG int b() { return f(1); }\n"}}});
  unit.expectUnsure("a.cc", "entered more than once");
}

TEST(UnityVerdicts, AMacroBeforeASharedHeaderThatAsksForItMakesTheNextUnsure) {
  const std::string header =
      "#pragma once\n#ifdef WIDE\nusing Word = long;\n#else\nusing Word = int;\n#endif\n";
  const Unity unit({.sections = {{"a.cc", "#define WIDE\n#include \"h.h\"\nTAG Word a() { return 1; }\n"},
                                 {"b.cc", "#include \"h.h\"\nTAG Word b() { return 1; }\n"},
                                 {"c.cc", "TAG int c() { return 1; }\n"}},
                    .others = {{"h.h", header}}});
  unit.expectSure("a.cc");
  unit.expectUnsure("b.cc", "another state of a macro: WIDE");
  unit.expectSure("c.cc");
}

TEST(UnityVerdicts, ATypeOfAHeaderThatTheFileDoesNotIncludeIsNotItsOwn) {
  const Unity unit({.sections = {{"a.cc", "#include \"h.h\"\nTAG T a() { return {}; }\n"},
                                 {"b.cc", "TAG T b() { return {}; }\n"}},
                    .others = {{"h.h", "#pragma once\nstruct T {};\n"}}});
  unit.expectSure("a.cc");
  unit.expectUnsure("b.cc", "a declaration in a file that it does not include");
}

// Whatever file was read first.
TEST(UnityVerdicts, AHeaderThatAnotherOneIncludesKnowsTheClassesThatItIncludesItself) {
  const Unity unit({.sections = {{"outer.h",
                                  "#pragma once\n#include \"text.h\"\n#include \"inner.h\"\n"
                                  "TAG inline unsigned long outer(const Text& t) { return t.size(); }\n"},
                                 {"inner.h",
                                  "#pragma once\n#include \"text.h\"\n"
                                  "TAG inline unsigned long inner(const Text& t) { return t.size(); }\n"}},
                    .others = {{"text.h", std::string("#pragma once\n") + kText}}});
  unit.expectAllSure();
  EXPECT_FALSE(unit.of("inner.h").facts.at(0).functions.at(0).entry.inputs.empty());
}

TEST(UnityVerdicts, AHeaderThatIsReadBeforeAClassThatItKnowsAloneIsUnsure) {
  const std::string inner =
      "#pragma once\n#include \"round.h\"\nstruct Text;\nunsigned long count(const Text& text);\n"
      "TAG inline unsigned long inner(const Text& text) { return count(text); }\n";
  const std::string outer = "TAG inline unsigned long outer(const Text& t) { return t.size(); }\n";
  const Unity unit({.sections = {{"outer.h", "#pragma once\n#include \"round.h\"\n" + (kText + outer)},
                                 {"inner.h", inner}},
                    .others = {{"round.h", "#pragma once\n#include \"inner.h\"\n#include \"outer.h\"\n"}}});
  unit.expectSure("outer.h");
  unit.expectUnsure("inner.h", "a class that this order of includes defines later");
}

TEST(UnityVerdicts, AnErrorMakesOnlyThoseUnsureThatItTouches) {
  const Unity unit({.sections = {{"a.cc", "TAG int a() { return 1; }\n"},
                                 {"bad.cc", "#include \"bad.h\"\nTAG int b() { return 1; }\n"},
                                 {"c.cc", "TAG int c() { return 1; }\n"},
                                 {"worse.cc", "TAG int d() { return 1; }\nint x = nothing;\n"},
                                 {"e.cc", "TAG int e() { return 1; }\n"}},
                    .others = {{"bad.h", "#pragma once\nunknown u;\n"}}});
  unit.expectSure("a.cc");
  unit.expectUnsure("bad.cc", "an error in ");
  unit.expectSure("c.cc");
  unit.expectUnsure("worse.cc", "an error in ");
  unit.expectSure("e.cc");
}

// What follows an unclosed brace is inside of it.
TEST(UnityVerdicts, AFileThatDoesNotEndLeavesNoFileSureThatItSwallowed) {
  const Unity unit({.sections = {{"a.cc", "TAG int a() { return 1; }\n"},
                                 {"open.cc", "TAG int b() { return 1; }\nnamespace n {\n"},
                                 {"c.cc", "TAG int c() { return 1; }\n"}}});
  unit.expectSure("a.cc");
  EXPECT_FALSE(unit.of("open.cc").sure);
  EXPECT_FALSE(unit.of("c.cc").sure);
  EXPECT_EQ(unit.why("c.cc"), "the section did not end where it should");
}

TEST(UnityVerdicts, AFileThatIsNotThereIsUnsureAndTakesNobodyAlong) {
  const Unity unit({.sections = {{"a.cc", "#include \"gone.h\"\nTAG int a() { return 1; }\n"},
                                 {"b.cc", "TAG int b() { return 1; }\n"}}});
  unit.expectUnsure("a.cc", "an error in ");
  unit.expectSure("b.cc");
}

}  // namespace
}  // namespace assay::scan
