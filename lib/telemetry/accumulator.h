// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a reader that looks again and again has to remember, so that counters it hands on never go down: the
// totals of processes whose segments are gone, and what each process's ticks were first taken for.
#pragma once

#include <cstddef>
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

  /// Takes what could be read of the folder now. Returns known(), which is it with all that was read before:
  /// of a process whose segment `isThere` still, but could not be read, what it had; of those that are gone
  /// the totals, as one ended process without files per clock. `secondsPerTick` of a process stays what it
  /// was when first known: each reading calibrates anew, and a sum of seconds would go up and down with it.
  const std::vector<ProcessSnapshot>& update(std::vector<ProcessSnapshot> now, const IsThere& isThere);
  [[nodiscard]] const std::vector<ProcessSnapshot>& known() const { return known_; }

  /// The same in steps, each of which takes the place of what was known: begin(), take() for each, finish().
  void begin();
  void take(ProcessSnapshot process);
  void finish(const IsThere& isThere);

  /// Goes on from what an earlier one's update() returned, kept over a restart. Before the first update().
  void restore(std::vector<ProcessSnapshot> known);

  /// What was read last of those that have gone since forgetRetired(), for who keeps account of each; their
  /// counts are in the totals already.
  [[nodiscard]] const std::vector<ProcessSnapshot>& retired() const { return retired_; }
  void forgetRetired() { retired_.clear(); }
  /// Only who says so has them kept.
  void keepRetired() { keepsRetired_ = true; }

 private:
  // A file of a process: an inode is given out again, after the machine has started again a pid as well.
  using Key = std::tuple<std::uint64_t, std::uint64_t, std::uint32_t, std::uint64_t, std::uint64_t>;

  static Key keyOf(const ProcessSnapshot& process);

  void retire(const ProcessSnapshot& gone);

  std::vector<ProcessSnapshot> known_;      // a thousand processes are large: once
  std::multimap<Key, std::size_t> unseen_;  // places in known_, since begin()
  std::vector<ProcessSnapshot> gone_;
  std::vector<ProcessSnapshot> retired_;
  bool keepsRetired_ = false;
};

}  // namespace assay::telemetry
