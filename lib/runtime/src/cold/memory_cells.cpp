// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a thread's counts of bytes are, and the cells in the segment that calls add to. They are apart from
// the shards, so that a program that counts no allocations has no room for them. What finds no room is never
// a lost call: only its bytes are not told.
#include "runtime/src/cold/memory_cells.h"

#include "assay/detail/allocation.h"
#include "runtime/src/cold/retry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/threads.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/memory.h"

// NOLINTNEXTLINE(readability-redundant-declaration): only here it is weak
extern "C" assay_v1_counters assay_v1_allocation_counters() noexcept __attribute__((weak));

namespace assay::runtime {
namespace {

using vocabulary::MemoryCell;
using vocabulary::SegmentHeader;

bool makeRoom(Segment& segment) noexcept {
  const SegmentHeader& header = *segment.header();
  return header.memoryCount < header.memoryCapacity &&
         reserve(segment, segment.memoryEnd,
                 header.memoryOffset + std::uint64_t{header.memoryCount + 1} * sizeof(MemoryCell));
}

MemoryCell* appendCell(std::uint32_t site) noexcept {
  if (!makeMemory(*self) || !makeRoom(currentSegment())) return nullptr;
  SegmentHeader& header = *currentSegment().header();
  MemoryCell* cell = currentSegment().memory() + header.memoryCount;
  cell->site = site;
  cell->thread = self->index;
  publish(header.memoryCount, header.memoryCount + 1);
  return cell;
}

}  // namespace

bool bytesAreCounted() noexcept {
  return assay_v1_allocation_counters != nullptr;
}

void findCounters(ThreadBlock& block) noexcept {
  assay_v1_counters counters = {nullptr, nullptr};
  if (bytesAreCounted()) counters = assay_v1_allocation_counters();
  if (counters.freed == nullptr) counters.allocated = nullptr;
  block.allocated = counters.allocated;
  block.freed = counters.freed;
}

MemoryCell* makeMemoryCell(std::uint32_t site) noexcept {
  if (site == 0 || mustWait(state.memoryRetryAt)) return nullptr;
  const SlowPath path;
  const bool isPrepared = path.entered() && state.segmentCount != 0 && !load(state.forked) && self != nullptr;
  if (!isPrepared) return nullptr;
  MemoryCell* cell = self->memory != nullptr ? self->memory[site] : nullptr;
  if (cell != nullptr) return cell;
  cell = appendCell(site);
  noteTried(state.memoryRetryAt, cell != nullptr);
  if (cell != nullptr) store(self->memory[site], cell);
  return cell;
}

}  // namespace assay::runtime
