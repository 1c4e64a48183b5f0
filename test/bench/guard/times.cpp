// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Times of all rows in one process: repetitions of all of them interleaved at random, so that what disturbs
// the machine disturbs all alike.
#include <assay/guard.h>
#include <benchmark/benchmark.h>

#include <vector>

#include "modes.h"
#include "own_segment.h"
#include "rows.h"
#include "time_stamp.h"

int assay_bench_kernels_clock = 0;

namespace assay::bench {
namespace {

constexpr unsigned long kCallsAtOnce = 256;  // so that Google Benchmark's own loop does not count

void measure(benchmark::State& state, const assay_bench_row& row) {
  const bool off = (row.flags & ASSAY_BENCH_GUARDS_OFF) != 0;
  if (off) assay_set_guards(0);
  while (state.KeepRunningBatch(kCallsAtOnce)) row.calls(kCallsAtOnce);
  if (off) assay_set_guards(1);
}

/// The rows that guards are held against read the same clock.
void chooseClock() {
  {
    ASSAY_GUARD("a call that makes the segment");
  }
  readClockOfGuards();
  benchmark::AddCustomContext("assay_clock",
                              assay_bench_kernels_clock != 0 ? "CLOCK_MONOTONIC" : "the counter");
}

void add(const Row& row) {
  const assay_bench_row what = row.what;
  if (what.prepare != nullptr) what.prepare();
  const auto body = [what](benchmark::State& state) { measure(state, what); };
  benchmark::internal::Benchmark* added = benchmark::RegisterBenchmark(row.name.c_str(), body);
  if ((what.flags & ASSAY_BENCH_OTHER_THREADS) != 0) added->MeasureProcessCPUTime();
  if ((what.flags & ASSAY_BENCH_TWO_THREADS) == 0) return;
  for (const int threads : {1, 2})
    benchmark::RegisterBenchmark((row.name + "-per-thread").c_str(), body)->Threads(threads);
}

}  // namespace

int measureTimes(int count, char** arguments) {
  char repetitions[] = "--benchmark_repetitions=201";
  char interleaved[] = "--benchmark_enable_random_interleaving=true";
  char aggregates[] = "--benchmark_report_aggregates_only=true";
  char shortRuns[] = "--benchmark_min_time=0.003";
  std::vector<char*> all = {arguments[0], repetitions, interleaved, aggregates, shortRuns};
  all.insert(all.end(), arguments + 1, arguments + count);  // the caller's come last and win
  int allCount = static_cast<int>(all.size());
  benchmark::Initialize(&allCount, all.data());
  if (benchmark::ReportUnrecognizedArguments(allCount, all.data())) return 2;
  chooseClock();
  for (const Row& row : rows()) add(row);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}

}  // namespace assay::bench
