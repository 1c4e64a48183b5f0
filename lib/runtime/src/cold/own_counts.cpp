// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A process reads what it has counted itself: each site's shards of all threads, under the lock of the slow
// path, so that no segment comes or goes meanwhile. The threads go on counting. No allocation.
#include "runtime/src/cold/own_counts.h"

#include <cstring>

#include "assay/detail/own_counts.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/shards.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "vocabulary/histogram.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

static_assert(ASSAY_DETAIL_LATENCY_CELLS == kBucketCount, "the header has them all");
static_assert(ASSAY_DETAIL_SIZE_CELLS == kSizeBucketCount, "the header has them all");

/// What ran over in one segment's shards of the site.
void addCarries(const Segment& segment, std::uint32_t site, assay_v1_own_counts& counts) noexcept {
  const std::uint32_t carries = segment.header()->carryCount;
  for (std::uint32_t i = 0; i < carries; ++i) {
    const CarryRecord& record = segment.carries()[i];
    if (segment.shard(record.shard)->site != site) continue;
    const std::uint64_t calls = load(record.carries) << 32;
    if (record.bucket < kBucketCount)
      counts.latency[record.bucket] += calls;
    else if (record.bucket == kAbandonedCarry)
      counts.abandoned += calls;
    else if (record.bucket >= kFirstSizeErrorCarry && record.bucket < kNestedCarry)
      counts.sizes[record.bucket - kFirstSizeErrorCarry].errors += calls;
    else if (record.bucket >= kFirstSizeCarry && record.bucket < kFirstSizeErrorCarry)
      counts.sizes[record.bucket - kFirstSizeCarry].calls += calls;
  }
}

void addHistogram(const Shard& shard, assay_v1_own_counts& counts) noexcept {
  const std::uint32_t pending = pendingBucketOf(shard);
  for (unsigned bucket = 0; bucket < kBucketCount; ++bucket)
    counts.latency[bucket] += load(shard.cells[bucket]);
  if (pending < kBucketCount) ++counts.latency[pending];
}

void addSizes(const Shard& shard, assay_v1_own_counts& counts) noexcept {
  for (unsigned bucket = 0; bucket < kSizeBucketCount; ++bucket) {
    counts.sizes[bucket].ticks += load(shard.sizes[bucket].sumTicks);
    counts.sizes[bucket].calls += load(shard.sizes[bucket].count);
    counts.sizes[bucket].errors += load(shard.sizes[bucket].errors);
  }
}

void raise(unsigned& most, unsigned to) noexcept {
  if (to > most) most = to;
}

/// `entered` and `ended` are those of all shards.
struct Ways {
  std::uint64_t entered;
  std::uint64_t ended;
};

void addShard(const Shard& shard, assay_v1_own_counts& counts, Ways& ways) noexcept {
  // What ends meanwhile has begun: read the other way round, more would run than there are calls.
  ways.entered += __atomic_load_n(&shard.entered, __ATOMIC_ACQUIRE);
  ways.ended += __atomic_load_n(&shard.ended, __ATOMIC_ACQUIRE);
  counts.errors += load(shard.errors);
  counts.abandoned += load(shard.abandoned);
  counts.estimated += load(shard.estimated);
  counts.ticks += load(shard.sumTicks);
  if (load(shard.maxTicks) > counts.max_ticks) counts.max_ticks = load(shard.maxTicks);
  raise(counts.max_depth, load(shard.maxDepth));
  addHistogram(shard, counts);
  addSizes(shard, counts);
}

void addMemory(const ThreadBlock& block, std::uint32_t site, assay_v1_own_counts& counts) noexcept {
  const MemoryCell* const* cells = __atomic_load_n(&block.memory, __ATOMIC_ACQUIRE);
  const MemoryCell* cell = cells != nullptr ? __atomic_load_n(&cells[site], __ATOMIC_ACQUIRE) : nullptr;
  if (cell == nullptr) return;
  counts.memory_calls += load(cell->calls);
  counts.allocated += load(cell->allocated);
  counts.freed += load(cell->freed);
}

void describeSite(const SiteRecord& record, assay_v1_own_counts& counts) noexcept {
  std::memset(&counts, 0, sizeof counts);
  counts.id = record.id;
  counts.name = currentSegment().names() + record.nameOffset;
  counts.name_length = record.nameLength;
  counts.sees_ends = (record.flags & kSiteEntryOnly) == 0 ? 1 : 0;
  counts.most_at_once = load(record.mostAtOnce);
}

void finish(assay_v1_own_counts& counts, const Ways& ways) noexcept {
  for (const assay_v1_u64 calls : counts.latency) counts.timed += calls;
  // A coroutine that is being destroyed is abandoned before it has ended.
  const std::uint64_t returned = ways.ended > counts.abandoned ? ways.ended - counts.abandoned : 0;
  counts.calls = counts.sees_ends != 0 ? returned : ways.entered;
  if (counts.sees_ends != 0 && ways.entered > ways.ended) counts.running = ways.entered - ways.ended;
}

void readSite(std::uint32_t site, assay_v1_own_counts& counts) noexcept {
  Ways ways = {0, 0};
  describeSite(currentSegment().sites()[site], counts);
  for (const ThreadBlock* block = state.blocks; block != nullptr; block = block->next) {
    const Shard* shard = __atomic_load_n(&block->shards[site], __ATOMIC_ACQUIRE);
    if (shard != nullptr) addShard(*shard, counts, ways);
    addMemory(*block, site, counts);
  }
  for (unsigned i = 0; i < state.segmentCount; ++i) addCarries(state.segments[i], site, counts);
  finish(counts, ways);
}

/// A class that finds no place is counted with the others.
void addThrown(const ExceptionCell& row, assay_v1_own_errors& errors) noexcept {
  ThrownClass thrown;
  __atomic_load(&row.thrown, &thrown, __ATOMIC_ACQUIRE);
  const std::uint64_t calls = load(row.calls);
  if (calls == 0) return;
  const char* name = currentSegment().names() + thrown.offset;
  for (unsigned i = 0; i < errors.class_count; ++i)
    if (errors.classes[i].name == name) {
      errors.classes[i].errors += calls;
      return;
    }
  if (errors.class_count == ASSAY_DETAIL_ERROR_CLASSES) {
    errors.others += calls;
    return;
  }
  errors.classes[errors.class_count++] = {name, thrown.length, calls};
}

void addErrors(const ErrorCells& cells, assay_v1_own_errors& errors) noexcept {
  errors.returned += load(cells.returned);
  errors.unnamed += load(cells.unnamed);
  errors.others += load(cells.others);
  for (const ExceptionCell& row : cells.rows) addThrown(row, errors);
}

void readErrors(std::uint32_t site, assay_v1_own_errors& errors) noexcept {
  std::memset(&errors, 0, sizeof errors);
  if ((currentSegment().sites()[site].flags & kSiteEntryOnly) != 0) return;
  for (const ThreadBlock* block = state.blocks; block != nullptr; block = block->next) {
    const ErrorCells* cells = block->errors != nullptr ? block->errors[site] : nullptr;
    if (cells != nullptr) addErrors(*cells, errors);
  }
}

bool hasSite(unsigned site) noexcept {
  return hasOwnSegment() && site != 0 && site < state.siteCount;
}

}  // namespace

bool hasOwnSegment() noexcept {
  return state.segmentCount != 0 && !load(state.forked);
}

// Nanoseconds are ticks where the counter of the processor is not the clock. Of a young process the two
// readings are close together, and what lies between the clocks of each counts for more.
double secondsPerTick() noexcept {
  if (!load(fastClock)) return 1e-9;
  const SegmentHeader& header = *state.segments[0].header();
  const ClockPair now = readClockPair();
  const std::uint64_t elapsed = now.ticks - header.startTicks;
  if (static_cast<std::int64_t>(elapsed) <= 0 || now.monotonic <= header.startMonotonic) return 0;
  return static_cast<double>(now.monotonic - header.startMonotonic) * 1e-9 / static_cast<double>(elapsed);
}

}  // namespace assay::runtime

using namespace assay::runtime;

// NOLINTBEGIN(readability-identifier-naming): C names
extern "C" {

void assay_v1_read_process(assay_v1_own_process* process) noexcept {
  std::memset(process, 0, sizeof *process);
  process->guards_on = load(assay_v1_switch) != 0 ? 1 : 0;
  process->lost_calls = load(state.lostCalls);
  const SlowPath path;
  if (!path.entered() || !hasOwnSegment()) return;
  process->seconds_per_tick = secondsPerTick();
  process->lost_calls += load(state.segments[0].header()->lostCalls);
  for (unsigned i = 0; i < state.segmentCount; ++i)
    process->lost_sites += load(state.segments[i].header()->lostSites);
  process->site_count = state.siteCount;
}

unsigned assay_v1_read_site(unsigned site, assay_v1_own_counts* counts) noexcept {
  const SlowPath path;
  if (!path.entered() || !hasSite(site)) return 0;
  readSite(site, *counts);
  return 1;
}

unsigned assay_v1_read_errors(unsigned site, assay_v1_own_errors* errors) noexcept {
  const SlowPath path;
  if (!path.entered() || !hasSite(site)) return 0;
  readErrors(site, *errors);
  return 1;
}

assay_v1_u64 assay_v1_latency_from(unsigned cell) noexcept {
  return assay::vocabulary::lowerBound(cell);
}
}
// NOLINTEND(readability-identifier-naming)
