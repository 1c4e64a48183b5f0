// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/growth.h"

#include <algorithm>
#include <cmath>

#include "export/cell_growth.h"
#include "export/latency_buckets.h"
#include "telemetry/error_kinds.h"
#include "telemetry/input_types.h"
#include "telemetry/site_totals.h"
#include "vocabulary/histogram.h"

namespace assay::exporting {
namespace {

using telemetry::saturatingAdd;
using vocabulary::kBucketCount;

// Calibrations of one counter differ by less than a thousandth (telemetry/accumulator.cpp), clocks by more.
constexpr double kOneClockRatio = 2e-3;
// What a bucket's middle may be off, and so the sum of all.
constexpr double kMiddleError = 1.0 / 15;

// How far `now` is beyond what was told, which it becomes.
std::uint64_t advance(std::uint64_t& told, std::uint64_t now) {
  return now <= told ? 0 : now - std::exchange(told, now);
}

WeightedValues grownSizes(std::vector<std::uint64_t>& told, const std::vector<std::uint64_t>& now) {
  WeightedValues values;
  told.resize(std::max(told.size(), now.size()));
  for (unsigned bucket = 0; bucket < now.size(); ++bucket)
    if (const std::uint64_t calls = advance(told[bucket], now[bucket]); calls > 0)
      values.emplace_back(middleSize(bucket), calls);
  return values;
}

// The first types that were seen keep their rows: else a call would change from one to another.
CallsByType boundedTypes(const CallsByType& told, const CallsByType& now) {
  CallsByType bounded;
  std::size_t rows = told.size();
  for (const auto& [name, calls] : now) {
    const bool known = name.empty() || told.contains(name);
    const bool fits = known || rows < telemetry::kMostTypes;
    rows += !known && fits ? 1 : 0;
    std::uint64_t& row = bounded[fits ? name : ""];
    row = saturatingAdd(row, calls);
  }
  return bounded;
}

CallsByType grownTypes(CallsByType& told, const CallsByType& now) {
  CallsByType grown;
  for (const auto& [name, calls] : boundedTypes(told, now))
    if (const std::uint64_t more = advance(told[name], calls); more > 0)
      grown[name.empty() ? std::string(telemetry::kOtherTypesName) : name] = more;
  return grown;
}

// As with types.
telemetry::ErrorKinds grownErrorKinds(telemetry::ErrorKinds& told, const telemetry::ErrorKinds& now) {
  telemetry::ErrorKinds bounded, grown;
  for (const auto& [kind, errors] : told) telemetry::keepErrorKind(bounded, kind);
  telemetry::addErrorKinds(bounded, now);
  for (const auto& [kind, errors] : bounded)
    if (const std::uint64_t more = advance(told[kind], errors); more > 0) grown[kind] = more;
  return grown;
}

telemetry::MemoryCount grownMemory(telemetry::MemoryCount& told, const telemetry::MemoryCount& now) {
  return {.calls = advance(told.calls, now.calls),
          .allocated = advance(told.allocated, now.allocated),
          .freed = advance(told.freed, now.freed)};
}

// The sum is known better than the values: they are made to have it.
void correctSum(WeightedValues& values, double sum) {
  double of = 0;
  for (const auto& [value, calls] : values) of += value * static_cast<double>(calls);
  const double factor = of > 0 ? sum / of : 0;
  if (std::abs(factor - 1) > kMiddleError) return;
  for (auto& [value, calls] : values) value *= factor;
}

bool hasGrown(const FunctionGrowth& growth) {
  return growth.calls > 0 || growth.succeeded > 0 || growth.failed > 0 || !growth.durations.empty() ||
         !growth.sizes.empty() || !growth.types.empty() || !growth.errorKinds.empty() ||
         growth.memory.calls > 0;
}

}  // namespace

std::size_t GrowthMeter::clockOf(double secondsPerTick) {
  const auto same = std::ranges::find_if(
      clocks_, [&](double clock) { return std::abs(clock / secondsPerTick - 1) < kOneClockRatio; });
  const auto place = static_cast<std::size_t>(same - clocks_.begin());
  if (same == clocks_.end()) clocks_.push_back(secondsPerTick);
  return place;
}

void GrowthMeter::add(Counted& function, const telemetry::SiteCounts& site) {
  if (function.name.empty()) function.name = site.name;
  function.calls = saturatingAdd(function.calls, site.calls);
  if (!site.entryOnly) {
    function.failed = saturatingAdd(function.failed, site.errors);
    function.succeeded = saturatingAdd(function.succeeded, site.calls - std::min(site.calls, site.errors));
  }
  if (function.sizes.size() < site.sizes.size()) function.sizes.resize(site.sizes.size());
  for (std::size_t i = 0; i < site.sizes.size(); ++i)
    function.sizes[i] = saturatingAdd(function.sizes[i], site.sizes[i].calls);
  telemetry::addMemory(function.memory, site.memory);
  for (const auto& [kind, errors] : site.errorKinds) {
    std::uint64_t& sum = function.errorKinds[kind];
    sum = saturatingAdd(sum, errors);
  }
  for (const auto& [name, count] : site.types) {
    std::uint64_t& calls = function.types[name];
    calls = saturatingAdd(calls, count.calls);
  }
}

void GrowthMeter::addTimes(Counted& function, const telemetry::SiteCounts& site, std::size_t clock) {
  if (site.histogram.empty()) return;
  const std::size_t first = clock * kBucketCount;
  if (function.cells.size() < first + kBucketCount) function.cells.resize(first + kBucketCount);
  if (function.sumTicks.size() <= clock) function.sumTicks.resize(clock + 1);
  for (std::size_t i = 0; i < std::min<std::size_t>(site.histogram.size(), kBucketCount); ++i)
    function.cells[first + i] = saturatingAdd(function.cells[first + i], site.histogram[i]);
  function.sumTicks[clock] = saturatingAdd(function.sumTicks[clock], site.sumTicks);
}

GrowthMeter::CountedById GrowthMeter::countsOf(std::span<const telemetry::ProcessSnapshot> parts) {
  CountedById counts;
  for (const telemetry::ProcessSnapshot& part : parts) {
    const bool convertible = part.secondsPerTick > 0;
    const std::size_t clock = convertible ? clockOf(part.secondsPerTick) : 0;
    for (const telemetry::SiteCounts& site : part.sites) {
      Counted& function = counts[site.id];
      add(function, site);
      if (convertible) addTimes(function, site, clock);
    }
  }
  return counts;
}

WeightedValues GrowthMeter::grownDurations(Counted& told, const Counted& now) const {
  const telemetry::Histogram grown = grownCells(told.cells, now.cells);
  double sum = 0;
  told.sumTicks.resize(std::max(told.sumTicks.size(), now.sumTicks.size()));
  for (std::size_t clock = 0; clock < now.sumTicks.size(); ++clock)
    sum += static_cast<double>(advance(told.sumTicks[clock], now.sumTicks[clock])) * clocks_[clock];
  WeightedValues values;
  for (std::size_t cell = 0; cell < grown.size(); ++cell)
    if (grown[cell] > 0)
      values.emplace_back(
          middleTicks(static_cast<unsigned>(cell % kBucketCount)) * clocks_[cell / kBucketCount],
          grown[cell]);
  std::ranges::sort(values);
  correctSum(values, sum);
  return values;
}

FunctionGrowth GrowthMeter::grow(Counted& told, const Counted& now) const {
  FunctionGrowth growth;
  growth.name = now.name;
  growth.calls = advance(told.calls, now.calls);
  growth.succeeded = advance(told.succeeded, now.succeeded);
  growth.failed = advance(told.failed, now.failed);
  growth.durations = grownDurations(told, now);
  growth.sizes = grownSizes(told.sizes, now.sizes);
  growth.types = grownTypes(told.types, now.types);
  growth.errorKinds = grownErrorKinds(told.errorKinds, now.errorKinds);
  growth.memory = grownMemory(told.memory, now.memory);
  return growth;
}

Growth GrowthMeter::measure(std::span<const telemetry::ProcessSnapshot> parts) {
  Growth all;
  for (const auto& [id, now] : countsOf(parts)) {
    FunctionGrowth growth = grow(told_[id], now);
    growth.id = id;
    if (hasGrown(growth)) all.functions.push_back(std::move(growth));
  }
  std::uint64_t lost = 0;
  for (const telemetry::ProcessSnapshot& part : parts) lost = saturatingAdd(lost, part.lostCalls);
  all.lostCalls = advance(lostCalls_, lost);
  return all;
}

}  // namespace assay::exporting
