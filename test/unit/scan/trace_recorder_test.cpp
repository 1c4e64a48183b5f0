// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The recorder as the rest of the room uses it: what it wrote down decides which files of a unit are sure.
#include <gmock/gmock.h>

#include "unity_code.h"

namespace assay::scan {
namespace {

using test::NamedText;
using test::Unity;

// h.h asks for M in some way; the first file defines M before it, the second does not.
std::string whyAfter(const std::string& question, const std::string& macro = "#define M 1\n") {
  const Unity unit({.sections = {{"a.cc", macro + "#include \"h.h\"\nTAG int a() { return 1; }\n"},
                                 {"b.cc", "#include \"h.h\"\nTAG int b() { return 1; }\n"}},
                    .others = {{"h.h", "#pragma once\n" + question}}});
  unit.expectSure("a.cc");
  EXPECT_FALSE(unit.of("b.cc").sure) << question;
  return unit.why("b.cc");
}

TEST(TraceRecorder, EveryWayToAskForAMacroIsNoted) {
  const std::string why = "another state of a macro: M";
  for (const char* question : {"#ifdef M\n#endif\n", "#ifndef M\n#endif\n", "#if defined(M)\n#endif\n",
                               "#if defined M\n#endif\n", "#if M\n#endif\n", "#if 0\n#elif M\n#endif\n",
                               "#if 0\n#elif defined(M)\n#endif\n", "#if 0 && defined(M)\n#endif\n",
                               "#if 1 || M\n#endif\n", "enum { V = M + 0 };\n", "#if X + \\\n M\n#endif\n"})
    EXPECT_EQ(whyAfter(question), why) << question;
}

TEST(TraceRecorder, NewerWaysToAskAreNotedToo) {
  for (const char* question : {"#if 0\n#elifdef M\n#endif\n", "#if 0\n#elifndef M\n#endif\n"}) {
    const Unity unit({.sections = {{"a.cc", "#define M\n#include \"h.h\"\nTAG int a() { return 1; }\n"},
                                   {"b.cc", "#include \"h.h\"\nTAG int b() { return 1; }\n"}},
                      .others = {{"h.h", std::string("#pragma once\n") + question}},
                      .flags = {"-std=c++23"}});
    EXPECT_EQ(unit.why("b.cc"), "another state of a macro: M") << question;
  }
}

TEST(TraceRecorder, WhatNobodyAskedForDoesNotMatter) {
  const Unity unit(
      {.sections = {{"a.cc", "#define M\n#include \"h.h\"\nTAG int a() { return 1; }\n"},
                    {"b.cc", "#include \"h.h\"\nTAG int b() { return 1; }\n"}},
       .others = {{"h.h", "#pragma once\n#if 0\n#ifdef M\n#endif\n#endif\n// M\nextern const char* m;\n"}}});
  unit.expectAllSure();
}

// Two headers without a guard and with one; both are entered by each file.
TEST(TraceRecorder, ATextThatIsIncludedManyTimesIsNoObstacle) {
  const std::string list = "ENTRY(one)\nENTRY(two)\n";
  const std::string text =
      "#define ENTRY(name) inline int name() { return 1; }\n#include \"list.def\"\n#undef ENTRY\nTAG int f() "
      "{ return one(); }\n";
  const Unity unit({.sections = {{"a.cc", text}, {"b.cc", text}}, .others = {{"list.def", list}}});
  unit.expectAllSure();
}

TEST(TraceRecorder, AHeaderMayBePartlyGuarded) {
  const std::string header = "extern int seen;\n#ifndef P_H\n#define P_H\nstruct P { int x; };\n#endif\n";
  const std::string text = "#include \"p.h\"\nTAG int f(P p) { return p.x; }\n";
  const Unity unit({.sections = {{"a.cc", text}, {"b.cc", text}}, .others = {{"p.h", header}}});
  unit.expectAllSure();
}

TEST(TraceRecorder, WhatOnlyThePlaceTellsIsPeculiar) {
  for (const char* text : {"enum { N = __COUNTER__ };\n", "enum { N = __INCLUDE_LEVEL__ };\n",
                           "extern const char* base;\ninline const char* b() { return __BASE_FILE__; }\n",
                           "#pragma push_macro(\"X\")\n", "#pragma pop_macro(\"X\")\n"}) {
    const Unity unit({.sections = {{"a.cc", std::string(text) + "TAG int a() { return 1; }\n"},
                                   {"b.cc", "TAG int b() { return 1; }\n"}}});
    unit.expectUnsure("a.cc", "what only the place in the unit tells");
    unit.expectSure("b.cc");
  }
}

TEST(TraceRecorder, FileAndLineAreTheSameAnywhere) {
  const Unity unit(
      {.sections = {{"a.cc", "TAG int a() { return __LINE__; }\n"},
                    {"b.cc", "inline const char* f = __FILE__;\nTAG int b() { return __LINE__; }\n"}}});
  unit.expectAllSure();
}

// first.h of a.cc defines M; b.cc, which does not include it, undefines M; c.cc includes first.h and uses M.
TEST(TraceRecorder, AMacroThatAStrangerTookAwayIsMissed) {
  const Unity unit(
      {.sections = {{"a.cc", "#include \"first.h\"\nTAG int a() { return M; }\n"},
                    {"b.cc", "#include \"thief.h\"\nTAG int b() { return 1; }\n"},
                    {"c.cc", "#include \"first.h\"\nint M();\nTAG int c() { return M(); }\n"}},
       .others = {{"first.h", "#pragma once\n#define M 1\n"}, {"thief.h", "#pragma once\n#undef M\n"}}});
  unit.expectSure("a.cc");
  unit.expectUnsure("c.cc", "a macro that another file undefines: M");
}

TEST(TraceRecorder, ForcedIncludesBelongToEveryFile) {
  const Unity unit(
      {.sections = {{"a.cc", "TAG Forced a() { return F; }\n"}, {"b.cc", "TAG Forced b() { return F; }\n"}},
       .others = {{"forced.h", "#pragma once\n#define F 1\nusing Forced = int;\n"}},
       .flags = {"-I", std::string(test::kRoot), "-include", "forced.h"}});
  unit.expectAllSure();
}

}  // namespace
}  // namespace assay::scan
