// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function did in one window of time, with no room for what did not happen: a review holds some dozen
// windows of thousands of functions. Durations are nanoseconds.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "insight/clusters.h"
#include "telemetry/snapshot.h"

namespace assay::insight {

/// Timed calls whose input had something in common.
struct Cell {
  double calls = 0;
  double errors = 0;
  double nanoseconds = 0;

  bool operator==(const Cell&) const = default;
};

/// What timed calls did to memory, of those of which it is known. Bytes.
struct Memory {
  double calls = 0;
  double allocated = 0;
  double freed = 0;

  [[nodiscard]] double kept() const { return allocated - freed; }
  bool operator==(const Memory&) const = default;
};

struct Window {
  double calls = 0;
  double errors = 0;
  double timed = 0;
  double estimated = 0;    ///< those of `timed` that another one stands for: not each call is timed
  double nanoseconds = 0;  ///< of the timed calls together
  double longest = 0;
  bool entryOnly = false;                                     ///< neither errors nor times are known
  std::vector<std::pair<unsigned, std::uint64_t>> latencies;  ///< buckets of vocabulary/histogram.h
  std::map<unsigned, Cell> sizes;                             ///< buckets of vocabulary/size_bucket.h
  /// Of exported metrics, in place of `sizes`: each bucket stands for those of firstOfExportedSizes() as
  /// well, and no times are known.
  std::map<unsigned, Cell> coarseSizes = {};
  std::map<std::string, Cell> types;                            ///< foreign text; "" = others
  std::vector<std::pair<std::string, double>> errorKinds = {};  ///< by name: foreign text
  Memory memory = {};
  std::int64_t start = 0;  ///< seconds since 1970; 0 = not known
};

/// The counts in nanoseconds, as a history keeps them.
Window windowOf(const telemetry::SiteCounts& counts);

/// Adds another window's numbers; it begins where the first of both does.
void addWindow(Window& to, const Window& from);

/// All windows as one.
Window sumOf(std::span<const Window> windows);

/// The histogram in full.
telemetry::Histogram histogramOf(const Window& window);

/// Time over timed calls, and errors over calls, window by window.
std::vector<Part> times(std::span<const Window> windows);
std::vector<Part> errors(std::span<const Window> windows);

}  // namespace assay::insight
