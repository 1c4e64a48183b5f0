// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A chain of multiplications takes the same time on every call. How long, loops of the bare function and of
// an empty one tell; how long the guard says, its own segment.
#include <assay/inserted.h>

#include <cstdio>

#include "medians.h"
#include "modes.h"
#include "own_segment.h"
#include "rows.h"
#include "time_stamp.h"

namespace assay::bench {
namespace {

constexpr unsigned kSlices = 301;
constexpr unsigned long kStepsPerSlice =
    50'000;  // some 60 us: most slices end before anything else is scheduled
constexpr std::uint64_t kSite = 0x0000000000000011;

unsigned steps = 0;
std::uint64_t product = 3;

inline void multiply() {
  for (unsigned i = 0; i < steps; ++i) __asm__ volatile("imulq %0, %0" : "+r"(product));
}

ASSAY_BENCH_CALLED void bare() {
  multiply();
}
ASSAY_BENCH_CALLED void guarded() {
  ASSAY_INSERTED_GUARD(0x0000000000000011, "of known length");
  multiply();
}

ASSAY_BENCH_LOOP(bare)
ASSAY_BENCH_LOOP(guarded)

/// Ticks of the counter per call.
double ticksOf(unsigned long calls) {
  const std::uint64_t begun = assayBenchTimeStamp();
  bareCalls(calls);
  return static_cast<double>(assayBenchTimeStamp() - begun) / static_cast<double>(calls);
}

const telemetry::SiteCounts& siteOf(const telemetry::ProcessSnapshot& snapshot) {
  for (const auto& site : snapshot.sites)
    if (site.id == kSite) return site;
  std::fputs("the guard is not in its segment\n", stderr);
  std::exit(1);
}

/// Ticks per call as the guard counted them.
double ticksShown(const std::filesystem::path& segment, unsigned long calls) {
  const std::uint64_t before = siteOf(snapshotOf(segment)).sumTicks;
  guardedCalls(calls);
  return static_cast<double>(siteOf(snapshotOf(segment)).sumTicks - before) / static_cast<double>(calls);
}

void compare(unsigned length, const std::filesystem::path& segment, double nanoseconds) {
  const unsigned long calls = kStepsPerSlice / (length + 16);
  std::vector<double> empty, full, shown;
  for (unsigned slice = 0; slice < kSlices; ++slice) {
    steps = 0;
    empty.push_back(ticksOf(calls));
    steps = length;
    full.push_back(ticksOf(calls));
    shown.push_back(ticksShown(segment, calls));
  }
  std::printf("%u %.3f %.3f\n", length, (median(full) - median(empty)) * nanoseconds,
              median(shown) * nanoseconds);
}

}  // namespace

int compareWithTruth(int, char**) {
  guardedCalls(1);
  const auto segment = ownSegment();
  const double nanoseconds = snapshotOf(segment).secondsPerTick * 1e9;
  for (const unsigned length : {0u, 8u, 16u, 32u, 64u, 128u, 256u, 1024u, 4096u})
    compare(length, segment, nanoseconds);
  return 0;
}

}  // namespace assay::bench
