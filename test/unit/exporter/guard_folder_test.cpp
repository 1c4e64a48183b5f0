// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/guard_folder.h"

#include <gmock/gmock.h>

#include "support/temporary_folder.h"

namespace assay::exporter {
namespace {

namespace fs = std::filesystem;
using ::testing::EndsWith;

class GuardFolder : public ::testing::Test {
 protected:
  fs::path made(const char* name, fs::perms permissions) {
    fs::create_directory(folder_.path() / name);
    fs::permissions(folder_.path() / name, permissions);
    return folder_.path() / name;
  }
  test::TemporaryFolder folder_;
};

TEST_F(GuardFolder, OnesOwnOrOneThatCanBeMade) {
  EXPECT_EQ(whyUnusable(made("own", fs::perms::owner_all)), "");
  EXPECT_EQ(whyUnusable(folder_.path() / "not-yet"), "");
}

TEST_F(GuardFolder, OthersAreRefusedAsGuardsRefuseThem) {
  EXPECT_EQ(whyUnusable(made("shared", fs::perms::all)), "others may write to it");
  EXPECT_EQ(whyUnusable(folder_.write("file", "")), "it is no folder");
  fs::create_directory_symlink(folder_.path(), folder_.path() / "link");
  EXPECT_EQ(whyUnusable(folder_.path() / "link"), "it is a symbolic link");
  EXPECT_THAT(whyUnusable(folder_.path() / "not-there/folder"),
              EndsWith("not-there: No such file or directory"));
  EXPECT_NE(whyUnusable(folder_.path() / "file/folder"), "");
}

}  // namespace
}  // namespace assay::exporter
