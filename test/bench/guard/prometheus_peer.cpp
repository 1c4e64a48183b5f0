// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// prometheus-cpp as its documentation shows it: families and metrics are made once, each call reads the
// steady clock twice, observes the time and counts the call.
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <chrono>

#include "rows.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Metrics {
  prometheus::Registry registry;
  prometheus::Counter& calls = prometheus::BuildCounter()
                                   .Name("ai_code_success_total")
                                   .Register(registry)
                                   .Add({{"function", "timed"}});
  prometheus::Histogram& times =
      prometheus::BuildHistogram()
          .Name("ai_code_execution_time_seconds")
          .Register(registry)
          .Add({{"function", "timed"}},
               prometheus::Histogram::BucketBoundaries{1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0});
};

Metrics& metrics() {
  static Metrics made;
  return made;
}

Metrics* made;

void prepare() {
  made = &metrics();
}

ASSAY_BENCH_CALLED void timed() {
  const Clock::time_point begun = Clock::now();
  __asm__ volatile("");
  made->times.Observe(std::chrono::duration<double>(Clock::now() - begun).count());
  made->calls.Increment();
}

ASSAY_BENCH_LOOP(timed)

const assay_bench_row kRows[] = {{"prometheus-cpp", timedCalls, ASSAY_BENCH_TWO_THREADS, prepare}, {}};
[[gnu::constructor]] void addRows() {
  assay_bench_add_rows("peer", kRows);
}

}  // namespace
