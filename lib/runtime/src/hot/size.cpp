// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The size of a call's input, told right after the call has begun: the sum is counted here, the bucket goes
// with the call and is counted with its time at the end.
#include "assay/detail/size.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/thread_block.h"
#include "vocabulary/size_bucket.h"

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" assay_v1_u64 assay_v1_size(assay_v1_site* site, assay_v1_entry entry, assay_v1_s64 size) noexcept {
  if (size < 0 || (entry.begun & kNested) != 0) return entry.context;
  const ThreadBlock* block = self;
  assay::vocabulary::Shard* shard = block != nullptr ? block->shards[load(site->index)] : nullptr;
  if (__builtin_expect(shard == nullptr, 0)) return entry.context;  // begun elsewhere: a fork in between
  const auto value = static_cast<std::uint64_t>(size);
  if (value > load(shard->sizeMax)) store(shard->sizeMax, value);
  add(shard->sizeSum, value);
  add(shard->sized, 1);
  return entry.context | std::uint64_t{assay::vocabulary::sizeBucketOf(value) + 1} << kSizeShift;
}
// NOLINTEND(readability-identifier-naming)
