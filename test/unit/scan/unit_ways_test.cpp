// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/unit_ways.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "scan/noticed_flags.h"
#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class Ways : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text) {
    files_.push_back(folder_.write(name, text).string());
  }
  void build(const std::string& name, std::vector<std::string> flags = {}) {
    CompileCommand command{folder_.path().string(), path(name), {"cc"}, false};
    command.arguments.insert(command.arguments.end(), flags.begin(), flags.end());
    database_[path(name)].push_back(command);
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] std::string textOf(const std::string& name) const {
    const auto text = readFile(path(name));
    return text ? *text : std::string();
  }
  // As "unit" for a unit's first command, "unit#1" for its second.
  static std::vector<std::string> namesOf(const std::vector<UnitWay>& ways) {
    std::vector<std::string> names;
    for (const UnitWay& way : ways)
      names.push_back(std::filesystem::path(way.unit).filename().string() +
                      (way.command > 0 ? "#" + std::to_string(way.command) : ""));
    return names;
  }
  std::vector<std::string> show(const std::string& file, std::size_t most = 9) {
    UnitPlanner planner({folder_.path().string(), database_, files_, 1});
    return namesOf(UnitWays(planner, 1).thatMayShow(path(file), textOf(file), most));
  }
  std::vector<std::string> differ(const std::string& file, std::size_t most = 9) {
    UnitPlanner planner({folder_.path().string(), database_, files_, 1});
    const std::set<std::uint64_t> known = {noticedKeyOf(planner.configurationsOf(path(file), {}, 1)[0][0])};
    return namesOf(UnitWays(planner, 1).underOtherFlags(path(file), known, most));
  }
  std::vector<std::string> rename(const std::string& file, std::size_t most = 9) {
    UnitPlanner planner({folder_.path().string(), database_, files_, 1});
    return namesOf(UnitWays(planner, 1).thatMayRename(path(file), textOf(file), most));
  }

  test::TemporaryFolder folder_;
  std::vector<std::string> files_;
  CompilationDatabase database_;
};

TEST_F(Ways, AreThoseByAFileThatTouchesANameThatIsAskedFor) {
  add("h.h", "#ifdef INC\nint f();\n#endif\nint USED;\n");
  add("sets.h", "#define INC\n");
  add("a.cc", "#define INC\n#include \"h.h\"\n");
  add("b.cc", "#define USED x\n#include \"h.h\"\n");
  add("c.cc", "#include \"sets.h\"\n#include \"h.h\"\n");
  add("d.cc", "#undef INC\n#include \"h.h\"\n");
  add("stranger.cc", "#define INC\n");
  EXPECT_THAT(show("h.h"), ElementsAre("a.cc", "c.cc", "d.cc"));
  EXPECT_THAT(show("h.h", 2), ElementsAre("a.cc", "c.cc"));
}

TEST_F(Ways, OfThoseByTheSameDefinitionsOneIsEnough) {
  add("h.h", "#ifdef INC\nint f();\n#endif\n");
  add("config.h", "#ifdef FAST\n#define INC\n#endif\n");
  for (const char* name : {"a.cc", "b.cc", "c.cc"}) {
    add(name, "#include \"config.h\"\n#include \"h.h\"\n");
    build(name, name[0] == 'c' ? std::vector<std::string>{"-DFAST"} : std::vector<std::string>());
  }
  EXPECT_THAT(show("h.h"), ElementsAre("a.cc", "c.cc"));
}

TEST_F(Ways, EachCommandOfAUnitIsOne) {
  add("part.c", "#ifdef FAST\nint f(void);\n#endif\n");
  add("a.c", "#include \"part.c\"\n");
  build("a.c");
  build("a.c", {"-DFAST"});
  build("a.c", {"-DNOT_ASKED_FOR"});
  EXPECT_THAT(show("part.c"), ElementsAre("a.c#1"));
}

TEST_F(Ways, WhatTheFileItselfBringsIsNoDifference) {
  add("own.h", "#define INC\n");
  add("h.h", "#ifndef H\n#define H\n#include \"own.h\"\n#ifdef INC\nint f();\n#endif\n#endif\n");
  add("a.cc", "#include \"h.h\"\n");
  EXPECT_THAT(show("h.h"), IsEmpty());
}

TEST_F(Ways, AnIncludeUnderAConditionIsNotSure) {
  add("sure.h", "");
  add("maybe.h", "");
  add("x/twice.h", "");
  add("y/twice.h", "");
  add("through.h",
      "#ifndef T\n#define T\n#include \"sure.h\"\n#include <twice.h>\n#endif\n#include \"through.h\"\n");
  add("a.cc", "#if 1\n#include \"maybe.h\"\n#endif\n#include \"through.h\"\n");
  build("a.cc");
  UnitPlanner planner({folder_.path().string(), database_, files_, 1});
  UnitWays ways(planner, 1);
  EXPECT_TRUE(ways.isSurelyIncluded(path("sure.h")));
  EXPECT_TRUE(ways.isSurelyIncluded(path("through.h")));
  EXPECT_FALSE(ways.isSurelyIncluded(path("maybe.h")));
  EXPECT_FALSE(ways.isSurelyIncluded(path("x/twice.h"))) << "it may be the other";
}

TEST_F(Ways, ToOtherNamesLeadDefinitionsBesideTheInclude) {
  add("v.inc", "int NAME(T x) { return x; }\n");
  add("t.h", "#define T int\n");
  add("a.cc", "#define NAME a\n#include \"v.inc\"\n");
  add("b.cc", "#define NAME b\n#include \"v.inc\"\n");
  add("c.cc", "#include \"t.h\"\n#include \"v.inc\"\n");
  EXPECT_THAT(rename("v.inc"), ElementsAre("a.cc", "b.cc"));
  EXPECT_THAT(rename("v.inc", 1), ElementsAre("a.cc"));
}

TEST_F(Ways, UnderOtherFlagsOfEachLineOfThemThereIsOne) {
  add("h.h", "");
  for (const char* name : {"a.cc", "b.cc", "c.cc", "d.cc", "e.c"}) add(name, "#include \"h.h\"\n");
  build("a.cc", {"-O2", "-o", "a.o"});
  build("b.cc", {"-Wall", "-O2", "-g"});
  build("c.cc", {"-O2", "-Iother"});
  build("c.cc", {"-O2", "-fopenmp"});
  build("d.cc", {"-O2", "-Iother"});
  build("e.c", {"-O2"});
  EXPECT_THAT(differ("h.h"), ElementsAre("c.cc", "e.c", "c.cc#1"));
  EXPECT_THAT(differ("c.cc"), ElementsAre("c.cc#1"));
  EXPECT_THAT(differ("a.cc"), IsEmpty());
}

TEST_F(Ways, UnderOtherFlagsThoseWithMostNewsAreFirst) {
  add("h.h", "");
  for (const char* name : {"a.cc", "b.cc", "c.cc"}) add(name, "#include \"h.h\"\n");
  build("a.cc");
  build("b.cc", {"-DB"});
  build("b.cc", {"-DB", "-DC"});
  build("c.cc", {"-DB", "-DD", "-DE", "-DF"});
  EXPECT_THAT(differ("h.h"), ElementsAre("b.cc", "c.cc", "b.cc#1"));
  EXPECT_THAT(differ("h.h", 2), ElementsAre("b.cc", "c.cc"));
}

TEST_F(Ways, WithoutABuildTheLanguageIsAllThatDiffers) {
  add("h.h", "");
  for (const char* name : {"a.cc", "b.cc", "c.c"}) add(name, "#include \"h.h\"\n");
  EXPECT_THAT(differ("h.h"), ElementsAre("c.c"));
}

TEST_F(Ways, AreParsedAsTheBuildDoesOrAsItWouldBeGuessed) {
  add("a.c", "");
  build("a.c", {"-DONE"});
  build("a.c", {"-DTWO"});
  UnitPlanner planner({folder_.path().string(), database_, files_, 1});
  UnitWays ways(planner, 1);
  ASSERT_THAT(ways.commandsOf({path("a.c"), 1}), SizeIs(1));
  EXPECT_THAT(ways.commandsOf({path("a.c"), 1}).front().arguments, ElementsAre("cc", "-DTWO"));
  UnitPlanner without({folder_.path().string(), {}, files_, 1});
  EXPECT_FALSE(UnitWays(without, 1).commandsOf({path("a.c"), 0}).empty());
}

}  // namespace
}  // namespace assay::scan
