// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/folder_listing.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

class FolderListingTest : public testing::Test {
 protected:
  FolderListing& read() {
    const int fd = ::open(folder_.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    EXPECT_EQ(listing_.read(fd), 0);
    ::close(fd);
    return listing_;
  }
  bool isBuildFolderWith(std::initializer_list<const char*> names) {
    const test::TemporaryFolder folder;
    for (const char* name : names) folder.write(name, "");
    const int fd = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    EXPECT_EQ(listing_.read(fd), 0);
    ::close(fd);
    return listing_.isBuildFolder();
  }

  test::TemporaryFolder folder_;
  FolderListing listing_;
};

TEST_F(FolderListingTest, ListsAllButHiddenNamesWithTheirTypes) {
  folder_.write("a.c", "");
  folder_.write("sub/b.c", "");
  folder_.write(".hidden/c.c", "");
  std::filesystem::create_symlink("a.c", folder_.path() / "link");
  std::vector<std::pair<std::string, FolderListing::Type>> entries;
  for (const FolderListing::Entry& entry : read().entries()) entries.emplace_back(entry.name, entry.type);
  EXPECT_THAT(entries, testing::UnorderedElementsAre(testing::Pair("a.c", FolderListing::Type::File),
                                                     testing::Pair("sub", FolderListing::Type::Folder),
                                                     testing::Pair("link", FolderListing::Type::Link)));
}

TEST_F(FolderListingTest, ManyNamesNeedSeveralReads) {
  for (int i = 0; i < 2000; ++i)
    folder_.write("a-rather-long-name-of-a-file-" + std::to_string(i) + ".c", "");
  EXPECT_EQ(read().entries().size(), 2000U);
  std::vector<std::string> names;
  for (const FolderListing::Entry& entry : listing_.entries()) names.emplace_back(entry.name);
  std::ranges::sort(names);
  EXPECT_EQ(std::ranges::unique(names).begin(), names.end());
}

TEST_F(FolderListingTest, KnowsFilesWithRulesAndForgetsThem) {
  for (const char* name : {".gitignore", ".ignore", ".gitattributes", ".git/HEAD"}) folder_.write(name, "");
  EXPECT_TRUE(read().ruleFiles().gitignore && listing_.ruleFiles().ignore &&
              listing_.ruleFiles().attributes && listing_.ruleFiles().repository);
  std::filesystem::remove_all(folder_.path() / ".git");
  EXPECT_FALSE(read().ruleFiles().repository);
}

TEST_F(FolderListingTest, KnowsBuildFolders) {
  EXPECT_TRUE(isBuildFolderWith({"CMakeCache.txt"}));
  EXPECT_TRUE(isBuildFolderWith({"meson-private/x"}));
  EXPECT_TRUE(isBuildFolderWith({".ninja_log"}));
  EXPECT_TRUE(isBuildFolderWith({".assay-mirror", "CMakeLists.txt"}));
  EXPECT_FALSE(isBuildFolderWith({"CMakeCache.txt", "CMakeLists.txt"}));
  EXPECT_FALSE(isBuildFolderWith({".ninja_log", "meson.build"}));
  EXPECT_FALSE(isBuildFolderWith({"CMakeLists.txt", "meson.build", "main.c"}));
}

TEST_F(FolderListingTest, SomethingElseThanAFolderIsAnError) {
  EXPECT_NE(listing_.read(-1), 0);
  EXPECT_TRUE(listing_.entries().empty());
}

}  // namespace
}  // namespace assay::scan
