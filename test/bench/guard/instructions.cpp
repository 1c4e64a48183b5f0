// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every row a few times and then more often, each in a dump of callgrind's own: the difference is exact, and
// the same on any day of the machine. bench.py subtracts.
#include <assay/guard.h>
#include <valgrind/callgrind.h>

#include <cstdio>

#include "modes.h"
#include "rows.h"

namespace assay::bench {
namespace {

constexpr unsigned long kFew = 100;
constexpr unsigned long kMany = 1100;

/// Not inlined, so that what stands around the calls is the same instructions each time.
[[gnu::noinline]] void dump(const Row& row, unsigned long calls) {
  CALLGRIND_ZERO_STATS;
  row.what.calls(calls);
  CALLGRIND_DUMP_STATS_AT(row.name.c_str());
}

void dumpFewAndMany(const Row& row) {
  const assay_bench_row& what = row.what;
  const bool off = (what.flags & ASSAY_BENCH_GUARDS_OFF) != 0;
  if (what.prepare != nullptr) what.prepare();
  if (off) assay_set_guards(0);
  what.calls(kFew);  // first calls are not what is counted
  dump(row, kFew);   // nor is the first dump
  dump(row, kFew);
  dump(row, kMany);
  if (off) assay_set_guards(1);
}

}  // namespace

int countInstructions(int count, char**) {
  if (RUNNING_ON_VALGRIND == 0 || count != 1) {
    std::fputs("this mode is for valgrind --tool=callgrind\n", stderr);
    return 2;
  }
  std::printf("calls %lu\n", kMany - kFew);
  for (const Row& row : rows()) {
    if ((row.what.flags & ASSAY_BENCH_OTHER_THREADS) == 0) dumpFewAndMany(row);
  }
  return 0;
}

}  // namespace assay::bench
