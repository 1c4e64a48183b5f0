// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The library is loaded into a copy of `cat` under the name of GCC's compiler.
#include <gtest/gtest.h>

#include <fstream>

#include "launch/index.h"
#include "launch/overlay.h"
#include "support/process.h"
#include "support/temporary_folder.h"

namespace assay::launch {
namespace {

namespace fs = std::filesystem;

class Redirect : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(source_ / "lib");
    std::ofstream(source_ / "lib" / "a b.h") << "plain";
    std::ofstream(source_ / "other.h") << "other";
    fs::create_symlink(source_ / "lib" / "a b.h", source_ / "link.h");
    std::vector<std::string> refused;
    ASSERT_TRUE(writeOverlay(places_, {{source_.string()}, "", "", {}},
                             {{"lib/a b.h", {"guarded", {5, 0}}}, {"gone.h", {"gone", {}}}}, refused));
    for (const char* name : {"cc1plus", "cat"}) fs::copy_file("/bin/cat", folder_.path() / name);
  }
  std::string readAs(const char* program, const std::string& file) {
    const auto done = test::run({.arguments = {(folder_.path() / program).string(), file},
                                 .folder = source_,
                                 .environment = {{"LD_PRELOAD", ASSAY_REDIRECT_LIBRARY},
                                                 {"ASSAY_LAUNCH_INDEX", places_.index().string()},
                                                 {"ASSAY_LAUNCH_SEEN", seen_.string()}}});
    EXPECT_EQ(done.err, "");
    return done.out;
  }

  test::TemporaryFolder folder_;
  fs::path source_ = folder_.path() / "src";
  Places places_{folder_.path() / "build"};
  fs::path seen_ = folder_.path() / "seen";
};

TEST_F(Redirect, OpensTheGuardedTextHoweverTheFileIsReached) {
  EXPECT_EQ(readAs("cc1plus", "lib/a b.h"), "guarded");
  EXPECT_EQ(readAs("cc1plus", "./lib/../lib/a b.h"), "guarded");
  EXPECT_EQ(readAs("cc1plus", "link.h"), "guarded");
  EXPECT_TRUE(fs::exists(seen_));
}

TEST_F(Redirect, LeavesOtherFilesAlone) {
  EXPECT_EQ(readAs("cc1plus", "other.h"), "other");
  EXPECT_FALSE(fs::exists(seen_));
}

TEST_F(Redirect, LeavesOtherProgramsAlone) {
  EXPECT_EQ(readAs("cat", "lib/a b.h"), "plain");
  EXPECT_FALSE(fs::exists(seen_));
}

TEST_F(Redirect, TakesTheFileWhenTheGuardedTextIsGone) {
  fs::remove_all(places_.folder / "files");
  EXPECT_EQ(readAs("cc1plus", "lib/a b.h"), "plain");
}

TEST_F(Redirect, ReadsNoIndexOfAnotherVersion) {
  std::ofstream(places_.index()) << "assay-index 2\nroot /\n";
  EXPECT_EQ(readAs("cc1plus", "lib/a b.h"), "plain");
}

}  // namespace
}  // namespace assay::launch
