// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The end of a coroutine's guard. Nothing in it belongs to a thread: the frame may have been resumed
// anywhere. So the exceptions that were in flight at the beginning say nothing, and what ends is judged by
// where it ends.
#include "assay/detail/kinds.h"
#include "runtime/src/cold/entry.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

// In the context, instead of the exceptions in flight at the beginning: the return was reached, and below it
// how many were in flight on that thread then.
constexpr std::uint64_t kReturned = std::uint64_t{1} << 15;

/// The context of a call that ends well here, in whatever process it began.
std::uint64_t endsWell(std::uint64_t context, const ThreadBlock& block) noexcept {
  return (context & ~kInFlightMask) | inFlightOf(contextNow(block));
}

/// One that was not timed shares its site with a function that is no coroutine.
void recordEnd(vocabulary::Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  if ((call.context & kNotTimed) != 0) return recordUntimed(shard, block, call.context);
  record(shard, block, call);
}

void recordCoroutine(vocabulary::Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  if (hasFailed(call.context)) return recordEnd(shard, block, call);
  const bool returned = (call.context & kReturned) != 0;
  const std::uint64_t before = returned ? call.context & (kReturned - 1) : 0;
  // More in flight than a context with none: an error by exception.
  if (*block.uncaught > before)
    return recordEnd(shard, block, {call.duration, call.context & ~kInFlightMask});
  if (returned) return recordEnd(shard, block, {call.duration, endsWell(call.context, block)});
  if (addOne(shard.abandoned)) recordCarry(shard, vocabulary::kAbandonedCarry);
  recordRareEnd(shard, block, endsWell(call.context, block));
}

}  // namespace
}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

assay_v1_u64 assay_v1_returns(assay_v1_u64 context) noexcept {
  if (hasFailed(context)) return context;
  const ThreadBlock* block = self;
  const std::uint64_t inFlight = block != nullptr ? *block->uncaught & (kReturned - 1) : 0;
  return (context & ~kInFlightMask) | kReturned | inFlight;
}

void assay_v1_leave_coroutine(assay_v1_site* site, assay_v1_u64 begun, assay_v1_u64 context) noexcept {
  const auto elapsed = static_cast<std::int64_t>(ticks() - begun);
  const Ended call = {elapsed < 0 ? 0u : static_cast<std::uint64_t>(elapsed), context};
  const ThreadBlock* block = self;
  assay::vocabulary::Shard* shard = block != nullptr ? block->shards[load(site->index)] : nullptr;
  if (__builtin_expect(shard == nullptr, 0)) shard = shardOrLose(*site, nullptr);
  if (shard != nullptr) recordCoroutine(*shard, *self, call);
}
}
// NOLINTEND(readability-identifier-naming)
