// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is known of calls by the size of their input, added up: over threads, files and processes. As in
// site_totals.h sums stop at the largest number.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "telemetry/snapshot.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

/// Adds what one thread's shard has counted.
void addShardSizes(InputSizes& to, const vocabulary::Shard& shard);

/// Adds calls or errors that ran over: a bucket of vocabulary::CarryRecord from kFirstSizeCarry on, below
/// kCarryCellCount.
void carrySizes(InputSizes& to, std::uint32_t bucket, std::uint64_t count);

void addSizes(InputSizes& to, const InputSizes& from);

/// One bucket that has calls, over processes of whatever clocks.
struct SizeRow {
  std::uint64_t from = 0;
  std::optional<std::uint64_t> to = {};  ///< exclusive; empty: no end
  std::uint64_t calls = 0;
  std::uint64_t errors = 0;
  std::optional<double> meanSeconds = {};  ///< empty: no clock can be converted
};

struct SizeRange {
  std::uint64_t from = 0;
  std::optional<std::uint64_t> to = {};  ///< exclusive; empty: no end
};

/// The size of the input of a failed call; empty when it had none.
std::optional<SizeRange> sizesOf(const Failure& failure);

/// The mean size, taking each bucket's sizes for its middle: the true one is within a third of it. Empty when
/// no call has a size, or some have one in the bucket without end.
std::optional<double> meanSize(const std::vector<SizeRow>& rows);

/// The largest size that there may have been: inclusive, less than twice the true one. Empty as above.
std::optional<std::uint64_t> largestSize(const std::vector<SizeRow>& rows);

/// A function's sizes while its processes are added up.
class SizeTable {
 public:
  void add(const InputSizes& sizes, double secondsPerTick);

  /// By size; empty when no call had one.
  [[nodiscard]] std::vector<SizeRow> rows() const;

 private:
  struct Time {
    double seconds = 0;
    double calls = 0;
  };
  InputSizes total_;
  std::vector<Time> times_;
};

}  // namespace assay::telemetry
