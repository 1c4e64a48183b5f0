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

// The program may have been moved with its prefix, and another Clang may be where it was built.
TEST(ResourceFolder, WhatIsInstalledWithTheProgramComesFirst) {
  const auto places = resourcePlaces("/moved/prefix/bin/assay");
  ASSERT_GE(places.size(), 3U);
  EXPECT_TRUE(places[0].string().starts_with("/moved/prefix/lib")) << places[0];
  EXPECT_TRUE(places[0].parent_path().string().ends_with("/assay/clang")) << places[0];
  EXPECT_EQ(places[1].parent_path(), "/moved/prefix/lib/clang");
}

TEST(ResourceFolder, IsTheFirstPlaceThatHoldsTheHeaders) {
  const test::TemporaryFolder folder;
  folder.write("b/include/stddef.h", "");
  folder.write("c/include/stddef.h", "");
  folder.write("a/include/other.h", "");
  EXPECT_EQ(firstWithHeaders({folder.path() / "a", folder.path() / "b", folder.path() / "c"}).value(),
            (folder.path() / "b").string());
}

TEST(ResourceFolder, WithoutHeadersAnywhereThePackageIsNamed) {
  const test::TemporaryFolder folder;
  const auto none = firstWithHeaders({folder.path()});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::Input);
  EXPECT_NE(none.error().hint.find("libclang-common-"), std::string::npos);
}

TEST(LlvmVersion, IsThreeNumbers) {
  const std::string version = llvmVersion();
  EXPECT_EQ(std::ranges::count(version, '.'), 2);
}

}  // namespace
}  // namespace assay::scan
