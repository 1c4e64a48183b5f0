// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "experiment/control_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>
#include <vector>

#include "fuzz/control_properties.h"
#include "support/file.h"
#include "support/temporary_folder.h"

namespace assay::experiment {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Expected<void> setShare(const fs::path& file, std::uint64_t id, unsigned share) {
  return changeControlFile(file, [&](Experiments& all) -> Expected<void> {
    experimentWith(id, all).share = share;
    return {};
  });
}

TEST(ControlFile, NoneIsNoExperiment) {
  const test::TemporaryFolder folder;
  const auto read = readControlFile(folder.path() / "none");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->empty());
}

TEST(ControlFile, ComesBackAsItWasWritten) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "sub" / "control";
  ControlledExperiment one{.id = 7,
                           .name = "ns::rankUsersFast",
                           .share = 250,
                           .state = ControlState::Stopped,
                           .salt = 9,
                           .errorLimit = 3,
                           .stoppedBy = 11,
                           .revision = 13};
  ASSERT_TRUE(changeControlFile(file, [&](Experiments& all) -> Expected<void> {
    all = {one};
    return {};
  }));
  ASSERT_TRUE(setShare(file, 3, 10));
  const auto read = readControlFile(file);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2u);
  EXPECT_EQ((*read)[0].id, 3u);
  EXPECT_EQ((*read)[1], one);
  EXPECT_EQ(fs::status(file).permissions() & fs::perms::all, fs::perms(0600));
}

TEST(ControlFile, AChangeThatFailsChangesNothing) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_TRUE(setShare(file, 3, 10));
  const std::string before = *readFile(file);
  EXPECT_FALSE(changeControlFile(file, [&](Experiments& all) -> Expected<void> {
    all.clear();
    return fail(ErrorCode::Usage, "no");
  }));
  EXPECT_EQ(*readFile(file), before);
}

// Whatever is wrong with the file, it is said, and never taken for a share.
TEST(ControlFile, EveryDamageIsFound) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_TRUE(setShare(file, 3, 10));
  const std::string whole = *readFile(file);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    ASSERT_TRUE(writeFileAtomically(file, damaged));
    EXPECT_FALSE(readControlFile(file)) << "byte " << i;
    ASSERT_TRUE(writeFileAtomically(file, whole.substr(0, i)));
    EXPECT_FALSE(readControlFile(file)) << "cut to " << i;
  }
  ASSERT_TRUE(writeFileAtomically(file, whole + "x"));
  EXPECT_FALSE(readControlFile(file));
}

TEST(ControlFile, WhateverStandsInItIsForTheToolWhatItIsForAProcess) {
  const test::TemporaryFolder folder;
  unsigned seeds = 0;
  for (const auto& seed : fs::directory_iterator(fs::path(ASSAY_TEST_FOLDER) / "fuzz/corpus/control")) {
    const std::string bytes = fuzz::controlBytes(*readFile(seed.path()));
    EXPECT_TRUE(fuzz::controlHolds(bytes, folder.path() / "control")) << seed.path();
    ++seeds;
  }
  EXPECT_GE(seeds, 12u);
}

TEST(ControlFile, NothingInTheWayIsWaitedFor) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_EQ(mkfifo((file.string() + "." + std::to_string(getpid())).c_str(), 0600), 0);
  ASSERT_EQ(mkfifo((file.string() + vocabulary::kControlLockSuffix).c_str(), 0600), 0);
  EXPECT_TRUE(setShare(file, 3, 10));
}

TEST(ControlFile, ANewerVersionIsSaid) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_TRUE(setShare(file, 3, 10));
  std::string bytes = *readFile(file);
  bytes[8] = 2;
  ASSERT_TRUE(writeFileAtomically(file, bytes));
  const auto read = readControlFile(file);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("newer version"));
}

TEST(ControlFile, WhatOthersMayWriteToIsRefusedAndSoIsALink) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_TRUE(setShare(file, 3, 10));
  fs::create_symlink(file, folder.path() / "link");
  EXPECT_FALSE(readControlFile(folder.path() / "link"));
  ASSERT_EQ(chmod(file.c_str(), 0666), 0);
  EXPECT_FALSE(readControlFile(file));
  EXPECT_FALSE(readControlFile(folder.path()));
}

TEST(ControlFile, OneThatHasAnExperimentTwiceIsRefused) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_TRUE(changeControlFile(file, [](Experiments& all) -> Expected<void> {
    all = {{.id = 3, .share = 0}, {.id = 4}, {.id = 3, .share = 10}};
    return {};
  }));
  const auto read = readControlFile(file);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("twice"));
}

// Another user's programs refuse what is root's alone, and could not change it.
TEST(ControlFile, WhatRootWritesBelongsToTheOwnerOfTheFolder) {
  if (geteuid() != 0) GTEST_SKIP() << "only root writes for others";
  constexpr uid_t kSomebody = 65534;
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_EQ(chown(folder.path().c_str(), kSomebody, kSomebody), 0);
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(setShare(file, 3, 10)) << "and again";
    for (const char* end : {"", vocabulary::kControlLockSuffix}) {
      struct stat facts = {};
      ASSERT_EQ(stat((file.string() + end).c_str(), &facts), 0);
      EXPECT_EQ(facts.st_uid, kSomebody) << end;
    }
  }
  ASSERT_EQ(chown(file.c_str(), kSomebody - 1, 0), 0);
  const auto read = readControlFile(file);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().hint, HasSubstr("as its owner"));
}

TEST(ControlFile, ChangesAtOnceAreAllKept) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  std::vector<std::thread> all;
  for (unsigned i = 0; i < 8; ++i)
    all.emplace_back([&, i] {
      for (unsigned k = 0; k < 8; ++k) EXPECT_TRUE(setShare(file, 1 + i * 8 + k, i));
    });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(readControlFile(file)->size(), 64u);
}

TEST(ControlFile, SaysWhyAProcessStoppedIt) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "control";
  ASSERT_TRUE(changeControlFile(file, [](Experiments& all) -> Expected<void> {
    experimentWith(1, all).stoppedFor = StopReason::Time;
    experimentWith(2, all);
    experimentWith(3, all).stoppedFor = StopReason::Crash;
    return {};
  }));
  EXPECT_EQ(readControlFile(file)->at(2).stoppedFor, StopReason::Crash);
  EXPECT_EQ(readControlFile(file)->at(0).stoppedFor, StopReason::Time);
  EXPECT_EQ(readControlFile(file)->at(1).stoppedFor, StopReason::Errors);
}

}  // namespace
}  // namespace assay::experiment
