// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions in production, drawn from a seed: windows of calls with the noise that there is. Each window has
// a level of its own (a busy hour), each call varies around it, a few take very long. Times are nanoseconds.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>

#include "telemetry/snapshot.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::test {

struct Production {
  std::function<double(double size)> nanoseconds = [](double) { return 1000.0; };
  std::function<double(double size)> failing = [](double) { return 0.0; };  ///< probability
  double smallest = 1;
  double largest = 1;      ///< sizes are even on the logarithmic scale; 1 to 1 = there are none
  double calls = 400;      ///< of a window, about
  double callNoise = 0.3;  ///< standard deviation of the logarithm
  double windowNoise = 0.05;
  double outliers = 0.001;  ///< share of calls that take twenty times as long
  int windows = 14;
};

class Simulation {
 public:
  explicit Simulation(std::uint64_t seed) : random_(seed) {}

  /// One window.
  telemetry::SiteCounts window(const Production& production) {
    telemetry::SiteCounts counts;
    counts.histogram.resize(vocabulary::kBucketCount);
    const double level = std::exp(production.windowNoise * normal());
    const auto calls = static_cast<int>(production.calls * (0.5 + even()));
    for (int i = 0; i < calls; ++i) call(production, level, counts);
    counts.entered = counts.ended = counts.calls;
    return counts;
  }

 private:
  // Of the standard library only what gives the same numbers everywhere.
  double even() { return (static_cast<double>(random_() >> 11) + 0.5) / 9007199254740992.0; }
  double normal() { return std::sqrt(-2 * std::log(even())) * std::cos(2 * 3.141592653589793 * even()); }

  void call(const Production& production, double level, telemetry::SiteCounts& counts) {
    const bool sized = production.largest > production.smallest;
    const double range = std::log((production.largest + 1) / production.smallest);
    const double size =
        sized ? std::floor(production.smallest * std::exp(range * even())) : production.smallest;
    double time = production.nanoseconds(size) * level * std::exp(production.callNoise * normal());
    if (even() < production.outliers) time *= 20;
    const auto ticks = static_cast<std::uint64_t>(time + 0.5);
    const std::uint64_t failed = even() < production.failing(size) ? 1 : 0;
    ++counts.calls, ++counts.timed, counts.errors += failed;
    counts.sumTicks += ticks;
    counts.maxTicks = std::max(counts.maxTicks, ticks);
    ++counts.histogram[vocabulary::bucketOf(ticks)];
    if (!sized) return;
    counts.sizes.resize(vocabulary::kSizeBucketCount);
    telemetry::SizeCount& cell = counts.sizes[vocabulary::sizeBucketOf(static_cast<std::uint64_t>(size))];
    ++cell.calls, cell.errors += failed, cell.sumTicks += ticks;
  }

  std::mt19937_64 random_;
};

}  // namespace assay::test
