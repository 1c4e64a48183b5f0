// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "assay/relative_paths.h"

#include <gtest/gtest.h>

#include "support/temporary_folder.h"

namespace assay::tool {
namespace {

TEST(RelativePaths, WhatStandsInFrontOfThem) {
  EXPECT_EQ(pathsPrefix("/a/lib", "/a"), "lib/");
  EXPECT_EQ(pathsPrefix("/a/lib/x", "/a"), "lib/x/");
  EXPECT_EQ(pathsPrefix("/a", "/a"), "");
  EXPECT_EQ(pathsPrefix("/a", "/a/lib"), "");
  EXPECT_EQ(pathsPrefix("/b", "/a"), "");
}

TEST(RelativePaths, TheFolderHasToBeThere) {
  const test::TemporaryFolder folder;
  config::Settings settings;
  EXPECT_EQ(pathsBase(settings).value(), std::filesystem::canonical("."));
  settings.set("relative-to", {folder.path().string()});
  EXPECT_EQ(pathsBase(settings).value(), std::filesystem::canonical(folder.path()));
  folder.write("file", "");
  for (const char* name : {"nowhere", "file"}) {
    settings.set("relative-to", {(folder.path() / name).string()});
    EXPECT_EQ(pathsBase(settings).error().code, ErrorCode::Usage);
  }
}

}  // namespace
}  // namespace assay::tool
