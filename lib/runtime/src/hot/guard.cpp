// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two calls of a guard: no lock, no allocation, no system call once the thread knows the site.
//
// A call is counted in its bucket by the next call (Shard::pending): on current processors a read of the
// time-stamp counter waits for older loads whose address depends on the one before, and the address of the
// cell would; the kernel's clock waits for all that was begun before. Everything else hides behind the two
// time stamps of the counter.
#include "assay/detail/entry.h"
#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/experiments.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/choice.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/context.h"
#include "runtime/src/hot/memory.h"
#include "runtime/src/hot/thread_block.h"
#include "runtime/src/hot/types.h"
#include "vocabulary/histogram.h"

namespace assay::runtime {
namespace {

using vocabulary::Shard;
using vocabulary::SizeCell;

/// This thread's shard of the site; null before its first call there.
inline Shard* shardOf(const ThreadBlock* block, const assay_v1_site& site) noexcept {
  return __builtin_expect(block != nullptr, 1) ? block->shards[load(site.index)] : nullptr;
}

/// A clock may go backwards between two processors.
inline std::uint64_t durationOf(std::uint64_t elapsed) noexcept {
  return static_cast<std::int64_t>(elapsed) < 0 ? 0u : elapsed;
}

inline void addTime(Shard& shard, std::uint64_t duration, std::uint32_t weight = 1) noexcept {
  add(shard.sumTicks, duration * weight);
  if (duration > load(shard.maxTicks)) store(shard.maxTicks, duration);
}

/// Counts one call in its bucket, at once.
void countAlone(Shard& shard, unsigned bucket) noexcept {
  if (addOne(shard.cells[bucket])) recordCarry(shard, bucket);
}

/// A shard's first call has nothing to count yet; a signal handler may get in between with a first call of
/// its own. A call that is too long for `pending` is not held back.
__attribute__((noinline)) void countRarely(Shard& shard, std::uint64_t duration) noexcept {
  if (duration >= vocabulary::kNothingPending) return countAlone(shard, vocabulary::bucketOf(duration));
  const auto ticks = static_cast<std::uint32_t>(duration);
  std::uint32_t before = vocabulary::kNothingPending;
  if (__atomic_compare_exchange_n(&shard.pending, &before, ticks, false, __ATOMIC_RELAXED, __ATOMIC_RELAXED))
    return;
  countAlone(shard, vocabulary::bucketOf(before));
  publish(shard.pending, ticks);
}

/// Counts the call that was held back, and holds this one back.
inline void countCall(Shard& shard, std::uint64_t duration) noexcept {
  const std::uint32_t before = load(shard.pending);
  if (__builtin_expect(before == vocabulary::kNothingPending || duration >= vocabulary::kNothingPending, 0))
    return countRarely(shard, duration);
  const unsigned bucket = vocabulary::bucketOf(before);
  const bool ranOver = addOne(shard.cells[bucket]);
  publish(shard.pending, static_cast<std::uint32_t>(duration));  // behind its cell, for readers
  if (__builtin_expect(ranOver, 0)) recordCarry(shard, bucket);
}

/// Counts a call with those that it stands for. It is not held back: it comes alone.
void countCalls(Shard& shard, unsigned bucket, std::uint32_t weight) noexcept {
  add(shard.estimated, weight - 1);
  if (addMany(shard.cells[bucket], weight)) recordCarry(shard, bucket);
}

__attribute__((noinline)) void carrySize(Shard& shard, unsigned bucket, bool calls, bool errors) noexcept {
  if (calls) recordCarry(shard, vocabulary::kFirstSizeCarry + bucket);
  if (errors) recordCarry(shard, vocabulary::kFirstSizeErrorCarry + bucket);
}

// The address of the cell is known since the call began, so nothing waits for it.
inline void countSize(Shard& shard, Ended call, bool isError) noexcept {
  const unsigned bucket = sizeOf(call.context) - 1;
  SizeCell& cell = shard.sizes[bucket];
  const std::uint32_t weight = weightOf(call.context);
  add(cell.sumTicks, call.duration * weight);
  const bool calls = addMany(cell.count, weight);
  const bool errors = isError && addMany(cell.errors, weight);
  if (__builtin_expect(calls || errors, 0)) carrySize(shard, bucket, calls, errors);
}

/// What is left of a call that has a type, and no more to tell but a size.
__attribute__((noinline)) void recordTyped(Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  countType(block, shard.site, call, false);
  if (sizeOf(call.context) != 0) countSize(shard, call, false);
  countCall(shard, call.duration);
}

__attribute__((noinline)) void countAndCarrySize(Shard& shard, Ended call) noexcept {
  carrySize(shard, sizeOf(call.context) - 1, true, false);
  countCall(shard, call.duration);
}

/// What is left of a call that has a size and nothing else to tell.
__attribute__((noinline)) void recordSized(Shard& shard, Ended call) noexcept {
  SizeCell& size = shard.sizes[sizeOf(call.context) - 1];
  add(size.sumTicks, call.duration);
  if (__builtin_expect(addOne(size.count), 0)) return countAndCarrySize(shard, call);
  countCall(shard, call.duration);
}

inline void addEnd(Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept {
  // A call that was running when the process forked began in the child, too.
  if (processOf(contextNow(block)) != processOf(context)) add(shard.entered, 1);
  add(shard.ended, 1);
}

// Apart, and called in the last place: an end that is none pays nothing for it.
__attribute__((noinline)) bool recordError(Shard& shard, const ThreadBlock& block,
                                           std::uint64_t context) noexcept {
  add(shard.errors, 1);
  countErrorKind(shard, block, context);
  addEnd(shard, block, context);
  if (load(choiceCount) > 1) noteErrorOfExperiment(shard);
  return true;
}

/// Counts an end with everything that it may bring.
__attribute__((noinline)) void recordAny(Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  // The others were in the process where this one began.
  if (processOf(contextNow(block)) != processOf(call.context)) call.context &= ~kWeightMask;
  const std::uint32_t weight = weightOf(call.context);
  if (takeBelowZero(shard.untilLook, call.duration * (weight - 1))) lookNowAndThen(shard);
  const bool isError = recordRareEnd(shard, block, call.context);
  addTime(shard, call.duration, weight);
  if (sizeOf(call.context) != 0) countSize(shard, call, isError);
  if (typeOf(call.context) != 0) countType(block, shard.site, call, isError);
  if (isError) keepFailure(shard, call);
  if (weight > 1) return countCalls(shard, vocabulary::bucketOf(call.duration), weight);
  countCall(shard, call.duration);
}

/// The same for a call that is timed as all others are, if this is to go on.
__attribute__((noinline)) void recordGoverned(Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  if (load(shard.countdown) == 0) govern(shard);
  recordAny(shard, block, call);
}

// From here on, what is rare is a call in the last place: a function that has one in the middle saves and
// restores six registers each time it runs.

using RecordRarely = void(Shard&, const ThreadBlock&, Ended) noexcept;

/// A call that takes seconds, or ended before it began.
template <RecordRarely Look>
__attribute__((noinline)) void recordLong(Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  call.duration = durationOf(call.duration);
  if (!takeBelowZero(shard.untilLook, call.duration)) return recordAny(shard, block, call);
  Look(shard, block, call);
}

template <RecordRarely Look>
__attribute__((always_inline)) inline void recordHere(Shard& shard, const ThreadBlock& block,
                                                      std::uint64_t elapsed, std::uint64_t context) noexcept {
  if (__builtin_expect(elapsed >= vocabulary::kNothingPending, 0))
    return recordLong<Look>(shard, block, {elapsed, context});
  const std::uint64_t duration = elapsed;
  if (__builtin_expect(takeBelowZero(shard.untilLook, duration), 0))
    return Look(shard, block, {duration, context});
  const std::uint64_t news = contextNow(block) ^ context;
  if (__builtin_expect((news & ~kInputMask) != 0, 0)) return recordAny(shard, block, {duration, context});
  add(shard.ended, 1);
  addTime(shard, duration);
  if (news != 0) {
    if ((news & ~kSizeMask) != 0) return recordTyped(shard, block, {duration, context});
    return recordSized(shard, {duration, context});
  }
  countCall(shard, duration);
}

__attribute__((always_inline)) inline void leaveAfter(assay_v1_site& site, std::uint64_t elapsed,
                                                      std::uint64_t context) noexcept {
  const ThreadBlock* block = self;
  Shard* shard = shardOf(block, site);
  if (__builtin_expect(shard == nullptr, 0)) return leaveSlowly(site, {durationOf(elapsed), context});
  recordHere<recordGoverned>(*shard, *block, elapsed, context);
}

__attribute__((noinline)) void leaveUntimed(assay_v1_site& site, std::uint64_t context) noexcept {
  const ThreadBlock* block = self;
  Shard* shard = shardOf(block, site);
  if (__builtin_expect(shard == nullptr, 0)) return leaveUntimedSlowly(site, context);
  recordUntimed(*shard, *block, context);
}

__attribute__((noinline)) void leaveByKernelsClock(assay_v1_site& site, assay_v1_entry entry) noexcept {
  leaveAfter(site, kernelsTicks() - entry.begun, entry.context);
}

/// Bytes are read last, so that they are in no time. Nothing in between allocates.
__attribute__((noinline)) void closeWithBytes(const assay_v1_running& call) noexcept {
  const std::uint64_t elapsed = ticks() - call.entry.begun;
  leaveAfter(*call.site, elapsed, call.entry.context);
  if (self != nullptr) countMemory(*self, load(call.site->index), call);
}

__attribute__((noinline)) void closeTheLongWay(const assay_v1_running& call, Way chosen) noexcept {
  if (__builtin_expect(chosen != kOnlyKernelsClock, 0)) return closeWithBytes(call);
  leaveAfter(*call.site, kernelsTicks() - ticksOf(call.before), call.entry.context);
}

inline void leave(assay_v1_site& site, assay_v1_entry entry) noexcept {
  if (__builtin_expect((entry.context & kNotTimed) != 0, 0)) return leaveUntimed(site, entry.context);
  if (__builtin_expect(!load(fastClock), 0)) return leaveByKernelsClock(site, entry);
  leaveAfter(site, fastTicks() - entry.begun, entry.context);
}

inline void close(const assay_v1_running& call) noexcept {
  if (__builtin_expect((call.entry.context & kNotTimed) != 0, 0))
    return leaveUntimed(*call.site, call.entry.context);
  const Way chosen = load(way);
  if (__builtin_expect(chosen != kOnlyCounter, 0)) return closeTheLongWay(call, chosen);
  leaveAfter(*call.site, fastTicks() - call.entry.begun, call.entry.context);
}

__attribute__((noinline)) assay_v1_entry enterByKernelsClock(std::uint64_t context) noexcept {
  return {context, kernelsTicks()};
}

__attribute__((noinline)) void openWithBytes(assay_v1_running& call, const ThreadBlock& block) noexcept {
  call.before = bytesNow(&block);
  call.entry = {contextNow(block), ticks()};
}

__attribute__((noinline)) void openTheLongWay(assay_v1_running& call, const ThreadBlock& block,
                                              Way chosen) noexcept {
  if (__builtin_expect(chosen != kOnlyKernelsClock, 0)) return openWithBytes(call, block);
  call.entry.context = contextNow(block);
  readKernelsClock(call.before);
}

/// The beginning of a call that is counted already, where not every call is timed.
__attribute__((noinline)) assay_v1_entry enterAmongOthers(Shard& shard, const ThreadBlock& block) noexcept {
  const std::uint32_t calls = load(shard.block);
  if (__builtin_expect(takeLast(shard.countdown), 0)) return enterForBlock(shard, calls);
  return {contextNow(block) | kNotTimed, 0};
}

__attribute__((noinline)) void openForBlock(assay_v1_running& call, Shard& shard,
                                            std::uint32_t calls) noexcept {
  call.before = bytesNow(self);
  call.entry = enterForBlock(shard, calls);
  keepBeginning(call);
}

__attribute__((noinline)) void openAmongOthers(assay_v1_running& call, Shard& shard,
                                               const ThreadBlock& block) noexcept {
  const std::uint32_t calls = load(shard.block);
  if (__builtin_expect(takeLast(shard.countdown), 0)) return openForBlock(call, shard, calls);
  call.entry.context = contextNow(block) | kNotTimed;
}

inline void open(assay_v1_running& call, assay_v1_site& site, const char* name) noexcept {
  call.site = &site;
  const ThreadBlock* block = self;
  Shard* shard = shardOf(block, site);
  if (__builtin_expect(shard == nullptr, 0)) return openSlowly(call, name);
  add(shard->entered, 1);
  if (__builtin_expect(load(shard->countdown) != 0, 0)) return openAmongOthers(call, *shard, *block);
  const Way chosen = load(way);
  if (__builtin_expect(chosen != kOnlyCounter, 0)) return openTheLongWay(call, *block, chosen);
  call.entry.context = contextNow(*block);
  call.entry.begun = fastTicks();
}

/// The beginning of a call that is counted already.
inline assay_v1_entry enterNow(const ThreadBlock& block) noexcept {
  const std::uint64_t context = contextNow(block);
  if (__builtin_expect(!load(fastClock), 0)) return enterByKernelsClock(context);
  return {context, fastTicks()};
}

}  // namespace

bool recordRareEnd(Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept {
  const std::uint64_t now = contextNow(block);
  if (hasFailed(context) || inFlightOf(now) > inFlightOf(context)) return recordError(shard, block, context);
  addEnd(shard, block, context);
  return false;
}

void recordUntimed(Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept {
  context &= ~kWeightMask;  // the thread where it was counted in line
  const std::uint64_t news = contextNow(block) ^ context;
  if (__builtin_expect((news & ~(kInputMask | kNotTimed)) != 0, 0)) {
    recordRareEnd(shard, block, context);
  } else {
    add(shard.ended, 1);
  }
}

void record(Shard& shard, const ThreadBlock& block, Ended call) noexcept {
  recordHere<recordAny>(shard, block, call.duration, call.context);
}

}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

unsigned assay_v1_switch = 1;

assay_v1_entry assay_v1_enter(assay_v1_site* site, const char* name) noexcept {
  const ThreadBlock* block = self;
  assay::vocabulary::Shard* shard = shardOf(block, *site);
  if (__builtin_expect(shard == nullptr, 0)) return enterSlowly(*site, name);
  add(shard->entered, 1);
  if (__builtin_expect(load(shard->countdown) != 0, 0)) return enterAmongOthers(*shard, *block);
  return enterNow(*block);
}

void assay_v1_leave(assay_v1_site* site, assay_v1_u64 begun, assay_v1_u64 context) noexcept {
  leave(*site, {context, begun});
}

void assay_v1_open(assay_v1_running* call, assay_v1_site* site) noexcept {
  open(*call, *site, reinterpret_cast<const char*>(site + 1));
}

void assay_v1_open_named(assay_v1_running* call, assay_v1_site* site, const char* name) noexcept {
  open(*call, *site, name);
}

void assay_v1_close(const assay_v1_running* call) noexcept {
  close(*call);
}

void assay_v1_open_rarely(assay_v1_running* call, assay_v1_site* site, const char* name) noexcept {
  open(*call, *site, name);
}

void assay_v1_close_rarely(assay_v1_running* call, assay_v1_site* site) noexcept {
  if (call->entry.context == 0) return;
  call->site = site;
  close(*call);
}
}
// NOLINTEND(readability-identifier-naming)
