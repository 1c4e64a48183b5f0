// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What was counted between two looks at the processes of a machine: increments per function, for agents that
// add up themselves. Knows nothing of wire formats.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "telemetry/snapshot.h"

namespace assay::exporting {

/// Values that stand for calls, with how many each stands for (at least 1), ascending.
using WeightedValues = std::vector<std::pair<double, std::uint64_t>>;
using CallsByType = std::map<std::string, std::uint64_t>;

struct FunctionGrowth {
  std::uint64_t id = 0;
  std::string name = {};  ///< as the guard gives it: foreign text
  std::uint64_t calls = 0;
  std::uint64_t succeeded = 0;
  std::uint64_t failed = 0;
  WeightedValues durations =
      {};                     ///< of timed calls, in seconds: within 12.5 % each, with the sum that they had
  WeightedValues sizes = {};  ///< of inputs: the middle of each power of two
  telemetry::MemoryCount memory = {};
  telemetry::ErrorKinds errorKinds = {};  ///< those of `failed` whose kind is told
  CallsByType types = {};                 ///< timed calls: foreign text, or telemetry::kOtherTypesName
};

struct Growth {
  std::vector<FunctionGrowth> functions = {};  ///< those that grew, by id
  std::uint64_t lostCalls = 0;
};

/// Not thread-safe. Remembers what it has told of, per function: a process that ends, or whose segment goes,
/// is nothing new; a new process is.
class GrowthMeter {
 public:
  /// What came since the time before, each call told of once. Numbers that are smaller than before (of a
  /// running process the latest call may be missing from a reading) are no growth, and none when they come
  /// back.
  Growth measure(std::span<const telemetry::ProcessSnapshot> parts);

 private:
  struct Counted {
    std::string name;
    std::uint64_t calls = 0;
    std::uint64_t succeeded = 0;
    std::uint64_t failed = 0;
    telemetry::Histogram cells;           // the buckets of one clock after those of another
    std::vector<std::uint64_t> sumTicks;  // by clock
    std::vector<std::uint64_t> sizes;     // calls by bucket
    CallsByType types;
    telemetry::ErrorKinds errorKinds;
    telemetry::MemoryCount memory;
  };
  using CountedById = std::map<std::uint64_t, Counted>;

  std::size_t clockOf(double secondsPerTick);
  CountedById countsOf(std::span<const telemetry::ProcessSnapshot> parts);
  static void add(Counted& function, const telemetry::SiteCounts& site);
  static void addTimes(Counted& function, const telemetry::SiteCounts& site, std::size_t clock);
  FunctionGrowth grow(Counted& told, const Counted& now) const;
  WeightedValues grownDurations(Counted& told, const Counted& now) const;

  std::vector<double> clocks_;  // seconds per tick
  CountedById told_;
  std::uint64_t lostCalls_ = 0;
};

}  // namespace assay::exporting
