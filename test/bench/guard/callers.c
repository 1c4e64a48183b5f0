/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What is measured with every compiler, as C and as C++: functions with a guard and without, and the loops
   that call them. A new form of guard is one function, its loop, and its line in the table below.
   ASSAY_BENCH_COMPILER is the compiler's name. */
#include <assay/inserted_experiment.h>

#include "rows.h"
#include "time_stamp.h"

static unsigned table[1u << 16];
static unsigned seed = 1;

/* Some 30 ns of memory traffic, as a body that guards have to share the processor with. */
static inline void work(void) {
  int i;
  for (i = 0; i < 24; ++i) {
    seed = seed * 1664525u + 1013904223u;
    table[seed >> 16] += seed;
  }
}

ASSAY_BENCH_CALLED static void empty(void) {
  __asm__ volatile("");
}
/* What the guard is held against: nothing is done with what was read, so that nothing that takes a time is
 * cheaper. */
ASSAY_BENCH_CALLED static void twoTimeStamps(void) {
  (void)assayBenchTimeStamp();
  __asm__ volatile("");
  (void)assayBenchTimeStamp();
}
ASSAY_BENCH_CALLED static void guarded(void) {
  ASSAY_INSERTED_GUARD(0x0000000000000001, "guarded");
  __asm__ volatile("");
}
ASSAY_BENCH_CALLED static void sized(void) {
  ASSAY_INSERTED_GUARD(0x0000000000000004, "sized");
  ASSAY_INSERTED_SIZE(0x0000000000000004, seed++ & 1023u);
  __asm__ volatile("");
}
ASSAY_BENCH_CALLED static void counted(void) {
  ASSAY_INSERTED_COUNT(0x0000000000000002, "counted");
  __asm__ volatile("");
}
ASSAY_BENCH_CALLED static void sampled(void) {
  ASSAY_INSERTED_SAMPLED_GUARD(0x000000000000000a, "sampled", 256);
  __asm__ volatile("");
}
/* Counts and errors, and as little time as there can be. */
ASSAY_BENCH_CALLED static void seldomTimed(void) {
  ASSAY_INSERTED_SAMPLED_GUARD(0x000000000000000b, "seldomTimed", 1024);
  __asm__ volatile("");
}
ASSAY_BENCH_CALLED static void workAlone(void) {
  work();
}
ASSAY_BENCH_CALLED static void workBetweenTimeStamps(void) {
  (void)assayBenchTimeStamp();
  work();
  (void)assayBenchTimeStamp();
}
ASSAY_BENCH_CALLED static void workGuarded(void) {
  ASSAY_INSERTED_GUARD(0x0000000000000003, "workGuarded");
  work();
}
ASSAY_BENCH_CALLED static void workSized(void) {
  ASSAY_INSERTED_GUARD(0x0000000000000005, "workSized");
  ASSAY_INSERTED_SIZE(0x0000000000000005, seed & 1023u);
  work();
}

/* The old function is there and never called: what is measured is the decision. */
ASSAY_BENCH_CALLED static void replaced(void) {
  __asm__ volatile("");
}
ASSAY_BENCH_CALLED static void decided(void) {
  ASSAY_INSERTED_ROLLOUT_VOID(0x0000000000000006, "decided", 10000, 0x0000000000000007,
                              "replaced, replaced by decided", replaced());
  ASSAY_INSERTED_GUARD(0x0000000000000006, "decided");
  __asm__ volatile("");
}
/* As good as never, but with the draw. */
ASSAY_BENCH_CALLED static void drawn(void) {
  ASSAY_INSERTED_ROLLOUT_VOID(0x0000000000000008, "drawn", 9999, 0x0000000000000009,
                              "replaced, replaced by drawn", replaced());
  ASSAY_INSERTED_GUARD(0x0000000000000008, "drawn");
  __asm__ volatile("");
}

ASSAY_BENCH_LOOP(empty)
ASSAY_BENCH_LOOP(twoTimeStamps)
ASSAY_BENCH_LOOP(guarded)
ASSAY_BENCH_LOOP(sized)
ASSAY_BENCH_LOOP(counted)
ASSAY_BENCH_LOOP(sampled)
ASSAY_BENCH_LOOP(seldomTimed)
ASSAY_BENCH_LOOP(decided)
ASSAY_BENCH_LOOP(drawn)
ASSAY_BENCH_LOOP(workAlone)
ASSAY_BENCH_LOOP(workBetweenTimeStamps)
ASSAY_BENCH_LOOP(workGuarded)
ASSAY_BENCH_LOOP(workSized)

static const struct assay_bench_row rows[] = {
    {"empty", emptyCalls, ASSAY_BENCH_PLAIN, 0},
    {"two-time-stamps", twoTimeStampsCalls, ASSAY_BENCH_PLAIN, 0},
    {"guard", guardedCalls, ASSAY_BENCH_TWO_THREADS, 0},
    {"guard-with-size", sizedCalls, ASSAY_BENCH_PLAIN, 0},
    {"count", countedCalls, ASSAY_BENCH_PLAIN, 0},
    {"guard-1-in-256", sampledCalls, ASSAY_BENCH_PLAIN, 0},
    {"guard-1-in-1024", seldomTimedCalls, ASSAY_BENCH_PLAIN, 0},
    {"rollout-check", decidedCalls, ASSAY_BENCH_PLAIN, 0},
    {"rollout-draw", drawnCalls, ASSAY_BENCH_PLAIN, 0},
    {"switched-off", guardedCalls, ASSAY_BENCH_GUARDS_OFF, 0},
    {"work", workAloneCalls, ASSAY_BENCH_PLAIN, 0},
    {"work-two-time-stamps", workBetweenTimeStampsCalls, ASSAY_BENCH_PLAIN, 0},
    {"work-guard", workGuardedCalls, ASSAY_BENCH_PLAIN, 0},
    {"work-guard-with-size", workSizedCalls, ASSAY_BENCH_PLAIN, 0},
    {0, 0, 0, 0},
};

__attribute__((constructor)) static void addRows(void) {
  assay_bench_add_rows(ASSAY_BENCH_COMPILER, rows);
}
