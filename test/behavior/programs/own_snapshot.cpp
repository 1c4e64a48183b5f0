// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A process that reads what its guards have counted, itself: one line for each function, in the words of the
// segment's reader. On threads, in a child, with the guards off, in the middle of a call.
#include <assay/guard.h>
#include <assay/inserted.h>
#include <assay/snapshot.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <thread>
#include <vector>

static int sized(unsigned i) { ASSAY_INSERTED_GUARD(0x0000000000000201, "sized"); ASSAY_INSERTED_SIZE(0x0000000000000201, i % 9);
  if (i % 4 == 0) throw std::runtime_error("on purpose");
  if (i % 4 == 1) { ASSAY_INSERTED_FAILS(0x0000000000000201); return -1; ASSAY_INSERTED_END }
  return 0;
}

static unsigned levels(unsigned left) { ASSAY_INSERTED_RECURSIVE_GUARD(0x0000000000000202, "levels");
  return left == 0 ? 0 : 1 + levels(left - 1);
}

static void entered() { ASSAY_INSERTED_COUNT(0x0000000000000203, "entered"); }

// Counted in both ways, as a function in two files that were built differently.
static void both() { ASSAY_INSERTED_COUNT(0x0000000000000204, "both"); ASSAY_INSERTED_GUARD(0x0000000000000204, "both"); }

static void work(unsigned calls) {
  for (unsigned i = 0; i < calls; ++i) {
    try {
      sized(i);
    } catch (const std::runtime_error&) {
    }
  }
}

static void print(const assay::FunctionCounts& f) {
  unsigned long long timed = 0, sizes = 0, sizeErrors = 0;
  double last = 0;
  for (const assay::LatencyCell& cell : f.latency) {
    if (cell.from < last || cell.to <= cell.from) std::printf("cells out of order\n");
    last = cell.from;
    timed += cell.calls;
  }
  for (const assay::SizeCell& size : f.sizes) {
    sizes += size.calls;
    sizeErrors += size.errors;
  }
  const bool hasTimes = f.timed == 0 || (f.totalSeconds > 0 && f.mean() <= f.maxSeconds && f.quantile(1) <= f.maxSeconds &&
                                         f.quantile(0.5) <= f.quantile(0.99) && f.maxSeconds < 1000);
  std::printf("%s calls %llu errors %llu running %llu timed %llu depth %u ends %d sizes %llu/%llu first %llu times %d\n",
              f.name.c_str(), static_cast<unsigned long long>(f.calls), static_cast<unsigned long long>(f.errors),
              static_cast<unsigned long long>(f.running), static_cast<unsigned long long>(f.timed), f.maxDepth, f.seesEnds,
              sizes, sizeErrors, f.sizes.empty() ? 0ull : static_cast<unsigned long long>(f.sizes.front().calls),
              hasTimes && timed == f.timed);
}

static int plain() { ASSAY_GUARD("plain");
  work(1000);
  levels(41);
  entered();
  both();
  const assay::Snapshot all = assay::snapshot();
  for (const assay::FunctionCounts& function : all.functions) print(function);
  std::printf("on %d lost %llu\n", all.guardsOn, static_cast<unsigned long long>(all.lostCalls));
  return all.find("sized") != nullptr && all.findId(0x0202) == all.find("levels") && all.find("none") == nullptr ? 0 : 1;
}

// Milliseconds that a call takes, by the snapshot's own words.
static void waits() { ASSAY_GUARD("waits"); usleep(30000); }
static int timed() {
  waits();
  const assay::Snapshot all = assay::snapshot();
  const double seconds = all.find("waits")->mean();
  return seconds >= 0.0299 && seconds < 10 && std::abs(all.find("waits")->maxSeconds - seconds) < 1e-9 ? 0 : 1;
}

// Numbers never go down while others count.
static int whileOthersCount() {
  std::atomic<unsigned> done(0);
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&done] {
      work(60000);
      ++done;
    });
  unsigned long long calls = 0, errors = 0, timed = 0, readings = 0;
  while (done != 4) {
    const assay::Snapshot now = assay::snapshot();
    const assay::FunctionCounts* sized = now.find("sized");
    if (sized == nullptr) continue;
    if (sized->calls < calls || sized->errors < errors || sized->timed < timed) return 1;
    calls = sized->calls;
    errors = sized->errors;
    timed = sized->timed;
    if (sized->running > 4 + 1000) return 2;
    ++readings;
  }
  for (std::thread& thread : all) thread.join();
  print(*assay::snapshot().find("sized"));
  return readings != 0 ? 0 : 3;
}

static int inAChild() {
  work(10);
  const pid_t child = fork();
  if (child == 0) {
    if (!assay::snapshot().functions.empty()) _exit(1);
    work(3);
    _exit(assay::snapshot().find("sized")->calls == 3 ? 0 : 2);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status == 0 && assay::snapshot().find("sized")->calls == 10 ? 0 : 1;
}

static void* volatile kept = nullptr;
static void keeps() { ASSAY_GUARD("keeps"); kept = std::malloc(1000); }
static int memory() {
  for (int i = 0; i < 10; ++i) keeps();
  const assay::Snapshot all = assay::snapshot();
  const assay::FunctionCounts& function = *all.find("keeps");
  std::printf("of %llu calls, plausible %d, freed %llu\n", static_cast<unsigned long long>(function.memoryCalls),
              function.allocatedBytes >= 10000 && function.allocatedBytes < 20000, static_cast<unsigned long long>(function.freedBytes));
  return 0;
}

static int nothing() {
  work(5);
  const assay::Snapshot all = assay::snapshot();
  return all.functions.empty() && !all.guardsOn && all.find("sized") == nullptr ? 0 : 1;
}

int main(int argc, char** argv) {
  const struct {
    const char* name;
    int (*run)();
  } programs[] = {{"plain", plain}, {"timed", timed}, {"threads", whileOthersCount}, {"child", inAChild}, {"nothing", nothing}, {"memory", memory}};
  for (const auto& program : programs)
    if (argc > 1 && std::strcmp(argv[1], program.name) == 0) return program.run();
  return 1;
}
