// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/segments.h"

#include <gmock/gmock.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::telemetry {
namespace {

namespace fs = std::filesystem;

std::string segmentOf(std::uint32_t pid) {
  test::SegmentImage image;
  image.header.pid = pid;
  const auto shard = image.addShard(image.addSite(1, "f"));
  for (int i = 0; i < 5; ++i) image.call(shard, 100);
  return image.bytes();
}

TEST(Segments, TheFolderIsAssayDirOrTheUsersOwn) {
  ::setenv("ASSAY_DIR", "/elsewhere", 1);
  EXPECT_EQ(segmentFolder(), "/elsewhere");
  ::setenv("ASSAY_DIR", "", 1);
  EXPECT_EQ(segmentFolder(), "/dev/shm/assay-" + std::to_string(::geteuid()));
  ::unsetenv("ASSAY_DIR");
  EXPECT_EQ(segmentFolder(), "/dev/shm/assay-" + std::to_string(::geteuid()));
}

TEST(Segments, AreListedByNameAndWithoutForeignFiles) {
  const test::TemporaryFolder folder;
  for (const char* name : {"b.assayseg", "a.assayseg", "notes.txt", "c.assayseg.tmp"}) folder.write(name, "");
  EXPECT_THAT(*listSegments(folder.path()),
              testing::ElementsAre(folder.path() / "a.assayseg", folder.path() / "b.assayseg"));
}

TEST(Segments, AMissingFolderHasNone) {
  EXPECT_TRUE(listSegments("/nowhere/at/all")->empty());
}

TEST(Segments, OfOneProcessAreOneOrEachForItself) {
  const test::TemporaryFolder folder;
  folder.write("1-1.assayseg", segmentOf(1));
  folder.write("1-2.assayseg", segmentOf(1));
  Diagnostics diagnostics;
  const auto parts = collectParts(folder.path(), diagnostics);
  ASSERT_EQ(parts->processes.size(), 2u);
  EXPECT_EQ(parts->processes[1].sites.at(0).calls, 5u);
  const auto joined = collect(folder.path(), diagnostics);
  ASSERT_EQ(joined->processes.size(), 1u);
  EXPECT_EQ(joined->processes[0].sites.at(0).calls, 10u);
}

TEST(Segments, AFileInsteadOfAFolderIsAnError) {
  const test::TemporaryFolder folder;
  const auto files = listSegments(folder.write("f", ""));
  ASSERT_FALSE(files);
  EXPECT_THAT(files.error().message, testing::HasSubstr("Not a directory"));
}

TEST(Segments, OneThatCannotBeReadIsADiagnosticAndTheRestIsRead) {
  const test::TemporaryFolder folder;
  folder.write("1.assayseg", segmentOf(1));
  folder.write("2.assayseg", "this is not a segment");
  folder.write("3.assayseg", segmentOf(3));
  folder.write("4.assayseg", "");
  Diagnostics diagnostics;
  const auto collection = collect(folder.path(), diagnostics);
  ASSERT_TRUE(collection);
  ASSERT_EQ(collection->processes.size(), 2u);
  EXPECT_EQ(collection->processes[0].pid, 1u);
  EXPECT_EQ(collection->processes[1].pid, 3u);
  EXPECT_EQ(collection->unreadable, 1u);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].id, "assay-telemetry-001");
  EXPECT_EQ(diagnostics.all()[0].where.file, folder.path() / "2.assayseg");
}

TEST(Segments, OnlyValidSegmentsOfEndedProcessesAreForgotten) {
  const test::TemporaryFolder folder;
  folder.write("ended.assayseg", segmentOf(1));
  folder.write("running.assayseg", segmentOf(2));
  folder.write("garbage.assayseg", "this is not a segment");
  folder.write("notes.txt", "x");
  Diagnostics ignored, diagnostics;
  auto collection = collect(folder.path(), ignored);
  collection->processes.at(1).state = ProcessState::Running;
  const Forgotten forgotten = forgetEnded(*collection, diagnostics);
  EXPECT_EQ(forgotten.processes, 1u);
  EXPECT_EQ(forgotten.calls, 5u);
  EXPECT_TRUE(diagnostics.all().empty());
  EXPECT_FALSE(fs::exists(folder.path() / "ended.assayseg"));
  for (const char* name : {"running.assayseg", "garbage.assayseg", "notes.txt"})
    EXPECT_TRUE(fs::exists(folder.path() / name)) << name;
}

// The next start of the program is to find it.
TEST(Segments, ACrashThatNobodyHasLookedAtIsNotForgotten) {
  const test::TemporaryFolder folder;
  for (const std::uint32_t mark : {vocabulary::kSiteCrashed, 0u}) {
    test::SegmentImage image;
    image.header.crashSignal = 11;
    image.addSite(1, "f", mark);
    folder.write("1.assayseg", image.bytes());
    Diagnostics diagnostics;
    const auto collection = collect(folder.path(), diagnostics);
    EXPECT_EQ(forgetEnded(*collection, diagnostics).processes, mark != 0 ? 0u : 1u);
  }
}

TEST(Segments, AFileThatTookTheEndedOnesPlaceStays) {
  const test::TemporaryFolder folder;
  const fs::path path = folder.write("1.assayseg", segmentOf(1));
  Diagnostics diagnostics;
  const auto collection = collect(folder.path(), diagnostics);
  fs::rename(folder.write("new", segmentOf(2)), path);
  EXPECT_EQ(forgetEnded(*collection, diagnostics).processes, 0u);
  EXPECT_TRUE(fs::exists(path));
}

}  // namespace
}  // namespace assay::telemetry
