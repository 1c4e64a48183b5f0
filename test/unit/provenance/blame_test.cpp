// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/blame.h"

#include <gtest/gtest.h>

#include "provenance/git.h"
#include "support/git_repository.h"

namespace assay::provenance {
namespace {

const std::string kFirst(40, '1');
const std::string kSecond(40, '2');
const std::string kZero(40, '0');

std::string head(const std::string& hash, const std::string& numbers) {
  return hash + " " + numbers + "\n";
}

std::string about(const std::string& path, const std::string& time = "1700000000") {
  return "author Dev\nauthor-mail <d@e>\nauthor-time " + time +
         "\nauthor-tz +0100\nsummary Say it\nfilename " + path + "\n";
}

Blame parsed(const std::string& output) {
  auto blame = parseBlame(output, "a.cpp");
  EXPECT_TRUE(blame) << blame.error().message << " at " << blame.error().where.line;
  return blame ? *std::move(blame) : Blame{};
}

unsigned brokenAt(const std::string& output) {
  const auto blame = parseBlame(output, "a.cpp");
  return blame ? 0 : blame.error().where.line;
}

TEST(Blame, EachLineHasItsCommitPathAndOriginalLine) {
  const Blame blame = parsed(head(kFirst, "4 1 2") + about("old.cpp") + "\tint a;\n" + head(kFirst, "5 2") +
                             "\tint b;\n" + head(kSecond, "3 3 1") + "boundary\n" + about("a.cpp", "-5") +
                             "\t\n" + head(kFirst, "9 4 1") + "\tint c;\n");
  ASSERT_EQ(blame.lines.size(), 4u);
  EXPECT_EQ(blame.lines[0], (BlamedLine{0, 0, 4}));
  EXPECT_EQ(blame.lines[1], (BlamedLine{0, 0, 5}));
  EXPECT_EQ(blame.lines[2], (BlamedLine{1, 1, 3}));
  EXPECT_EQ(blame.lines[3], (BlamedLine{0, 0, 9}));
  EXPECT_EQ(blame.commits[0], (BlamedCommit{kFirst, "Say it", 1700000000, false}));
  EXPECT_EQ(blame.commits[1], (BlamedCommit{kSecond, "Say it", -5, true}));
  EXPECT_EQ(blame.paths, (std::vector<std::string>{"old.cpp", "a.cpp"}));
}

TEST(Blame, ACommitWithSeveralPathsSaysItForEachGroup) {
  const Blame blame =
      parsed(head(kFirst, "1 1 2") + about("one.cpp") + "\ta\n" + head(kFirst, "2 2") + "\tb\n" +
             head(kFirst, "7 3 2") + "filename two.cpp\n\tc\n" + head(kFirst, "8 4") + "\td\n" +
             head(kFirst, "3 5 1") + "filename one.cpp\n\te\n");
  EXPECT_EQ(blame.paths, (std::vector<std::string>{"one.cpp", "two.cpp"}));
  const std::uint32_t expected[] = {0, 0, 1, 1, 0};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(blame.lines[i].path, expected[i]) << i;
}

TEST(Blame, UncommittedLinesAreToldApart) {
  const Blame blame = parsed(head(kZero, "1 1 1") + about("a.cpp") + "\tint a;\n");
  EXPECT_TRUE(blame.commits[0].uncommitted());
  EXPECT_FALSE((BlamedCommit{kFirst, "", 0, false}).uncommitted());
}

TEST(Blame, LongHashesAndQuotedPathsAndNoLinesAtAll) {
  EXPECT_TRUE(parsed("").lines.empty());
  const Blame blame = parsed(head(std::string(64, 'a'), "1 1 1") + about(R"("a\tb.cpp")") + "\tx\n");
  EXPECT_EQ(blame.paths, std::vector<std::string>{"a\tb.cpp"});
}

TEST(Blame, WhatMakesNoSenseIsAnErrorWithItsLine) {
  const std::string good = head(kFirst, "1 1 1") + about("a.cpp") + "\tx\n";
  EXPECT_EQ(brokenAt("fatal: no\n"), 1u);
  EXPECT_EQ(brokenAt(head(kFirst, "0 1 1")), 1u);
  EXPECT_EQ(brokenAt(head(kFirst, "1 2 1")), 1u);
  EXPECT_EQ(brokenAt(head(kFirst, "1 99999999999 1")), 1u);
  EXPECT_EQ(brokenAt(head(kFirst, "1 1 1 1")), 1u);
  EXPECT_EQ(brokenAt(head("1234", "1 1 1")), 1u);
  EXPECT_EQ(brokenAt(head(kFirst, "1 1 1") + "\tx\n"), 2u) << "no file name";
  EXPECT_EQ(brokenAt(head(kFirst, "1 1 1") + "filename \"\n"), 2u);
  EXPECT_EQ(brokenAt(head(kFirst, "1 1 1") + "author-time soon\n"), 2u);
  EXPECT_EQ(brokenAt(good + head(kFirst, "1 1 1")), 9u) << "out of order";
}

TEST(Blame, AnyTruncationIsAnErrorOrEndsBetweenTwoLines) {
  const std::string whole =
      head(kFirst, "1 1 1") + about("a.cpp") + "\tx\n" + head(kFirst, "2 2 1") + "\ty\n";
  const std::size_t firstEnd = whole.find("\tx\n") + 3;
  for (std::size_t size = 1; size < whole.size(); ++size)
    if (size != firstEnd) {
      EXPECT_NE(brokenAt(whole.substr(0, size)), 0u) << size;
    }
}

TEST(Blame, OfARealFileThatWasRenamedAndEdited) {
  const test::TemporaryFolder folder;
  const test::GitRepository repository(folder, "r");
  repository.write("old.cpp", "int first();\nint second();\nint third();\nint fourth();\n");
  const std::string one = repository.commit("One");
  repository.git({"mv", "old.cpp", "new name.cpp"});
  repository.write("new name.cpp", "int zero();\nint first();\nint second();\nint third();\nint fourth();\n");
  const std::string two = repository.commit("Two");
  repository.write("new name.cpp",
                   "int zero();\nint first();\nint second();\nint third();\nint fourth();\nint n;\n");
  const auto git = Git::open(repository.path());
  ASSERT_TRUE(git);
  const Blame blame = parsed(git->ask({"blame", "--porcelain", "-w", "--", "new name.cpp"}).value_or("none"));
  ASSERT_EQ(blame.lines.size(), 6u);
  EXPECT_EQ(blame.commits[blame.lines[0].commit].hash, two);
  EXPECT_EQ(blame.commits[blame.lines[1].commit].hash, one);
  EXPECT_EQ(blame.paths[blame.lines[1].path], "old.cpp");
  EXPECT_EQ(blame.lines[1].originalLine, 1u);
  EXPECT_TRUE(blame.commits[blame.lines[5].commit].uncommitted());
}

}  // namespace
}  // namespace assay::provenance
