// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/join_segments.h"

#include <gtest/gtest.h>

namespace assay::telemetry {
namespace {

ProcessSnapshot part(std::uint32_t pid, const char* file, std::vector<SiteCounts> sites) {
  ProcessSnapshot snapshot;
  snapshot.files.push_back({file, 1, pid});
  snapshot.pid = pid;
  snapshot.program = "/bin/p";
  snapshot.sites = std::move(sites);
  return snapshot;
}

SiteCounts site(std::uint64_t id, std::uint64_t calls) {
  SiteCounts counts;
  counts.id = id;
  counts.calls = calls;
  counts.abandoned = calls;
  counts.maxDepth = static_cast<std::uint32_t>(calls);
  return counts;
}

TEST(JoinSegments, TheFilesOfOneProcessAreOne) {
  std::vector<ProcessSnapshot> parts = {part(1, "a", {site(5, 10), site(7, 1)}), part(2, "b", {site(5, 100)}),
                                        part(1, "c", {site(5, 20), site(6, 2)})};
  parts[0].observedSeconds = 9;
  parts[2].residentBytes = 4096;
  parts[2].observedSeconds = 3;
  parts[0].startRealtime = 100;
  parts[2].startRealtime = 106;
  parts[0].guardsOn = false;
  parts[0].lostCalls = 1;
  parts[2].lostCalls = 2;
  const auto processes = joinSegments(parts);
  ASSERT_EQ(processes.size(), 2u);
  EXPECT_EQ(processes[0].files.size(), 2u);
  EXPECT_EQ(processes[0].lostCalls, 3u);
  EXPECT_FALSE(processes[0].guardsOn) << "the oldest segment follows the switch";
  EXPECT_EQ(processes[0].observedSeconds, 9);
  EXPECT_EQ(processes[0].residentBytes, 4096u) << "of one process, not of each of its files";
  EXPECT_EQ(processes[0].startRealtime, 100u);
  ASSERT_EQ(processes[0].sites.size(), 3u);
  EXPECT_EQ(processes[0].sites[0].calls, 30u);
  EXPECT_EQ(processes[0].sites[0].abandoned, 30u);
  EXPECT_EQ(processes[0].sites[0].maxDepth, 20u);
  EXPECT_EQ(processes[0].sites[1].id, 6u);
  EXPECT_EQ(processes[0].sites[2].id, 7u);
  EXPECT_EQ(processes[1].sites[0].calls, 100u);
}

TEST(JoinSegments, WhatWasBeforeAnExecStaysApart) {
  ProcessSnapshot before = part(1, "a", {}), otherProgram = part(1, "b", {}), now = part(1, "c", {});
  otherProgram.program = "/bin/q";
  now.state = ProcessState::Running;
  EXPECT_EQ(joinSegments({before, otherProgram, now}).size(), 3u);
}

TEST(JoinSegments, ARecycledPidIsAnotherProcess) {
  ProcessSnapshot first = part(1, "a", {}), second = part(1, "b", {});
  second.processStart = 9;
  EXPECT_EQ(joinSegments({first, second}).size(), 2u);
}

}  // namespace
}  // namespace assay::telemetry
