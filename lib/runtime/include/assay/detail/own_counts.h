/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What a process reads of its own counts, site by site, as the library hands it out: ticks, not seconds, and
   no memory but the caller's. <assay/snapshot.h> is the way to it. As entry.h: includes nothing of libc, not
   for direct use. */
#ifndef ASSAY_DETAIL_OWN_COUNTS_H
#define ASSAY_DETAIL_OWN_COUNTS_H
#pragma GCC system_header

#include <assay/detail/entry.h>

#define ASSAY_DETAIL_LATENCY_CELLS 305u
#define ASSAY_DETAIL_SIZE_CELLS 48u
#define ASSAY_DETAIL_ERROR_CLASSES 32u

#ifdef __cplusplus
extern "C++" {
extern "C" {
#endif

struct assay_v1_own_process {
  double seconds_per_tick;
  assay_v1_u64 lost_calls;
  assay_v1_u64 lost_sites;
  unsigned site_count; /* with the unused site 0; 0: nothing has been counted */
  unsigned guards_on;
};

struct assay_v1_own_size {
  assay_v1_u64 ticks;
  assay_v1_u64 calls;
  assay_v1_u64 errors;
};

/* One site, all threads together. */
struct assay_v1_own_counts {
  assay_v1_u64 id;
  const char* name; /* without a terminator; stays as long as the process */
  unsigned name_length;
  unsigned sees_ends;
  assay_v1_u64 calls;
  assay_v1_u64 errors;
  assay_v1_u64 running;
  assay_v1_u64 abandoned;
  assay_v1_u64 timed;
  assay_v1_u64 estimated;
  assay_v1_u64 ticks;
  assay_v1_u64 max_ticks;
  assay_v1_u64 memory_calls;
  assay_v1_u64 allocated;
  assay_v1_u64 freed;
  unsigned most_at_once;
  unsigned max_depth;
  assay_v1_u64 latency[ASSAY_DETAIL_LATENCY_CELLS];
  struct assay_v1_own_size sizes[ASSAY_DETAIL_SIZE_CELLS];
};

/* Errors by exceptions of one class. */
struct assay_v1_own_thrown {
  const char* name; /* mangled, without a terminator; stays as long as the process */
  unsigned name_length;
  assay_v1_u64 errors;
};

/* The errors of one site by kind, all threads together. */
struct assay_v1_own_errors {
  assay_v1_u64 returned;
  assay_v1_u64 unnamed; /* exceptions, nobody knows of what class */
  assay_v1_u64 others;  /* of classes that have no place */
  unsigned class_count;
  struct assay_v1_own_thrown classes[ASSAY_DETAIL_ERROR_CLASSES]; /* in the order of their coming */
};

/* Any thread; in a signal handler that interrupts the library there is nothing to read. */
ASSAY_DETAIL_SHOWN void assay_v1_read_process(struct assay_v1_own_process* process) ASSAY_DETAIL_NOEXCEPT;
/* 1, or 0 when there is no such site. */
ASSAY_DETAIL_SHOWN unsigned assay_v1_read_site(unsigned site,
                                               struct assay_v1_own_counts* counts) ASSAY_DETAIL_NOEXCEPT;
/* 1, or 0 when there is no such site. A site that is counted at its entry alone has no errors. */
ASSAY_DETAIL_SHOWN unsigned assay_v1_read_errors(unsigned site,
                                                 struct assay_v1_own_errors* errors) ASSAY_DETAIL_NOEXCEPT;
/* The shortest call of a latency cell, in ticks. */
ASSAY_DETAIL_SHOWN assay_v1_u64 assay_v1_latency_from(unsigned cell) ASSAY_DETAIL_NOEXCEPT;

#ifdef __cplusplus
} /* extern "C" */
} /* extern "C++" */
#endif
#endif
