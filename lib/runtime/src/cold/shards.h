// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shards: where one thread counts one site.
#pragma once

#include <cstdint>

#include "runtime/src/hot/cell.h"
#include "vocabulary/histogram.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

/// A new shard of the site, in the current segment or a further one; null without room. The lock is held.
vocabulary::Shard* makeShard(std::uint32_t site) noexcept;

/// The bucket of the call that is held back, on whatever thread; kBucketCount when there is none. To be read
/// before the cells: it moves into one of them meanwhile, and must not be missed then.
inline unsigned pendingBucketOf(const vocabulary::Shard& shard) noexcept {
  const std::uint32_t pending = __atomic_load_n(&shard.pending, __ATOMIC_ACQUIRE);
  return pending != vocabulary::kNothingPending ? vocabulary::bucketOf(pending) : vocabulary::kBucketCount;
}

}  // namespace assay::runtime
