// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/clock.h"

#include <time.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <string_view>

#if defined(__x86_64__) || defined(__i386__)
#include <x86intrin.h>
#endif

namespace assay::telemetry {
namespace {

using vocabulary::ClockKind;
using vocabulary::SegmentHeader;

constexpr double kSecondsPerNanosecond = 1e-9;

std::uint64_t monotonicNow() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(now.tv_nsec);
}

#if defined(__x86_64__) || defined(__i386__)
constexpr ClockKind kCounterKind = ClockKind::TimeStampCounter;
std::optional<std::uint64_t> counterNow() {
  return __rdtsc();
}
#elif defined(__aarch64__)
constexpr ClockKind kCounterKind = ClockKind::GenericTimer;
std::optional<std::uint64_t> counterNow() {
  std::uint64_t ticks = 0;
  asm volatile("mrs %0, cntvct_el0" : "=r"(ticks));
  return ticks;
}
#else
constexpr ClockKind kCounterKind = ClockKind::TimeStampCounter;
std::optional<std::uint64_t> counterNow() {
  return std::nullopt;
}
#endif

// The best of a few: the pair whose two readings of the monotonic clock are closest together.
std::optional<ClockPair> takePair() {
  std::optional<ClockPair> best;
  std::uint64_t narrowest = ~std::uint64_t{0};
  for (int attempt = 0; attempt < 16; ++attempt) {
    const std::uint64_t before = monotonicNow();
    const auto ticks = counterNow();
    const std::uint64_t width = monotonicNow() - before;
    if (!ticks) return std::nullopt;
    if (width >= narrowest) continue;
    narrowest = width;
    best = ClockPair{*ticks, before + width / 2};
  }
  return best;
}

double rate(ClockPair from, ClockPair to) {
  if (to.ticks <= from.ticks || to.monotonic <= from.monotonic) return 0;
  return static_cast<double>(to.monotonic - from.monotonic) * kSecondsPerNanosecond /
         static_cast<double>(to.ticks - from.ticks);
}

}  // namespace

ReaderClock readClock() {
  ReaderClock clock;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> clock.bootId;
  clock.monotonic = monotonicNow();
  clock.counterKind = kCounterKind;
  clock.counter = takePair();
  return clock;
}

bool isOfThisBoot(const SegmentHeader& header, const ReaderClock& clock) {
  const std::string_view bootId(header.bootId, ::strnlen(header.bootId, sizeof header.bootId));
  return bootId == clock.bootId;
}

double secondsPerTick(const SegmentHeader& header, const ReaderClock& clock) {
  if (header.clockKind == ClockKind::MonotonicNanoseconds) return kSecondsPerNanosecond;
  const ClockPair start{header.startTicks, header.startMonotonic};
  const bool ownPair = clock.counter && header.clockKind == clock.counterKind && isOfThisBoot(header, clock);
  if (const double own = ownPair ? rate(start, *clock.counter) : 0; own > 0) return own;
  return rate(start, {header.recentTicks, header.recentMonotonic});
}

}  // namespace assay::telemetry
