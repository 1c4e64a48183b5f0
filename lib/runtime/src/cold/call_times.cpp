// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Differences are taken modulo 2^32, so that what a cell has carried over does not matter.
#include "runtime/src/cold/call_times.h"

#include "runtime/src/cold/own_counts.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/shards.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/thread_block.h"
#include "vocabulary/histogram.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

void addShardTimes(const Shard& shard, unsigned lastInTime, CallTimes& times) noexcept {
  const std::uint32_t pending = pendingBucketOf(shard);
  for (unsigned bucket = 0; bucket < kBucketCount; ++bucket) {
    const std::uint32_t calls = load(shard.cells[bucket]) + (bucket == pending ? 1u : 0u);
    times.counted += calls;
    if (bucket > lastInTime) times.tooLong += calls;
  }
  times.others += load(shard.estimated);
}

void addSiteTimes(std::uint32_t site, unsigned lastInTime, CallTimes& times) noexcept {
  for (const ThreadBlock* block = state.blocks; block != nullptr; block = block->next) {
    const Shard* shard = __atomic_load_n(&block->shards[site], __ATOMIC_ACQUIRE);
    if (shard != nullptr) addShardTimes(*shard, lastInTime, times);
  }
}

}  // namespace

CallTimes callTimesOf(std::uint64_t siteId, std::uint64_t longestNanoseconds) noexcept {
  CallTimes times = {};
  const double tick = hasOwnSegment() ? secondsPerTick() : 0;
  if (!(tick > 0)) return times;
  const double longest = static_cast<double>(longestNanoseconds) * 1e-9 / tick;
  const unsigned lastInTime = bucketOf(static_cast<std::uint64_t>(longest));
  for (std::uint32_t site = 1; site < state.siteCount; ++site)
    if (currentSegment().sites()[site].id == siteId) addSiteTimes(site, lastInTime, times);
  return times;
}

bool areEnough(const CallTimes& before, const CallTimes& now) noexcept {
  const std::uint32_t others = static_cast<std::uint32_t>(now.others - before.others);
  const std::uint32_t counted = now.counted - before.counted;
  return counted > others && counted - others >= kFewestTimedCalls;
}

bool areMostTooLong(const CallTimes& before, const CallTimes& now) noexcept {
  return now.tooLong - before.tooLong > (now.counted - before.counted) / 2;
}

}  // namespace assay::runtime
