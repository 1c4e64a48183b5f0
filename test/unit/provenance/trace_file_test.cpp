// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/trace_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "support/temporary_folder.h"

namespace assay::provenance {
namespace {

TEST(TraceFile, IsReadAsItIs) {
  const test::TemporaryFolder folder;
  const std::string bytes("{}\n\0x", 5);
  std::ofstream(folder.path() / "t", std::ios::binary) << bytes;
  EXPECT_EQ(readTraceFile(folder.path() / "t").value(), bytes);
  std::ofstream(folder.path() / "empty");
  EXPECT_EQ(readTraceFile(folder.path() / "empty").value(), "");
}

TEST(TraceFile, NothingElseIsFollowedOrWaitedFor) {
  const test::TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/zero", folder.path() / "link");
  ASSERT_EQ(mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
  for (const std::filesystem::path& path : {folder.path() / "link", folder.path() / "pipe", folder.path(),
                                            std::filesystem::path("/dev/zero"), folder.path() / "none"})
    EXPECT_FALSE(readTraceFile(path)) << path;
}

TEST(TraceFile, OneThatIsTooLargeIsRefused) {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "t");
  std::filesystem::resize_file(folder.path() / "t", kLargestTraceFile);
  EXPECT_TRUE(readTraceFile(folder.path() / "t"));
  std::filesystem::resize_file(folder.path() / "t", kLargestTraceFile + 1);
  EXPECT_FALSE(readTraceFile(folder.path() / "t"));
}

}  // namespace
}  // namespace assay::provenance
