// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a reading for an OTLP receiver costs on the machine of busy_machine.h, beside a flush to a DogStatsD
// agent (dogstatsd_bench.cpp); and its bytes, which are not to depend on the calls.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "bars.h"
#include "busy_machine.h"
#include "export/exponential_cells.h"
#include "export/function_metrics.h"
#include "export/high_water.h"
#include "export/otlp_streams.h"
#include "export/otlp_text.h"

namespace {

using namespace assay;

constexpr int kReadings = 5;
constexpr std::uint64_t kStart = 1'769'900'000'000'000'000;
constexpr std::uint64_t kBetween = 10'000'000'000;

struct Reading {
  double seconds = 0;    // of processor time, of which so much:
  double ofSending = 0;  // beyond what /metrics costs
  std::size_t requests = 0;
  double bytes = 0;
};

Reading read(const std::vector<telemetry::ProcessSnapshot>& processes, exporting::HighWater& highWater,
             exporting::OtlpStreams& streams, std::uint64_t now) {
  const double before = bench::processorSeconds();
  auto families = exporting::functionMetrics(processes, {}, 0);
  highWater.raise(families);
  const double asMetrics = bench::processorSeconds();
  exporting::addExponentialCells(families, processes);
  const auto requests = exporting::otlpRequests(streams.advance(families, now), now, {});
  const double after = bench::processorSeconds();
  Reading reading{after - before, after - asMetrics, requests.size()};
  for (const auto& request : requests) reading.bytes += static_cast<double>(request.body.size());
  return reading;
}

}  // namespace

int main() {
  auto processes = bench::busyMachine();
  exporting::HighWater highWater;
  exporting::OtlpStreams streams;
  streams.begin({}, kStart);
  double longest = 0, longestOfSending = 0, mostBytes = 0;
  std::uint64_t calls = 10;
  for (int i = 0; i < kReadings; ++i, calls *= 100) {
    bench::call(processes, calls);
    const Reading one =
        read(processes, highWater, streams, kStart + kBetween * static_cast<std::uint64_t>(i + 1));
    std::printf(
        "%12llu calls of each function: %.3f s, %.3f s of it for OTLP alone, %zu requests, %.0f bytes\n",
        static_cast<unsigned long long>(calls * bench::kProcesses), one.seconds, one.ofSending, one.requests,
        one.bytes);
    longest = std::max(longest, one.seconds);
    longestOfSending = std::max(longestOfSending, one.ofSending);
    mostBytes = std::max(mostBytes, one.bytes);
  }
  bench::bar("otlp.reading", longestOfSending, "s", 0.5);
  bench::bar("otlp.reading-and-metrics", longest, "s", 1);
  bench::bar("otlp.bytes-per-function", mostBytes / static_cast<double>(bench::kFunctions), "bytes", 4096);
}
