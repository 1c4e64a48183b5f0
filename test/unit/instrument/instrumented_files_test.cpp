// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/instrumented_files.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::instrument {
namespace {

TEST(InstrumentedFiles, TakesSourcesBelowFoldersAndNamedFilesAsTheyAre) {
  const test::TemporaryFolder folder;
  folder.write("a/x.cpp", "");
  folder.write("a/readme.md", "");
  folder.write("a/.git/y.c", "");
  folder.write("a/build/CMakeCache.txt", "");
  folder.write("a/build/z.c", "");
  folder.write("odd.txt", "");
  std::filesystem::create_symlink("x.cpp", folder.path() / "a" / "link.cpp");
  EXPECT_THAT(sourceFilesBelow({folder.path() / "a", folder.path() / "odd.txt", folder.path() / "a"}),
              testing::ElementsAre(folder.path() / "a" / "x.cpp", folder.path() / "odd.txt"));
}

TEST(InstrumentedFiles, AFileThatDoesNotExistIsTheReadersTrouble) {
  EXPECT_THAT(sourceFilesBelow({"/nonexistent/x.c"}), testing::ElementsAre("/nonexistent/x.c"));
}

}  // namespace
}  // namespace assay::instrument
