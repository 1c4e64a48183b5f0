// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/tree_walk.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
namespace fs = std::filesystem;

class TreeWalk : public testing::Test {
 protected:
  std::vector<std::string> walk(std::vector<fs::path> paths = {}, std::vector<std::string> exclude = {}) {
    tree_ = walkTree({folder_.path(), std::move(paths), std::move(exclude), skip_}, diagnostics_);
    std::vector<std::string> names;
    for (const WalkedFile& file : tree_.files) names.push_back(file.path);
    return names;
  }
  void touch(std::string_view name) { folder_.write(name, "int x;\n"); }

  test::TemporaryFolder folder_;
  SkipRules skip_;
  WalkedTree tree_;
  Diagnostics diagnostics_;
};

TEST_F(TreeWalk, ListsCAndCppFilesSorted) {
  for (const char* name : {"z.cc", "a/b.h", "a.c", "a/readme.md", "Makefile", "with space 'x'.cpp"})
    touch(name);
  EXPECT_THAT(walk(), ElementsAre("a.c", "a/b.h", "with space 'x'.cpp", "z.cc"));
  EXPECT_THAT(diagnostics_.all(), IsEmpty());
}

TEST_F(TreeWalk, AnEmptyTreeIsComplete) {
  EXPECT_THAT(walk(), IsEmpty());
  EXPECT_TRUE(tree_.complete);
}

TEST_F(TreeWalk, LeavesOutHiddenAndBuildFolders) {
  for (const char* name :
       {"a.c", ".git/x.c", ".hidden.c", "build/CMakeCache.txt", "build/x.c", "node_modules/x.c",
        "meson/meson-private/x.c", "meson/y.c", "insource/CMakeCache.txt", "insource/CMakeLists.txt",
        "insource/kept.c", "insource/CMakeFiles/id.c"})
    touch(name);
  EXPECT_THAT(walk(), ElementsAre("a.c", "insource/kept.c"));
}

TEST_F(TreeWalk, LeavesOutGuardedCopiesUnlessTheyAreWhatIsScanned) {
  for (const char* name : {"a.c", "guarded/.assay-mirror", "guarded/a.c"}) touch(name);
  EXPECT_THAT(walk(), ElementsAre("a.c"));
  EXPECT_THAT(walk({"guarded"}), ElementsAre("guarded/a.c"));
}

TEST_F(TreeWalk, HonoursIgnoreFilesOfEveryFolder) {
  folder_.write(".gitignore", "gen/\n*.pb.cc\n");
  folder_.write("a/.ignore", "/x.c\n!y.pb.cc\n");
  for (const char* name : {"gen/g.c", "a/x.c", "a/b/x.c", "a/y.pb.cc", "a/z.pb.cc", "k.c"}) touch(name);
  EXPECT_THAT(walk(), ElementsAre("a/b/x.c", "a/y.pb.cc", "k.c"));
  EXPECT_THAT(walk({"a/b"}), ElementsAre("a/b/x.c")) << "ignore files above a given folder hold inside it";
}

TEST_F(TreeWalk, ExcludeWinsOverIgnoreFiles) {
  folder_.write(".gitignore", "!third_party/\n");
  for (const char* name : {"third_party/a.c", "src/a_test.cc", "src/a.cc"}) touch(name);
  EXPECT_THAT(walk({}, {"third_party/", "*_test.cc"}), ElementsAre("src/a.cc"));
}

TEST_F(TreeWalk, TakesGivenFilesWhateverTheyAreCalled) {
  folder_.write(".gitignore", "x.c\n");
  for (const char* name : {"x.c", "x.template", "y.c", "d/z.c"}) touch(name);
  EXPECT_THAT(walk({"x.c", "x.template", "d", "d/z.c"}), ElementsAre("d/z.c", "x.c", "x.template"));
}

TEST_F(TreeWalk, DoesNotFollowLinksAndNamesThoseThatLeadOut) {
  test::TemporaryFolder outside;
  outside.write("o.c", "int o;\n");
  touch("a/real.c");
  fs::create_directory_symlink(folder_.path(), folder_.path() / "a" / "loop");
  fs::create_symlink(folder_.path() / "a" / "real.c", folder_.path() / "alias.c");
  fs::create_directory_symlink(outside.path(), folder_.path() / "out");
  fs::create_symlink("nowhere", folder_.path() / "broken.c");
  EXPECT_THAT(walk(), ElementsAre("a/real.c"));
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-003");
  EXPECT_EQ(diagnostics_.all()[0].where.file, "out");
}

TEST_F(TreeWalk, SaysThatANestedRepositoryIsScannedToo) {
  touch("sub/a.c");
  touch("sub/.git/config");
  EXPECT_THAT(walk(), ElementsAre("sub/a.c"));
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-002");
}

TEST_F(TreeWalk, AnUnreadableFolderIsAnErrorAndTheRestIsListed) {
  touch("a.c");
  touch("locked/b.c");
  const test::AsNobody nobody(folder_);
  fs::permissions(folder_.path() / "locked", fs::perms::none);
  const std::vector<std::string> files = walk();
  fs::permissions(folder_.path() / "locked", fs::perms::owner_all);
  EXPECT_THAT(files, ElementsAre("a.c"));
  EXPECT_FALSE(tree_.complete);
  EXPECT_EQ(diagnostics_.all().at(0).id, "assay-scan-001");
}

TEST_F(TreeWalk, AnUnreadableIgnoreFileIsSaidAndWhatItNamesIsScanned) {
  for (const char* rules : {".gitignore", "sub/.ignore"}) folder_.write(rules, "*.c\n");
  touch("a.c");
  touch("sub/b.c");
  const test::AsNobody nobody(folder_);
  for (const char* rules : {".gitignore", "sub/.ignore"})
    fs::permissions(folder_.path() / rules, fs::perms::none);
  EXPECT_THAT(walk(), ElementsAre("a.c", "sub/b.c"));
  EXPECT_TRUE(tree_.complete);
  ASSERT_EQ(diagnostics_.all().size(), 2u);
  EXPECT_EQ(diagnostics_.all()[0].id, "assay-scan-024");
  EXPECT_EQ(diagnostics_.all()[0].where.file, ".gitignore");
  EXPECT_EQ(diagnostics_.all()[1].where.file, "sub/.ignore");
}

TEST_F(TreeWalk, AnUnreadableIgnoreFileAboveIsSaidOnce) {
  folder_.write(".git/HEAD", "");
  folder_.write(".gitignore", "*.c\n");
  touch("sub/a.c");
  const test::AsNobody nobody(folder_);
  fs::permissions(folder_.path() / ".gitignore", fs::perms::none);
  tree_ = walkTree({folder_.path() / "sub", {}, {}, skip_}, diagnostics_);
  EXPECT_EQ(tree_.files.size(), 1u);
  ASSERT_EQ(diagnostics_.all().size(), 1u);
  EXPECT_EQ(diagnostics_.all()[0].where.file, "../.gitignore");
}

}  // namespace
}  // namespace assay::scan
