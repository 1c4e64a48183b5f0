// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the segment goes, whom it trusts, and what happens when there is no room for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "guarded_run.h"

namespace assay::test {
namespace {

namespace fs = std::filesystem;

int runIn(const fs::path& folder, std::vector<std::string> arguments = {"lifetime", "plain"}) {
  const GuardedRun run(std::move(arguments), {{"ASSAY_DIR", folder.string()}});
  EXPECT_EQ(run.result().err, "");
  return run.result().exitCode;
}

/// Calls of the crowd and those after main, which come last and may find no room themselves.
std::uint64_t countedOrLost(const std::vector<SegmentFile>& segments) {
  std::uint64_t calls = 0;
  for (const char* site : {"work", "late", "veryLate"}) calls += total(segments, site).calls;
  for (const SegmentFile& segment : segments) calls += segment.lostCalls;
  return calls;
}

TEST(Folder, FilesAreReadableByTheirOwnerOnly) {
  const TemporaryFolder parent;
  const fs::path folder = parent.path() / "new";
  ASSERT_EQ(runIn(folder), 0);
  EXPECT_EQ(fs::status(folder).permissions(), fs::perms::owner_all);
  for (const auto& entry : fs::directory_iterator(folder)) {
    EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_THAT(entry.path().filename().string(), testing::MatchesRegex("[0-9]+-[0-9a-f]+-0\\.assayseg"));
  }
  EXPECT_EQ(readSegments(folder).size(), 1u);
}

TEST(Folder, ASymbolicLinkIsRefusedAndTheProgramGoesOn) {
  const TemporaryFolder parent;
  fs::create_directory(parent.path() / "real");
  fs::create_directory_symlink(parent.path() / "real", parent.path() / "link");
  EXPECT_EQ(runIn(parent.path() / "link"), 0);
  EXPECT_EQ(runIn(parent.path() / "link/"), 0);
  EXPECT_TRUE(fs::is_empty(parent.path() / "real"));
}

TEST(Folder, AFolderThatOthersMayWriteIsRefused) {
  const TemporaryFolder parent;
  fs::permissions(parent.path(), fs::perms::all);
  EXPECT_EQ(runIn(parent.path()), 0);
  EXPECT_TRUE(fs::is_empty(parent.path()));
}

TEST(Folder, AFolderOfAnotherUserIsRefused) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can make one";
  const TemporaryFolder parent;
  ASSERT_EQ(chown(parent.path().c_str(), 65534, 65534), 0);
  EXPECT_EQ(runIn(parent.path()), 0);
  EXPECT_TRUE(fs::is_empty(parent.path()));
}

TEST(Folder, AFileOrNothingInItsPlaceIsNoHarm) {
  const TemporaryFolder parent;
  parent.write("file", "");
  EXPECT_EQ(runIn(parent.path() / "file"), 0);
  EXPECT_EQ(runIn(parent.path() / "no" / "such"), 0);
  EXPECT_EQ(runIn(std::string(1000, 'x')), 0);
  EXPECT_FALSE(fs::exists(parent.path() / "no"));
}

TEST(Room, FileSizeLimitReachedTheRestIsCountedAsLost) {
  const GuardedRun run({"lifetime", "limited", "100"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(countedOrLost(run.segments()), 202u);  // two for each of 100 threads, two after main
  EXPECT_GT(run.lostCalls(), 0u);
}

TEST(Room, AFullFileSystemStopsNobody) {
  const TemporaryFolder parent;
  const fs::path folder = parent.path() / "small";
  fs::create_directory(folder);
  if (geteuid() != 0 || mount("assay", folder.c_str(), "tmpfs", 0, "size=64k,mode=0700") != 0) {
    GTEST_SKIP() << "needs the right to mount a file system";
  }
  const int exitCode = runIn(folder, {"lifetime", "crowd"});
  const std::vector<SegmentFile> segments = readSegments(folder);
  umount2(folder.c_str(), MNT_DETACH);
  EXPECT_EQ(exitCode, 0);
  ASSERT_EQ(segments.size(), 1u);
  EXPECT_EQ(countedOrLost(segments), 202u);
  EXPECT_GT(segments[0].lostCalls, 0u);
}

TEST(Room, AFullFileSystemFromTheStartLeavesNothingBehind) {
  const TemporaryFolder parent;
  const fs::path folder = parent.path() / "tiny";
  fs::create_directory(folder);
  if (geteuid() != 0 || mount("assay", folder.c_str(), "tmpfs", 0, "size=8k,mode=0700") != 0) {
    GTEST_SKIP() << "needs the right to mount a file system";
  }
  const int exitCode = runIn(folder, {"lifetime", "crowd"});
  const bool empty = fs::is_empty(folder);
  umount2(folder.c_str(), MNT_DETACH);
  EXPECT_EQ(exitCode, 0);
  EXPECT_TRUE(empty);
}

TEST(Room, AProcessThatBecomesAnotherUserLosesNoCountThatItMade) {
  if (geteuid() != 0) GTEST_SKIP() << "only root can become another user";
  const GuardedRun run({"lifetime", "other-user"});
  ASSERT_EQ(run.result().exitCode, 0) << run.result().err;
  EXPECT_EQ(countedOrLost(run.segments()), 203u);
}

TEST(Errno, IsAsItWas) {
  EXPECT_EQ(GuardedRun({"lifetime", "errno"}).result().exitCode, 0);
}

}  // namespace
}  // namespace assay::test
