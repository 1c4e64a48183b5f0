// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the budget of ASSAY_BUDGET makes of two functions: one of some 5 ns in a tight loop, which is far too
// quick to time each call, and one of 10 microseconds, each call of which is to be timed. Prints processor ns
// per call and the share of the calls that were not timed.
#include <assay/inserted.h>

#include <chrono>
#include <cstdio>

#include "medians.h"
#include "modes.h"
#include "own_segment.h"
#include "rows.h"

namespace assay::bench {
namespace {

constexpr unsigned long kShortCalls = 50'000'000;
constexpr unsigned long kLongCalls = 20'000;

/// Three multiplications, each of which waits for the one before.
ASSAY_BENCH_CALLED void fiveNanoseconds() {
  ASSAY_INSERTED_GUARD(0x0000000000000021, "five-ns");
  static unsigned long value = 1;
  unsigned long product = value;
  for (int i = 0; i < 3; ++i) {
    product *= 0x9e3779b97f4a7c15u;
    __asm__ volatile("" : "+r"(product));
  }
  value = product | 1;
}

ASSAY_BENCH_CALLED void tenMicroseconds() {
  ASSAY_INSERTED_GUARD(0x0000000000000022, "ten-us");
  const auto end = std::chrono::steady_clock::now() + std::chrono::microseconds(10);
  while (std::chrono::steady_clock::now() < end) {
  }
}

ASSAY_BENCH_LOOP(fiveNanoseconds)
ASSAY_BENCH_LOOP(tenMicroseconds)

double timesOf(void (*calls)(unsigned long), unsigned long count) {
  const double begun = processorNanoseconds();
  calls(count);
  return (processorNanoseconds() - begun) / static_cast<double>(count);
}

}  // namespace

int keepToBudget(int, char**) {
  const double five = timesOf(fiveNanosecondsCalls, kShortCalls);
  const double ten = timesOf(tenMicrosecondsCalls, kLongCalls);
  for (const telemetry::SiteCounts& site : snapshotOf(ownSegment()).sites)
    std::printf("%s %.4f %.6f\n", site.name.c_str(), site.name == "five-ns" ? five : ten,
                static_cast<double>(site.estimated) / static_cast<double>(site.timed));
  return 0;
}

}  // namespace assay::bench
