// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One call after something else has had the caches to itself: what a guard costs a function that runs seldom.
// Between two calls more memory is read than the caches hold (read, because what was written is still on its
// way afterwards).
#include <assay/inserted.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "medians.h"
#include "modes.h"
#include "own_segment.h"
#include "rows.h"
#include "time_stamp.h"

namespace assay::bench {
namespace {

constexpr unsigned kRounds = 101;
constexpr std::size_t kLargest = std::size_t{256} << 20;

std::uint64_t sum;

ASSAY_BENCH_CALLED void empty() {
  __asm__ volatile("");
}
ASSAY_BENCH_CALLED void twoTimeStamps() {
  (void)assayBenchTimeStamp();
  __asm__ volatile("");
  (void)assayBenchTimeStamp();
}
ASSAY_BENCH_CALLED void guarded() {
  ASSAY_INSERTED_GUARD(0x0000000000000012, "seldom");
  __asm__ volatile("");
}

std::size_t moreThanTheCaches() {
  const long bytes = sysconf(_SC_LEVEL3_CACHE_SIZE);
  return std::clamp(bytes > 0 ? static_cast<std::size_t>(bytes) * 2 : 0, std::size_t{64} << 20, kLargest);
}

void fence() {
#if defined(__x86_64__)
  __asm__ volatile("mfence; lfence" ::: "memory");
#else
  __asm__ volatile("dsb sy; isb" ::: "memory");
#endif
}

double ticksOf(void (*function)()) {
  fence();
  const std::uint64_t begun = assayBenchTimeStamp();
  fence();
  function();
  fence();
  return static_cast<double>(assayBenchTimeStamp() - begun);
}

struct Call {
  const char* name;
  void (*function)();
  std::vector<double> warm = {};
  std::vector<double> cold = {};
};

}  // namespace

int callCold(int, char**) {
  guarded();
  readClockOfGuards();
  const double nanoseconds = snapshotOf(ownSegment()).secondsPerTick * 1e9;
  const std::vector<unsigned char> other(moreThanTheCaches(), 1);
  std::array calls = {Call{"empty", empty}, Call{"two-time-stamps", twoTimeStamps}, Call{"guard", guarded}};
  for (unsigned round = 0; round < kRounds; ++round) {
    for (Call& call : calls) {
      for (std::size_t at = 0; at < other.size(); at += 64) sum += other[at];
      call.cold.push_back(ticksOf(call.function) * nanoseconds);
      call.warm.push_back(ticksOf(call.function) * nanoseconds);
    }
  }
  for (const Call& call : calls)
    std::printf("%s %.1f %.1f\n", call.name, median(call.warm), median(call.cold));
  return 0;
}

}  // namespace assay::bench
