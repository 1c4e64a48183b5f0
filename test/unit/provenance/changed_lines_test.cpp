// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/changed_lines.h"

#include <gmock/gmock.h>

#include "provenance/program.h"
#include "support/git_repository.h"

namespace assay::provenance {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

std::map<std::string, FileChange> read(std::string_view diff) {
  auto files = parseDiff(diff);
  EXPECT_TRUE(files.has_value());
  return files.value_or(std::map<std::string, FileChange>{});
}

TEST(ChangedLines, HunksAreLinesOfTheNewFile) {
  const auto files = read(
      "diff --git a/a.cc b/a.cc\nindex 1..2 100644\n--- a/a.cc\n+++ b/a.cc\n"
      "@@ -3 +3,2 @@ long f() {\n-old\n+new\n+@@ -1 +1 @@\n@@ -9,2 +9,0 @@\n--- a/x\n-+++ b/y\n");
  EXPECT_THAT(files, ElementsAre(Pair("a.cc", FileChange{{{3, 4}}, {9}, false})));
}

TEST(ChangedLines, ADeletedFileHasNoLinesAndANewOneHasAll) {
  const auto files = read(
      "diff --git a/gone.cc b/gone.cc\n--- a/gone.cc\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n"
      "diff --git a/new.cc b/new.cc\n--- /dev/null\n+++ b/new.cc\n@@ -0,0 +1,2 @@\n+a\n+b\n"
      "\\ No newline at end of file\n");
  EXPECT_THAT(files, ElementsAre(Pair("new.cc", FileChange{{{1, 2}}, {}, false})));
}

TEST(ChangedLines, NamesMayBeQuotedOrHaveBlanks) {
  const auto files = read("+++ \"b/a\\tb.cc\"\n@@ -1 +1 @@\n-a\n+b\n+++ b/c d.cc\t\n@@ -1 +1 @@\n-a\n+b\n");
  EXPECT_THAT(files, ElementsAre(Pair("a\tb.cc", testing::_), Pair("c d.cc", testing::_)));
}

TEST(ChangedLines, NonsenseIsRefused) {
  EXPECT_FALSE(parseDiff("+++ b/a.cc\n@@ -1 @@\n"));
  EXPECT_FALSE(parseDiff("+++ \"b/a\n"));
}

TEST(ChangedLines, ALineMoreThanWasSaidDoesNotSwallowTheNextFile) {
  const auto files = read(
      "diff --git a/a.cc b/a.cc\n--- a/a.cc\n+++ b/a.cc\n@@ -5,6 +5,6 @@\n-a\n+b\n c\n d\n"
      "diff --git a/z.cc b/z.cc\n--- a/z.cc\n+++ b/z.cc\n@@ -7 +7 @@\n-a\n+b\n");
  EXPECT_THAT(files, ElementsAre(Pair("a.cc", testing::_), Pair("z.cc", FileChange{{{7, 7}}, {}, false})));
}

TEST(ChangedLines, BinariesAreNamedByTheirNewName) {
  using namespace std::literals;
  EXPECT_THAT(binariesIn("1\t2\ttext.cc\0-\t-\tb c.cc\0-\t-\t\0old.cc\0new.cc\0003\t0\t\0o\0n\0"sv),
              ElementsAre("b c.cc", "new.cc"));
  EXPECT_THAT(binariesIn("-\t-\t\0old"sv), IsEmpty());
}

TEST(ChangedLines, WhatTouchesAFunction) {
  const FileChange change{{{10, 12}}, {20}, false};
  EXPECT_TRUE(change.touches({12, 15}));
  EXPECT_TRUE(change.touches({1, 10}));
  EXPECT_FALSE(change.touches({13, 19}));
  EXPECT_TRUE(change.touches({18, 21}));
  EXPECT_FALSE(change.touches({18, 20}));  // behind its last line
  EXPECT_FALSE(change.touches({21, 22}));
  EXPECT_TRUE((FileChange{{}, {}, true}.touches({1, 1})));
}

constexpr std::string_view kTwoFunctions = "int f() {\n  return 1;\n}\n\nint g() {\n  return 2;\n}\n";

class ChangedFilesOfARepository : public testing::Test {
 protected:
  void SetUp() override {
    repository_.write("a.cc", kTwoFunctions);
    repository_.write("b.cc", kTwoFunctions);
    repository_.commit("first");
  }

  [[nodiscard]] Git git() const { return Git::open(repository_.path()).value(); }
  [[nodiscard]] ChangedFiles since(const std::string& revision) const {
    auto changed = changedSince(git(), revision);
    EXPECT_TRUE(changed.has_value()) << changed.error().message;
    return changed.value_or(ChangedFiles{});
  }
  [[nodiscard]] ChangedFiles staged() const { return stagedChanges(git()).value(); }

  test::TemporaryFolder folder_;
  test::GitRepository repository_{folder_, "r"};
};

TEST_F(ChangedFilesOfARepository, NothingHasChanged) {
  EXPECT_THAT(since("HEAD").files, IsEmpty());
  EXPECT_THAT(staged().files, IsEmpty());
}

TEST_F(ChangedFilesOfARepository, CommittedEditedAndUnknownFiles) {
  repository_.git({"checkout", "-q", "-b", "work"});
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 2;\n}\n");
  repository_.commit("edit");
  repository_.write("b.cc", "int f() {\n  return 1;\n}\n\nint g() {\n}\n");
  repository_.write("c d.cc", "int h();\n");
  EXPECT_THAT(since("main").files, ElementsAre(Pair("a.cc", FileChange{{{2, 2}}, {}, false}),
                                               Pair("b.cc", FileChange{{}, {5}, false}),
                                               Pair("c d.cc", FileChange{{}, {}, true})));
}

// What another branch did meanwhile is none of this one's changes.
TEST_F(ChangedFilesOfARepository, TheCommonAncestorCounts) {
  repository_.git({"checkout", "-q", "-b", "work"});
  repository_.git({"checkout", "-q", "main"});
  repository_.write("a.cc", "int f();\n");
  repository_.commit("on main");
  repository_.git({"checkout", "-q", "work"});
  EXPECT_THAT(since("main").files, IsEmpty());
}

TEST_F(ChangedFilesOfARepository, ARenamedFileHasTheLinesThatWereEdited) {
  repository_.git({"mv", "a.cc", "moved.cc"});
  EXPECT_THAT(since("HEAD").files, IsEmpty());
}

TEST_F(ChangedFilesOfARepository, StagedChangesOnly) {
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 2;\n}\n");
  repository_.write("b.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 2;\n}\n");
  repository_.git({"add", "a.cc"});
  EXPECT_THAT(staged().files, ElementsAre(Pair("a.cc", FileChange{{{2, 2}}, {}, false})));
  EXPECT_THAT(staged().notAllStaged, IsEmpty());
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 8;\n}\n");
  EXPECT_THAT(staged().files, ElementsAre(Pair("a.cc", FileChange{{{2, 2}, {6, 6}}, {}, false})));
  EXPECT_THAT(staged().notAllStaged, ElementsAre("a.cc"));
}

TEST_F(ChangedFilesOfARepository, WhatGitTakesForBinaryHasChangedAsAWhole) {
  repository_.write(".gitattributes", "*.cc -diff\n");
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n");
  EXPECT_THAT(since("HEAD").files, testing::Contains(Pair("a.cc", FileChange{{}, {}, true})));
}

TEST_F(ChangedFilesOfARepository, NoSettingOfTheUsersHidesAFile) {
  repository_.git({"config", "diff.interHunkContext", "10"});
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 8;\n}\n");
  repository_.write("b.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 2;\n}\n");
  EXPECT_THAT(since("HEAD").files, ElementsAre(Pair("a.cc", FileChange{{{2, 2}, {6, 6}}, {}, false}),
                                               Pair("b.cc", FileChange{{{2, 2}}, {}, false})));
}

TEST_F(ChangedFilesOfARepository, WhatIsStagedAndTakenBackOnDiskIsLookedAt) {
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n");
  repository_.git({"add", "a.cc"});
  repository_.write("a.cc", kTwoFunctions);
  EXPECT_THAT(staged().files, ElementsAre(Pair("a.cc", FileChange{{}, {}, true})));
  EXPECT_THAT(staged().notAllStaged, ElementsAre("a.cc"));
}

TEST_F(ChangedFilesOfARepository, BeforeTheFirstCommitAllThatIsStagedIsNew) {
  const test::GitRepository fresh(folder_, "fresh");
  fresh.write("a.cc", "int f();\n");
  fresh.write("b.cc", "int f();\n");
  fresh.git({"add", "a.cc"});
  EXPECT_THAT(stagedChanges(Git::open(fresh.path()).value()).value().files,
              ElementsAre(Pair("a.cc", FileChange{{}, {}, true})));
}

// As in a hook of `git commit -a`.
TEST_F(ChangedFilesOfARepository, TheIndexThatAHookIsCalledAbout) {
  repository_.write("a.cc", "int f() {\n  return 7;\n}\n\nint g() {\n  return 2;\n}\n");
  const std::filesystem::path index = repository_.path() / ".git" / "another";
  std::filesystem::copy_file(repository_.path() / ".git" / "index", index);
  repository_.git({"add", "a.cc"});
  const Git other = git().withIndexOf({"PATH=/", "GIT_INDEX_FILE=" + index.string()});
  EXPECT_THAT(stagedChanges(other).value().files, IsEmpty());
  const Git elsewhere = git().withIndexOf({"GIT_INDEX_FILE=" + (folder_.path() / "index").string()});
  EXPECT_THAT(stagedChanges(elsewhere).value().files, ElementsAre(Pair("a.cc", testing::_)));
}

TEST_F(ChangedFilesOfARepository, CommitsThatAreNone) {
  EXPECT_EQ(changedSince(git(), "--output=x").error().code, ErrorCode::Usage);
  EXPECT_THAT(changedSince(git(), "nowhere").error().message, HasSubstr("git knows no commit `nowhere`"));
  repository_.git({"checkout", "-q", "--orphan", "alone"});
  repository_.commit("alone");
  EXPECT_THAT(changedSince(git(), "main").error().message, HasSubstr("no common ancestor"));
}

}  // namespace
}  // namespace assay::provenance
