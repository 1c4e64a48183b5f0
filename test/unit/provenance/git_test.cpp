// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/git.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/git_repository.h"

namespace assay::provenance {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class OpenedRepository : public testing::Test {
 protected:
  test::TemporaryFolder folder_;
  test::GitRepository repository_{folder_, "a repository"};
};

std::string messageOf(const Expected<Git>& git) {
  return git ? "opened" : git.error().message;
}

TEST_F(OpenedRepository, IsFoundFromASubFolder) {
  const auto file = repository_.write("src/deep/a.cpp", "int a;\n");
  const std::string commit = repository_.commit("One");
  const auto git = Git::open(file.parent_path());
  ASSERT_TRUE(git) << messageOf(git);
  EXPECT_EQ(git->root(), std::filesystem::canonical(repository_.path()));
  EXPECT_EQ(git->head(), commit);
  EXPECT_TRUE(git->shallow().empty());
  EXPECT_EQ(git->nameOf(file).value_or("none"), "src/deep/a.cpp");
}

TEST_F(OpenedRepository, WithoutACommitHasNoHead) {
  const auto git = Git::open(repository_.path());
  ASSERT_TRUE(git) << messageOf(git);
  EXPECT_EQ(git->head(), "");
}

TEST_F(OpenedRepository, AFolderOutsideAndABareOneSaySo) {
  EXPECT_THAT(messageOf(Git::open(folder_.path())), HasSubstr("in no git repository"));
  repository_.git({"clone", "-q", "--bare", ".", folder_.path() / "bare.git"});
  EXPECT_THAT(messageOf(Git::open(folder_.path() / "bare.git")), HasSubstr("has no working tree"));
}

TEST_F(OpenedRepository, AFileOutsideIsNoNameInIt) {
  repository_.commit("One");
  const auto git = Git::open(repository_.path());
  ASSERT_TRUE(git);
  EXPECT_FALSE(git->nameOf(folder_.write("outside.cpp", "")));
  EXPECT_FALSE(git->nameOf(repository_.path() / "not there.cpp"));
  EXPECT_FALSE(git->nameOf(repository_.path()));
}

TEST_F(OpenedRepository, HostileNamesAreNames) {
  const char* const names[] = {"-x", "--help", "a b", "a\nb", "a\"b", "*.c", ":(glob)x", "$(id)", "\xff.c"};
  for (const char* name : names) repository_.write(name, "int a;\n");
  repository_.commit("One");
  const auto git = Git::open(repository_.path());
  ASSERT_TRUE(git);
  for (const char* name : names) {
    const auto blame = git->ask({"blame", "--porcelain", "--", name});
    ASSERT_TRUE(blame) << name << ": " << blame.error().message;
    const std::size_t at = blame->find("\nfilename ") + 10;
    EXPECT_EQ(unquotePath(blame->substr(at, blame->find('\n', at) - at)).value_or("none"), name);
  }
}

TEST_F(OpenedRepository, AnUntrackedFileSaysSo) {
  repository_.commit("One");
  repository_.write("new.cpp", "int a;\n");
  const auto git = Git::open(repository_.path());
  ASSERT_TRUE(git);
  const auto blame = git->ask({"blame", "--porcelain", "--", "new.cpp"});
  ASSERT_FALSE(blame);
  EXPECT_THAT(blame.error().message, HasSubstr("does not track"));
  EXPECT_NE(blame.error().hint, "");
}

TEST_F(OpenedRepository, AShallowCloneKnowsWhereItEnds) {
  repository_.commit("One");
  const std::string second = repository_.commit("Two");
  const std::string clone = folder_.path() / "clone";
  repository_.git({"clone", "-q", "--depth=1", "file://" + repository_.path().string(), clone});
  const auto git = Git::open(clone);
  ASSERT_TRUE(git) << messageOf(git);
  EXPECT_THAT(git->shallow(), testing::ElementsAre(second));
}

TEST_F(OpenedRepository, ALinkedWorkTreeIsItsOwnRoot) {
  repository_.commit("One");
  repository_.git({"worktree", "add", "-q", folder_.path() / "linked"});
  const auto git = Git::open(folder_.path() / "linked");
  ASSERT_TRUE(git) << messageOf(git);
  EXPECT_EQ(git->root(), std::filesystem::canonical(folder_.path() / "linked"));
}

TEST(Git, WhatAHookSaysOfAnotherRepositoryIsDropped) {
  const auto variables = environmentForGit({"GIT_DIR=/elsewhere", "GIT_INDEX_FILE=x", "GIT_TRACE=1",
                                            "PATH=/bin", "LC_ALL=de_DE", "GIT_CONFIG_COUNT=1", "HOME=/root"});
  for (const char* kept :
       {"PATH=/bin", "GIT_CONFIG_COUNT=1", "HOME=/root", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0"})
    EXPECT_THAT(variables, Contains(kept));
  for (const char* dropped : {"GIT_DIR=/elsewhere", "GIT_INDEX_FILE=x", "GIT_TRACE=1", "LC_ALL=de_DE"})
    EXPECT_THAT(variables, Not(Contains(dropped)));
}

TEST(Git, RefusalsSayWhatToDo) {
  EXPECT_THAT(refusal("git blame", "fatal: detected dubious ownership in repository at '/x'\n").hint,
              HasSubstr("safe.directory"));
  EXPECT_EQ(refusal("git log", "fatal: something\x1b[31m new\nmore\n").message,
            "git log failed: something\\x1B[31m new");
  EXPECT_EQ(refusal("git blame", "fatal: no such path 'not a git repository' in HEAD\n").message,
            "git does not track this file");
  EXPECT_EQ(refusal("git log", "").message, "git log failed");
}

TEST(Git, WithoutGitItSaysWhatToInstall) {
  const std::string before = std::getenv("PATH");
  const test::TemporaryFolder empty;
  ::setenv("PATH", empty.path().c_str(), 1);
  const auto git = Git::open(empty.path());
  ::setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(git);
  EXPECT_EQ(git.error().message, "the program git is not there");
  EXPECT_THAT(git.error().hint, HasSubstr("install git"));
}

TEST(Git, QuotedPathsAreReadAsCReadsThem) {
  EXPECT_EQ(unquotePath("plain path").value_or("none"), "plain path");
  EXPECT_EQ(unquotePath(R"("a\tb\\c\"d\303\251")").value_or("none"), "a\tb\\c\"d\xc3\xa9");
  for (const char* broken : {"\"", "\"a", R"("a\")", R"("\x41")", R"("\400")", R"("\12")", R"("a"b")"})
    EXPECT_FALSE(unquotePath(broken)) << broken;
}

}  // namespace
}  // namespace assay::provenance
