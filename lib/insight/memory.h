// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the calls of a function did to memory, between two periods: bytes that a call allocates, and those of
// them that it keeps. What it keeps may be a leak or a result that the caller frees; counts cannot tell these
// apart, so that only what a call keeps more than before is tested. Bytes are not counted by size.
#pragma once

#include <optional>

#include "insight/period.h"

namespace assay::insight {

/// Bytes per call, of the calls of which memory is known. Kept: allocated less freed, below zero where calls
/// free what was there before.
struct MemoryReview {
  double callsBefore = 0;  ///< of which memory is known; 0 = nothing is
  double callsAfter = 0;
  Estimate allocatedBefore;
  Estimate allocatedAfter;
  Change allocated;
  Estimate keptBefore;
  Estimate keptAfter;
  Difference kept;
  /// By how much the mean of the sizes' binary logarithms moved. Not known (infinite) without sizes.
  Difference sizes;
  /// Bytes that a call of the period after allocates more for each unit of size (memory_by_size.h).
  std::optional<Estimate> bySize = {};
};

/// Windows are the witnesses, as with times.
MemoryReview memoryReview(Windows before, Windows after);

/// Whether the sizes of inputs became others, by more than `factor` in the (geometric) mean: larger inputs
/// need more memory, and that is no fault.
bool inputsMoved(const MemoryReview& review, double factor);

}  // namespace assay::insight
