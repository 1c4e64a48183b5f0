// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Experiments drawn from a seed, window by window, with what both arms have in common (a busy hour, an
// outage) and what they do not (a large customer in one of them). It shares nothing with what is tested but
// the histogram.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "insight/arms.h"
#include "vocabulary/histogram.h"

namespace assay::test {

/// How one function does. Its logarithms of times are normal, but for outliers.
struct SimulatedArm {
  double factor = 1;       ///< of all its times
  double largeFactor = 1;  ///< of those of large inputs, on top
  double spread = 0.3;     ///< standard deviation of the logarithm
  double slow = 0.01;      ///< share of calls that take longer by `slowness`
  double slowness = 4;
  double failing = 0.001;  ///< probability
};

struct SimulatedExperiment {
  SimulatedArm old = {};
  SimulatedArm fresh = {};
  double share = 0.5;      ///< of the new arm
  double misled = 0;       ///< added to what the share really is
  double calls = 400;      ///< of both arms in a window, about
  double large = 0;        ///< share of calls with large inputs, which take ten times as long; 0 = no sizes
  double busy = 0.2;       ///< standard deviation of the level of a window, which both arms have
  double apart = 0.02;     ///< and of what the levels of the arms differ
  double persistence = 0;  ///< correlation of that with the window before
  double outages = 0;      ///< probability of a window in which calls of both arms fail, three of ten
  double bursts = 0;  ///< probability that in a window one arm has a customer with errors, thirty at most
};

class ExperimentSimulation {
 public:
  ExperimentSimulation(const SimulatedExperiment& experiment, std::uint64_t seed)
      : experiment_(experiment), state_(mixed(seed * 0x9e3779b97f4a7c15u)) {}

  insight::ExperimentWindow window() {
    const auto& e = experiment_;
    const double level = e.busy * normal();
    apart_ = e.persistence * apart_ + std::sqrt(1 - e.persistence * e.persistence) * e.apart * normal();
    const double outage = even() < e.outages ? 0.3 : 0;
    const auto calls = static_cast<int>(e.calls * (0.5 + even()));
    Counts old, fresh;
    for (int i = 0; i < calls; ++i)
      even() < e.share + e.misled ? call(e.fresh, fresh, level + apart_, outage)
                                  : call(e.old, old, level, outage);
    for (Counts* arm : {&old, &fresh})
      if (even() < e.bursts / 2) arm->all.errors = std::min(arm->all.calls, arm->all.errors + 30 * even());
    return {armOf(old), armOf(fresh), e.share};
  }

 private:
  static constexpr double kUsual = 7;  // the logarithm of the usual time: a microsecond
  static constexpr double kStep = 0.004;
  static constexpr unsigned kLarge = 12, kSmall = 3;  // buckets of sizes

  struct Cell {
    double calls = 0, errors = 0;
    std::array<std::uint32_t, vocabulary::kBucketCount> latencies{};
  };
  struct Counts {
    Cell all, large;
  };

  // SplitMix64: its states are far apart for seeds that follow each other.
  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::uint64_t draw() { return mixed(state_ += 0x9e3779b97f4a7c15u); }
  double even() { return (static_cast<double>(draw() >> 11) + 0.5) / 9007199254740992.0; }
  double normal() { return std::sqrt(-2 * std::log(even())) * std::cos(2 * 3.141592653589793 * even()); }
  // A table is faster: 8192 draws that stand for all.
  double quickNormal() {
    static const std::array<double, 8192> kDraws = [] {
      std::array<double, 8192> draws{};
      ExperimentSimulation random({}, 99);
      for (double& one : draws) one = random.normal();
      return draws;
    }();
    return kDraws[draw() % kDraws.size()];
  }

  static unsigned bucketOfLog(double log) {
    static const std::array<std::uint16_t, 6000> kBuckets = [] {
      std::array<std::uint16_t, 6000> buckets{};
      for (unsigned i = 0; i < buckets.size(); ++i)
        buckets[i] = static_cast<std::uint16_t>(
            vocabulary::bucketOf(static_cast<std::uint64_t>(std::exp((i + 0.5) * kStep))));
      return buckets;
    }();
    return kBuckets[static_cast<std::size_t>(std::clamp(log / kStep, 0.0, 5999.0))];
  }

  static void count(Cell& cell, unsigned bucket, bool failed) {
    ++cell.calls;
    cell.errors += failed ? 1 : 0;
    ++cell.latencies[bucket];
  }

  void call(const SimulatedArm& arm, Counts& counts, double level, double outage) {
    const bool large = experiment_.large > 0 && even() < experiment_.large;
    const double slow = even() < arm.slow ? arm.slowness : 1;
    const double factor = arm.factor * slow * (large ? 10 * arm.largeFactor : 1);
    const unsigned bucket = bucketOfLog(kUsual + level + std::log(factor) + arm.spread * quickNormal());
    const bool failed = even() < arm.failing + outage;
    count(counts.all, bucket, failed);
    if (large) count(counts.large, bucket, failed);
  }

  static insight::ArmCalls callsOf(const Cell& cell) {
    insight::ArmCalls calls{cell.calls, std::floor(cell.errors), cell.calls};
    for (unsigned i = 0; i < cell.latencies.size(); ++i)
      if (cell.latencies[i] > 0) calls.latencies.emplace_back(i, cell.latencies[i]);
    return calls;
  }

  insight::ArmWindow armOf(const Counts& counts) const {
    insight::ArmWindow window{callsOf(counts.all)};
    if (experiment_.large <= 0) return window;
    window.sizes[kLarge] = callsOf(counts.large);
    insight::ArmWindow rest = window;  // the small ones are what is left
    window.sizes[kSmall] = insight::partsOf(rest)[insight::kUnsized];
    return window;
  }

  SimulatedExperiment experiment_;
  std::uint64_t state_;
  double apart_ = 0;
};

}  // namespace assay::test
