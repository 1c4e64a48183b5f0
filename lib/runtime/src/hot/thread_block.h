// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What one thread writes through: the way from a site's index to this thread's shard of it. Blocks are never
// given back; a finished thread's block, with its shards, goes to the next thread that comes.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/segment_layout.h"

namespace assay::runtime {

constexpr std::uint32_t kMaxSites = 65536;  ///< index 0 is not used

struct ThreadBlock {
  const unsigned* uncaught;  ///< the C++ library's count of this thread's exceptions in flight; never null
  std::uint64_t generation;  ///< number of this process, in the upper half: 1, and 1 more with each fork
  std::uint32_t index;
  bool free;
  ThreadBlock* next;      ///< all blocks
  ThreadBlock* nextFree;  ///< free blocks
  alignas(4096) vocabulary::Shard* shards[kMaxSites];
};
static_assert(offsetof(ThreadBlock, shards) == 4096, "the shards can be dropped by whole pages");

/// This thread's block; null until its first guard, and again when the thread has ended.
extern __thread ThreadBlock* self __attribute__((tls_model("initial-exec")));

}  // namespace assay::runtime
