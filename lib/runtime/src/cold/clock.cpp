// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which clock the guards read, decided once per process image.
#include "runtime/src/hot/clock.h"

#include <cstring>
#include <ctime>

#include "runtime/src/cold/process_facts.h"
#include "runtime/src/cold/state.h"

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#endif

namespace assay::runtime {

bool fastClock = false;
Way way = kOnlyCounter;

namespace {

/// True when the processor's counter runs at one rate, on all processors alike.
bool fastClockUsable() noexcept {
#if defined(__x86_64__) || defined(__i386__)
  unsigned a, b, c, d;
  if (__get_cpuid(0x80000007, &a, &b, &c, &d) == 0 || (d & (1u << 8)) == 0) return false;
  // Whether the counters of all processors agree, the kernel has tested: it uses the counter itself only
  // then.
  char source[16];
  return readText("/sys/devices/system/clocksource/clocksource0/current_clocksource", source,
                  sizeof source) &&
         std::strcmp(source, "tsc\n") == 0;
#else
  return kFastClock != vocabulary::ClockKind::MonotonicNanoseconds;
#endif
}

}  // namespace

std::uint64_t monotonicNanoseconds() noexcept {
  return kernelsTicks();
}

std::uint64_t realtimeNanoseconds() noexcept {
  timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * kNanosecondsPerSecond +
         static_cast<std::uint64_t>(now.tv_nsec);
}

ClockPair readClockPair() noexcept {
  constexpr unsigned kReadings = 4;
  ClockPair closest = {0, 0};
  std::uint64_t shortest = ~std::uint64_t{0};
  for (unsigned i = 0; i < kReadings; ++i) {
    const std::uint64_t before = monotonicNanoseconds();
    const std::uint64_t now = ticks();
    const std::uint64_t took = monotonicNanoseconds() - before;
    if (took >= shortest) continue;
    shortest = took;
    closest = {now, before + took / 2};
  }
  return closest;
}

vocabulary::ClockKind clockKind() noexcept {
  return load(fastClock) ? kFastClock : vocabulary::ClockKind::MonotonicNanoseconds;
}

void chooseClock() noexcept {
  if (!state.wantsMonotonic && fastClockUsable()) return store(fastClock, true);
  store(kernelsClock, findKernelsClock());
}

void chooseWay(bool withBytes) noexcept {
  store(way, withBytes ? kWithBytes : load(fastClock) ? kOnlyCounter : kOnlyKernelsClock);
}

}  // namespace assay::runtime
