/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the two compiler hooks count into: as a user would write it in an afternoon, one table per thread, no
   names, no errors, nothing that another process could read. */
#pragma once

#include "time_stamp.h"

struct assay_bench_histogram {
  const void* function;
  unsigned long long begun[16]; /* calls under way, innermost last */
  unsigned depth;
  unsigned cells[64]; /* by powers of two */
};

/* The functions of a thread, found by their address or number. */
static _Thread_local struct assay_bench_histogram assayBenchHistograms[256];

static inline struct assay_bench_histogram* assayBenchHistogramOf(const void* function) {
  unsigned at = (unsigned)((unsigned long long)function >> 4) & 255u;
  while (assayBenchHistograms[at].function != function && assayBenchHistograms[at].function != 0) {
    at = (at + 1u) & 255u;
  }
  assayBenchHistograms[at].function = function;
  return &assayBenchHistograms[at];
}

static inline void assayBenchEntered(const void* function) {
  struct assay_bench_histogram* const found = assayBenchHistogramOf(function);
  found->begun[found->depth++ & 15u] = assayBenchTimeStamp();
}

static inline void assayBenchLeft(const void* function) {
  const unsigned long long now = assayBenchTimeStamp();
  struct assay_bench_histogram* const found = assayBenchHistogramOf(function);
  const unsigned long long took = now - found->begun[--found->depth & 15u];
  ++found->cells[63 - __builtin_clzll(took | 1u)];
}
