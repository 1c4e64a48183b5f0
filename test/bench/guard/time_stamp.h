/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The clock of the guards, read as plainly as they read it: the processor's counter, or where the kernel does
   not trust that one, the kernel's clock. */
#pragma once
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif
extern int
    assay_bench_kernels_clock; /* not 0: guards read it. Set before anything is measured (own_segment.h) */
#ifdef __cplusplus
}
#endif

static inline unsigned long long assayBenchKernelsClock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (unsigned long long)now.tv_sec * 1000000000u + (unsigned long long)now.tv_nsec;
}

static inline unsigned long long assayBenchTimeStamp(void) {
  if (__builtin_expect(assay_bench_kernels_clock, 0)) return assayBenchKernelsClock();
#if defined(__x86_64__)
  return __builtin_ia32_rdtsc();
#elif defined(__aarch64__)
  unsigned long long ticks;
  __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
  return ticks;
#endif
}
