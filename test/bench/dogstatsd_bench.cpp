// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a flush to a DogStatsD agent costs where 1,000 processes have 200 guarded functions each, all of them
// called all the time; and how many datagrams it takes, which is not to depend on the calls.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "bars.h"
#include "busy_machine.h"
#include "export/dogstatsd_text.h"
#include "export/growth.h"

namespace {

using namespace assay;
using bench::call;
using bench::kFunctions;
using bench::kProcesses;
using bench::processorSeconds;
using telemetry::ProcessSnapshot;

constexpr int kFlushes = 5;

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
  std::vector<ProcessSnapshot> processes = bench::busyMachine();
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
