// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A site's errors by kind: failed by what the call returned, or left by an exception of which class. Every
// failing call comes here, timed or not; no other one does. What finds no room is never a lost error: only
// its kind is not told.
#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/retry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/threads.h"
#include "runtime/src/cold/thrown_names.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/context.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

bool makeRoom(Segment& segment) noexcept {
  const SegmentHeader& header = *segment.header();
  return header.errorCount < header.errorCapacity &&
         reserve(segment, segment.errorsEnd,
                 header.errorOffset + std::uint64_t{header.errorCount + 1} * sizeof(ErrorCells));
}

ErrorCells* appendErrorCells(std::uint32_t site) noexcept {
  if (!makeErrors(*self) || !makeRoom(currentSegment())) return nullptr;
  SegmentHeader& header = *currentSegment().header();
  ErrorCells* cells = currentSegment().errors() + header.errorCount;
  cells->site = site;
  cells->thread = self->index;
  publish(header.errorCount, header.errorCount + 1);
  return cells;
}

ErrorCells* makeErrorCells(std::uint32_t site) noexcept {
  if (site == 0 || mustWait(state.errorsRetryAt)) return nullptr;
  const SlowPath path;
  const bool isPrepared = path.entered() && state.segmentCount != 0 && !load(state.forked) && self != nullptr;
  if (!isPrepared) return nullptr;
  ErrorCells* cells = self->errors != nullptr ? self->errors[site] : nullptr;
  if (cells != nullptr) return cells;
  cells = appendErrorCells(site);
  noteTried(state.errorsRetryAt, cells != nullptr);
  if (cells != nullptr) store(self->errors[site], cells);
  return cells;
}

/// Whether the row is of this class, or free and becomes its. A signal handler of this thread may have taken
/// it in between.
bool isRowOf(ExceptionCell& row, PlacedName name) noexcept {
  ThrownClass wanted = {name.offset, name.length, 0};
  ThrownClass there;
  __atomic_load(&row.thrown, &there, __ATOMIC_RELAXED);
  const bool isFree = there.length == 0;
  if (isFree &&
      __atomic_compare_exchange(&row.thrown, &there, &wanted, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED))
    return true;
  return there.offset == wanted.offset && there.length == wanted.length;
}

void countThrown(ErrorCells& cells, unsigned before) noexcept {
  const PlacedName name = thrownName(before);
  if (name.length == 0) return add(isThrownKnown(before) ? cells.others : cells.unnamed, 1);
  for (ExceptionCell& row : cells.rows)
    if (isRowOf(row, name)) return add(row.calls, 1);
  add(cells.others, 1);
}

}  // namespace

void countErrorKind(const Shard& shard, const ThreadBlock& block, std::uint64_t context) noexcept {
  ErrorCells* cells = block.errors != nullptr ? block.errors[shard.site] : nullptr;
  if (__builtin_expect(cells == nullptr, 0)) cells = makeErrorCells(shard.site);
  if (cells == nullptr) return;
  if (hasFailed(context)) return add(cells->returned, 1);
  const unsigned inFlight = inFlightOf(contextNow(block));
  if (inFlight == 0) return add(cells->unnamed, 1);
  countThrown(*cells, inFlight - 1);
}

}  // namespace assay::runtime
