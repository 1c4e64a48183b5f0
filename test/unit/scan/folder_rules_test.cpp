// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules against git itself where it is installed: random trees and patterns, every path decided alike.
#include "scan/folder_rules.h"

#include <gmock/gmock.h>

#include <array>
#include <random>
#include <set>

#include "scan/tree_walk.h"
#include "support/process.h"
#include "support/strings.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class FolderRulesTest : public testing::Test {
 protected:
  std::vector<std::string> walk(const std::string& folder = "") {
    std::vector<std::string> names;
    for (const WalkedFile& file : walkTree({folder_.path() / folder, {}, {}, skip_}, diagnostics_).files)
      names.push_back(file.path);
    return names;
  }
  void touch(std::string_view name) const { folder_.write(name, "int x;\n"); }

  test::TemporaryFolder folder_;
  SkipRules skip_;
  Diagnostics diagnostics_;
};

TEST_F(FolderRulesTest, FoldersAboveHoldUpToTheRepositorysRoot) {
  folder_.write(".gitignore", "outside.c\n");
  folder_.write("repo/.git/HEAD", "");
  folder_.write("repo/.gitignore", "*.gen.c\n/lib/top.c\n/top.c\n");
  folder_.write("repo/lib/.ignore", "own.c\n");
  for (const char* name : {"outside.c", "a.gen.c", "top.c", "own.c", "kept.c"})
    touch(std::string("repo/lib/src/") + name);
  touch("repo/lib/top.c");
  EXPECT_THAT(walk("repo/lib"), ElementsAre("src/kept.c", "src/outside.c", "src/top.c"));
  EXPECT_THAT(walk("repo/lib/src"), ElementsAre("kept.c", "outside.c", "top.c"));
}

TEST_F(FolderRulesTest, WithoutARepositoryNothingAboveHolds) {
  folder_.write(".gitignore", "*.c\n");
  touch("lib/a.c");
  EXPECT_THAT(walk("lib"), ElementsAre("a.c"));
}

TEST_F(FolderRulesTest, InfoExcludeIsTheWeakest) {
  folder_.write(".git/info/exclude", "*.c\n!x/back.c\n");
  folder_.write(".gitignore", "!kept.c\n");
  for (const char* name : {"a.c", "kept.c", "x/back.c"}) touch(name);
  EXPECT_THAT(walk(), ElementsAre("kept.c", "x/back.c"));
}

TEST_F(FolderRulesTest, AWorktreesExcludesAreThoseOfItsRepository) {
  folder_.write("main/.git/info/exclude", "*.gen.c\n");
  folder_.write("main/.git/worktrees/w/commondir", "../..\n");
  folder_.write("w/.git", "gitdir: ../main/.git/worktrees/w\n");
  touch("w/a.gen.c");
  touch("w/b.c");
  EXPECT_THAT(walk("w"), ElementsAre("b.c"));
}

TEST_F(FolderRulesTest, AnInnerRepositoryHasItsOwnGitignoreButTheSameIgnore) {
  folder_.write(".git/info/exclude", "e.c\n");
  folder_.write(".gitignore", "g.c\n");
  folder_.write(".ignore", "i.c\n");
  folder_.write("sub/.git", "gitdir: nowhere\n");
  for (const char* name : {"sub/e.c", "sub/g.c", "sub/i.c"}) touch(name);
  EXPECT_THAT(walk(), ElementsAre("sub/e.c", "sub/g.c"));
}

TEST_F(FolderRulesTest, AttributesSayWhatIsVendoredOrGenerated) {
  folder_.write(".gitattributes",
                "# comment\nzlib/** linguist-vendored\nzlib/ours.c -linguist-vendored\n"
                "*.pb.cc text linguist-generated=true\n*.y.c linguist-generated=false\n");
  folder_.write("sub/.gitattributes", "*.pb.cc linguist-generated=false\n");
  for (const char* name : {"zlib/a.c", "zlib/ours.c", "m.pb.cc", "sub/m.pb.cc", "p.y.c"}) touch(name);
  EXPECT_EQ(walk().size(), 5U);
  skip_ = {true, true};
  EXPECT_THAT(walk(), ElementsAre("p.y.c", "sub/m.pb.cc", "zlib/ours.c"));
}

// Patterns and paths of few letters, so that they meet.
class RandomRules {
 public:
  explicit RandomRules(unsigned seed) : random_(seed) {}

  std::string path() {
    std::string path;
    for (std::size_t depth = below(4); depth > 0; --depth) path += pick(kFolders) + "/";
    return path + pick(kFiles);
  }
  std::string folder() {
    std::string path;
    for (std::size_t depth = below(3); depth > 0; --depth) path += pick(kFolders) + "/";
    return path;
  }
  std::string rules() {
    std::string text = below(8) == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t line = 0; line < 1 + below(5); ++line) {
      if (below(4) == 0) text += "!";
      for (std::size_t part = 0; part < 1 + below(4); ++part) text += pick(kParts);
      text += pick(kEnds);
    }
    return text;
  }

 private:
  static constexpr std::array<const char*, 5> kFolders = {"a", "b", "ab", "x.c", "a b"};
  static constexpr std::array<const char*, 8> kFiles = {"a.c",   "b.c", "ab.c",  "x.c",
                                                        "a-1.h", "[.h", "a b.c", "#.c"};
  static constexpr std::array<const char*, 27> kParts = {
      "a",   "b", "ab",   "x.c",  ".c",     ".h",          "*", "*", "**", "***", "/", "/", "/",   "**/",
      "/**", "?", "[ab]", "[!b]", "[^a-b]", "[[:alpha:]]", "[", "]", "\\", "\\*", "#", " ", "[a-]"};
  static constexpr std::array<const char*, 6> kEnds = {"\n", "\n", "/\n", " \n", "\\ \n", "\r\n"};

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  template <std::size_t N>
  std::string pick(const std::array<const char*, N>& from) {
    return from[below(N)];
  }

  std::mt19937 random_;
};

std::set<std::string> ignoredByGit(const fs::path& repository, const std::set<std::string>& paths) {
  test::Command command{
      {"git", "-c", "core.excludesFile=/dev/null", "check-ignore", "--no-index", "-z", "--stdin"},
      repository};
  for (const std::string& path : paths) command.input += path + '\0';
  const test::Run run = test::run(command);
  EXPECT_LE(run.exitCode, 1) << run.err;
  std::set<std::string> ignored;
  for (const std::string_view path : split(run.out, '\0')) ignored.emplace(path);
  return ignored;
}

TEST(FolderRulesAgainstGit, RandomTreesAreDecidedAlike) {
  ASSERT_EQ(test::run({{"git", "--version"}}).exitCode, 0)
      << "git is the witness: tools/dev setup test installs it";
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomRules random(seed);
    const test::TemporaryFolder folder;
    ASSERT_EQ(test::run({{"git", "init", "-q"}, folder.path()}).exitCode, 0);
    std::string said;
    const auto write = [&](const std::string& name) {
      const std::string rules = random.rules();
      // A folder may have taken the name's place; then this tree has one file less.
      std::error_code ignored;
      if (fs::is_regular_file(folder.path() / fs::path(name).parent_path(), ignored)) return;
      folder.write(name, rules);
      said += name + ": " + rules;
    };
    std::set<std::string> paths;
    for (int i = 0; i < 40; ++i) {
      const std::string path = random.path();
      std::error_code error;
      fs::create_directories((folder.path() / path).parent_path(), error);
      if (!error && !fs::exists(folder.path() / path)) folder.write(path, "int x;\n");
      if (fs::is_regular_file(folder.path() / path)) paths.insert(path);
    }
    write(".gitignore");
    write(".git/info/exclude");
    for (int i = 0; i < 3; ++i)
      if (const std::string at = random.folder(); fs::is_directory(folder.path() / at))
        write(at + ".gitignore");
    const std::set<std::string> ignored = ignoredByGit(folder.path(), paths);
    std::vector<std::string> expected;
    for (const std::string& path : paths)
      if (!ignored.contains(path)) expected.push_back(path);
    Diagnostics diagnostics;
    std::vector<std::string> found;
    for (const WalkedFile& file : walkTree({folder.path(), {}, {}}, diagnostics).files)
      found.push_back(file.path);
    ASSERT_EQ(found, expected) << "seed " << seed << "\n" << said;
  }
}

}  // namespace
}  // namespace assay::scan
