// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/resource_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "scan/scan.h"
#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

TEST(ResourceFolder, TheOneOfTheBuildHoldsTheHeaders) {
  const auto folder = findResourceFolder("");
  ASSERT_TRUE(folder) << folder.error().message;
  EXPECT_TRUE(std::filesystem::exists(*folder + "/include/stddef.h"));
}

TEST(ResourceFolder, AGivenOneIsCheckedAndNotReplaced) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(findResourceFolder(folder.path()).error().code, ErrorCode::Usage);
  folder.write("include/stddef.h", "");
  EXPECT_EQ(findResourceFolder(folder.path()).value(), folder.path().string());
}

TEST(LlvmVersion, IsThreeNumbers) {
  const std::string version = llvmVersion();
  EXPECT_EQ(std::ranges::count(version, '.'), 2);
}

}  // namespace
}  // namespace assay::scan
