// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether the process that writes a segment is still there. The pid alone does not tell (it is given out
// again), nor does its start time (exec keeps it): the process must have the segment mapped.
#pragma once

#include <cstdint>

#include "telemetry/snapshot.h"

namespace assay::telemetry {

struct ProcessIdentity {
  std::uint32_t pid = 0;
  std::uint64_t start = 0;  ///< field 22 of /proc/PID/stat, in clock ticks since boot
};

/// False only when it is certain: no such process, another one under its pid, a zombie, or one that no longer
/// maps the segment. Where /proc may not be looked at (another user's process) what can be seen decides. Both
/// processes must be in one PID namespace.
bool isRunning(const ProcessIdentity& process, const SegmentFile& segment);

/// Memory that a process has in RAM (its resident set), in bytes; 0 when that cannot be seen.
std::uint64_t residentBytes(std::uint32_t pid);

}  // namespace assay::telemetry
