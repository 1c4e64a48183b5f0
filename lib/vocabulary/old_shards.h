// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shards as earlier layouts of the segment had them, for readers (telemetry/shard_of_layout.h).
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/segment_layout.h"

namespace assay {
namespace vocabulary {

/// A shard of layouts 6 and 7. `pending` is a bucket, kTrashBucket before the first call.
struct ShardBefore8 {
  std::uint32_t site;
  std::uint32_t thread;
  std::uint64_t sumTicks;
  std::uint64_t maxTicks;
  std::uint64_t errors;
  std::int64_t untilLook;
  std::uint64_t entered;
  std::uint32_t pending;
  std::uint32_t maxDepth;
  std::uint64_t ended;
  std::uint32_t cells[kBucketCount];
  std::uint32_t trash;
  std::uint64_t abandoned;
  std::uint64_t nested;
  std::uint64_t sampling;
  std::uint64_t estimated;
  SizeCell sizes[kSizeBucketCount];
};
static_assert(sizeof(ShardBefore8) == 2088, "part of the file format");
constexpr std::uint32_t kTrashBucket = kBucketCount;
constexpr std::uint32_t kCarryCellCountBefore8 = 402;

/// A shard of layouts 4 and 5: every call is timed.
struct ShardBefore6 {
  char same[offsetof(ShardBefore8, sampling)];
  std::uint64_t reserved;
  SizeCell sizes[kSizeBucketCount];
};
static_assert(sizeof(ShardBefore6) == 2080, "part of the file format");

/// A shard of layouts 1 to 3: the same up to `nested`, but that nothing is recorded in `untilLook`,
/// `maxDepth` and `ended`.
struct ShardBefore4 {
  char same[offsetof(ShardBefore8, sampling)];
  std::uint32_t maxDepth;
  std::uint32_t reserved0;
  std::uint64_t reserved1[4];
  SizeCell sizes[kSizeBucketCount];
};
static_assert(sizeof(ShardBefore4) == 2112, "part of the file format");

/// What a shard of each layout holds at least; index 0 is no layout.
constexpr std::size_t kShardHolds[] = {0,
                                       offsetof(ShardBefore8, abandoned),
                                       offsetof(ShardBefore4, reserved1),
                                       sizeof(ShardBefore4),
                                       sizeof(ShardBefore6),
                                       sizeof(ShardBefore6),
                                       sizeof(ShardBefore8),
                                       sizeof(ShardBefore8),
                                       sizeof(Shard)};

}  // namespace vocabulary
}  // namespace assay
