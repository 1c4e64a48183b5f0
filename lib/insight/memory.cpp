// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/memory.h"

#include <cmath>

#include "insight/memory_by_size.h"

namespace assay::insight {
namespace {

Ratio allocatedPerCall(Windows windows) {
  std::vector<Part> parts;
  for (const Window& window : windows) parts.push_back({window.memory.allocated, window.memory.calls});
  return ratioOf(parts);
}

Ratio keptPerCall(Windows windows) {
  std::vector<Part> parts;
  for (const Window& window : windows) parts.push_back({window.memory.kept(), window.memory.calls});
  return ratioOf(parts);
}

// Buckets are powers of two: their numbers are logarithms.
Ratio meanSizeBucket(Windows windows) {
  std::vector<Part> parts;
  for (const Window& window : windows) {
    Part part;
    for (const auto* sizes : {&window.sizes, &window.coarseSizes})
      for (const auto& [bucket, cell] : *sizes) {
        part.amount += bucket * cell.calls;
        part.units += cell.calls;
      }
    parts.push_back(part);
  }
  return ratioOf(parts);
}

}  // namespace

MemoryReview memoryReview(Windows before, Windows after) {
  const Ratio allocatedOld = allocatedPerCall(before), allocatedNow = allocatedPerCall(after);
  const Ratio keptOld = keptPerCall(before), keptNow = keptPerCall(after);
  MemoryReview review;
  review.callsBefore = allocatedOld.units;
  review.callsAfter = allocatedNow.units;
  review.allocatedBefore = estimateOf(allocatedOld);
  review.allocatedAfter = estimateOf(allocatedNow);
  review.allocated = changeOf(allocatedOld, allocatedNow);
  review.keptBefore = estimateOf(keptOld);
  review.keptAfter = estimateOf(keptNow);
  review.kept = differenceOf(keptOld, keptNow);
  review.sizes = differenceOf(meanSizeBucket(before), meanSizeBucket(after));
  review.bySize = allocatedBySize(after);
  return review;
}

bool inputsMoved(const MemoryReview& review, double factor) {
  const auto& [moved, interval] = review.sizes.difference;
  return (interval.low > 0 || interval.high < 0) && std::abs(moved) > std::log2(factor);
}

}  // namespace assay::insight
