/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the guards of this process have counted so far, for the process itself: a health page, a test, a log
   line at the end. For C++11 and later; alone among the public headers it includes some of the C++ library.

     for (const assay::FunctionCounts& function : assay::snapshot().functions)
       std::printf("%s: %llu calls\n", function.name.c_str(), (unsigned long long)function.calls);

   docs/reference/runtime-api.md says what the numbers mean. With -DASSAY_DISABLE a snapshot is empty, and
   the library need not be linked. */
#ifndef ASSAY_SNAPSHOT_H
#define ASSAY_SNAPSHOT_H
#pragma GCC system_header

#if !defined(ASSAY_DISABLE)
#include <assay/detail/own_counts.h>
#endif

#include <cxxabi.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

extern "C++" {
namespace assay {
inline namespace v1 {

/* Timed calls that lasted from `from` to less than `to` seconds; `to` is infinite in the last cell there is.
 */
struct LatencyCell {
  double from;
  double to;
  std::uint64_t calls;
};

/* Timed calls whose input had a size from `from` to `to`, and how many of them failed. */
struct SizeCell {
  std::uint64_t from;
  std::uint64_t to;
  std::uint64_t calls;
  std::uint64_t errors;
  double totalSeconds;
};

/* Calls that failed in one way. */
struct ErrorKind {
  std::string kind; /* class of the exception, "(returned)", "(exception)" of no known class, or "(other)" */
  std::uint64_t errors;
};

/* One function, all threads together. */
struct FunctionCounts {
  std::uint64_t id; /* the manifest's; of ASSAY_GUARD FNV-1a of the name */
  std::string name;
  std::uint64_t calls; /* that have ended; where only entries are counted, that have begun */
  std::uint64_t errors;
  std::uint64_t running;            /* begun and not ended: under way, or left by a jump */
  std::uint64_t abandoned;          /* coroutines destroyed before they returned: no calls */
  std::uint64_t timed;              /* calls that the times are made of */
  std::uint64_t estimated;          /* of these: not timed, another one stands for each */
  std::uint32_t mostAtOnce;         /* calls under way at once, as far as was seen; 0: not recorded */
  std::uint32_t maxDepth;           /* of a recursion; 0: not recorded */
  bool seesEnds;                    /* false: of some calls only the beginning is seen: no errors, no times */
  double totalSeconds;              /* of the timed calls */
  double maxSeconds;                /* the longest */
  std::vector<LatencyCell> latency; /* those that have calls, in order */
  std::vector<SizeCell> sizes;      /* likewise; calls without a size are in none */
  std::uint64_t memoryCalls;        /* calls of which the bytes are known; 0 without assay::allocation */
  std::uint64_t allocatedBytes;     /* in the course of these */
  std::uint64_t freedBytes;
  std::vector<ErrorKind> errorKinds; /* those that have errors; together at most `errors` */

  FunctionCounts() noexcept
      : id(0),
        calls(0),
        errors(0),
        running(0),
        abandoned(0),
        timed(0),
        estimated(0),
        mostAtOnce(0),
        maxDepth(0),
        seesEnds(true),
        totalSeconds(0),
        maxSeconds(0),
        memoryCalls(0),
        allocatedBytes(0),
        freedBytes(0) {}

  /* Seconds; 0 without timed calls. */
  double mean() const noexcept { return timed == 0 ? 0 : totalSeconds / static_cast<double>(timed); }

  /* Seconds that the share `share` of the timed calls took at most, 0.99 say: the middle of a cell, which is
     off by up to 6.25 %, and never more than the longest call. 0 without timed calls. */
  double quantile(double share) const noexcept {
    std::uint64_t total = 0;
    std::uint64_t seen = 0;
    for (const LatencyCell& cell : latency) total += cell.calls;
    const double rank = share * static_cast<double>(total);
    for (const LatencyCell& cell : latency) {
      seen += cell.calls;
      if (static_cast<double>(seen) < rank || seen == 0) continue;
      const double middle = (cell.from + cell.to) / 2;
      return seen == total || !(middle < maxSeconds) ? maxSeconds : middle;
    }
    return total == 0 ? 0 : maxSeconds;
  }
};

struct Snapshot {
  bool guardsOn;
  std::uint64_t lostCalls; /* that could not be recorded */
  std::uint64_t lostSites;
  std::vector<FunctionCounts> functions; /* in the order in which they were first called */

  /* The function with this name or id; null when none has been called. Lives as long as the snapshot. */
  const FunctionCounts* find(const std::string& name) const noexcept {
    for (const FunctionCounts& function : functions)
      if (function.name == name) return &function;
    return nullptr;
  }
  const FunctionCounts* findId(std::uint64_t id) const noexcept {
    for (const FunctionCounts& function : functions)
      if (function.id == id) return &function;
    return nullptr;
  }
};

#if defined(ASSAY_DISABLE)

/* A function of another name: a program may have units with and without guards. */
inline namespace disabled {
inline Snapshot snapshot() {
  return Snapshot{false, 0, 0, {}};
}
}  // namespace disabled

#else

/* From here on for snapshot() alone. */
namespace detail {

inline void addCells(FunctionCounts& function, const ::assay_v1_own_counts& counts, double secondsPerTick) {
  for (unsigned bucket = 0; bucket < ASSAY_DETAIL_LATENCY_CELLS; ++bucket) {
    if (counts.latency[bucket] == 0) continue;
    const double from = static_cast<double>(::assay_v1_latency_from(bucket)) * secondsPerTick;
    const double to = bucket + 1 == ASSAY_DETAIL_LATENCY_CELLS
                          ? __builtin_huge_val()
                          : static_cast<double>(::assay_v1_latency_from(bucket + 1)) * secondsPerTick;
    function.latency.push_back(LatencyCell{from, to, counts.latency[bucket]});
  }
  for (unsigned bucket = 0; bucket < ASSAY_DETAIL_SIZE_CELLS; ++bucket) {
    const ::assay_v1_own_size& size = counts.sizes[bucket];
    if (size.calls == 0) continue;
    const std::uint64_t from = bucket == 0 ? 0 : std::uint64_t(1) << (bucket - 1);
    const std::uint64_t to = bucket + 1 == ASSAY_DETAIL_SIZE_CELLS ? ~std::uint64_t(0)
                             : bucket == 0                         ? 0
                                                                   : 2 * from - 1;
    function.sizes.push_back(
        SizeCell{from, to, size.calls, size.errors, static_cast<double>(size.ticks) * secondsPerTick});
  }
}

/* A function has one record, or two when the calls of one are counted at their beginning. Those that are such
   are few: their places are in `entries`. */
inline FunctionCounts& functionOf(Snapshot& snapshot, const ::assay_v1_own_counts& counts,
                                  std::vector<std::size_t>& entries) {
  for (const std::size_t place : entries)
    if (snapshot.functions[place].id == counts.id) return snapshot.functions[place];
  if (counts.sees_ends == 0) {
    for (FunctionCounts& function : snapshot.functions)
      if (function.id == counts.id) return function;
    entries.push_back(snapshot.functions.size());
  }
  snapshot.functions.push_back(FunctionCounts());
  FunctionCounts& function = snapshot.functions.back();
  function.id = counts.id;
  function.name.assign(counts.name, counts.name_length);
  return function;
}

inline void addCounts(FunctionCounts& function, const ::assay_v1_own_counts& counts, double secondsPerTick) {
  function.calls += counts.calls;
  function.errors += counts.errors;
  function.running += counts.running;
  function.abandoned += counts.abandoned;
  function.timed += counts.timed;
  function.estimated += counts.estimated;
  if (counts.most_at_once > function.mostAtOnce) function.mostAtOnce = counts.most_at_once;
  if (counts.max_depth > function.maxDepth) function.maxDepth = counts.max_depth;
  function.seesEnds = function.seesEnds && counts.sees_ends != 0;
  function.totalSeconds += static_cast<double>(counts.ticks) * secondsPerTick;
  const double longest = static_cast<double>(counts.max_ticks) * secondsPerTick;
  if (longest > function.maxSeconds) function.maxSeconds = longest;
  function.memoryCalls += counts.memory_calls;
  function.allocatedBytes += counts.allocated;
  function.freedBytes += counts.freed;
  addCells(function, counts, secondsPerTick);
}

inline void addErrors(FunctionCounts& function, const std::string& kind, std::uint64_t errors) {
  if (errors == 0) return;
  for (ErrorKind& known : function.errorKinds)
    if (known.kind == kind) {
      known.errors += errors;
      return;
    }
  function.errorKinds.push_back(ErrorKind{kind, errors});
}

/* A name that cannot be read as one of C++ stays as it is. */
inline std::string className(const ::assay_v1_own_thrown& thrown) {
  const std::string mangled(thrown.name, thrown.name_length);
  struct Text {
    char* written;
    ~Text() { std::free(written); }
  } text = {::abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, nullptr)};
  return text.written != nullptr ? std::string(text.written) : mangled;
}

inline void addErrorKinds(FunctionCounts& function, const ::assay_v1_own_errors& errors) {
  addErrors(function, "(returned)", errors.returned);
  for (unsigned i = 0; i < errors.class_count; ++i)
    addErrors(function, className(errors.classes[i]), errors.classes[i].errors);
  addErrors(function, "(exception)", errors.unnamed);
  addErrors(function, "(other)", errors.others);
}

/* The kinds first: each error among them is among the errors then. */
inline void addSite(Snapshot& snapshot, unsigned site, double secondsPerTick,
                    std::vector<std::size_t>& entries) {
  ::assay_v1_own_counts counts;
  ::assay_v1_own_errors errors;
  if (::assay_v1_read_errors(site, &errors) == 0 || ::assay_v1_read_site(site, &counts) == 0) return;
  FunctionCounts& function = functionOf(snapshot, counts, entries);
  addCounts(function, counts, secondsPerTick);
  addErrorKinds(function, errors);
}

} /* namespace detail */

/* What is counted now. Exact while no guarded call begins or ends; else each number is of some moment of the
   reading, and counts never go down from one snapshot to the next. Any thread, also while others call
   guarded functions, which does not slow them; not in a signal handler, because it allocates. Throws what
   std::vector does, and nothing else. In a forked child: its own counts alone. */
inline Snapshot snapshot() {
  ::assay_v1_own_process process;
  ::assay_v1_read_process(&process);
  Snapshot all{process.guards_on != 0, process.lost_calls, process.lost_sites, {}};
  std::vector<std::size_t> entries;
  for (unsigned site = 1; site < process.site_count; ++site)
    detail::addSite(all, site, process.seconds_per_tick, entries);
  return all;
}

#endif

} /* namespace v1 */
} /* namespace assay */
} /* extern "C++" */

#endif
