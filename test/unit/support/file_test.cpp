// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "support/temporary_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

std::size_t filesIn(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

TEST(File, ReadsEveryByte) {
  const test::TemporaryFolder folder;
  const std::string bytes("a\0b\r\n\xFF", 6);
  EXPECT_EQ(*readFile(folder.write("f", bytes)), bytes);
  EXPECT_EQ(*readFile(folder.write("empty", "")), "");
}

TEST(File, ReadingAFolderOrNothingSaysWhy) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(readFile(folder.path()).error().message, "cannot read: Is a directory");
  EXPECT_EQ(readFile(folder.path() / "none").error().message, "cannot open: No such file or directory");
}

TEST(File, WriteReplacesKeepsModeAndLeavesNoTemporary) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.write("f", "old");
  fs::permissions(file, fs::perms(0640));
  ASSERT_TRUE(writeFileAtomically(file, "new"));
  EXPECT_EQ(folder.read("f"), "new");
  EXPECT_EQ(fs::status(file).permissions(), fs::perms(0640));
  EXPECT_EQ(filesIn(folder.path()), 1u);
}

TEST(File, WriteMakesParentFoldersAndFollowsLinks) {
  const test::TemporaryFolder folder;
  ASSERT_TRUE(writeFileAtomically(folder.path() / "a/b/c", "x"));
  fs::create_symlink("a/b/c", folder.path() / "link");
  ASSERT_TRUE(writeFileAtomically(folder.path() / "link", "y"));
  EXPECT_EQ(folder.read("a/b/c"), "y");
  EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
}

TEST(File, WhatIsNoRegularFileIsWrittenToAndStays) {
  const test::TemporaryFolder folder;
  const fs::path pipe = folder.path() / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_TRUE(writeFileAtomically(pipe, "bytes"));
  char read[8] = {};
  EXPECT_EQ(::read(reader, read, sizeof read), 5);
  ::close(reader);
  EXPECT_STREQ(read, "bytes");
  EXPECT_TRUE(fs::is_fifo(pipe));
  EXPECT_EQ(filesIn(folder.path()), 1u);
  EXPECT_EQ(writeFileAtomically("/dev/full", "bytes").error().message,
            "cannot write: No space left on device");
}

TEST(File, AWriteThatDoesNotFitLeavesTheOldFile) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.write("f", "old");
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit saved{};
  getrlimit(RLIMIT_FSIZE, &saved);
  const rlimit small{16, saved.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  const auto result = writeFileAtomically(file, std::string(1000, 'x'));
  setrlimit(RLIMIT_FSIZE, &saved);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::Output);
  EXPECT_EQ(folder.read("f"), "old");
  EXPECT_EQ(filesIn(folder.path()), 1u);
}

}  // namespace
}  // namespace assay
