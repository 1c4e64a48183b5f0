// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rows for types that are new, and the cells of a thread that are. What finds no room is never a lost call:
// only its type is not told.
#include <sys/mman.h>
#include <cstring>

#include "runtime/src/cold/retry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/cold/text.h"
#include "runtime/src/cold/threads.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"
#include "runtime/src/hot/types.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

/// A child that has not met a guard of its own yet still sees what the parent made.
bool isPrepared() noexcept {
  return state.segmentCount != 0 && !load(state.forked);
}

KnownTypes* knownTypesOf(std::uint32_t site) noexcept {
  if (state.knownTypes == nullptr) {
    void* table = mmap(nullptr, kMaxSites * sizeof(KnownTypes), PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (table == MAP_FAILED) return nullptr;
    publish(state.knownTypes, static_cast<KnownTypes*>(table));
  }
  return &state.knownTypes[site];
}

/// Sites must find room for their names when types have had theirs.
bool makeRoom(std::uint32_t nameLength) noexcept {
  Segment& segment = currentSegment();
  const SegmentHeader& header = *segment.header();
  return state.typeCount < header.typeCapacity && state.nameUsed + nameLength <= header.nameCapacity / 2 &&
         reserve(segment, segment.typesEnd,
                 header.typeOffset + std::uint64_t{state.typeCount + 1} * sizeof(TypeRecord)) &&
         reserve(segment, segment.namesEnd, header.nameOffset + state.nameUsed + nameLength);
}

struct Name {
  const char* text;
  std::uint32_t length;
};

/// In the segment first, for readers; then for the threads.
void append(std::uint32_t site, KnownTypes& known, const InputType& type, Name name) noexcept {
  const Segment& segment = currentSegment();
  SegmentHeader& header = *segment.header();
  const std::uint32_t count = known.count;
  std::memcpy(segment.names() + state.nameUsed, name.text, name.length);
  segment.types()[state.typeCount] = {site,
                                      state.nameUsed,
                                      static_cast<std::uint16_t>(name.length),
                                      static_cast<std::uint8_t>(count + 1),
                                      type.kind,
                                      type.number};
  known.type[count] = {state.nameUsed, type.number, static_cast<std::uint16_t>(type.length), type.kind};
  state.nameUsed += name.length;
  store(header.nameUsed, state.nameUsed);
  publish(header.typeCount, ++state.typeCount);
  publish(known.count, count + 1);
}

unsigned appendNamed(std::uint32_t site, KnownTypes& known, const InputType& type) noexcept {
  Text<24> alternative;
  Name name = {type.name, type.length};
  if (type.kind == TypeKind::Index) {
    alternative.add("alternative ").addDecimal(type.number);
    name = {alternative.text(), static_cast<std::uint32_t>(std::strlen(alternative.text()))};
  }
  if (!makeRoom(name.length)) return store(known.closed, true), kOtherTypes;
  append(site, known, type, name);
  return known.count;
}

bool makeRoomForCells() noexcept {
  Segment& segment = currentSegment();
  const SegmentHeader& header = *segment.header();
  return header.cellCount < header.cellCapacity &&
         reserve(segment, segment.cellsEnd,
                 header.cellOffset + std::uint64_t{header.cellCount + 1} * sizeof(TypeCells));
}

TypeCells* appendCells(std::uint32_t site) noexcept {
  if (!makeTypes(*self) || !makeRoomForCells()) return nullptr;
  const Segment& segment = currentSegment();
  SegmentHeader& header = *segment.header();
  TypeCells* cells = segment.cells() + header.cellCount;
  cells->site = site;
  cells->thread = self->index;
  publish(header.cellCount, header.cellCount + 1);
  return cells;
}

}  // namespace

unsigned makeRow(std::uint32_t site, const InputType& type) noexcept {
  const SlowPath path;
  if (!path.entered() || !isPrepared()) return 0;
  KnownTypes* known = knownTypesOf(site);
  if (known == nullptr) return kOtherTypes;
  const unsigned row = knownRow(site, type);  // another thread may have been here
  return row != 0 ? row : appendNamed(site, *known, type);
}

TypeCells* makeCells(std::uint32_t site) noexcept {
  if (mustWait(state.typesRetryAt)) return nullptr;
  const SlowPath path;
  if (!path.entered() || !isPrepared() || self == nullptr) return nullptr;
  TypeCells* cells = self->types != nullptr ? self->types[site] : nullptr;
  if (cells != nullptr) return cells;
  cells = appendCells(site);
  noteTried(state.typesRetryAt, cells != nullptr);
  if (cells != nullptr) store(self->types[site], cells);
  return cells;
}

}  // namespace assay::runtime
