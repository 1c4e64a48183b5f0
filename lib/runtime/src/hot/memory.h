// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a call does to memory: the thread's counts of bytes at its end, less those at its beginning. Who
// counts them is not known here (detail/allocation.h); where nobody does, no guard comes here.
#pragma once

#include <cstdint>

#include "assay/detail/entry.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/thread_block.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

/// Stands for a number of bytes where they are not counted.
constexpr std::uint64_t kNotCounted = ~std::uint64_t{0};

inline assay_v1_bytes bytesNow(const ThreadBlock* block) noexcept {
  if (block == nullptr || block->allocated == nullptr) return {kNotCounted, kNotCounted};
  return {load(*block->allocated), load(*block->freed)};
}

/// Notes what a timed call that ends now did, with the calls that it stands for; nothing where bytes are not
/// counted.
void countMemory(const ThreadBlock& block, std::uint32_t site, const assay_v1_running& call) noexcept;

/// This thread's cell of the site, where there is none yet (cold/memory_cells.cpp); null without room.
vocabulary::MemoryCell* makeMemoryCell(std::uint32_t site) noexcept;

}  // namespace assay::runtime
