// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/mirror.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::instrument {
namespace {

namespace fs = std::filesystem;

class Mirroring : public testing::Test {
 protected:
  Expected<MirrorReport> mirror(const Replacements& replacements = {}) {
    return writeMirror(root(), out(), replacements, diagnostics_);
  }
  fs::path root() const { return folder_.path() / "root"; }
  fs::path out() const { return folder_.path() / "out"; }
  bool has(const std::string& file) const { return fs::exists(fs::symlink_status(out() / file)); }

  test::TemporaryFolder folder_;
  Diagnostics diagnostics_;
};

TEST_F(Mirroring, CopiesEverythingAndReplacesWhatIsGuarded) {
  folder_.write("root/a.cpp", "a");
  folder_.write("root/data/x.bin", std::string("\0\r\n", 3));
  folder_.write("root/run.sh", "#!/bin/sh\n");
  fs::permissions(root() / "run.sh", fs::perms::owner_all);
  const auto report = mirror({{"a.cpp", "guarded"}});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->files, 3U);
  EXPECT_EQ(report->written, 3U);
  EXPECT_EQ(folder_.read("out/a.cpp"), "guarded");
  EXPECT_EQ(folder_.read("out/data/x.bin"), std::string("\0\r\n", 3));
  EXPECT_EQ(fs::status(out() / "run.sh").permissions(), fs::perms::owner_all);
}

TEST_F(Mirroring, AFolderThatCannotBeMadeIsNamedOnceWithTheReason) {
  folder_.write("root/a.cpp", "a");
  folder_.write("root/b.cpp", "b");
  folder_.write("file", "x");
  const auto report = writeMirror(root(), folder_.path() / "file/out", {{"a.cpp", "guarded"}}, diagnostics_);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::Output);
  EXPECT_EQ(report.error().where.file, (folder_.path() / "file/out").string());
  EXPECT_EQ(report.error().message, "cannot be written to: Not a directory");
  EXPECT_FALSE(diagnostics_.hasErrors());
}

TEST_F(Mirroring, AFolderOfWhichNothingCanBeKnownIsNotTheCurrentOne) {
  folder_.write("root/a.cpp", "a");
  const std::string tooLong(5000, 'x');
  const auto report = writeMirror(root(), root() / tooLong, {{"a.cpp", "guarded"}}, diagnostics_);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().message, "cannot be written to: File name too long");
  EXPECT_EQ(folder_.read("root/a.cpp"), "a");
}

TEST_F(Mirroring, AFileThatCannotBeReplacedSaysWhy) {
  folder_.write("root/a.cpp", "a");
  folder_.write("out/.assay-mirror", "a.cpp\n");
  folder_.write("out/a.cpp/in-the-way", "x");
  const auto report = mirror({{"a.cpp", "guarded"}});
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->complete);
  ASSERT_EQ(diagnostics_.all().size(), 1U);
  EXPECT_EQ(diagnostics_.all().front().message, "cannot be mirrored: Directory not empty");
}

TEST_F(Mirroring, LeavesOutWhatIsNotSource) {
  folder_.write("root/.git/config", "");
  folder_.write("root/build/CMakeCache.txt", "");
  folder_.write("root/CMakeCache.txt", "");
  folder_.write("root/CMakeFiles/x", "");
  folder_.write("root/other/.assay-mirror", "");
  folder_.write("root/sub/.git", "gitdir: ../.git/modules/sub\n");
  folder_.write("root/sub/a.c", "");
  ASSERT_TRUE(mirror());
  EXPECT_TRUE(has("sub/a.c"));
  for (const char* file : {".git", "build", "CMakeCache.txt", "CMakeFiles", "other", "sub/.git"})
    EXPECT_FALSE(has(file)) << file;
}

TEST_F(Mirroring, ASecondRunTouchesNothing) {
  folder_.write("root/a.cpp", "a");
  folder_.write("root/b.cpp", "b");
  ASSERT_TRUE(mirror({{"a.cpp", "guarded"}}));
  const auto before = fs::last_write_time(out() / "a.cpp");
  const auto report = mirror({{"a.cpp", "guarded"}});
  EXPECT_EQ(report->written, 0U);
  EXPECT_EQ(fs::last_write_time(out() / "a.cpp"), before);
}

TEST_F(Mirroring, StaleFilesGoAndForeignFilesStay) {
  folder_.write("root/old/a.cpp", "a");
  folder_.write("root/b.cpp", "b");
  ASSERT_TRUE(mirror());
  folder_.write("out/build/x.o", "object");
  fs::remove_all(root() / "old");
  EXPECT_EQ(mirror()->removed, 1U);
  EXPECT_FALSE(has("old"));
  EXPECT_TRUE(has("build/x.o"));
}

TEST_F(Mirroring, AListThatLeadsOutOfTheMirrorIsNotFollowed) {
  folder_.write("root/a.cpp", "a");
  folder_.write("precious", "p");
  folder_.write("out/.assay-mirror", "../precious\n/etc/hostname\na.cpp\n");
  EXPECT_EQ(mirror()->removed, 0U);
  EXPECT_EQ(folder_.read("precious"), "p");
}

TEST_F(Mirroring, LinksStayLinksAndPointToTheSameThing) {
  folder_.write("root/a/x.h", "x");
  folder_.write("outside.h", "o");
  fs::create_symlink("a/x.h", root() / "inner.h");
  fs::create_symlink("../outside.h", root() / "outer.h");
  fs::create_symlink(root() / "a", root() / "absolute");
  ASSERT_TRUE(mirror({{"a/x.h", "guarded"}}));
  EXPECT_EQ(folder_.read("out/inner.h"), "guarded");
  EXPECT_EQ(folder_.read("out/outer.h"), "o");
  EXPECT_EQ(folder_.read("out/absolute/x.h"), "guarded");
  EXPECT_EQ(mirror({{"a/x.h", "guarded"}})->written, 0U);
}

TEST_F(Mirroring, AFolderWithForeignFilesIsRefused) {
  folder_.write("root/a.cpp", "a");
  folder_.write("out/precious", "p");
  const auto report = mirror();
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::Usage);
  EXPECT_EQ(folder_.read("out/precious"), "p");
}

TEST_F(Mirroring, TheRootAndWhatHoldsItAreRefused) {
  folder_.write("root/a.cpp", "a");
  for (const fs::path& to : {root(), folder_.path(), root() / "."}) {
    const auto report = writeMirror(root(), to, {}, diagnostics_);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Usage);
  }
}

TEST_F(Mirroring, AMirrorInsideItsRootDoesNotMirrorItself) {
  folder_.write("root/a.cpp", "a");
  for (int i = 0; i < 2; ++i) EXPECT_EQ(writeMirror(root(), root() / "guarded", {}, diagnostics_)->files, 1U);
  EXPECT_FALSE(fs::exists(root() / "guarded" / "guarded"));
}

TEST_F(Mirroring, WhatCannotBeCopiedIsSaidAndTheRestGoesOn) {
  folder_.write("root/a", "file");
  folder_.write("root/b", "b");
  folder_.write("out/.assay-mirror", "");
  folder_.write("out/a/in_the_way", "x");
  const auto report = mirror();
  EXPECT_FALSE(report->complete);
  EXPECT_TRUE(diagnostics_.hasErrors());
  EXPECT_EQ(folder_.read("out/b"), "b");
}

}  // namespace
}  // namespace assay::instrument
