// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The time stamp of a guard, in ticks of the clock that cold/clock.cpp chose at the first guard.
#pragma once

#include <cstdint>

#include "runtime/src/hot/cell.h"
#include "vocabulary/segment_layout.h"

namespace assay::runtime {

#if defined(__x86_64__) || defined(__i386__)
constexpr vocabulary::ClockKind kFastClock = vocabulary::ClockKind::TimeStampCounter;
inline std::uint64_t fastTicks() noexcept {
  return __builtin_ia32_rdtsc();
}
#elif defined(__aarch64__)
constexpr vocabulary::ClockKind kFastClock = vocabulary::ClockKind::GenericTimer;
inline std::uint64_t fastTicks() noexcept {
  std::uint64_t ticks;
  __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
  return ticks;
}
#else
constexpr vocabulary::ClockKind kFastClock = vocabulary::ClockKind::MonotonicNanoseconds;
inline std::uint64_t fastTicks() noexcept {
  return 0;
}
#endif

/// Set once, before the first time stamp: the processor's counter is the clock. Hidden, so that it is reached
/// without a detour.
extern bool fastClock __attribute__((visibility("hidden")));

/// Set once, before the first guard finds its shard: the counter is the clock and there is nothing else to
/// read, so that what is rare costs the others nothing. Hidden, too.
extern bool shortWay __attribute__((visibility("hidden")));

vocabulary::ClockKind clockKind() noexcept;

std::uint64_t monotonicNanoseconds() noexcept;

/// One moment on two clocks: ticks, and CLOCK_MONOTONIC in ns.
struct ClockPair {
  std::uint64_t ticks;
  std::uint64_t monotonic;
};

/// The closest of a few readings: one between which this thread was interrupted says little. Cold.
ClockPair readClockPair() noexcept;

std::uint64_t realtimeNanoseconds() noexcept;

/// Chooses the clock: the counter of the processor when it is invariant and the kernel itself trusts it, else
/// CLOCK_MONOTONIC (also when ASSAY_CLOCK says so). Cold.
void chooseClock() noexcept;

inline std::uint64_t ticks() noexcept {
  return __builtin_expect(load(fastClock), true) ? fastTicks() : monotonicNanoseconds();
}

}  // namespace assay::runtime
