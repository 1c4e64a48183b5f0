// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "manifest/manifest.h"
#include "support/temporary_folder.h"

namespace assay::manifest {
namespace {

namespace fs = std::filesystem;

TEST(Find, TakesTheNearestManifestAbove) {
  const test::TemporaryFolder folder;
  folder.write("assay.yaml", "assay: 1\n...\n");
  folder.write("a/assay.yaml", "assay: 1\n...\n");
  fs::create_directories(folder.path() / "a/b/c");
  fs::create_directories(folder.path() / "d/assay.yaml");  // a folder of that name is none
  EXPECT_EQ(findManifest(folder.path() / "a/b/c").value(), folder.path() / "a/assay.yaml");
  EXPECT_EQ(findManifest(folder.path() / "d").value(), folder.path() / "assay.yaml");
}

TEST(Find, SaysHowToMakeOne) {
  const auto found = findManifest("/");
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, ErrorCode::Usage);
  EXPECT_THAT(found.error().hint, ::testing::HasSubstr("assay scan"));
}

TEST(Find, LoadNamesTheFileInItsErrors) {
  const test::TemporaryFolder folder;
  Diagnostics diagnostics;
  const fs::path file = folder.write("assay.yaml", "assay: [1\n");
  const auto manifest = loadManifest(file, diagnostics);
  ASSERT_FALSE(manifest.has_value());
  EXPECT_EQ(manifest.error().where.file, file.string());
  EXPECT_FALSE(loadManifest(folder.path() / "missing.yaml", diagnostics).has_value());
}

}  // namespace
}  // namespace assay::manifest
