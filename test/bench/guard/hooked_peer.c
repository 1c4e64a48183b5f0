/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* -finstrument-functions: the compiler calls two hooks around every function of this file (GCC). */
#include "histogram_in_memory.h"
#include "rows.h"

#define ASSAY_BENCH_NOT_HOOKED __attribute__((__no_instrument_function__))

void __cyg_profile_func_enter(void* function, void* caller) ASSAY_BENCH_NOT_HOOKED;
void __cyg_profile_func_exit(void* function, void* caller) ASSAY_BENCH_NOT_HOOKED;

void __cyg_profile_func_enter(void* function, void* caller) {
  (void)caller;
  assayBenchEntered(function);
}
void __cyg_profile_func_exit(void* function, void* caller) {
  (void)caller;
  assayBenchLeft(function);
}

ASSAY_BENCH_CALLED static void hooked(void) {
  __asm__ volatile("");
}

ASSAY_BENCH_NOT_HOOKED ASSAY_BENCH_LOOP(hooked)

    static const struct assay_bench_row rows[] = {{"instrument-functions", hookedCalls, ASSAY_BENCH_PLAIN, 0},
                                                  {0, 0, 0, 0}};

__attribute__((constructor)) ASSAY_BENCH_NOT_HOOKED static void addRows(void) {
  assay_bench_add_rows("peer", rows);
}
