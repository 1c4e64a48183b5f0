// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "busy_machine.h"

#include <cmath>
#include <ctime>
#include <string>

#include "vocabulary/histogram.h"

namespace assay::bench {
namespace {

using telemetry::ProcessSnapshot;
using telemetry::SiteCounts;

constexpr int kBuckets = 20;  // that a function's latencies are spread over
constexpr double kSecondsPerTick = 3.8e-10;

ProcessSnapshot processOf(int number) {
  ProcessSnapshot process;
  process.secondsPerTick = kSecondsPerTick * (1 + number * 1e-9);  // each is calibrated by itself
  for (std::uint64_t id = 1; id <= kFunctions; ++id) {
    SiteCounts& site = process.sites.emplace_back();
    site.id = id * 0x9E3779B97F4A7C15ULL;
    site.name = "ledger::Account<long>::function" + std::to_string(id);
    site.histogram.resize(vocabulary::kBucketCount);
  }
  return process;
}

}  // namespace

std::vector<ProcessSnapshot> busyMachine() {
  std::vector<ProcessSnapshot> processes;
  for (int number = 0; number < kProcesses; ++number) processes.push_back(processOf(number));
  return processes;
}

void call(std::vector<ProcessSnapshot>& processes, std::uint64_t calls) {
  for (ProcessSnapshot& process : processes)
    for (std::size_t i = 0; i < process.sites.size(); ++i) {
      SiteCounts& site = process.sites[i];
      for (unsigned k = 0; k < kBuckets; ++k) {
        const auto bucket = static_cast<unsigned>(80 + i / 2 + k);
        const double share = std::exp(-0.1 * (k - 8.0) * (k - 8.0));
        const auto more = 1 + static_cast<std::uint64_t>(share * static_cast<double>(calls) / 6);
        site.histogram[bucket] += more;
        site.calls += more;
        site.timed += more;
        site.sumTicks += more * vocabulary::lowerBound(bucket);
      }
      site.errors += 1 + calls / 100;
    }
}

double processorSeconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace assay::bench
