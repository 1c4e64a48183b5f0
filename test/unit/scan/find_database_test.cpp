// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/find_database.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

constexpr const char* kName = "compile_commands.json";

std::string found(const std::filesystem::path& root) {
  const auto database = findDatabase(root, std::nullopt);
  if (!database || !*database) return "";
  return (*database)->string();
}

TEST(FindDatabase, LooksInTheUsualPlacesInOrder) {
  const test::TemporaryFolder folder;
  const auto place = [&](const std::string& name) { return (folder.path() / name / kName).string(); };
  EXPECT_EQ(found(folder.path()), "");
  for (const std::string name : {"out/debug", "build/release", "cmake-build-debug", "build"}) {
    folder.write(name + "/" + kName, "[]");
    EXPECT_EQ(found(folder.path()), place(name)) << name;
  }
  folder.write(kName, "[]");
  EXPECT_EQ(found(folder.path()), (folder.path() / kName).string());
}

TEST(FindDatabase, LooksAboveTheRootInsideTheRepositoryOnly) {
  const test::TemporaryFolder folder;
  folder.write("build/compile_commands.json", "[]");
  folder.write("src/a.c", "");
  EXPECT_EQ(found(folder.path() / "src"), "");
  folder.write(".git/HEAD", "");
  EXPECT_EQ(found(folder.path() / "src"), (folder.path() / "build" / kName).string());
}

TEST(UpToRepository, EndsAtTheRepositoryOrDoesNotBegin) {
  const test::TemporaryFolder folder;
  folder.write("a/b/x", "");
  EXPECT_EQ(upToRepository(folder.path() / "a/b").size(), 1U);
  folder.write(".git/HEAD", "");
  EXPECT_EQ(upToRepository(folder.path() / "a/b"),
            (std::vector{folder.path() / "a/b", folder.path() / "a", folder.path()}));
}

TEST(FindDatabase, TakesTheGivenFolderOrFileAndNothingElse) {
  const test::TemporaryFolder folder;
  folder.write("build/compile_commands.json", "[]");
  folder.write("empty/x", "");
  EXPECT_EQ(**findDatabase(folder.path(), folder.path() / "build"), folder.path() / "build" / kName);
  EXPECT_EQ(**findDatabase(folder.path(), folder.path() / "build" / kName), folder.path() / "build" / kName);
  const auto none = findDatabase(folder.path(), folder.path() / "empty");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::Usage);
  EXPECT_NE(none.error().hint.find("CMAKE_EXPORT_COMPILE_COMMANDS"), std::string::npos);
}

}  // namespace
}  // namespace assay::scan
