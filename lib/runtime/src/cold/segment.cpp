// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Making a segment: room in the file first, then the mapping, then the contents, the magic number last.
#include "runtime/src/cold/segment.h"

#include <sys/mman.h>
#include <cstring>

#include "assay/detail/entry.h"
#include "runtime/src/cold/process_facts.h"
#include "runtime/src/cold/segment_file.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/clock.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

constexpr std::uint32_t kNameCapacity = 4u << 20;
constexpr std::uint32_t kCarryCapacity = 4096 / sizeof(CarryRecord);
constexpr std::uint32_t kLargestShardCapacity = 65536;
constexpr std::uint32_t kSmallestShardCapacity = 1024;
constexpr std::uint64_t kSiteOffset = kSegmentHeaderBytes;
constexpr std::uint64_t kNameOffset = kSiteOffset + std::uint64_t{kMaxSites} * sizeof(SiteRecord);
constexpr std::uint64_t kCarryOffset = kNameOffset + kNameCapacity;
constexpr std::uint32_t kTypeCapacity = 16384;
constexpr std::uint32_t kCellCapacity = 16384;
constexpr std::uint64_t kTypeOffset = kCarryOffset + 4096;
constexpr std::uint64_t kCellOffset = kTypeOffset + std::uint64_t{kTypeCapacity} * sizeof(TypeRecord);
constexpr std::uint64_t kFailureOffset = kCellOffset + std::uint64_t{kCellCapacity} * sizeof(TypeCells);
constexpr std::uint32_t kMemoryCapacity = 65536;
constexpr std::uint64_t kMemoryOffset = kFailureOffset + std::uint64_t{kMaxSites} * sizeof(Failures);
constexpr std::uint32_t kErrorCapacity = 32768;
constexpr std::uint64_t kErrorOffset = kMemoryOffset + std::uint64_t{kMemoryCapacity} * sizeof(MemoryCell);
constexpr std::uint64_t kShardOffset = kErrorOffset + std::uint64_t{kErrorCapacity} * sizeof(ErrorCells);
static_assert(kFailureOffset % 4096 == 0, "reserved by whole pages");
static_assert(kErrorOffset % 4096 == 0, "reserved by whole pages");
static_assert(kShardOffset % 4096 == 0, "shards begin on a page");

constexpr std::uint64_t mappingBytes(std::uint32_t shards) {
  return kShardOffset + std::uint64_t{shards} * kShardBytes;
}

/// Maps file or memory, smaller when the address space is limited. The number of shards that fit, 0 = failed.
std::uint32_t map(Segment& segment, int descriptor) noexcept {
  const int flags = descriptor >= 0 ? MAP_SHARED : MAP_PRIVATE | MAP_ANONYMOUS;
  for (std::uint32_t shards = kLargestShardCapacity; shards >= kSmallestShardCapacity; shards /= 4) {
    void* base =
        mmap(nullptr, mappingBytes(shards), PROT_READ | PROT_WRITE, flags | MAP_NORESERVE, descriptor, 0);
    if (base == MAP_FAILED) continue;
    segment.base = static_cast<char*>(base);
    segment.bytes = mappingBytes(shards);
    return shards;
  }
  return 0;
}

void describeLayout(SegmentHeader& header, std::uint32_t shards) noexcept {
  header.layoutVersion = kSegmentLayoutVersion;
  header.byteOrder = kSegmentByteOrder;
  header.headerBytes = kSegmentHeaderBytes;
  header.siteOffset = kSiteOffset;
  header.nameOffset = kNameOffset;
  header.carryOffset = kCarryOffset;
  header.typeOffset = kTypeOffset;
  header.cellOffset = kCellOffset;
  header.failureOffset = kFailureOffset;
  header.memoryOffset = kMemoryOffset;
  header.errorOffset = kErrorOffset;
  header.shardOffset = kShardOffset;
  header.siteCapacity = kMaxSites;
  header.nameCapacity = kNameCapacity;
  header.carryCapacity = kCarryCapacity;
  header.typeCapacity = kTypeCapacity;
  header.cellCapacity = kCellCapacity;
  header.memoryCapacity = kMemoryCapacity;
  header.errorCapacity = kErrorCapacity;
  header.shardBytes = kShardBytes;
  header.shardCapacity = shards;
}

void describeProcess(SegmentHeader& header) noexcept {
  header.clockKind = clockKind();
  header.timingTicks = state.timingTicks;
  header.budgetPerMillion = state.budgetPerMillion;
  header.guardsOn = load(assay_v1_switch);
  describeThisProcess(header);
  const ClockPair start = readClockPair();
  header.startTicks = start.ticks;
  header.startMonotonic = start.monotonic;
  header.startRealtime = realtimeNanoseconds();
  header.recentTicks = header.startTicks;
  header.recentMonotonic = header.startMonotonic;
}

/// In a child: how many calls there were at once in the parent is the parent's, so are its failures.
void forgetWhatWasSeen(Segment& segment) noexcept {
  for (std::uint32_t i = 0; i < state.siteCount; ++i) {
    SiteRecord& site = segment.sites()[i];
    site.mostAtOnce = site.failures = 0;
    site.flags &= ~kSiteCrashed;
  }
}

/// What the rows of the sites stand for: a row's number is the same in all segments.
bool copyTypes(Segment& segment, const Segment& previous) noexcept {
  const std::uint64_t bytes = std::uint64_t{state.typeCount} * sizeof(TypeRecord);
  if (bytes == 0) return true;
  if (!reserve(segment, segment.typesEnd, kTypeOffset + bytes)) return false;
  std::memcpy(segment.types(), previous.types(), bytes);
  segment.header()->typeCount = state.typeCount;
  return true;
}

/// The site table is the same in every segment of a process, so that one index serves all.
bool copySites(Segment& segment, const Segment* previous) noexcept {
  if (previous == nullptr || state.siteCount == 0) {
    state.siteCount = 1;
    segment.header()->siteCount = 1;
    return true;
  }
  const std::uint64_t siteBytes = std::uint64_t{state.siteCount} * sizeof(SiteRecord);
  if (!reserveSites(segment, state.siteCount, state.nameUsed)) return false;
  std::memcpy(segment.sites(), previous->sites(), siteBytes);
  if (state.segmentCount == 0) forgetWhatWasSeen(segment);
  std::memcpy(segment.names(), previous->names(), state.nameUsed);
  segment.header()->siteCount = state.siteCount;
  segment.header()->nameUsed = state.nameUsed;
  return copyTypes(segment, *previous);
}

bool reserveStart(Segment& segment, int descriptor) noexcept {
  segment.sitesEnd = kSiteOffset + 4096;
  segment.namesEnd = kNameOffset + 4096;
  segment.typesEnd = kTypeOffset;
  segment.cellsEnd = kCellOffset;
  segment.failuresEnd = kFailureOffset + 4096;
  segment.memoryEnd = kMemoryOffset;
  segment.errorsEnd = kErrorOffset;
  segment.shardsEnd = kShardOffset;
  if (descriptor < 0) return true;
  return reserveInFile(descriptor, 0, segment.sitesEnd) &&
         reserveInFile(descriptor, kNameOffset, segment.namesEnd) &&
         reserveInFile(descriptor, kCarryOffset, kTypeOffset) &&
         reserveInFile(descriptor, kFailureOffset, segment.failuresEnd);
}

bool fill(Segment& segment, int descriptor, const Segment* previous) noexcept {
  if (!reserveStart(segment, descriptor)) return false;
  const std::uint32_t shards = map(segment, descriptor);
  if (shards == 0) return false;
  describeLayout(*segment.header(), shards);
  if (!copySites(segment, previous)) return munmap(segment.base, segment.bytes), false;
  describeProcess(*segment.header());
  if (state.segmentCount == 0) {
    segment.header()->lostCalls = __atomic_exchange_n(&state.lostCalls, 0, __ATOMIC_RELAXED);
  }
  std::uint64_t magic;
  std::memcpy(&magic, kSegmentMagic, sizeof magic);
  __atomic_store_n(reinterpret_cast<std::uint64_t*>(segment.base), magic, __ATOMIC_RELEASE);
  return true;
}

bool fillFile(Segment& segment, const Segment* previous) noexcept {
  const int descriptor = createSegmentFile(segment);
  if (descriptor < 0) return false;
  const bool filled = fill(segment, descriptor, previous);
  if (!filled) removeSegmentFile(segment);
  closeFile(descriptor);
  return filled;
}

}  // namespace

bool addSegment() noexcept {
  if (state.segmentCount == kMaxSegments) return false;
  const Segment* previous = state.segmentCount != 0           ? &state.segments[state.segmentCount - 1]
                            : state.inherited.base != nullptr ? &state.inherited
                                                              : nullptr;
  Segment& segment = state.segments[state.segmentCount];
  segment = Segment{};
  if (!fillFile(segment, previous)) {
    segment = Segment{};
    if (state.segmentCount != 0 || !fill(segment, -1, previous)) return false;
  }
  publish(state.names, const_cast<const char*>(segment.names()));
  publish(state.segmentCount, state.segmentCount + 1);
  if (state.inherited.base != nullptr) munmap(state.inherited.base, state.inherited.bytes);
  state.inherited = Segment{};
  return true;
}

Segment& currentSegment() noexcept {
  return state.segments[state.segmentCount - 1];
}

bool reserveSites(Segment& segment, std::uint64_t sites, std::uint64_t nameBytes) noexcept {
  return reserve(segment, segment.sitesEnd, kSiteOffset + sites * sizeof(SiteRecord)) &&
         reserve(segment, segment.namesEnd, kNameOffset + nameBytes) &&
         reserve(segment, segment.failuresEnd, kFailureOffset + sites * sizeof(Failures));
}

bool reserve(const Segment& segment, std::uint64_t& end, std::uint64_t wanted) noexcept {
  if (wanted <= end) return true;
  constexpr std::uint64_t kPage = 4096;
  const std::uint64_t least = (wanted + kPage - 1) / kPage * kPage;
  if (segment.path[0] == '\0') return end = least, true;
  const int descriptor = openSegmentFile(segment);
  if (descriptor < 0) return false;
  // More than asked for, to come here seldom; when that is too much, just what is needed.
  const std::uint64_t more = least + 12 * kPage;
  const std::uint64_t start = end;
  if (reserveInFile(descriptor, start, more)) {
    end = more;
  } else if (reserveInFile(descriptor, start, least)) {
    end = least;
  }
  closeFile(descriptor);
  return wanted <= end;
}

void refreshClockPair() noexcept {
  const std::uint64_t monotonic = monotonicNanoseconds();
  const std::uint64_t now = ticks();
  for (unsigned i = 0; i < state.segmentCount; ++i) {
    store(state.segments[i].header()->recentMonotonic, monotonic);
    store(state.segments[i].header()->recentTicks, now);
  }
}

}  // namespace assay::runtime
