// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What one guarded process has recorded, as plain data: its segment files after they were read and checked.
// Times stay in the process's clock ticks, which are exact; `secondsPerTick` converts them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "vocabulary/histogram.h"

namespace assay::telemetry {

/// `timed` calls per bucket of vocabulary/histogram.h: kBucketCount cells, or fewer where the rest is zero.
using Histogram = std::vector<std::uint64_t>;

/// Timed calls whose input had a size in one bucket of vocabulary/size_bucket.h.
struct SizeCount {
  std::uint64_t calls = 0;
  std::uint64_t errors = 0;
  std::uint64_t sumTicks = 0;
};

/// Empty = no call had a size, else vocabulary::kSizeBucketCount buckets.
using InputSizes = std::vector<SizeCount>;

/// Timed calls whose input had one type.
struct TypeCount {
  std::uint64_t calls = 0;
  std::uint64_t errors = 0;
  std::uint64_t sumTicks = 0;
};

/// By the type's name, which is foreign text; "" = all types that have no row of their own.
using InputTypes = std::map<std::string, TypeCount>;

/// Calls that failed, by kind: the class of the exception, which is foreign text, or what error_kinds.h calls
/// the others. All calls, timed or not.
using ErrorKinds = std::map<std::string, std::uint64_t>;

/// What the timed calls of a function did to memory, as far as their thread's bytes were counted. They may
/// have freed more than they allocated.
struct MemoryCount {
  std::uint64_t calls = 0;      ///< 0 = nothing is known
  std::uint64_t allocated = 0;  ///< bytes
  std::uint64_t freed = 0;      ///< bytes, whoever had allocated them
};

/// A call that failed, without anything of what it was about.
struct Failure {
  bool thrown = false;                 ///< by an exception, else by what it returned
  std::uint64_t endedNanoseconds = 0;  ///< since 1970
  double seconds = 0;                  ///< it took; 0 where the clock cannot be converted
  unsigned sizeBucket = 0;             ///< of vocabulary/size_bucket.h, and 1; 0 = the input had no size
  std::string type;            ///< of its input: foreign text; empty = none, or one without a row of its own
  std::string exception = {};  ///< its class: foreign text; empty = not known, or there was none
};

inline constexpr std::size_t kMostFailures = 8;

/// One function, added up over the threads of a process.
struct SiteCounts {
  std::uint64_t id = 0;  ///< the manifest's id
  std::string name;      ///< as the guard gives it: foreign text, to be made visible before it is printed
  std::uint64_t calls = 0;
  std::uint64_t timed = 0;      ///< calls among them that are in the histogram
  std::uint64_t estimated = 0;  ///< those of `timed` that were not timed themselves: another one, drawn from
                                ///< them, stands for them in all times, and with its size and type
  std::uint64_t errors = 0;     ///< calls that failed, by an exception or by what they returned
  std::uint64_t sumTicks = 0;   ///< time of the timed calls together
  std::uint64_t maxTicks = 0;   ///< the longest timed call
  std::uint64_t entered = 0;    ///< calls begun; 0 = not recorded
  std::uint64_t ended = 0;  ///< those that have ended, abandoned ones among them; all of an entry-only site
  std::uint32_t mostAtOnce = 0;  ///< calls under way at the same time, as far as was seen; 0 = not recorded
  std::uint64_t abandoned = 0;   ///< coroutines destroyed before they returned: no calls
  std::uint32_t maxDepth = 0;    ///< of a recursion; 0 = not recorded
  bool entryOnly = false;        ///< no end of its calls is seen: errors and times are not known
  Histogram histogram;
  InputSizes sizes;
  bool coarseSizes =
      false;  ///< of exported metrics: buckets are those of vocabulary/export_bounds.h, without times
  InputTypes types;
  ErrorKinds errorKinds;  ///< together at most `errors`: of some the kind is not told
  MemoryCount memory;
  std::vector<Failure> failures;  ///< the last of the timed calls, the latest first; kMostFailures at most
};

enum class ProcessState {
  Running,  ///< also when nothing proves the end (another user's process that may not be looked at)
  Ended,    ///< gone, replaced by exec, or of an earlier boot
};

/// The file a snapshot was read from; device and inode tell it from another that takes its name later.
struct SegmentFile {
  std::filesystem::path path;
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
};

struct ProcessSnapshot {
  std::vector<SegmentFile> files;  ///< a process that fills a segment goes on in another
  std::uint32_t pid = 0;
  std::uint64_t processStart = 0;  ///< field 22 of /proc/PID/stat: tells processes of one pid apart
  std::string program;             ///< path of the executable: foreign text
  ProcessState state = ProcessState::Ended;
  bool guardsOn = true;             ///< false = switched off at run time, counts stand still
  std::uint64_t startRealtime = 0;  ///< ns since 1970: when the first guard ran
  std::uint64_t residentBytes = 0;  ///< memory that it has in RAM now; 0 = not known, or it has ended
  double observedSeconds =
      0;  ///< from the start to now, or to the exit; 0 = not known, as of one that was killed
  double secondsPerTick = 0;      ///< 0 = not known: times cannot be shown
  std::uint64_t lostCalls = 0;    ///< calls the guards could not record
  std::uint64_t lostSites = 0;    ///< functions that found no room in the segment
  std::vector<SiteCounts> sites;  ///< by id, each id once
};

}  // namespace assay::telemetry
