// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The segment file, byte for byte: what a guarded process writes and every reader reads
// (docs/reference/segment.md). One file per process image, mapped shared, so that a process that is killed
// loses nothing it had counted.
//
//   header (4096) | site records | names | carry records | type records | type cells | failures |
//   memory cells | error cells | shards …
//
// All numbers are in the machine's byte order (`byteOrder` tells). A reader trusts nothing: every offset and
// count is checked against the file's size before use. Fields marked (publish) are written last, with release
// order. The file grows with use: what the *counts* cover is inside it, the *capacities* may reach past its
// present end. It is sparse (read it with pread: a mapping would make the holes of a tmpfs file real). What
// follows the last field in the header's page is zero in this version.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay {
namespace vocabulary {

constexpr char kSegmentMagic[8] = {'A', 'S', 'S', 'A', 'Y', 'S', 'E', 'G'};
constexpr std::uint32_t kSegmentLayoutVersion = 8;
constexpr std::uint32_t kOldestSegmentLayout =
    1;  ///< that is still read: other shards, see vocabulary/old_shards.h
constexpr std::uint32_t kSegmentByteOrder = 0x01020304;
constexpr const char kSegmentSuffix[] =
    ".assayseg";  ///< file name: <pid>-<start ticks, hex>-<sequence>.assayseg

enum class ClockKind : std::uint32_t {
  TimeStampCounter = 0,  ///< x86 invariant TSC; convert with the two (ticks, monotonic) pairs
  MonotonicNanoseconds = 1,
  GenericTimer = 2,  ///< AArch64 cntvct_el0; convert with the pairs
};

struct SegmentHeader {
  char magic[8];  ///< (publish) written last when the segment is made
  std::uint32_t layoutVersion;
  std::uint32_t byteOrder;
  std::uint32_t headerBytes;
  ClockKind clockKind;
  std::uint32_t pid;
  std::uint32_t guardsOn;         ///< 1 = recording, 0 = switched off
  std::uint64_t processStart;     ///< field 22 of /proc/PID/stat: tells a recycled pid from the same process
  char bootId[40];                ///< /proc/sys/kernel/random/boot_id, NUL-terminated
  std::uint64_t startTicks;       ///< of clockKind, read together with the two below
  std::uint64_t startMonotonic;   ///< CLOCK_MONOTONIC, ns
  std::uint64_t startRealtime;    ///< CLOCK_REALTIME, ns since 1970
  std::uint64_t recentTicks;      ///< a later pair, refreshed on slow paths and at exit;
  std::uint64_t recentMonotonic;  ///< a reader of the same boot takes a pair of its own instead
  std::uint64_t siteOffset;       ///< file offset of SiteRecord[siteCapacity]
  std::uint64_t nameOffset;       ///< file offset of the names
  std::uint64_t carryOffset;      ///< file offset of CarryRecord[carryCapacity]
  std::uint64_t shardOffset;      ///< file offset of the first shard, a multiple of 64
  std::uint32_t siteCapacity;
  std::uint32_t siteCount;     ///< (publish)
  std::uint32_t nameCapacity;  ///< bytes
  std::uint32_t nameUsed;
  std::uint32_t carryCapacity;
  std::uint32_t carryCount;  ///< (publish)
  std::uint32_t shardBytes;  ///< stride between shards
  std::uint32_t shardCapacity;
  std::uint32_t shardCount;  ///< (publish)
  std::uint32_t
      finished;  ///< 1 = ended in order: the recent pair is of that moment; 0 = running, or was killed
  std::uint64_t
      lostCalls;  ///< calls that could not be recorded (no memory, table full, re-entered by a signal)
  std::uint64_t lostSites;  ///< sites that found no room in the table
  char program[256];        ///< path of the executable, NUL-terminated, cut if longer
  // Since layout 5
  std::uint64_t typeOffset;  ///< file offset of TypeRecord[typeCapacity]
  std::uint64_t cellOffset;  ///< file offset of TypeCells[cellCapacity]
  std::uint32_t typeCapacity;
  std::uint32_t typeCount;  ///< (publish)
  std::uint32_t cellCapacity;
  std::uint32_t cellCount;  ///< (publish)
  // Since layout 6
  std::uint32_t timingTicks;       ///< what timing a call costs, as measured at the start
  std::uint32_t budgetPerMillion;  ///< of a thread's time, for timing calls; 0 = all calls are timed
  std::uint64_t failureOffset;     ///< file offset of FailureRecord[siteCapacity][kKeptFailures]
  // Since layout 7
  std::uint64_t memoryOffset;  ///< file offset of MemoryCell[memoryCapacity]
  std::uint32_t memoryCapacity;
  std::uint32_t memoryCount;  ///< (publish)
  // Zero where the writer knows nothing of them: of layout 7, as the rest
  std::uint64_t errorOffset;  ///< file offset of ErrorCells[errorCapacity]
  std::uint32_t errorCapacity;
  std::uint32_t errorCount;   ///< (publish)
  std::uint64_t crashedAt;    ///< ns since 1970: when a fault of its own was about to end the process
  std::uint32_t crashSignal;  ///< (publish) which one; 0 = there was none, or nobody was to be told. The
                              ///< sites in which it happened have kSiteCrashed
};
static_assert(sizeof(SegmentHeader) <= 4096, "the header has one page");
static_assert(offsetof(SegmentHeader, typeOffset) == 464, "part of the file format");
constexpr std::uint32_t kSegmentHeaderBytes = 4096;

constexpr std::uint32_t kMostSites = 65536;       ///< of a process, with the unused one
constexpr std::uint32_t kLongestSiteName = 1024;  ///< bytes; what is longer is cut

// SiteRecord::flags
constexpr std::uint32_t kSiteByHand = 1;     ///< ASSAY_GUARD in the source; the id is FNV-1a of the name
constexpr std::uint32_t kSiteEntryOnly = 2;  ///< only Shard::entered is counted: the ends are not seen
constexpr std::uint32_t kSiteCrashed = 4;  ///< the new function of an experiment: SegmentHeader::crashSignal
                                           ///< came while it ran, and nothing has followed yet. Atomic

/// One guarded function of the process. Index 0 is never used, so that 0 can mean "not registered".
struct SiteRecord {
  std::uint64_t id;          ///< the manifest's id
  std::uint32_t nameOffset;  ///< into the names
  std::uint32_t nameLength;
  std::uint32_t flags;
  std::uint32_t mostAtOnce;  ///< calls under way at the same time, as often as somebody looked; 0 = not
                             ///< recorded. Atomic: any thread raises it. Since layout 4
  std::uint32_t
      failures;  ///< of the site that were noted in FailureRecords, modulo 2^32. Atomic. Since layout 6
  std::uint32_t sample;  ///< one in so many calls is timed, as the source says; 0 = as the budget has it
};
static_assert(sizeof(SiteRecord) == 32, "part of the file format");

/// 2^32 calls that ran over one cell of a shard: the exact count is cell + carries * 2^32.
struct CarryRecord {
  std::uint32_t shard;
  std::uint32_t bucket;  ///< of the histogram; or one of the numbers below
  std::uint64_t carries;
};
static_assert(sizeof(CarryRecord) == 16, "part of the file format");

// CarryRecord::bucket besides buckets of the histogram: of sizes since layout 3, the last two since layout 8.
// One number is left out: a cell that counted nothing had it.
constexpr std::uint32_t kFirstSizeCarry = kBucketCount + 1;                         ///< SizeCell::count
constexpr std::uint32_t kFirstSizeErrorCarry = kFirstSizeCarry + kSizeBucketCount;  ///< SizeCell::errors
constexpr std::uint32_t kNestedCarry = kFirstSizeErrorCarry + kSizeBucketCount;     ///< Shard::nested
constexpr std::uint32_t kAbandonedCarry = kNestedCarry + 1;                         ///< Shard::abandoned
constexpr std::uint32_t kCarryCellCount = kAbandonedCarry + 1;
static_assert(kCarryCellCount == 404, "part of the file format");

/// The timed calls among those whose input had a size in one bucket of vocabulary/size_bucket.h.
struct SizeCell {
  std::uint64_t sumTicks;
  std::uint32_t count;
  std::uint32_t errors;
};
static_assert(sizeof(SizeCell) == 16, "part of the file format");

constexpr std::uint32_t kLargestBlock = 1024;  ///< calls that one timed call stands for, at most

/// What one thread has counted at one site; written by that thread alone. A finished thread's shards are
/// taken over by a later thread and go on counting: numbers never go down.
///
/// The latest call is held back in `pending` and counted by the next one (its bucket, and the address of that
/// counter, are then known early, which makes both free): represented = sum of cells + carries * 2^32 +
/// (pending != kNothingPending), and the pending call belongs to bucketOf(pending). calls = ended -
/// abandoned, of an entry-only site entered.
///
/// Where not every call is timed, the calls come in blocks, of each of which one is timed, at a place that is
/// drawn. It counts as so many in cells, sumTicks and sizes, which are estimates then; `estimated` is how
/// many calls of `represented` were not timed themselves. They may be yet to come.
struct Shard {
  std::uint32_t site;
  std::uint32_t pending;  ///< ticks; kNothingPending before the first call. (publish) behind the cells. Not
                          ///< held back is a longer call, and one that stands for others
  std::uint64_t sumTicks;
  std::uint64_t maxTicks;
  std::uint64_t errors;    ///< calls left by an exception, or that failed by what they returned
  std::int64_t untilLook;  ///< the writer's own: ticks in calls until it counts what is under way
  std::uint64_t entered;   ///< calls begun on this thread; 0 = entries are not recorded
  std::uint64_t ended;  ///< calls ended on this thread, abandoned ones among them. Sum over a site's shards:
                        ///< entered - ended = under way, or left without an end (longjmp, _exit, kill)
  std::uint32_t maxDepth;  ///< levels of the deepest recursion; 0 = not recorded
  std::uint32_t nested;    ///< calls inside another call of the function on this thread: counted, not timed
  std::uint32_t cells[kBucketCount];
  std::uint32_t abandoned;  ///< coroutines destroyed before they returned: begun, and no calls
  std::uint32_t countdown;  ///< the writer's own: calls up to the next one that is timed; 0 = each is
  std::uint16_t block;  ///< the writer's own: calls that the next one that is timed stands for; 0 = itself
  std::uint16_t left;   ///< the writer's own: calls of that block that come after it
  std::uint64_t estimated;  ///< calls that another one stands for
  SizeCell sizes[kSizeBucketCount];
};
static_assert(offsetof(Shard, pending) == 4, "part of the file format");
static_assert(offsetof(Shard, ended) == 48, "part of the file format");
static_assert(offsetof(Shard, maxDepth) == 56, "part of the file format");
static_assert(offsetof(Shard, cells) == 64, "part of the file format");
static_assert(offsetof(Shard, abandoned) == 1284, "part of the file format");
static_assert(offsetof(Shard, estimated) == 1296, "part of the file format");
static_assert(offsetof(Shard, sizes) == 1304, "part of the file format");
constexpr std::uint32_t kShardBytes = sizeof(Shard);
static_assert(kShardBytes == 2072 && kShardBytes % 8 == 0, "part of the file format");
constexpr std::uint32_t kNothingPending = ~0u;

constexpr unsigned kKeptFailures = 4;  ///< of a site
constexpr std::uint32_t kFailureBeingWritten = ~0u;

enum class FailureKind : std::uint8_t {
  Exception = 0,
  Returned = 1,
};

/// The shape of one of the last timed calls of a site that failed. Written by any thread; whole when
/// `sequence` is neither 0 nor kFailureBeingWritten and the same before and after reading.
struct FailureRecord {
  std::uint32_t sequence;  ///< (publish) later ones have larger numbers
  std::uint8_t kind;       ///< a FailureKind
  std::uint8_t size;       ///< bucket of vocabulary/size_bucket.h, and 1; 0 = the input had none
  std::uint8_t type;       ///< row of the input's type; 0 = it had none
  std::uint8_t reserved;
  std::uint64_t ended;         ///< ticks
  std::uint64_t duration;      ///< ticks
  std::uint32_t thrownOffset;  ///< into the names: the class of the exception, as its type_info has it
  std::uint16_t thrownLength;  ///< at most kLongestTypeName; 0 = it is not known, or there was none
  std::uint16_t reserved1;
};
static_assert(sizeof(FailureRecord) == 32, "part of the file format");
using Failures = FailureRecord[kKeptFailures];

// Types of inputs: of a site the first types that come have a row each, all others together the last one.
constexpr unsigned kNamedTypes = 7;
constexpr unsigned kOtherTypes = kNamedTypes + 1;  ///< the row of what found no row of its own
constexpr std::uint32_t kLongestTypeName = 240;    ///< bytes; what is longer is cut

enum class TypeKind : std::uint8_t {
  Index = 0,    ///< the name is "alternative N"
  Mangled = 1,  ///< the name is what a type_info has, in the Itanium ABI's mangling
  Text = 2,     ///< the name is the template's arguments in the compiler's words
};

/// What one row of a site stands for, in all threads of the process.
struct TypeRecord {
  std::uint32_t site;
  std::uint32_t nameOffset;  ///< into the names
  std::uint16_t nameLength;  ///< at most kLongestTypeName
  std::uint8_t row;          ///< 1 … kNamedTypes
  TypeKind kind;
  std::uint32_t number;  ///< of an Index
};
static_assert(sizeof(TypeRecord) == 16, "part of the file format");

/// The timed calls among those whose input had one type, or one of those that have no row.
struct TypeCell {
  std::uint64_t sumTicks;
  std::uint64_t calls;
  std::uint64_t errors;
};

/// What one thread has counted at one site by the type of the input; there is one for sites that ask. As
/// shards they are written by one thread alone and never go down.
struct TypeCells {
  std::uint32_t site;
  std::uint32_t thread;
  TypeCell rows[kOtherTypes];  ///< row r at r - 1
};
static_assert(sizeof(TypeCells) == 200, "part of the file format");

/// What the timed calls of one thread at one site did to memory; there is one where a thread's bytes are
/// counted (assay::allocation). As shards it is written by one thread alone and never goes down. What is
/// still held is allocated - freed.
struct MemoryCell {
  std::uint32_t site;
  std::uint32_t thread;
  std::uint64_t calls;
  std::uint64_t allocated;  ///< bytes, by the thread in the course of these calls
  std::uint64_t freed;      ///< the same; also what was allocated before, or by another thread
};
static_assert(sizeof(MemoryCell) == 32, "part of the file format");

constexpr unsigned kNamedExceptions = 6;  ///< classes that a thread keeps apart at a site

/// Where the class of an exception stands among the names, mangled as in its type_info; length 0 = no row
/// yet.
struct alignas(8) ThrownClass {
  std::uint32_t offset;
  std::uint16_t length;  ///< at most kLongestTypeName
  std::uint16_t reserved;
};

struct ExceptionCell {
  ThrownClass thrown;  ///< written once, before `calls`
  std::uint64_t calls;
};

/// The errors of one thread at one site by kind; there is one where a call has failed. As shards it is
/// written by one thread alone and never goes down. Together at most Shard::errors.
struct ErrorCells {
  std::uint32_t site;
  std::uint32_t thread;
  std::uint64_t returned;  ///< calls that failed by what they returned
  std::uint64_t unnamed;   ///< left by an exception, nobody knows of what class
  std::uint64_t others;    ///< left by exceptions of classes that have no row
  ExceptionCell rows[kNamedExceptions];
};
static_assert(sizeof(ErrorCells) == 128, "part of the file format");

}  // namespace vocabulary
}  // namespace assay
