// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/open_build.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

class OpenBuild : public testing::Test {
 protected:
  Expected<Build> open() { return openBuild(options_, diagnostics_); }

  test::TemporaryFolder folder_;
  ParseOptions options_{folder_.path(), {}, {}, {}};
  Diagnostics diagnostics_;
};

TEST_F(OpenBuild, ARootThatIsNoFolderIsWrongUsage) {
  options_.root = folder_.write("a.c", "");
  EXPECT_EQ(open().error().code, ErrorCode::Usage);
  options_.root = "/nowhere/at/all";
  EXPECT_EQ(open().error().code, ErrorCode::Usage);
}

TEST_F(OpenBuild, NoDatabaseIsFine) {
  const auto build = open();
  ASSERT_TRUE(build);
  EXPECT_TRUE(build->database.empty());
  EXPECT_TRUE(build->databasePath.empty());
}

TEST_F(OpenBuild, ABrokenDatabaseIsAWarningWhenFoundAndAnErrorWhenGiven) {
  folder_.write("build/compile_commands.json", "{oops");
  const auto found = open();
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->databasePath.empty());
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-010");
  options_.buildFolder = folder_.path() / "build";
  EXPECT_EQ(open().error().code, ErrorCode::Input);
}

TEST_F(OpenBuild, ThePlannerListsTheTreeWhenNoFilesAreGiven) {
  folder_.write("a.h", "");
  folder_.write("a.cc", "#include \"a.h\"\n");
  Build build = open().value();
  UnitPlanner planner = plannerOf({build.root.string(), std::move(build.database), {}}, 1);
  EXPECT_THAT(planner.unitsOf((folder_.path() / "a.h").string()),
              testing::ElementsAre((folder_.path() / "a.cc").string()));
}

TEST_F(OpenBuild, TheEnvironmentHasTheBuiltinHeaders) {
  options_.extraArguments = {"-DX"};
  const auto environment = environmentOf(open().value(), options_, {});
  ASSERT_TRUE(environment);
  EXPECT_FALSE(environment->resourceFolder.empty());
  EXPECT_THAT(environment->extraArguments, testing::ElementsAre("-DX"));
  options_.resourceFolder = "/nowhere";
  EXPECT_FALSE(environmentOf(open().value(), options_, {}));
}

}  // namespace
}  // namespace assay::scan
