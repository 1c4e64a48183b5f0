// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CLOCK_MONOTONIC as a guard reads it, where the processor's counter is not to be trusted. The kernel's code
// waits for everything that was begun before it, so nothing hides behind it as it does behind the counter:
// between two readings each instruction costs. So guards call that code without libc in between, and what it
// wrote at the beginning of a call is made a number of at the end.
#pragma once

#include <cstdint>
#include <ctime>

#include "assay/detail/entry.h"
#include "runtime/src/hot/cell.h"

namespace assay::runtime {

using KernelsClock = int(clockid_t, timespec*);

/// The kernel's own function, or libc's. Atomic: changes once, at the first guard. Hidden, so that it is
/// reached without a detour.
extern KernelsClock* kernelsClock __attribute__((visibility("hidden")));

/// What there is to call: in the vDSO (vdso(7)) when there is one, and libc's function otherwise. Cold.
KernelsClock* findKernelsClock() noexcept;

/// Clang's check of indirect calls knows functions that it has compiled; the kernel's is none.
#if defined(__clang__)
#define ASSAY_CALLS_KERNEL __attribute__((no_sanitize("cfi-icall")))
#else
#define ASSAY_CALLS_KERNEL
#endif

constexpr std::uint64_t kNanosecondsPerSecond = 1'000'000'000;

/// ns.
ASSAY_CALLS_KERNEL inline std::uint64_t kernelsTicks() noexcept {
  timespec now;
  load(kernelsClock)(CLOCK_MONOTONIC, &now);
  return static_cast<std::uint64_t>(now.tv_sec) * kNanosecondsPerSecond +
         static_cast<std::uint64_t>(now.tv_nsec);
}

/// A moment, put down as it comes: where a guard counts no bytes, its object has room for it. Only the code
/// that is called sees a timespec there.
ASSAY_CALLS_KERNEL inline void readKernelsClock(assay_v1_bytes& moment) noexcept {
#if defined(__LP64__)
  static_assert(sizeof(timespec) == sizeof moment && sizeof(timespec::tv_sec) == sizeof moment.allocated);
  load(kernelsClock)(CLOCK_MONOTONIC, reinterpret_cast<timespec*>(&moment));
#else
  moment = {0, kernelsTicks()};
#endif
}

/// Its ns.
inline std::uint64_t ticksOf(const assay_v1_bytes& moment) noexcept {
  return moment.allocated * kNanosecondsPerSecond + moment.freed;
}

}  // namespace assay::runtime
