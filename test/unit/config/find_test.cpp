// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtest/gtest.h>

#include "config/settings.h"
#include "support/temporary_folder.h"

namespace assay::config {
namespace {

TEST(FindConfigFile, TakesTheNearestAbove) {
  const test::TemporaryFolder folder;
  folder.write(".assay.yaml", "");
  folder.write("a/.assay.yaml", "");
  folder.write("a/b/x", "");
  folder.write("c/x", "");
  EXPECT_EQ(findConfigFile(folder.path() / "a/b"), folder.path() / "a/.assay.yaml");
  EXPECT_EQ(findConfigFile(folder.path() / "c"), folder.path() / ".assay.yaml");
  EXPECT_EQ(findConfigFile("/"), std::nullopt);
}

}  // namespace
}  // namespace assay::config
