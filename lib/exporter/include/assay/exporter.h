/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Hands on what the guards of this process count, from inside of it, for who runs no `assay serve` beside it:
   C (C99 and later) and C++. Nothing has to be called: the library starts by itself where the variable
   ASSAY_EXPORT says to whom (docs/reference/exporter.md). These functions are for programs that want to say
   it themselves, or fork. Link assay::exporter, -lassay_exporter. */
#ifndef ASSAY_EXPORTER_H
#define ASSAY_EXPORTER_H
#pragma GCC system_header

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Starts the one thread that exports, to where `targets` says, or with NULL the variable ASSAY_EXPORT, which
   counts for nothing in a program that has more rights than who started it (setuid). 0: it
   is started; -1: nothing is named, one runs already, or there can be no thread. One that has ended, because
   nothing could be opened, is replaced. What is wrong with the targets is said on standard error, by the
   thread. A process that was forked off has none until it calls this. Any thread; not in signal handlers. */
int assay_exporter_start(const char* targets);

/* Sends what is left and ends the thread. The process's end does the same. Both wait three seconds at most: a
   thread that still looks up a host then ends by itself, without sending. Does nothing where none is started.
   Any thread; not in signal handlers. */
void assay_exporter_stop(void);

enum assay_exported_type { ASSAY_EXPORTED_COUNTER, ASSAY_EXPORTED_GAUGE, ASSAY_EXPORTED_HISTOGRAM };

struct assay_exported_label {
  const char* name;
  const char* value; /* UTF-8, any text */
};

struct assay_exported_bucket {
  double upper_bound;
  uint64_t count; /* of this bucket and all below */
};

/* One series of a metric of docs/reference/serve.md, as of now. All of it is gone when the visitor returns.
 */
struct assay_exported_series {
  const char* name; /* as in Prometheus: a counter's ends in _total */
  const char* help; /* one line */
  enum assay_exported_type type;
  const struct assay_exported_label* labels;
  size_t label_count;
  double value;                                /* of a counter, a gauge */
  const struct assay_exported_bucket* buckets; /* of a histogram, without the one of +Inf, which is `count` */
  size_t bucket_count;
  uint64_t count;
  double sum;
};

typedef void (*assay_exporter_visitor)(const struct assay_exported_series* series, void* context);

/* Reads what is counted by now and tells the visitor of each series, those of a metric one after the other.
   Counters never go down. Needs no thread to be started. 0: done; -1: the segments cannot be read, or
   the visitor threw, which ends it. Any thread; one at a time gets through. */
int assay_exporter_visit(assay_exporter_visitor visit, void* context);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
