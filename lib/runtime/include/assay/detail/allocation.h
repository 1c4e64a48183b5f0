/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* How the runtime and what counts a program's allocations find each other: the library assay::allocation
   defines the function below, the runtime refers to it weakly. Whoever has an allocator of his own may define
   it in its place. As entry.h: includes nothing. */
#ifndef ASSAY_DETAIL_ALLOCATION_H
#define ASSAY_DETAIL_ALLOCATION_H
#pragma GCC system_header

#include <assay/detail/entry.h>

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

/* Where the calling thread's bytes are counted: two numbers that never go down and that this thread alone
   changes. They stay as long as the thread. Null: they are not counted. */
struct assay_v1_counters {
  const __UINT64_TYPE__* allocated;
  const __UINT64_TYPE__* freed;
};

/* Asked once by each thread, at its first guard, under a lock of the runtime's and with all signals blocked:
   it must not allocate, nor call what is guarded. */
ASSAY_DETAIL_SHOWN struct assay_v1_counters assay_v1_allocation_counters(void) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */
} /* extern "C++" */
#endif
#endif
