// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a flush to a DogStatsD agent costs where 1,000 processes have 200 guarded functions each, all of them
// called all the time; and how many datagrams it takes, which is not to depend on the calls.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "bars.h"
#include "export/dogstatsd_text.h"
#include "export/growth.h"
#include "vocabulary/histogram.h"

namespace {

using namespace assay;
using telemetry::ProcessSnapshot;
using telemetry::SiteCounts;

constexpr int kProcesses = 1000;
constexpr std::uint64_t kFunctions = 200;
constexpr int kFlushes = 5;
constexpr int kBuckets = 20;  // that a function's latencies are spread over
constexpr double kSecondsPerTick = 3.8e-10;

double processorSeconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

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

// So many more calls of each function, most of them in the middle of its buckets.
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
        site.sumTicks += more * vocabulary::lowerBound(bucket);
      }
      site.errors += 1 + calls / 100;
    }
}

struct Flush {
  double seconds = 0;  // of processor time
  std::size_t datagrams = 0;
  std::size_t bytes = 0;
};

Flush flush(exporting::GrowthMeter& meter, const std::vector<ProcessSnapshot>& processes) {
  const double before = processorSeconds();
  const auto packets = exporting::dogstatsdPackets(meter.measure(processes), {}, {});
  Flush flush{processorSeconds() - before, packets.packets.size()};
  for (const auto& packet : packets.packets) flush.bytes += packet.text.size();
  return flush;
}

}  // namespace

int main() {
  std::vector<ProcessSnapshot> processes;
  for (int number = 0; number < kProcesses; ++number) processes.push_back(processOf(number));
  exporting::GrowthMeter meter;
  double longest = 0, mostDatagrams = 0;
  std::uint64_t calls = 10;
  for (int i = 0; i < kFlushes; ++i, calls *= 100) {
    call(processes, calls);
    const Flush one = flush(meter, processes);
    std::printf("%12llu calls of each function: %.3f s, %zu datagrams, %zu bytes\n",
                static_cast<unsigned long long>(calls * kProcesses), one.seconds, one.datagrams, one.bytes);
    longest = std::max(longest, one.seconds);
    mostDatagrams = std::max(mostDatagrams, static_cast<double>(one.datagrams));
  }
  bench::bar("dogstatsd.flush", longest, "s", 0.5);
  bench::bar("dogstatsd.datagrams-per-function", mostDatagrams / static_cast<double>(kFunctions), "datagrams",
             4);
}
