// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What one thread writes through: the way from a site's index to this thread's shard of it. Blocks are never
// given back; a finished thread's block, with its shards, goes to the next thread that comes.
#pragma once

#include <cstddef>
#include <cstdint>

#include "assay/detail/entry.h"
#include "assay/detail/in_line.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

constexpr std::uint32_t kMaxSites = vocabulary::kMostSites;  ///< index 0 is not used

/// Where a thread stands in the recursion of one site (hot/recursion.cpp). All zero: outside of it.
struct Level {
  std::uint64_t innermost;  ///< where in the stack the latest level that lives has begun, and its depth
  std::uint64_t guard;      ///< address of its guard
  std::uint64_t outermost;  ///< the same two of the outermost level; valid from the second level on
  std::uint64_t outermostGuard;
  assay_v1_bytes before;  ///< of the outermost level, where bytes are counted
};

/// When this thread last decided how many calls of one site it times (cold/governor.cpp).
struct Pace {
  std::uint64_t at;        ///< ticks; 0 = not yet
  std::uint32_t entered;   ///< Shard::entered then, modulo 2^32
  std::uint32_t unlooked;  ///< ticks in calls since this thread last looked around (cold/at_once.cpp), at
                           ///< most 2^32 - 1
};

/// What this thread has spent on timing calls, and what follows from it. The governor's own.
struct Spending {
  std::uint64_t periodBegan;  ///< ticks; 0 = not yet
  std::uint64_t ticks;        ///< spent since
  std::uint32_t distance;  ///< ticks there shall be at least between two timed calls of one site; 0 = not yet
  std::uint32_t random;
};

struct ThreadBlock {
  const unsigned* uncaught;  ///< the C++ library's count of this thread's exceptions in flight; never null
  std::uint64_t generation;  ///< the context (hot/context.h) of a call that begins without exceptions in
                             ///< flight; its process is 1, and 1 more with each fork
  std::uint32_t index;
  bool free;
  Level* levels;                  ///< by site; null until this thread meets a recursion. Never given back
  vocabulary::TypeCells** types;  ///< by site; null until this thread meets a type. Never given back
  Spending spending;
  const std::uint64_t* allocated;   ///< bytes; null: this thread's are not counted
  const std::uint64_t* freed;       ///< the same
  vocabulary::MemoryCell** memory;  ///< by site; null until a call's bytes are noted. Never given back
  vocabulary::ErrorCells** errors;  ///< by site; null until a call has failed. Never given back
  ThreadBlock* next;                ///< all blocks
  ThreadBlock* nextFree;            ///< free blocks
  alignas(4096) vocabulary::Shard* shards[kMaxSites];
  alignas(4096) Pace paces[kMaxSites];
};
static_assert(offsetof(ThreadBlock, shards) == 4096, "the shards can be dropped by whole pages");

// What guards write to in line.
static_assert(offsetof(assay_v1_counts, entered) == offsetof(vocabulary::Shard, entered));
static_assert(offsetof(assay_v1_counts, ended) == offsetof(vocabulary::Shard, ended));
static_assert(offsetof(assay_v1_counts, countdown) == offsetof(vocabulary::Shard, countdown));

constexpr std::size_t kLevelsBytes = kMaxSites * sizeof(Level);
constexpr std::size_t kTypesBytes = kMaxSites * sizeof(vocabulary::TypeCells*);
constexpr std::size_t kMemoryBytes = kMaxSites * sizeof(vocabulary::MemoryCell*);
constexpr std::size_t kErrorsBytes = kMaxSites * sizeof(vocabulary::ErrorCells*);

/// This thread's block; null until its first guard, and again when the thread has ended.
extern __thread ThreadBlock* self __attribute__((tls_model("initial-exec")));

}  // namespace assay::runtime
