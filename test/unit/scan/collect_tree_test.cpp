// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/collect_tree.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "scan/assemble.h"
#include "scan/resource_folder.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class CollectTree : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) {
    folder_.write(name, text);
    names_.push_back(name);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] CompilationDatabase databaseOf(const std::vector<std::string>& units) const {
    CompilationDatabase database;
    for (const std::string& unit : units)
      database[path(unit)].push_back({folder_.path().string(), path(unit), {"c++", "-std=c++20"}, false});
    return database;
  }
  struct Tree {
    std::vector<model::AnnotatedFunction> functions;
    ParseStats stats;
    bool complete = true;
  };
  Tree collect(const CompilationDatabase& database = {}) {
    Diagnostics said;
    std::vector<WalkedFile> walked;
    for (const std::string& name : names_) walked.push_back({name, {}});
    sources_ = readSources({folder_.path(), walked, options_}, said).tagged;
    std::vector<std::string> files;
    for (const std::string& name : names_) files.push_back((folder_.path() / name).string());
    UnitPlanner planner({folder_.path().string(), database, files, 1});
    ResultCache cache({}, folder_.path().string());
    CollectedTree tree = collectTree({sources_, environment_, options_, cache}, planner, diagnostics_);
    const bool complete = tree.part.complete;
    std::vector<model::Fragment> parts = {std::move(tree.part)};
    return {assemble(std::move(parts), diagnostics_).functions, std::move(tree.stats), complete};
  }

  test::TemporaryFolder folder_;
  std::vector<std::string> names_;
  std::vector<TaggedSource> sources_;
  ScanOptions options_;
  ParseEnvironment environment_{folder_.path().string(), findResourceFolder("").value(), {}, {}};
  Diagnostics diagnostics_;
};

TEST_F(CollectTree, HeadersThatStandByThemselvesNeedNoUnit) {
  for (const char* name : {"a.h", "b.h", "c.h"})
    add(name,
        std::string("#pragma once\n// AI-generated: GPT-4\ninline int ") + name[0] + "() { return 1; }\n");
  add("all.cc", "#include \"a.h\"\n#include \"b.h\"\n#include \"c.h\"\n");
  const Tree tree = collect();
  EXPECT_THAT(tree.functions, SizeIs(3));
  EXPECT_EQ(tree.stats.targets, 3U);
  EXPECT_EQ(tree.stats.unityUnits, 1U);
  EXPECT_EQ(tree.stats.together, 3U);
  EXPECT_THAT(tree.stats.alone, IsEmpty());
}

// What is put off in the first round still comes, and the manifest is that of --exact.
TEST_F(CollectTree, UnitsThatClashAgainAndAgainAreNotForgotten) {
  std::vector<std::string> units;
  for (const std::string name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    add("clash" + name + ".h", "#pragma once\nstruct Clash { int " + name + "; };\n");
    add(name + ".cc", "#include \"clash" + name + ".h\"\n// AI-generated: GPT-4\nint " + name +
                          "() { return Clash()." + name + "; }\n");
    units.push_back(name + ".cc");
  }
  const Tree fast = collect(databaseOf(units));
  ASSERT_THAT(fast.functions, SizeIs(8));
  EXPECT_EQ(fast.stats.targets, 8U);
  EXPECT_GT(fast.stats.unityUnits, 2U) << "there was something to put off";
  options_.exact = true;
  const Tree exact = collect(databaseOf(units));
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_EQ(fast.functions[i].name, exact.functions[i].name);
    EXPECT_EQ(fast.functions[i].precision, model::Precision::Exact);
  }
}

TEST_F(CollectTree, AHeaderThatDoesNotStandByItselfIsSeenThroughAUnit) {
  add("h.h", "#pragma once\n// AI-generated: GPT-4\ninline Word f(Word x) { return x; }\n");
  add("a.cc", "using Word = long;\n#include \"h.h\"\n");
  const Tree tree = collect(databaseOf({"a.cc"}));
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].precision, model::Precision::Exact);
  EXPECT_EQ(tree.stats.targets, 2U);
  EXPECT_THAT(diagnostics_.all(), IsEmpty()) << "that the header alone does not compile is nobody's business";
}

TEST_F(CollectTree, AUnitThatDoesNotEnterTheHeaderAfterAllIsReplaced) {
  add("x/conf.h", "#pragma once\n// AI-generated: GPT-4\ninline Word f() { return 1; }\n");
  add("a.cc", "#if 0\n#include \"x/conf.h\"\n#endif\n");
  add("b.cc", "using Word = long;\n#include \"x/conf.h\"\n");
  const Tree tree = collect(databaseOf({"a.cc", "b.cc"}));
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].signature, "Word ()");
  EXPECT_EQ(tree.functions[0].precision, model::Precision::Exact);
  EXPECT_EQ(tree.stats.targets, 3U);
}

TEST_F(CollectTree, ATagBehindAMacroOfItsIncludersIsFoundThroughThem) {
  add("h.h", "#ifdef FROM_UNIT\n// AI-generated: GPT-4\ninline int f() { return 1; }\n#endif\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.cc", "#define FROM_UNIT\n#include \"h.h\"\n");
  for (const bool exact : {false, true}) {
    options_.exact = exact;
    const Tree tree = collect(databaseOf({"a.cc", "b.cc"}));
    ASSERT_THAT(tree.functions, SizeIs(1));
    EXPECT_EQ(tree.functions[0].state, model::State::Active);
    EXPECT_EQ(tree.functions[0].name, "f");
  }
}

TEST_F(CollectTree, WhatAFileTagReachesBehindMacrosOfIncludersIsFoundThroughThem) {
  add("impl.h",
      "/* AI-generated: GPT-4, scope: file */\n\n#ifdef ONE\nint one() { return 1; }\n#endif\n#ifdef TWO\n"
      "int two() { return 1; }\n#endif\n#ifdef THREE\nMAKE(three)\n#endif\n#ifdef FOUR\nint four() { return "
      "1; }\n#endif\n");
  add("config.h", "#pragma once\n#ifdef BIG\n#define TWO\n#endif\n");
  add("a.cc", "#define ONE\n#include \"impl.h\"\n");
  add("b.cc", "#include \"config.h\"\n#include \"impl.h\"\n");
  add("c.cc", "#include \"config.h\"\n#include \"impl.h\"\n");
  add("d.cc", "#define THREE\n#define MAKE(n) int n() { return 1; }\n#include \"impl.h\"\n");
  CompilationDatabase database = databaseOf({"a.cc", "b.cc", "c.cc", "d.cc"});
  database.at(path("c.cc")).front().arguments.emplace_back("-DBIG");
  for (const bool exact : {false, true}) {
    options_.exact = exact;
    const Tree tree = collect(database);
    std::map<std::string, model::State> states;
    for (const model::AnnotatedFunction& function : tree.functions) states[function.name] = function.state;
    const auto active = model::State::Active;
    EXPECT_THAT(states,
                ElementsAre(testing::Pair("four", model::State::Inactive), testing::Pair("one", active),
                            testing::Pair("three", active), testing::Pair("two", active)));
    EXPECT_THAT(diagnostics_.all(), IsEmpty());
  }
}

TEST_F(CollectTree, UnitsThatCannotShowMoreAreNotLookedAt) {
  add("impl.h",
      "// AI-generated: GPT-4, scope: file\n#pragma once\n#ifdef _WIN32\nint one() { return 1; }\n#endif\n");
  add("config.h", "#define OTHER\n");
  add("a.cc", "#include \"config.h\"\n#include \"impl.h\"\n");
  add("b.cc", "#include \"config.h\"\n#include \"impl.h\"\n");
  const Tree tree = collect(databaseOf({"a.cc", "b.cc"}));
  EXPECT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.stats.targets, 1U);
}

TEST_F(CollectTree, NoBranchIsInactiveThatAnotherLineOfFlagsCompiles) {
  const std::string yes = "// AI-generated: GPT-4\ninline int yes() { return 1; }\n";
  const std::string no = "// AI-generated: GPT-4\ninline int no() { return 1; }\n";
  add("h.h", "#include <cfg.h>\n#if CFG\n" + yes + "#else\n" + no + "#endif\n");
  add("one/cfg.h", "#define CFG 1\n");
  add("two/cfg.h", "#ifdef X\n#define CFG 1\n#endif\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.cc", "#include \"h.h\"\n");
  const std::string two = "-I" + path("two");
  for (const auto& other :
       {std::vector<std::string>{"-I" + path("one")}, {two, "-DX"}, {two, "-include", "one/cfg.h"}})
    for (const bool exact : {false, true}) {
      options_.exact = exact;
      CompilationDatabase database = databaseOf({"a.cc", "b.cc"});
      database.at(path("a.cc")).front().arguments.push_back(two);
      std::ranges::copy(other, std::back_inserter(database.at(path("b.cc")).front().arguments));
      const Tree tree = collect(database);
      ASSERT_THAT(tree.functions, SizeIs(2));
      for (const model::AnnotatedFunction& function : tree.functions)
        EXPECT_EQ(function.state, model::State::Active) << function.name << " with " << other.back();
    }
}

TEST_F(CollectTree, AUnitWithSeveralCommandsIsSeenUnderEach) {
  add("cfg.h", "#ifdef X\n#define CFG\n#endif\n");
  add("a.cc",
      "#include \"cfg.h\"\n#ifdef CFG\n// AI-generated: GPT-4\nint yes() { return 1; }\n#else\n// "
      "AI-generated: "
      "GPT-4\nint no() { return 1; }\n#endif\n");
  CompilationDatabase database = databaseOf({"a.cc"});
  database.at(path("a.cc")).push_back({folder_.path().string(), path("a.cc"), {"c++", "-DX"}, false});
  const Tree tree = collect(database);
  ASSERT_THAT(tree.functions, SizeIs(2));
  for (const model::AnnotatedFunction& function : tree.functions)
    EXPECT_EQ(function.state, model::State::Active) << function.name;
}

TEST_F(CollectTree, WhatIsParsedWithoutAFileOfItsFlagsIsInferred) {
  add("a.cc", "// AI-generated: GPT-4\nint f() { return 1; }\n");
  CompilationDatabase database = databaseOf({"a.cc"});
  database.at(path("a.cc"))
      .front()
      .arguments.insert(database.at(path("a.cc")).front().arguments.end(), {"-include", "gen/config.h"});
  for (const bool exact : {false, true}) {
    options_.exact = exact;
    diagnostics_ = {};
    const Tree tree = collect(database);
    ASSERT_THAT(tree.functions, SizeIs(1));
    EXPECT_EQ(tree.functions[0].precision, model::Precision::Inferred);
    ASSERT_THAT(diagnostics_.all(), SizeIs(1));
    EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-022");
  }
  folder_.write("gen/config.h", "");
  EXPECT_EQ(collect(database).functions[0].precision, model::Precision::Exact);
}

TEST_F(CollectTree, WhatIsForCAndWhatIsForCppAreBothActive) {
  add("h.h",
      "#ifdef __cplusplus\n// AI-generated: GPT-4\ninline int cpp() { return 1; }\n#else\n// AI-generated: "
      "GPT-4\nstatic int c(void) { return 1; }\n#endif\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.c", "#include \"h.h\"\n");
  CompilationDatabase database;
  for (int round = 0; round < 2; ++round) {
    const Tree tree = collect(database);
    ASSERT_THAT(tree.functions, SizeIs(2));
    for (const model::AnnotatedFunction& function : tree.functions)
      EXPECT_EQ(function.state, model::State::Active)
          << function.name << (round == 0 ? " without a build" : "");
    database[path("a.cc")] = {{folder_.path().string(), path("a.cc"), {"c++"}, false}};
    database[path("b.c")] = {{folder_.path().string(), path("b.c"), {"cc"}, false}};
  }
}

constexpr const char* kIncludedText =
    "/* AI-generated: GPT-4, scope: file */\n\n#ifdef IMPL\nstatic int PREFIX(scan)(Word x) {\n  return x > "
    "0;\n}\n"
    "#ifdef WITH_MORE\nstatic int PREFIX(more)(void) { return 1; }\n#endif\n#endif\n";

TEST_F(CollectTree, AUnitsFileThatOthersIncludeIsLookedAtAsAPartOfThem) {
  add("impl.c", kIncludedText);
  add("a.c",
      "typedef int Word;\n#define IMPL\n#define PREFIX(n) b_##n\n#include \"impl.c\"\n#undef PREFIX\n"
      "#define WITH_MORE\n#define PREFIX(n) a_##n\n#include \"impl.c\"\n");
  add("z.c", "typedef long Word;\n#define IMPL\n#define PREFIX(n) z_##n\n#include \"impl.c\"\n");
  CompilationDatabase database = databaseOf({"a.c", "z.c"});
  for (auto& [file, commands] : database) commands.front().arguments = {"cc"};
  for (const bool exact : {false, true}) {
    options_.exact = exact;
    const Tree tree = collect(database);
    ASSERT_THAT(tree.functions, SizeIs(2));
    EXPECT_EQ(tree.functions[0].name, "a_scan");
    EXPECT_THAT(tree.functions[0].also, ElementsAre("b_scan", "z_scan"));
    EXPECT_EQ(tree.functions[0].precision, model::Precision::Exact);
    EXPECT_EQ(tree.functions[1].name, "a_more");
    EXPECT_THAT(tree.functions[1].also, IsEmpty());
    EXPECT_THAT(diagnostics_.all(), IsEmpty());
  }
}

TEST_F(CollectTree, AUnitsFileWithACommandOfItsOwnShowsMoreThroughOthers) {
  add("a.c",
      "// AI-generated: GPT-4, scope: file\n\nint own(void) { return 1; }\n#ifdef INC\nint more(void) { "
      "return 1; }\n#endif\n");
  add("b.c", "#define INC\n#define own other\n#include \"a.c\"\n");
  CompilationDatabase database = databaseOf({"a.c", "b.c"});
  for (auto& [file, commands] : database) commands.front().arguments = {"cc"};
  const Tree tree = collect(database);
  ASSERT_THAT(tree.functions, SizeIs(2));
  EXPECT_EQ(tree.functions[1].name, "more");
  EXPECT_EQ(tree.functions[1].state, model::State::Active);
}

TEST_F(CollectTree, AHeaderThatNoUnitEntersIsInferred) {
  const std::string text =
      "// AI-generated: GPT-4, scope: file\n#pragma once\ninline int f() { return 1; }\n";
  for (const char* name : {"never.h", "asked.h", "sure.h"}) add(name, text);
  add("more.h", "#ifndef MORE\n#define MORE\n#include \"sure.h\"\n#endif\n");
  add("a.cc",
      "#ifdef NOBODY\n#include \"never.h\"\n#endif\n#ifndef NOBODY\n#include \"asked.h\"\n#endif\n#include "
      "\"more.h\"\n");
  for (const bool exact : {false, true}) {
    options_.exact = exact;
    const Tree tree = collect(databaseOf({"a.cc"}));
    ASSERT_THAT(tree.functions, SizeIs(3));
    for (const model::AnnotatedFunction& function : tree.functions)
      EXPECT_EQ(function.precision == model::Precision::Inferred, function.file == "never.h")
          << function.file;
  }
}

TEST_F(CollectTree, AHeaderIsLookedAtUnderEachConfigurationOfItsUnits) {
  add("h.h",
      "#pragma once\n#ifdef FAST\n// AI-generated: GPT-4\ninline int quick() { return 1; }\n#else\n"
      "// AI-generated: GPT-4\ninline int slow() { return 1; }\n#endif\n"
      "// AI-generated: GPT-4\ninline int both() { return 1; }\n");
  add("a.cc", "#include \"h.h\"\n");
  add("b.cc", "#include \"h.h\"\n");
  CompilationDatabase database = databaseOf({"a.cc", "b.cc"});
  database.at(path("b.cc")).front().arguments.emplace_back("-DFAST");
  const Tree tree = collect(database);
  ASSERT_THAT(tree.functions, SizeIs(3));
  for (const model::AnnotatedFunction& function : tree.functions)
    EXPECT_EQ(function.state, model::State::Active);
  EXPECT_EQ(tree.functions[0].name, "quick");
  EXPECT_THAT(tree.functions[0].configurations, ElementsAre("-DFAST"));
  EXPECT_EQ(tree.functions[1].name, "slow");
  EXPECT_THAT(tree.functions[1].configurations, ElementsAre("without -DFAST"));
  EXPECT_THAT(tree.functions[2].configurations, IsEmpty());
}

TEST_F(CollectTree, AUnitThatIsBuiltTwiceIsLookedAtTwiceWhenItHasBranches) {
  add("a.cc", "// AI-generated: GPT-4\nint f() { return 1; }\n");
  add("b.cc", "#ifdef FAST\n// AI-generated: GPT-4\nint g() { return 1; }\n#endif\n");
  CompilationDatabase database = databaseOf({"a.cc", "b.cc"});
  for (const char* name : {"a.cc", "b.cc"}) {
    database.at(path(name)).push_back(database.at(path(name)).front());
    database.at(path(name)).back().arguments.emplace_back("-DFAST");
  }
  const Tree tree = collect(database);
  EXPECT_EQ(tree.stats.targets, 3U);
  ASSERT_THAT(tree.functions, SizeIs(2));
  EXPECT_THAT(tree.functions[0].configurations, IsEmpty());
  EXPECT_THAT(tree.functions[1].configurations, ElementsAre("-DFAST"));
}

TEST_F(CollectTree, ADefinitionIsFoundInAUnitThatHasNoTag) {
  add("h.h", "#pragma once\nstruct S {\n  // AI-generated: GPT-4\n  int f();\n};\n");
  add("uses.cc", "#include \"h.h\"\nint u(S s) { return s.f(); }\n");
  add("defines.cc", "#include \"h.h\"\nint S::f() {\n  return 1;\n}\n");
  const Tree tree = collect(databaseOf({"uses.cc", "defines.cc"}));
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].file, "defines.cc");
  EXPECT_EQ(tree.functions[0].tagFile, "h.h");
  EXPECT_EQ(tree.stats.targets, 2U) << "the header, and the unit whose tokens show a definition";
}

TEST_F(CollectTree, AHeaderThatNobodyEntersIsParsedAlone) {
  add("conf.h", "#pragma once\n// AI-generated: GPT-4\ninline int f() { return 1; }\n");
  add("a.cc", "#if 0\n#include \"conf.h\"\n#endif\n");
  const Tree tree = collect();
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].name, "f");
  EXPECT_TRUE(tree.complete);
}

TEST_F(CollectTree, AUnitThatClangCannotEvenStartIsReadOffItsTokens) {
  add("a.cc", "// AI-generated: GPT-4\nint f() { return 1; }\n");
  const std::string file = (folder_.path() / "a.cc").string();
  const CompileCommand command{folder_.path().string(), file, {"c++", "--target=no-such-machine"}, false};
  const Tree tree = collect({{file, std::vector{command}}});
  ASSERT_THAT(tree.functions, SizeIs(1));
  EXPECT_EQ(tree.functions[0].name, "f");
  EXPECT_EQ(tree.functions[0].state, model::State::Uncompiled);
  EXPECT_EQ(tree.functions[0].precision, model::Precision::Lexical);
  EXPECT_FALSE(tree.complete);
  EXPECT_EQ(diagnostics_.all().at(0).id, "assay-scan-006");
}

}  // namespace
}  // namespace assay::scan
