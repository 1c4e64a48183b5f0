/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A row of the table of prices is one function, and the loop that calls it. Object files of several compilers
   and languages add theirs before main(); the times and the instruction counts are taken of the same rows. */
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/* How a row is measured. */
enum {
  ASSAY_BENCH_PLAIN = 0,
  ASSAY_BENCH_GUARDS_OFF = 1,  /* with the guards switched off */
  ASSAY_BENCH_TWO_THREADS = 2, /* also on two threads at once */
  ASSAY_BENCH_OTHER_THREADS =
      4 /* the work is done by threads that it starts: the time of the whole process */
};

struct assay_bench_row {
  const char* name; /* null: the end of the rows */
  void (*calls)(unsigned long count);
  unsigned flags;
  void (*prepare)(void); /* before the first call; may be null */
};

/* The rows are shown as FAMILY/NAME. Both live as long as the program. */
void assay_bench_add_rows(const char* family, const struct assay_bench_row* rows);

#ifdef __cplusplus
} /* extern "C" */

#include <string>
#include <vector>

namespace assay::bench {

struct Row {
  std::string name;
  assay_bench_row what;
};

/// In the order in which they were added.
const std::vector<Row>& rows();

}  // namespace assay::bench
#endif

/* The function that is called is not to be looked into, and its caller not to be fitted to it. */
#if defined(__clang__)
#define ASSAY_BENCH_CALLED __attribute__((__noinline__))
#else
#define ASSAY_BENCH_CALLED __attribute__((__noipa__))
#endif

#define ASSAY_BENCH_LOOP(function)                   \
  static void function##Calls(unsigned long count) { \
    unsigned long i;                                 \
    for (i = 0; i < count; ++i) function();          \
  }
