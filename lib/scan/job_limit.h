// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many threads may parse at once: as many as there are cores for this process, tasks to do, and memory
// for their units. Containers, taskset, ulimit and prlimit are respected, because a scan that is killed for
// its memory has found nothing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>

namespace assay::scan {

/// What this process may still use.
struct Capacity {
  unsigned cores = 1;                                           ///< at least 1
  std::size_t bytes = std::numeric_limits<std::size_t>::max();  ///< max = nothing is known to bound it
};

/// Cores: the affinity mask, and the cpu quota of the cgroup and those above it. Bytes: the least of what the
/// machine has available, what each cgroup has left (file pages count as free), and what `ulimit -v` leaves.
/// `root` is where /proc and /sys are. What cannot be read does not bound.
Capacity readCapacity(const std::filesystem::path& root = "/");

/// `asked` threads (0 = one per core), at most one per task, at most as many as `bytesPerTask` (0 = nothing
/// to speak of) fit in; never none.
unsigned jobLimit(unsigned asked, std::size_t tasks, std::size_t bytesPerTask, const Capacity& capacity);

/// The same for this machine, now.
unsigned jobLimit(unsigned asked, std::size_t tasks, std::size_t bytesPerTask);

}  // namespace assay::scan
