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

std::uint64_t product = 3;

/// Without a loop, whose end the processor would guess right in one function and wrong in the other.
template <unsigned Steps>
inline void multiply() {
#if defined(__x86_64__)
  __asm__ volatile(".rept %c1\n\timulq %0, %0\n\t.endr" : "+r"(product) : "i"(Steps));
#else
  __asm__ volatile(".rept %c1\n\tmul %0, %0, %0\n\t.endr" : "+r"(product) : "i"(Steps));
#endif
}

template <unsigned Steps>
ASSAY_BENCH_CALLED void bare() {
  multiply<Steps>();
}
template <unsigned Steps>
ASSAY_BENCH_CALLED void guarded() {
  ASSAY_INSERTED_GUARD(0x0000000000000011, "of known length");
  multiply<Steps>();
}

template <void (*Function)()>
void repeat(unsigned long count) {
  for (; count != 0; --count) Function();
}

/// Ticks of the counter per call.
template <void (*Function)()>
double ticksOf(unsigned long calls) {
  const std::uint64_t begun = assayBenchTimeStamp();
  repeat<Function>(calls);
  return static_cast<double>(assayBenchTimeStamp() - begun) / static_cast<double>(calls);
}

const telemetry::SiteCounts& siteOf(const telemetry::ProcessSnapshot& snapshot) {
  for (const auto& site : snapshot.sites)
    if (site.id == kSite) return site;
  std::fputs("the guard is not in its segment\n", stderr);
  std::exit(1);
}

/// Ticks per call as the guard counted them.
template <void (*Function)()>
double ticksShown(const std::filesystem::path& segment, unsigned long calls) {
  const std::uint64_t before = siteOf(snapshotOf(segment)).sumTicks;
  repeat<Function>(calls);
  return static_cast<double>(siteOf(snapshotOf(segment)).sumTicks - before) / static_cast<double>(calls);
}

template <unsigned Steps>
void compare(const std::filesystem::path& segment, double nanoseconds) {
  constexpr unsigned long kCalls = kStepsPerSlice / (Steps + 16);
  std::vector<double> empty, full, shown;
  for (unsigned slice = 0; slice < kSlices; ++slice) {
    empty.push_back(ticksOf<bare<0>>(kCalls));
    full.push_back(ticksOf<bare<Steps>>(kCalls));
    shown.push_back(ticksShown<guarded<Steps>>(segment, kCalls));
  }
  std::printf("%u %.3f %.3f\n", Steps, (median(full) - median(empty)) * nanoseconds,
              median(shown) * nanoseconds);
}

template <unsigned... Steps>
void compareAll(const std::filesystem::path& segment, double nanoseconds) {
  (compare<Steps>(segment, nanoseconds), ...);
}

}  // namespace

int compareWithTruth(int, char**) {
  guarded<0>();
  readClockOfGuards();
  const auto segment = ownSegment();
  const double nanoseconds = snapshotOf(segment).secondsPerTick * 1e9;
  compareAll<0, 8, 16, 32, 64, 128, 256, 1024, 4096>(segment, nanoseconds);
  return 0;
}

}  // namespace assay::bench
