// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Short batches with and without the shadow take turns, so that what else the machine does falls on both
// alike: a processor that is slower for a second is so for hundreds of both. Of all of them together, for the
// time in the shadow comes in few calls, which a median of batches would not see.
#include "shadow_cost.h"

#include <assay/inserted_experiment.h>
#include <assay/snapshot.h>

#include <chrono>
#include <ctime>

namespace assay::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBatches = 2000;
constexpr int kCallsOfBatch = 200;  // some milliseconds

// Once in the program: else its copies differ by more than what is measured.
__attribute__((noinline)) unsigned collatz(unsigned value) {
  unsigned steps = 0;
  for (unsigned from = value; from < value + 60; ++from)
    for (unsigned n = from; n > 1; ++steps) n = n % 2 == 0 ? n / 2 : 3 * n + 1;
  return steps;
}

// clang-format off
unsigned collatzShadowed(unsigned value) { ASSAY_INSERTED_SHADOW(0x0000000000000501, "collatzShadowed", 10000, 0x0000000000000502, "collatzShadowed, in the shadow of collatz", 100); ASSAY_INSERTED_COMPARE_EITHER(0x0000000000000502, 0x0000000000000503, "collatz, replaced by collatzShadowed", collatzShadowed(value), collatz(ASSAY_INSERTED_PASS(value)), void(decltype(value))); ASSAY_INSERTED_GUARD(0x0000000000000501, "collatzShadowed");
  return collatz(value);
}
unsigned collatzAlone(unsigned value) { ASSAY_INSERTED_GUARD(0x0000000000000504, "collatzAlone");
  return collatz(value);
}
// clang-format on

double processorSeconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double secondsOf(unsigned (*function)(unsigned)) {
  [[maybe_unused]] static volatile unsigned sink = 0;
  const double begun = processorSeconds();
  for (unsigned i = 0; i < kCallsOfBatch; ++i) sink = function(1000 + i % 7);
  return processorSeconds() - begun;
}

double secondsInTheShadow() {
  for (const FunctionCounts& one : snapshot().functions)
    if (one.id == 0x502) return one.totalSeconds;
  return 0;
}

}  // namespace

ShadowCost shadowCost() {
  secondsOf(collatzShadowed);  // the first calls prepare
  double shadowed = 0, alone = 0;
  const double before = secondsInTheShadow();
  const Clock::time_point begun = Clock::now();
  for (int batch = 0; batch < kBatches; ++batch) {
    // Each goes first as often as second.
    const bool first = batch % 2 == 0;
    if (first) shadowed += secondsOf(collatzShadowed);
    alone += secondsOf(collatzAlone);
    if (!first) shadowed += secondsOf(collatzShadowed);
  }
  const std::chrono::duration<double> elapsed = Clock::now() - begun;
  return {100 * (secondsInTheShadow() - before) / elapsed.count(), 100 * (shadowed / alone - 1)};
}

}  // namespace assay::bench
