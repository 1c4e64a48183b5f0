// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a reader that looks again and again has to remember, so that counters it hands on never go down: the
// totals of processes whose segments are gone, and what each process's ticks were first taken for.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <tuple>
#include <vector>

#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// Not thread-safe.
class Accumulator {
 public:
  using IsThere = std::function<bool(const SegmentFile&)>;

  /// Takes what could be read of the folder now. Returns it with all that was read before: of a process whose
  /// segment `isThere` still, but could not be read, what it had; of those that are gone the totals, as one
  /// ended process without files per clock. `secondsPerTick` of a process stays what it was when first known:
  /// each reading calibrates anew, and a sum of seconds would go up and down with it.
  std::vector<ProcessSnapshot> update(std::vector<ProcessSnapshot> now, const IsThere& isThere);

 private:
  // A file of a process: an inode is given out again.
  using Key = std::tuple<std::uint64_t, std::uint64_t, std::uint32_t, std::uint64_t>;

  void retire(const ProcessSnapshot& gone);

  std::map<Key, ProcessSnapshot> present_;
  std::vector<ProcessSnapshot> gone_;
};

}  // namespace assay::telemetry
