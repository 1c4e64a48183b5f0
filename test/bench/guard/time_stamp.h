/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The processor's counter, read as plainly as a guard reads it. */
#pragma once

static inline unsigned long long assayBenchTimeStamp(void) {
#if defined(__x86_64__)
  return __builtin_ia32_rdtsc();
#elif defined(__aarch64__)
  unsigned long long ticks;
  __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
  return ticks;
#endif
}
