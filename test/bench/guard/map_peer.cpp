// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What many programs have of their own: a map from names to numbers, behind a mutex.
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "rows.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Numbers {
  std::uint64_t calls = 0;
  Clock::duration total{};
  Clock::duration longest{};
};

std::mutex mutex;
std::map<std::string, Numbers> numbers;

void record(const std::string& function, Clock::duration took) {
  const std::lock_guard lock(mutex);
  Numbers& those = numbers[function];
  ++those.calls;
  those.total += took;
  if (took > those.longest) those.longest = took;
}

ASSAY_BENCH_CALLED void timed() {
  const Clock::time_point begun = Clock::now();
  __asm__ volatile("");
  record("timed", Clock::now() - begun);
}

ASSAY_BENCH_LOOP(timed)

const assay_bench_row kRows[] = {{"mutex-and-map", timedCalls, ASSAY_BENCH_TWO_THREADS, nullptr}, {}};
[[gnu::constructor]] void addRows() {
  assay_bench_add_rows("peer", kRows);
}

}  // namespace
