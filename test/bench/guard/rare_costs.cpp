// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is seldom: an exception that passes guarded frames, and the first guard of a thread.
#include <assay/guard.h>

#include <thread>

#include "rows.h"

namespace {

template <int Depth>
ASSAY_BENCH_CALLED void plain() {
  if constexpr (Depth == 1) {
    throw Depth;
  } else {
    plain<Depth - 1>();
    __asm__ volatile("");
  }
}

template <int Depth>
ASSAY_BENCH_CALLED void guarded() {
  ASSAY_GUARD("thrown through");
  if constexpr (Depth == 1) {
    throw Depth;
  } else {
    guarded<Depth - 1>();
    __asm__ volatile("");
  }
}

template <void (*Function)()>
void catches(unsigned long count) {
  for (; count != 0; --count) {
    try {
      Function();
    } catch (int) {
    }
  }
}

void once() {
  ASSAY_GUARD("first of a thread");
  __asm__ volatile("");
}

template <void (*Function)()>
void threads(unsigned long count) {
  for (; count != 0; --count) std::thread(Function).join();
}

constexpr unsigned kThreads = ASSAY_BENCH_OTHER_THREADS;
const assay_bench_row kRows[] = {
    {"throw-1", catches<plain<1>>, ASSAY_BENCH_PLAIN, nullptr},
    {"throw-1-guard", catches<guarded<1>>, ASSAY_BENCH_PLAIN, nullptr},
    {"throw-8", catches<plain<8>>, ASSAY_BENCH_PLAIN, nullptr},
    {"throw-8-guard", catches<guarded<8>>, ASSAY_BENCH_PLAIN, nullptr},
    {"thread", threads<[] { __asm__ volatile(""); }>, kThreads, nullptr},
    {"thread-guard", threads<once>, kThreads, nullptr},
    {},
};
[[gnu::constructor]] void addRows() {
  assay_bench_add_rows("rare", kRows);
}

}  // namespace
