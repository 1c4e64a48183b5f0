// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/read_segment.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/segment_image.h"
#include "support/temporary_folder.h"

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
