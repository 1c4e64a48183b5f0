// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many calls of a function are under way at once, in this process. Only a look at the shards of all
// threads tells, and that is memory which others write: looking at every call would make the threads wait for
// each other. So a thread looks when it has spent some time in the function, longer the more threads there
// are, which bounds what looking costs to a percent or two. A call that lasts so long ends with a look: the
// largest number of calls at once lasts until one of them ends, so it is found exactly where all of them are
// so long.
#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/thread_block.h"

namespace assay::runtime {
namespace {

using vocabulary::Shard;
using vocabulary::SiteRecord;

/// For each thread there is or was at once: 5 to 16 microseconds.
constexpr std::uint64_t kTicksPerThread = kTicksUntilLook;

template <typename T>
T acquire(const T& cell) noexcept {
  return __atomic_load_n(&cell, __ATOMIC_ACQUIRE);
}

/// Of all threads together.
std::uint64_t sumOf(std::uint64_t Shard::* number, std::uint32_t site) noexcept {
  std::uint64_t sum = 0;
  for (const ThreadBlock* block = acquire(state.blocks); block != nullptr; block = block->next) {
    const Shard* shard = acquire(block->shards[site]);
    if (shard != nullptr) sum += acquire(shard->*number);
  }
  return sum;
}

void raise(std::uint32_t& most, std::uint32_t to) noexcept {
  std::uint32_t before = load(most);
  while (before < to &&
         !__atomic_compare_exchange_n(&most, &before, to, true, __ATOMIC_RELAXED, __ATOMIC_RELAXED)) {
  }
}

SiteRecord& siteOf(const Shard& shard) noexcept {
  const unsigned segments = acquire(state.segmentCount);
  return state.segments[segments - 1].sites()[shard.site];
}

std::uint32_t& mostAtOnceOf(const Shard& shard) noexcept {
  return siteOf(shard).mostAtOnce;
}

void lookAround(const Shard& shard) noexcept {
  // First all beginnings, then all ends: what ends or begins meanwhile makes the number smaller, never larger
  // than it was at the moment in between.
  const std::uint64_t entered = sumOf(&Shard::entered, shard.site);
  const std::uint64_t ended = sumOf(&Shard::ended, shard.site);
  const auto atOnce = static_cast<std::int64_t>(entered - ended);
  const std::int64_t counted = atOnce < 1 ? 1 : atOnce > 0xffffffff ? 0xffffffff : atOnce;
  raise(mostAtOnceOf(shard), static_cast<std::uint32_t>(counted));
}

}  // namespace

std::uint64_t endedCalls(const Shard& shard) noexcept {
  return sumOf(&Shard::ended, shard.site);
}

std::uint64_t siteIdOf(const Shard& shard) noexcept {
  return siteOf(shard).id;
}

std::uint32_t sampleOf(const Shard& shard) noexcept {
  return siteOf(shard).sample;
}

void lookNowAndThen(Shard& shard) noexcept {
  constexpr std::uint64_t kMost = ~std::uint32_t{0};
  std::uint32_t& kept = self->paces[shard.site].unlooked;
  const std::uint64_t unlooked = kept + kTicksUntilLook - static_cast<std::uint64_t>(load(shard.untilLook));
  kept = static_cast<std::uint32_t>(unlooked < kMost ? unlooked : kMost);
  store(shard.untilLook, static_cast<std::int64_t>(kTicksUntilLook));
  // The first call of all shows that there was one at once.
  if (unlooked < load(state.blockCount) * kTicksPerThread && load(mostAtOnceOf(shard)) != 0) return;
  kept = 0;
  lookAround(shard);
}

}  // namespace assay::runtime
