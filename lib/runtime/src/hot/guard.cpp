// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two calls of a guard: no lock, no allocation, no system call once the thread knows the site.
//
// The bucket of a call is counted by the next call (Shard::pending): on current processors a read of the
// time-stamp counter waits for older loads whose address depends on the one before, and the address of the
// cell would. Everything else hides behind the two time stamps.
#include "assay/detail/entry.h"
#include "runtime/src/cold/entry.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/thread_block.h"
#include "vocabulary/histogram.h"

namespace assay::runtime {
namespace {

using vocabulary::Shard;

inline void countCall(Shard& shard, unsigned bucket) noexcept {
  std::uint32_t cell = load(shard.pending);
  if (__builtin_expect(cell == vocabulary::kTrashBucket, 0)) {
    // The shard's first call has nothing to count yet. A signal handler may get in between with a first call
    // of its own.
    if (__atomic_compare_exchange_n(&shard.pending, &cell, bucket, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
      return;
  }
  if (__builtin_expect(addOne(shard.cells[cell]), 0)) recordCarry(shard, cell);
  store(shard.pending, bucket);
}

// The address of the cell is known since the call began, so nothing waits for it.
inline void countSize(Shard& shard, Ended call, bool isError) noexcept {
  const unsigned bucket = sizeOf(call.context) - 1;
  vocabulary::SizeCell& cell = shard.sizes[bucket];
  add(cell.sumTicks, call.duration);
  if (__builtin_expect(addOne(cell.count), 0)) recordCarry(shard, vocabulary::kFirstSizeCarry + bucket);
  if (__builtin_expect(isError && addOne(cell.errors), 0))
    recordCarry(shard, vocabulary::kFirstSizeErrorCarry + bucket);
}

/// What an end counts besides the call itself.
inline void recordRest(Shard& shard, const ThreadBlock& block, Ended call, std::uint64_t news) noexcept {
  const bool isError =
      __builtin_expect((news & ~kSizeMask) != 0, 0) && recordRareEnd(shard, block, call.context);
  if (sizeOf(call.context) != 0) countSize(shard, call, isError);
}

__attribute__((always_inline)) inline void recordHere(Shard& shard, const ThreadBlock& block,
                                                      Ended call) noexcept {
  add(shard.sumTicks, call.duration);
  if (call.duration > load(shard.maxTicks)) store(shard.maxTicks, call.duration);
  const std::uint64_t news = contextNow(block) ^ call.context;
  if (news != 0) recordRest(shard, block, call, news);
  countCall(shard, vocabulary::bucketOf(call.duration));
}

}  // namespace

__attribute__((noinline)) bool recordRareEnd(Shard& shard, const ThreadBlock& block,
                                             std::uint64_t context) noexcept {
  const std::uint64_t now = contextNow(block);
  const bool isError = hasFailed(context) || inFlightOf(now) > inFlightOf(context);
  if (isError) add(shard.errors, 1);
  // A call that was running when the process forked began in the child, too.
  if (processOf(now) != processOf(context)) add(shard.entered, 1);
  return isError;
}

void record(Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  recordHere(shard, block, call);
}

}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

unsigned assay_v1_switch = 1;

assay_v1_entry assay_v1_enter(assay_v1_site* site, const char* name) noexcept {
  const ThreadBlock* block = self;
  if (__builtin_expect(block != nullptr, 1)) {
    assay::vocabulary::Shard* shard = block->shards[load(site->index)];
    if (__builtin_expect(shard != nullptr, 1)) {
      add(shard->entered, 1);
      const std::uint64_t context = contextNow(*block);
      return {ticks(), context};
    }
  }
  return enterSlowly(*site, name);
}

void assay_v1_leave(assay_v1_site* site, assay_v1_u64 begun, assay_v1_u64 context) noexcept {
  const auto elapsed = static_cast<std::int64_t>(ticks() - begun);
  const Ended call = {elapsed < 0 ? 0u : static_cast<std::uint64_t>(elapsed), context};
  const ThreadBlock* block = self;
  if (__builtin_expect(block != nullptr, 1)) {
    assay::vocabulary::Shard* shard = block->shards[load(site->index)];
    if (__builtin_expect(shard != nullptr, 1)) return recordHere(*shard, *block, call);
  }
  leaveSlowly(*site, call);
}
}
// NOLINTEND(readability-identifier-naming)
