// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/build_advice.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

TEST(BuildAdvice, NamesTheCommandOfTheBuildSystem) {
  const auto command = [](const std::string& mark) {
    const test::TemporaryFolder folder;
    folder.write(mark, "");
    const BuildAdvice advice = adviceFor(folder.path());
    EXPECT_EQ(advice.folder, folder.path());
    return advice.command + "|" + advice.buildFolder;
  };
  EXPECT_EQ(command("CMakeLists.txt"), "cmake -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON|build");
  EXPECT_EQ(command("meson.build"), "meson setup build|build");
  EXPECT_EQ(command("Makefile"), "bear -- make|");
  EXPECT_EQ(command("configure"), "./configure && bear -- make|");
  EXPECT_EQ(command("MODULE.bazel"), "bazel run @hedron_compile_commands//:refresh_all|");
  EXPECT_EQ(command("app.vcxproj"), "|");
  EXPECT_EQ(command("app.pro"), "qmake && bear -- make|");
  EXPECT_EQ(command("README"), "|");
}

TEST(BuildAdvice, SaysSoWhereNoCommandCanBeNamed) {
  const test::TemporaryFolder folder;
  EXPECT_NE(adviceFor(folder.path()).remark.find("no build file"), std::string::npos);
  folder.write("app.vcxproj", "");
  EXPECT_NE(adviceFor(folder.path()).remark.find("Visual Studio"), std::string::npos);
}

TEST(BuildAdvice, LooksAboveInsideTheRepositoryAndPrefersTheRoots) {
  const test::TemporaryFolder folder;
  folder.write("CMakeLists.txt", "");
  folder.write("src/a.cc", "");
  EXPECT_EQ(adviceFor(folder.path() / "src").command, "") << "no repository: nothing above is looked at";
  folder.write(".git/HEAD", "");
  EXPECT_EQ(adviceFor(folder.path() / "src").folder, folder.path());
  EXPECT_EQ(adviceFor(folder.path() / "src").root, folder.path() / "src");
  folder.write("src/meson.build", "");
  EXPECT_EQ(adviceFor(folder.path() / "src").command, "meson setup build");
}

}  // namespace
}  // namespace assay::scan
