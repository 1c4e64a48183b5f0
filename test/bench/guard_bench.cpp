// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The price of a guard, against two plain reads of the time-stamp counter in the same run: what no timing
// guard can beat. Repetitions are interleaved at random, medians compared; the figures are per call of a
// function that is not inlined.
#include <assay/guard.h>
#include <assay/inserted.h>

#include <unistd.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include "bars.h"

namespace {

#if defined(__x86_64__)
std::uint64_t timeStamp() {
  return __builtin_ia32_rdtsc();
}
#elif defined(__aarch64__)
std::uint64_t timeStamp() {
  std::uint64_t ticks;
  __asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
  return ticks;
}
#endif

std::uint64_t elapsed;
std::uint32_t table[1u << 16];
std::uint32_t seed = 1;

// About 30 ns of memory traffic, as a body that guards have to share the processor with.
inline void work() {
  for (int i = 0; i < 24; ++i) {
    seed = seed * 1664525u + 1013904223u;
    table[seed >> 16] += seed;
  }
}

[[gnu::noinline]] void empty() {
  __asm__ volatile("");
}
[[gnu::noinline]] void twoTimeStamps() {
  const std::uint64_t begun = timeStamp();
  __asm__ volatile("");
  elapsed = timeStamp() - begun;
}
[[gnu::noinline]] void guarded() {
  ASSAY_INSERTED_GUARD(0x0000000000000001, "guarded");
  __asm__ volatile("");
}
[[gnu::noinline]] void sized() {
  ASSAY_INSERTED_GUARD(0x0000000000000003, "sized");
  ASSAY_INSERTED_SIZE(0x0000000000000003, seed++ & 1023u);
  __asm__ volatile("");
}
[[gnu::noinline]] void workAlone() {
  work();
}
[[gnu::noinline]] void workBetweenTimeStamps() {
  const std::uint64_t begun = timeStamp();
  work();
  elapsed = timeStamp() - begun;
}
[[gnu::noinline]] void workGuarded() {
  ASSAY_INSERTED_GUARD(0x0000000000000002, "workGuarded");
  work();
}
[[gnu::noinline]] void workSized() {
  ASSAY_INSERTED_GUARD(0x0000000000000004, "workSized");
  ASSAY_INSERTED_SIZE(0x0000000000000004, seed & 1023u);
  work();
}

template <void (*Function)()>
void calls(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) Function();
}

void switchedOff(benchmark::State& state) {
  assay_set_guards(0);
  for ([[maybe_unused]] auto iteration : state) guarded();
  assay_set_guards(1);
}

void firstCallOfAThread(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) std::thread(guarded).join();
}
void threadAlone(benchmark::State& state) {
  for ([[maybe_unused]] auto iteration : state) std::thread(empty).join();
}

BENCHMARK(calls<empty>)->Name("empty");
BENCHMARK(calls<twoTimeStamps>)->Name("two-time-stamps");
BENCHMARK(calls<guarded>)->Name("guard");
BENCHMARK(calls<sized>)->Name("guard-with-size");
BENCHMARK(switchedOff)->Name("switched-off");
BENCHMARK(calls<guarded>)->Name("guard-per-thread")->Threads(1);
BENCHMARK(calls<guarded>)->Name("guard-per-thread")->Threads(2);
BENCHMARK(calls<workAlone>)->Name("work");
BENCHMARK(calls<workBetweenTimeStamps>)->Name("work-two-time-stamps");
BENCHMARK(calls<workGuarded>)->Name("work-guard");
BENCHMARK(calls<workSized>)->Name("work-guard-with-size");
BENCHMARK(threadAlone)->Name("thread")->UseRealTime();
BENCHMARK(firstCallOfAThread)->Name("thread-guard")->UseRealTime();

void printBars(const assay::bench::Medians& medians) {
  using assay::bench::bar;
  std::puts("");
  bar("guard.complete", medians.of("guard") / medians.of("two-time-stamps"), "ratio", 1.05);
  bar("guard.with-size", medians.of("guard-with-size") / medians.of("two-time-stamps"), "ratio", 1.05);
  bar("guard.switched-off", medians.of("switched-off") - medians.of("empty"), "ns", 0.5);
  bar("guard.two-threads",
      medians.of("guard-per-thread/threads:2") / medians.of("guard-per-thread/threads:1"), "ratio", 1.05);
  bar("guard.with-work", medians.of("work-guard") - medians.of("work-two-time-stamps"), "ns", 4);
  bar("guard.size-with-work", medians.of("work-guard-with-size") - medians.of("work-guard"), "ns", 3);
}

}  // namespace

int main(int count, char** arguments) {
  const std::string folder = "/dev/shm/assay-bench-" + std::to_string(getpid());
  setenv("ASSAY_DIR", folder.c_str(), 0);
  char repetitions[] = "--benchmark_repetitions=11";
  char interleaved[] = "--benchmark_enable_random_interleaving=true";
  char aggregates[] = "--benchmark_report_aggregates_only=true";
  char shortRuns[] = "--benchmark_min_time=0.05";
  std::vector<char*> all = {arguments[0], repetitions, interleaved, aggregates, shortRuns};
  all.insert(all.end(), arguments + 1, arguments + count);  // the caller's come last and win
  int allCount = static_cast<int>(all.size());
  benchmark::Initialize(&allCount, all.data());
  if (benchmark::ReportUnrecognizedArguments(allCount, all.data())) return 2;
  assay::bench::Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  printBars(medians);
  std::filesystem::remove_all(folder);
  return 0;
}
