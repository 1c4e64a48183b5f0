// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who knows the class of an exception in flight is outside (detail/thrown.h). Comes here with each failure by
// an exception, which has cost microseconds already; the lock is taken for a class that is new.
#include "runtime/src/cold/thrown_names.h"

#include <cstring>

#include "assay/detail/thrown.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"

// NOLINTNEXTLINE(readability-redundant-declaration): only here it is weak
extern "C" const char* assay_v1_thrown(unsigned before) noexcept __attribute__((weak));

namespace assay::runtime {
namespace {

using namespace vocabulary;

constexpr std::uint32_t kMostClasses = 256;

PlacedName known[kMostClasses];
std::uint32_t knownCount;  ///< published

bool isName(PlacedName placed, const char* names, const char* name, std::size_t length) noexcept {
  return placed.length == length && std::memcmp(names + placed.offset, name, length) == 0;
}

PlacedName find(const char* name, std::size_t length) noexcept {
  const char* names = __atomic_load_n(&state.names, __ATOMIC_ACQUIRE);
  const std::uint32_t count = __atomic_load_n(&knownCount, __ATOMIC_ACQUIRE);
  for (std::uint32_t i = 0; names != nullptr && i < count; ++i)
    if (isName(known[i], names, name, length)) return known[i];
  return {0, 0};
}

/// Sites must find room for their names when classes have had theirs.
bool makeRoom(std::size_t length) noexcept {
  Segment& segment = currentSegment();
  const SegmentHeader& header = *segment.header();
  return knownCount < kMostClasses && state.nameUsed + length <= header.nameCapacity / 2 &&
         reserve(segment, segment.namesEnd, header.nameOffset + state.nameUsed + length);
}

/// The lock is held.
PlacedName append(const char* name, std::size_t length) noexcept {
  const Segment& segment = currentSegment();
  std::memcpy(segment.names() + state.nameUsed, name, length);
  const PlacedName placed = {state.nameUsed, static_cast<std::uint16_t>(length)};
  state.nameUsed += placed.length;
  store(segment.header()->nameUsed, state.nameUsed);
  known[knownCount] = placed;
  publish(knownCount, knownCount + 1);
  return placed;
}

}  // namespace

bool isThrownKnown(unsigned before) noexcept {
  return assay_v1_thrown != nullptr && assay_v1_thrown(before) != nullptr;
}

PlacedName thrownName(unsigned before) noexcept {
  const char* name = isThrownKnown(before) ? assay_v1_thrown(before) : nullptr;
  if (name == nullptr) return {0, 0};
  const std::size_t length = strnlen(name, kLongestTypeName);
  PlacedName placed = find(name, length);
  if (placed.length != 0 || length == 0) return placed;
  const SlowPath path;
  if (!path.entered() || state.segmentCount == 0 || load(state.forked)) return {0, 0};
  placed = find(name, length);  // another thread may have been here
  return placed.length != 0 || !makeRoom(length) ? placed : append(name, length);
}

}  // namespace assay::runtime
