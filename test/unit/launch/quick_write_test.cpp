// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "launch/quick_write.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

TEST(QuickWrite, MakesFoldersAndReplaces) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "a" / "b";
  ASSERT_TRUE(writeQuickly(file, "one"));
  ASSERT_TRUE(writeQuickly(file, "two"));
  EXPECT_EQ(readFile(file).value(), "two");
}

TEST(QuickWrite, LeavesNothingBehindWhenItFails) {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "taken" / "inside");
  EXPECT_FALSE(writeQuickly(folder.path() / "taken", "text"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace assay::launch
