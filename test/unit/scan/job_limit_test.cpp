// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/job_limit.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "support/temporary_folder.h"

namespace assay::scan {
namespace {

constexpr std::size_t kMega = std::size_t{1} << 20;
constexpr std::size_t kUnbounded = std::numeric_limits<std::size_t>::max();

/// A machine made of the files that the kernel would show.
class Machine : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("proc/self/status", "Name:\tassay\nCpus_allowed:\tff\nCpus_allowed_list:\t0-7\n");
    folder_.write("proc/meminfo", "MemTotal: 16000000 kB\nMemFree: 1 kB\nMemAvailable:    8388608 kB\n");
  }
  [[nodiscard]] Capacity read() const { return readCapacity(folder_.path()); }

  test::TemporaryFolder folder_;
};

TEST(JobLimit, IsOnePerCoreWhenNothingIsAsked) {
  EXPECT_EQ(jobLimit(0, 100, 0, {8, kUnbounded}), 8U);
}

TEST(JobLimit, TakesMoreThanTheCoresWhenAsked) {
  EXPECT_EQ(jobLimit(12, 100, 0, {8, kUnbounded}), 12U);
}

TEST(JobLimit, IsNeverMoreThanTheTasksAndNeverNone) {
  EXPECT_EQ(jobLimit(0, 3, 0, {8, kUnbounded}), 3U);
  EXPECT_EQ(jobLimit(5, 3, 0, {8, kUnbounded}), 3U);
  EXPECT_EQ(jobLimit(0, 0, 0, {8, kUnbounded}), 1U);
}

TEST(JobLimit, HoldsWhatFitsIntoMemoryWhateverWasAsked) {
  EXPECT_EQ(jobLimit(0, 100, 600 * kMega, {8, 3000 * kMega}), 5U);
  EXPECT_EQ(jobLimit(8, 100, 600 * kMega, {8, 3000 * kMega}), 5U);
  EXPECT_EQ(jobLimit(8, 100, 600 * kMega, {8, 3000 * kMega - 1}), 4U);
}

TEST(JobLimit, IsOneWhenNotEvenOneFits) {
  EXPECT_EQ(jobLimit(8, 100, 600 * kMega, {8, 0}), 1U);
}

TEST(JobLimit, OfThisMachineIsBetweenOneAndTheTasks) {
  EXPECT_GE(jobLimit(0, 2, kMega), 1U);
  EXPECT_LE(jobLimit(0, 2, kMega), 2U);
}

TEST_F(Machine, GivesItsCoresAndWhatIsAvailable) {
  EXPECT_EQ(read().cores, 8U);
  EXPECT_EQ(read().bytes, 8192 * kMega);
}

TEST_F(Machine, CountsTheCoresOfTheAffinityMask) {
  folder_.write("proc/self/status", "Cpus_allowed_list:\t0-2,5,8-9\n");
  EXPECT_EQ(read().cores, 6U);
}

TEST_F(Machine, IsBoundedByAGroupOfVersionTwoAndThoseAboveIt) {
  folder_.write("proc/self/cgroup", "0::/outer/inner\n");
  folder_.write("sys/fs/cgroup/outer/cpu.max", "150000 100000\n");
  folder_.write("sys/fs/cgroup/outer/inner/cpu.max", "max 100000\n");
  folder_.write("sys/fs/cgroup/outer/memory.max", "2147483648\n");
  folder_.write("sys/fs/cgroup/outer/memory.current", "1073741824\n");
  folder_.write("sys/fs/cgroup/outer/inner/memory.max", "max\n");
  folder_.write("sys/fs/cgroup/outer/inner/memory.current", "1024\n");
  EXPECT_EQ(read().cores, 2U);
  EXPECT_EQ(read().bytes, 1024 * kMega);
}

TEST_F(Machine, CountsFilePagesOfAGroupAsFree) {
  folder_.write("proc/self/cgroup", "0::/\n");
  folder_.write("sys/fs/cgroup/memory.max", "2147483648\n");
  folder_.write("sys/fs/cgroup/memory.current", "2147483648\n");
  folder_.write("sys/fs/cgroup/memory.stat", "anon 5\ninactive_file 536870912\nactive_file 536870912\n");
  EXPECT_EQ(read().bytes, 1024 * kMega);
}

TEST_F(Machine, IsBoundedByGroupsOfVersionOne) {
  folder_.write("proc/self/cgroup", "5:cpu,cpuacct:/job\n4:memory:/job\n0::/\n");
  folder_.write("sys/fs/cgroup/cpu/job/cpu.cfs_quota_us", "300000\n");
  folder_.write("sys/fs/cgroup/cpu/job/cpu.cfs_period_us", "100000\n");
  folder_.write("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "1073741824\n");
  folder_.write("sys/fs/cgroup/memory/job/memory.usage_in_bytes", "1073741824\n");
  folder_.write("sys/fs/cgroup/memory/job/memory.stat", "cache 9\ntotal_inactive_file 536870912\n");
  EXPECT_EQ(read().cores, 3U);
  EXPECT_EQ(read().bytes, 512 * kMega);
}

// Inside a container the group's path is the host's, and its files are at the top of the mount.
TEST_F(Machine, IsBoundedByAContainerWhoseGroupPathIsNotThere) {
  folder_.write("proc/self/cgroup", "5:cpu:/docker/1234\n4:memory:/docker/1234\n");
  folder_.write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "100000\n");
  folder_.write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
  folder_.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1073741824\n");
  folder_.write("sys/fs/cgroup/memory/memory.usage_in_bytes", "0\n");
  EXPECT_EQ(read().cores, 1U);
  EXPECT_EQ(read().bytes, 1024 * kMega);
}

TEST_F(Machine, IsNotBoundedByWhatIsUnlimited) {
  folder_.write("proc/self/cgroup", "5:cpu:/\n4:memory:/\n0::/\n");
  folder_.write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
  folder_.write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
  folder_.write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
  folder_.write("sys/fs/cgroup/memory/memory.usage_in_bytes", "4096\n");
  folder_.write("proc/self/limits",
                "Max address space         unlimited            unlimited            bytes\n");
  folder_.write("proc/self/statm", "1000 1 1 1 0 1 0\n");
  EXPECT_EQ(read().cores, 8U);
  EXPECT_EQ(read().bytes, 8192 * kMega);
}

TEST_F(Machine, IsBoundedByALimitOnTheAddressSpace) {
  folder_.write("proc/self/limits",
                "Max address space         1073741824           unlimited            bytes\n");
  folder_.write("proc/self/statm", "0 1 1 1 0 1 0\n");
  EXPECT_EQ(read().bytes, 1024 * kMega);
}

TEST(Capacity, OfAMachineThatTellsNothingIsItsCoresAndUnboundedMemory) {
  const test::TemporaryFolder empty;
  EXPECT_GE(readCapacity(empty.path()).cores, 1U);
  EXPECT_EQ(readCapacity(empty.path()).bytes, kUnbounded);
}

}  // namespace
}  // namespace assay::scan
