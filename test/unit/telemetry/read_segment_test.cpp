// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/read_segment.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>
#include <string>

#include "support/segment_image.h"
#include "support/temporary_folder.h"
#include "telemetry/segment_header.h"

namespace assay::telemetry {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

test::SegmentImage oneCall() {
  test::SegmentImage image;
  image.call(image.addShard(image.addSite(1, "f")), 100);
  return image;
}

TEST(ReadSegment, AnotherBootsProcessHasEnded) {
  const test::TemporaryFolder folder;
  const fs::path path = folder.write("a.assayseg", oneCall().bytes());
  const auto snapshot = readSegment(path);
  ASSERT_TRUE(snapshot) << snapshot.error().message;
  EXPECT_EQ(snapshot->state, ProcessState::Ended);
  EXPECT_DOUBLE_EQ(snapshot->observedSeconds, 2.0);
  ASSERT_EQ(snapshot->files.size(), 1u);
  EXPECT_EQ(snapshot->files[0].path, path);
  EXPECT_EQ(snapshot->sites[0].calls, 1u);
}

TEST(ReadSegment, ThisProcessRunsWhileItMapsTheFile) {
  const test::TemporaryFolder folder;
  test::SegmentImage image = oneCall();
  test::makeOwn(image.header);
  const fs::path path = folder.write("a.assayseg", image.bytes());
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  void* memory = ::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  const auto running = readSegment(path);
  ::munmap(memory, 4096);
  EXPECT_EQ(running->state, ProcessState::Running);
  EXPECT_GT(running->observedSeconds, 0);
  EXPECT_LT(running->observedSeconds, 600);
  EXPECT_EQ(readSegment(path)->state, ProcessState::Ended);
}

TEST(ReadSegment, NothingThere) {
  const auto snapshot = readSegment("/nowhere/a.assayseg");
  EXPECT_EQ(snapshot.error().message, "cannot open the segment: No such file or directory");
  EXPECT_EQ(snapshot.error().where.file, "/nowhere/a.assayseg");
}

TEST(ReadSegment, ASymbolicLinkIsNotFollowed) {
  const test::TemporaryFolder folder;
  fs::create_symlink(folder.write("real.assayseg", oneCall().bytes()), folder.path() / "link.assayseg");
  EXPECT_THAT(readSegment(folder.path() / "link.assayseg").error().message, HasSubstr("symbolic link"));
}

TEST(ReadSegment, AFifoDoesNotBlock) {
  const test::TemporaryFolder folder;
  const fs::path path = folder.path() / "f.assayseg";
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  EXPECT_THAT(readSegment(path).error().message, HasSubstr("no regular file"));
}

TEST(ReadSegment, AFolderIsNoSegment) {
  const test::TemporaryFolder folder;
  EXPECT_THAT(readSegment(folder.path()).error().message, HasSubstr("no regular file"));
}

TEST(ReadSegment, AHugeSparseFileIsRefused) {
  const test::TemporaryFolder folder;
  const fs::path path = folder.write("f.assayseg", oneCall().bytes());
  if (::truncate(path.c_str(), off_t{1} << 40) != 0) GTEST_SKIP() << "no sparse files here";
  EXPECT_THAT(readSegment(path).error().message, HasSubstr("too large"));
}

// A file of a few kilobytes on the disk, and as large as a segment may be, in which the header's counts lie.
TEST(ReadSegment, ASparseFileThatClaimsALotIsRefusedBeforeThereIsMemoryForIt) {
  const auto said = [](const std::function<void(vocabulary::SegmentHeader&)>& claim) {
    const test::TemporaryFolder folder;
    const fs::path path = folder.write("f.assayseg", oneCall().bytes(claim));
    if (::truncate(path.c_str(), off_t{kLargestSegment}) != 0)
      throw std::runtime_error("no sparse files here");
    const auto read = readSegment(path);
    return read ? std::string("content") : read.error().message;
  };
  constexpr std::uint32_t kMost = ~0u;
  EXPECT_THAT(said([](auto& h) { h.nameUsed = h.nameCapacity = kMost - 8192; }),
              HasSubstr("4294959103 bytes of names"));
  EXPECT_THAT(said([](auto& h) { h.carryCount = h.carryCapacity = kMost / 17; }),
              HasSubstr("252645135 carries"));
  EXPECT_THAT(said([](auto& h) { h.siteCount = h.siteCapacity = kMost / 33; }), HasSubstr("130150524 sites"));
  EXPECT_THAT(said([](auto& h) { h.typeCount = h.typeCapacity = kMost / 17; }), HasSubstr("252645135 types"));
}

// Each name may be as long as all names together: that many sites would have them all a thousand times.
TEST(ReadSegment, ANameLongerThanAnySiteHasIsDamage) {
  test::SegmentImage image;
  image.addShard(image.addSite(7, std::string(vocabulary::kLongestSiteName + 1, 'x')));
  const test::TemporaryFolder folder;
  EXPECT_THAT(readSegment(folder.write("f.assayseg", image.bytes())).error().message,
              HasSubstr("has 1025 bytes"));
}

TEST(ReadSegment, UnfinishedIsAFileWithoutMagicAndNothingElse) {
  const test::TemporaryFolder folder;
  EXPECT_TRUE(isUnfinishedSegment(folder.write("empty.assayseg", "")));
  EXPECT_TRUE(isUnfinishedSegment(folder.write("zeros.assayseg", std::string(4096, '\0'))));
  EXPECT_FALSE(isUnfinishedSegment(folder.write("text.assayseg", "garbage!")));
  EXPECT_FALSE(isUnfinishedSegment(folder.path()));
  EXPECT_FALSE(isUnfinishedSegment(folder.path() / "none"));
}

}  // namespace
}  // namespace assay::telemetry
