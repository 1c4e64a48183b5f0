// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a shard says, whichever layout its writer knew (vocabulary/segment_layout.h). Pure.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/old_shards.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

struct ReadShard {
  vocabulary::Shard shard;
  // Before layout 8 these were 64 bits wide, without carries: what does not fit, a multiple of 2^32.
  std::uint64_t nestedBeyond = 0;
  std::uint64_t abandonedBeyond = 0;
  /// Before layout 8, what was held back; more than kTrashBucket: it is damaged.
  std::uint32_t pendingBucket = vocabulary::kTrashBucket;
};

/// `bytes` are those that a shard of the layout has (vocabulary::kShardHolds), in this machine's byte order.
ReadShard shardOfLayout(const std::byte* bytes, std::uint32_t layout);

}  // namespace assay::telemetry
