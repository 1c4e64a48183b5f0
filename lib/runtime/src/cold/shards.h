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

/// The bucket of the call that is held back, on whatever thread; kBucketCount when there is none.
inline unsigned pendingBucketOf(const vocabulary::Shard& shard) noexcept {
  const std::uint32_t pending = load(shard.pending);
  return pending != vocabulary::kNothingPending ? vocabulary::bucketOf(pending) : vocabulary::kBucketCount;
}

}  // namespace assay::runtime
