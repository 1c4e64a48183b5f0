// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counters that have nothing to do with assay: DEMO_COUNT("name") stands in the functions that are tagged,
// and what assay counts must equal these. Included on the compiler's command line. At exit a process adds its
// counts to $DEMO_COUNTS/<pid>.counts, one "count name" per line. The name is the one that the manifest gives
// the function; "errors of NAME" counts the calls that an exception leaves.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// The slot of a name, made when it is first asked for. Never freed.
unsigned long* demoCounter(const char* name);

#ifdef __cplusplus
}
#endif

// The slot is kept at the place of the call: one atomic addition per call after the first.
#define DEMO_COUNT(name)                                                    \
  do {                                                                      \
    static unsigned long* demoSlot;                                         \
    unsigned long* demoHere = __atomic_load_n(&demoSlot, __ATOMIC_ACQUIRE); \
    if (!demoHere) {                                                        \
      demoHere = demoCounter(name);                                         \
      __atomic_store_n(&demoSlot, demoHere, __ATOMIC_RELEASE);              \
    }                                                                       \
    __atomic_fetch_add(demoHere, 1, __ATOMIC_RELAXED);                      \
  } while (0)
