// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Recursions: every level is a call, the outermost one is timed, so that no time is counted twice.
//
// Which level is the outermost is kept per thread and site. A level that ends restores what it found,
// exactly; so a signal handler that recurses in the middle of anything here, on the same stack, leaves no
// trace (on an alternate one it may be taken for an outermost level). A level that never ends (longjmp, a
// fiber that is thrown away) is found out by the next one that cannot be inside it: it stands higher in the
// stack, which grows down, or its guard has the same address. (Levels that the compiler has put into one
// frame stand equally high, and their guards have different addresses.)
#include "assay/detail/kinds.h"
#include "runtime/src/cold/entry.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/memory.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

using vocabulary::Shard;

// Level::innermost: 43 bits of position, 20 of depth. The highest bit marks it where it stands for the
// beginning of a level inside another one, in assay_v1_entry::begun.
constexpr unsigned kDepthBits = 20;
constexpr std::uint64_t kDepthMask = (std::uint64_t{1} << kDepthBits) - 1;
constexpr std::uint64_t kPositionMask = (std::uint64_t{1} << 43) - 1;
constexpr std::uint64_t kNested = std::uint64_t{1} << 63;

/// A level that lives: its place and its guard. No place: none does.
struct Living {
  std::uint64_t place;
  std::uint64_t guard;
};

std::uint64_t placeOf(std::uint64_t position, std::uint64_t depth) noexcept {
  return position << kDepthBits | (depth < kDepthMask ? depth : kDepthMask);
}

/// In units of 32 bytes: a frame with a guard in it is not smaller.
std::uint64_t positionOf(const void* frame) noexcept {
  return reinterpret_cast<std::uintptr_t>(frame) >> 5 & kPositionMask;
}

/// The level that one at this position is inside.
Living enclosing(const Level& level, std::uint64_t position, std::uint64_t guard) noexcept {
  const Living latest = {load(level.innermost), load(level.guard)};
  const std::uint64_t depth = latest.place & kDepthMask;
  if (depth == 0) return {0, 0};
  const Living outermost = depth == 1 ? latest : Living{load(level.outermost), load(level.outermostGuard)};
  if (guard == outermost.guard) return {0, 0};
  if (guard != latest.guard && position <= latest.place >> kDepthBits) return latest;
  return position <= outermost.place >> kDepthBits ? outermost : Living{0, 0};
}

/// Begins a level; the place of the one around it, or 0.
std::uint64_t descend(Level& level, Shard& shard, std::uint64_t position, assay_v1_u64* outer) noexcept {
  const auto guard = reinterpret_cast<std::uintptr_t>(outer);
  const Living around = enclosing(level, position, guard);
  if ((around.place & kDepthMask) == 1) {
    store(level.outermost, around.place);
    store(level.outermostGuard, around.guard);
  }
  const std::uint64_t place = placeOf(position, (around.place & kDepthMask) + 1);
  const auto depth = static_cast<std::uint32_t>(place & kDepthMask);
  if (depth > load(shard.maxDepth)) store(shard.maxDepth, depth);
  *outer = around.guard;
  store(level.guard, std::uint64_t{guard});
  store(level.innermost, place);
  return around.place;
}

void recordNested(Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept {
  if (contextNow(block) != context) {
    recordRareEnd(shard, block, context);
  } else {
    add(shard.ended, 1);
  }
  if (__builtin_expect(addOne(shard.nested), 0)) recordCarry(shard, vocabulary::kNestedCarry);
}

/// What the outermost level did to memory, all levels inside it included.
__attribute__((noinline)) void countOutermost(const ThreadBlock& block, const Shard& shard,
                                              const Level& level, std::uint64_t context) noexcept {
  const assay_v1_running call = {{context, 0}, nullptr, level.before};
  countMemory(block, shard.site, call);
}

/// This thread's shard of a site that has levels here, too.
Shard* shardWithLevels(assay_v1_site& site, const char* name) noexcept {
  const ThreadBlock* block = self;
  if (__builtin_expect(block != nullptr && block->levels != nullptr, 1)) {
    Shard* shard = block->shards[load(site.index)];
    if (__builtin_expect(shard != nullptr, 1)) return shard;
  }
  return shardOrLose(site, name);
}

}  // namespace
}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

assay_v1_entry assay_v1_enter_recursive(assay_v1_site* site, const char* name, assay_v1_u64* outer) noexcept {
  assay::vocabulary::Shard* shard = shardWithLevels(*site, name);
  if (shard == nullptr) return {0, 0};
  const ThreadBlock* block = self;
  const std::uint64_t position = positionOf(__builtin_frame_address(0));
  const std::uint64_t around = descend(block->levels[load(site->index)], *shard, position, outer);
  add(shard->entered, 1);
  const std::uint64_t context = contextNow(*block);
  if (around != 0) return {context, around | kNested};
  if (load(way) == kWithBytes) block->levels[load(site->index)].before = bytesNow(block);
  return {context, ticks()};
}

void assay_v1_leave_recursive(assay_v1_site* site, assay_v1_u64 begun, assay_v1_u64 context,
                              assay_v1_u64 outer) noexcept {
  const bool nested = (begun & kNested) != 0;
  const auto elapsed = nested ? 0 : static_cast<std::int64_t>(ticks() - begun);
  assay::vocabulary::Shard* shard = shardWithLevels(*site, nullptr);
  if (shard == nullptr) return;
  Level& level = self->levels[load(site->index)];
  store(level.innermost, nested ? std::uint64_t{begun & ~kNested} : std::uint64_t{0});
  store(level.guard, std::uint64_t{outer});
  if (nested) return recordNested(*shard, *self, context);
  if (load(way) == kWithBytes) countOutermost(*self, *shard, level, context);
  record(*shard, *self, {elapsed < 0 ? 0u : static_cast<std::uint64_t>(elapsed), context});
}
}
// NOLINTEND(readability-identifier-naming)
