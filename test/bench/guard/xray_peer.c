/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* XRay: room for a jump at both ends of a function, patched at run time to call a handler (Clang). The
   interface of the runtime library is C++; what is used of it is declared here. */
#include "histogram_in_memory.h"
#include "rows.h"

int __xray_set_handler(void (*handler)(int function, int entry));
int __xray_patch(void);

/* 0 is the entry of a function; 1 and 2 are its ends. */
__attribute__((xray_never_instrument)) static void handler(int function, int kind) {
  const void* const key = (const void*)((unsigned long long)(unsigned)function << 4);
  if (kind == 0) {
    assayBenchEntered(key);
  } else {
    assayBenchLeft(key);
  }
}

__attribute__((xray_never_instrument)) static void patch(void) {
  __xray_set_handler(handler);
  __xray_patch();
}

ASSAY_BENCH_CALLED __attribute__((xray_always_instrument)) static void patched(void) {
  __asm__ volatile("");
}

__attribute__((xray_never_instrument)) ASSAY_BENCH_LOOP(patched)

    static const
    struct assay_bench_row rows[] = {{"xray-patched", patchedCalls, ASSAY_BENCH_PLAIN, patch}, {0, 0, 0, 0}};

__attribute__((constructor, xray_never_instrument)) static void addRows(void) {
  assay_bench_add_rows("peer", rows);
}
