// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The time stamp of a guard, in ticks of the clock that cold/clock.cpp chose at the first guard.
#pragma once

#include <cstdint>

#include "assay/detail/entry.h"
#include "runtime/src/hot/cell.h"
#include "runtime/src/hot/kernels_clock.h"
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

/// What an ordinary guard reads at both ends.
using Way = unsigned char;
constexpr Way kOnlyCounter = 0;  ///< the processor's
constexpr Way kOnlyKernelsClock = 1;
constexpr Way kWithBytes = 2;  ///< either of them, and what the thread has allocated and freed

/// Set once, before the first guard finds its shard. Hidden, too.
extern Way way __attribute__((visibility("hidden")));

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

/// Chooses what ordinary guards read, when the clock is chosen. Cold.
void chooseWay(bool withBytes) noexcept;

inline std::uint64_t ticks() noexcept {
  return __builtin_expect(load(fastClock), true) ? fastTicks() : monotonicNanoseconds();
}

/// The same moment where the end of an ordinary guard looks for it, of a call whose beginning was not in a
/// hurry. Nothing to do but where the kernel's clock is read and nothing else.
inline void keepBeginning(assay_v1_running& call) noexcept {
  if (load(way) == kOnlyKernelsClock) call.before = {0, call.entry.begun};
}

}  // namespace assay::runtime
