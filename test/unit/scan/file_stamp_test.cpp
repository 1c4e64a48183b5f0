// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/file_stamp.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

class FileStampTest : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const char* name) const { return (folder_.path() / name).string(); }
  void setModified(const char* name, long nanos) const {
    const timespec times[2] = {{1, nanos}, {1, nanos}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path(name).c_str(), times, 0), 0);
  }
  test::TemporaryFolder folder_;
};

TEST_F(FileStampTest, IsTheSameWhileNothingChanges) {
  folder_.write("a.cc", "int x;");
  const auto stamp = stampOf(path("a.cc"));
  ASSERT_TRUE(stamp);
  EXPECT_EQ(stamp->size, 6U);
  EXPECT_EQ(stampOf(path("a.cc")), stamp);
}

TEST_F(FileStampTest, CountsNanoseconds) {
  folder_.write("a.cc", "int x;");
  setModified("a.cc", 5);
  EXPECT_EQ(stampOf(path("a.cc"))->modifiedNanos, 1'000'000'005);
  setModified("a.cc", 6);
  EXPECT_EQ(stampOf(path("a.cc"))->modifiedNanos, 1'000'000'006);
}

TEST_F(FileStampTest, AnotherFileWithTheSameTimesAndSizeIsAnother) {
  folder_.write("a.cc", "int x;");
  folder_.write("b.cc", "int y;");
  setModified("a.cc", 5);
  setModified("b.cc", 5);
  const auto before = stampOf(path("a.cc"));
  std::filesystem::rename(path("b.cc"), path("a.cc"));
  EXPECT_NE(stampOf(path("a.cc")), before);
}

TEST_F(FileStampTest, OnlyRegularFilesHaveOne) {
  std::filesystem::create_directory(path("folder"));
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_FALSE(stampOf(path("folder")));
  EXPECT_FALSE(stampOf(path("pipe")));
  EXPECT_FALSE(stampOf(path("gone")));
}

TEST_F(FileStampTest, FollowsLinks) {
  folder_.write("a.cc", "int x;");
  std::filesystem::create_symlink("a.cc", path("link.cc"));
  EXPECT_EQ(stampOf(path("link.cc")), stampOf(path("a.cc")));
}

}  // namespace
}  // namespace assay::scan
