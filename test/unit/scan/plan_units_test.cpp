// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/plan_units.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class Plan : public testing::Test {
 protected:
  void add(const std::string& name, const std::string& text = "") {
    files_.push_back(folder_.write(name, text).string());
  }
  void build(const std::string& name) {
    database_[path(name)].push_back({folder_.path().string(),
                                     path(name),
                                     {"c++", "-D" + std::string(name.substr(0, 1)), "-c", name},
                                     false});
  }
  [[nodiscard]] std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  [[nodiscard]] UnitPlanner planner() const {
    return UnitPlanner({folder_.path().string(), database_, files_, 1});
  }

  test::TemporaryFolder folder_;
  std::vector<std::string> files_;
  CompilationDatabase database_;
};

TEST_F(Plan, AUnitOfTheBuildHasItsOwnCommand) {
  add("a.cc");
  build("a.cc");
  const auto commands = planner().commandsFor(path("a.cc"), "");
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_FALSE(commands[0].guessed);
  EXPECT_THAT(commands[0].arguments, Contains("-Da"));
}

TEST_F(Plan, TheFirstOfSeveralCommandsIsTheUnitsOwn) {
  build("a.cc");
  database_[path("a.cc")].push_back({"/", path("a.cc"), {"c++", "-fPIC"}, false});
  const UnitPlanner plan = planner();
  ASSERT_EQ(plan.commandsOf(path("a.cc")).size(), 2U);
  EXPECT_THAT(plan.commandsOf(path("a.cc"))[1].arguments, Contains("-fPIC"));
  EXPECT_EQ(plan.builtAs(path("a.cc")), plan.commandsOf(path("a.cc")).data());
  EXPECT_THAT(plan.commandsOf(path("b.cc")), IsEmpty());
}

TEST_F(Plan, BesideUnitsOfCppCudaIsReadAsThatOfTheHost) {
  add("k.cu");
  build("host.cc");
  const auto commands = planner().commandsFor(path("k.cu"), "");
  ASSERT_EQ(commands.size(), 1U);
  EXPECT_THAT(commands[0].arguments,
              testing::AllOf(Contains("-Dh"), Contains("-xcuda"), Contains("--cuda-host-only")));
}

TEST_F(Plan, WhatTheBuildSaysOfCudaCounts) {
  add("k.cu");
  build("other.cu");
  EXPECT_THAT(planner().commandsFor(path("k.cu"), "")[0].arguments,
              testing::Not(Contains("--cuda-host-only")));
}

TEST_F(Plan, AFlagsFileComesBeforeASimilarUnit) {
  add("a/x.cc");
  build("a/x.cc");
  folder_.write("a/compile_flags.txt", "-DFLAGS\n");
  const auto commands = planner().commandsFor(path("a/sub/y.cc"), "");
  ASSERT_FALSE(commands.empty());
  EXPECT_THAT(commands[0].arguments, Contains("-DFLAGS"));
  EXPECT_TRUE(commands[0].guessed);
  EXPECT_EQ(commands[0].folder, path("a"));
}

TEST_F(Plan, OtherFilesBorrowTheCommandOfASimilarOne) {
  for (const char* name : {"a/x.cc", "b/y.cc", "b/old.c"}) {
    add(name);
    build(name);
  }
  const auto header = planner().commandsFor(path("b/new.h"), "");
  ASSERT_EQ(header.size(), 1U);
  EXPECT_TRUE(header[0].guessed);
  EXPECT_EQ(header[0].file, path("b/new.h"));
  EXPECT_THAT(header[0].arguments, Contains("-Db"));
  EXPECT_THAT(planner().commandsFor(path("b/x.hpp"), "")[0].arguments, Contains("-Da"))
      << "the same name counts more";
  EXPECT_THAT(planner().commandsFor(path("b/n.cc"), "")[0].arguments, Contains("b/y.cc"))
      << "C++ borrows from C++";
  EXPECT_THAT(planner().commandsFor(path("a/n.c"), "")[0].arguments, Contains("b/old.c"))
      << "C borrows from C";
}

TEST_F(Plan, WithoutADatabaseFlagsAreGuessedWithASecondStandard) {
  add("a.cc");
  const auto commands = planner().commandsFor(path("a.cc"), "");
  ASSERT_EQ(commands.size(), 2U);
  EXPECT_TRUE(commands[0].guessed);
  EXPECT_EQ(commands[0].arguments.at(1), "-std=gnu++23");
}

TEST_F(Plan, UnitsOfAHeaderAreThoseTheBuildKnowsTheNamesakeFirst) {
  add("h.h");
  add("a.cc", "#include \"h.h\"\n");
  add("h.cc", "#include \"h.h\"\n");
  add("unbuilt.cc", "#include \"h.h\"\n");
  EXPECT_THAT(planner().unitsOf(path("h.h")), ElementsAre(path("h.cc"), path("a.cc"), path("unbuilt.cc")));
  build("a.cc");
  build("h.cc");
  EXPECT_THAT(planner().unitsOf(path("h.h")), ElementsAre(path("h.cc"), path("a.cc")));
}

TEST_F(Plan, CoverTakesFewUnits) {
  add("1.h");
  add("2.h");
  add("3.h");
  add("lonely.h");
  add("a.cc", "#include \"1.h\"\n");
  add("b.cc", "#include \"1.h\"\n#include \"2.h\"\n");
  add("c.cc", "#include \"3.h\"\n");
  UnitPlanner all = planner();
  EXPECT_THAT(all.cover({path("1.h"), path("2.h"), path("3.h"), path("lonely.h")}, {}),
              ElementsAre(path("b.cc"), path("c.cc")));
  EXPECT_THAT(all.cover({path("1.h"), path("3.h")}, {path("a.cc")}), ElementsAre(path("c.cc")));
  EXPECT_THAT(all.cover({}, {}), IsEmpty());
  EXPECT_THAT(all.cover({path("lonely.h")}, {}), IsEmpty());
}

TEST(BorrowedCommand, AHeaderTakesTheLanguageOfTheUnit) {
  const CompileCommand c{"/", "/a.c", {"cc"}, false};
  EXPECT_THAT(borrowedCommand(c, "/x.h").arguments, ElementsAre("cc", "-xc-header"));
  EXPECT_THAT(borrowedCommand(c, "/x.c").arguments, ElementsAre("cc"));
}

}  // namespace
}  // namespace assay::scan
