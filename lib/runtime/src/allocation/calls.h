// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Between the program and its allocator: what stands in the place of malloc and the others
// (allocation/calls.cpp) and who decides whether that counts (allocation/counters.cpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/src/hot/cell.h"

namespace assay::allocation {

/// What the calling thread has allocated and freed while it was counted.
struct Counts {
  std::uint64_t allocated;
  std::uint64_t freed;
};

extern __thread Counts counts __attribute__((tls_model("initial-exec"), visibility("hidden")));

/// Sizes are asked for. Off until it is certain that the allocator that is asked is the one that allocates.
extern bool counting __attribute__((visibility("hidden")));

inline void countAllocated(std::uint64_t bytes) noexcept {
  runtime::add(counts.allocated, bytes);
}
inline void countFreed(std::uint64_t bytes) noexcept {
  runtime::add(counts.freed, bytes);
}

/// The allocator behind these calls also says how large its blocks are.
bool sizesAreKnown() noexcept;

}  // namespace assay::allocation
