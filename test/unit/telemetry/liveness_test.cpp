// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/liveness.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "support/segment_image.h"
#include "support/temporary_folder.h"

namespace assay::telemetry {
namespace {

// A file that this process maps, as a guarded program maps its segment.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    struct stat status{};
    ::fstat(descriptor, &status);
    file_ = {path, status.st_dev, status.st_ino};
    memory_ = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() { unmap(); }

  void unmap() {
    if (memory_ != nullptr) ::munmap(memory_, 4096);
    memory_ = nullptr;
  }
  [[nodiscard]] const SegmentFile& file() const { return file_; }

 private:
  SegmentFile file_;
  void* memory_ = nullptr;
};

class Liveness : public testing::Test {
 protected:
  test::TemporaryFolder folder_;
  MappedFile mapped_{folder_.write("a segment.assayseg", std::string(4096, '\0'))};
  ProcessIdentity self_{static_cast<std::uint32_t>(::getpid()), test::ownStartTime()};
};

TEST_F(Liveness, AProcessThatMapsTheSegmentRuns) {
  EXPECT_TRUE(isRunning(self_, mapped_.file()));
}

TEST_F(Liveness, AnExecutedProcessKeepsPidAndStartAndNotTheMapping) {
  mapped_.unmap();
  EXPECT_FALSE(isRunning(self_, mapped_.file()));
}

TEST_F(Liveness, AnotherProcessUnderThePidIsNotIt) {
  EXPECT_FALSE(isRunning({self_.pid, self_.start + 1}, mapped_.file()));
}

TEST_F(Liveness, ADeletedSegmentIsStillMapped) {
  std::filesystem::remove(mapped_.file().path);
  EXPECT_TRUE(isRunning(self_, mapped_.file()));
}

TEST_F(Liveness, AnotherFileOfTheSameNameIsNotTheSegment) {
  SegmentFile other = mapped_.file();
  ++other.inode;
  EXPECT_FALSE(isRunning(self_, other));
}

TEST_F(Liveness, OnAFileSystemWithTwoDeviceNumbersTheNameDecides) {
  SegmentFile other = mapped_.file();
  ++other.device;
  EXPECT_TRUE(isRunning(self_, other));
  other.path.replace_filename("b");
  EXPECT_FALSE(isRunning(self_, other));
}

TEST_F(Liveness, PidsThatCannotExistDoNotRun) {
  for (const std::uint32_t pid : {0u, ~0u, 0x80000000u, 0x7FFFFFFFu})
    EXPECT_FALSE(isRunning({pid, self_.start}, mapped_.file()));
}

TEST_F(Liveness, AZombieHasEnded) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  siginfo_t info{};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT), 0);
  EXPECT_FALSE(isRunning({static_cast<std::uint32_t>(child), self_.start}, mapped_.file()));
  ::waitpid(child, nullptr, 0);
}

void* stay(void*) {
  while (true) ::pause();
}

TEST_F(Liveness, AProcessWhoseMainThreadLeftRunsOn) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    pthread_t thread;
    const std::uint64_t start = test::ownStartTime();
    ::pthread_create(&thread, nullptr, stay, nullptr);
    if (::write(ready[1], &start, sizeof start) != sizeof start) ::_exit(1);
    ::syscall(SYS_exit, 0);  // of this thread alone
  }
  std::uint64_t start = 0;
  ASSERT_EQ(::read(ready[0], &start, sizeof start), static_cast<ssize_t>(sizeof start));
  const ProcessIdentity process{static_cast<std::uint32_t>(child), start};
  EXPECT_TRUE(
      isRunning(process, mapped_.file()));  // before or after the main thread left: the answer is the same
  const std::string stat = "/proc/" + std::to_string(child) + "/stat";
  for (std::string text; text.find(") Z ") == std::string::npos;) {
    const int descriptor = ::open(stat.c_str(), O_RDONLY | O_CLOEXEC);
    text.assign(512, '\0');
    ASSERT_GT(::read(descriptor, text.data(), text.size()), 0);
    ::close(descriptor);
  }
  EXPECT_TRUE(isRunning(process, mapped_.file()));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_FALSE(isRunning(process, mapped_.file()));
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST(ResidentBytes, AreThoseInRamNow) {
  const std::uint64_t before = residentBytes(static_cast<std::uint32_t>(::getpid()));
  EXPECT_GT(before, 0u);
  constexpr std::size_t kBytes = std::size_t{64} << 20;
  void* memory =
      ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  EXPECT_GT(residentBytes(static_cast<std::uint32_t>(::getpid())), before + kBytes / 2);
  ::munmap(memory, kBytes);
}

TEST(ResidentBytes, OfAProcessThatIsNotThereAreNotKnown) {
  EXPECT_EQ(residentBytes(0), 0u);
  EXPECT_EQ(residentBytes(~0u), 0u);
}

}  // namespace
}  // namespace assay::telemetry
