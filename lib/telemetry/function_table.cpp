// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/function_table.h"

#include <algorithm>
#include <cmath>

#include "telemetry/quantile.h"
#include "telemetry/sampling_error.h"
#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

constexpr double kSameClock = 1e-3;  // two calibrations of one counter differ by far less

// A function while its processes are added up.
struct Sum {
  FunctionRow row;
  SizeTable sizes;
  TypeTable types;
  ErrorKinds errorKinds;
  Histogram histogram;        // in ticks of secondsPerTick
  double secondsPerTick = 0;  // of the first process that knows its own
  double maxSeconds = 0;
  double totalSeconds = 0;
  double runningRate = 0;
  bool runningRateKnown = false;
  double endedCalls = 0;
  double endedSeconds = 0;
  bool endedTimeUnknown = false;
};

void moveToClock(Histogram& to, const Histogram& from, double factor) {
  to.resize(vocabulary::kBucketCount);
  for (unsigned bucket = 0; bucket < from.size(); ++bucket) {
    if (from[bucket] == 0) continue;
    const double middle = (static_cast<double>(vocabulary::lowerBound(bucket)) +
                           static_cast<double>(vocabulary::lowerBound(bucket + 1))) /
                          2 * factor;
    const auto ticks = middle < 1e18 ? static_cast<std::uint64_t>(middle) : ~std::uint64_t{0};
    std::uint64_t& cell = to[vocabulary::bucketOf(ticks)];
    cell = saturatingAdd(cell, from[bucket]);
  }
}

void addTimes(Sum& sum, const SiteCounts& site, double secondsPerTick) {
  if (secondsPerTick <= 0 || site.timed == 0) return;
  if (sum.secondsPerTick == 0) sum.secondsPerTick = secondsPerTick;
  sum.maxSeconds = std::max(sum.maxSeconds, static_cast<double>(site.maxTicks) * secondsPerTick);
  sum.totalSeconds += static_cast<double>(site.sumTicks) * secondsPerTick;
  const double factor = secondsPerTick / sum.secondsPerTick;
  if (std::abs(factor - 1) < kSameClock) {
    addHistogram(sum.histogram, site.histogram);
  } else {
    moveToClock(sum.histogram, site.histogram, factor);
  }
}

void addRate(Sum& sum, const SiteCounts& site, const ProcessSnapshot& process) {
  if (process.observedSeconds <= 0) {
    sum.endedTimeUnknown |= process.state == ProcessState::Ended;
  } else if (process.state == ProcessState::Running) {
    sum.runningRate += static_cast<double>(site.calls) / process.observedSeconds;
    sum.runningRateKnown = true;
  } else {
    sum.endedCalls += static_cast<double>(site.calls);
    sum.endedSeconds += process.observedSeconds;
  }
}

void addTo(std::optional<std::uint64_t>& sum, std::uint64_t value) {
  sum = saturatingAdd(sum.value_or(0), value);
}

// Calls that are under way, or never ended. What is under way together has been at once.
void addUnended(FunctionRow& row, const SiteCounts& site, bool isRunning) {
  if (site.entryOnly) return;
  const std::uint64_t open = site.entered > site.ended ? site.entered - site.ended : 0;
  addTo(isRunning ? row.inFlight : row.neverEnded, open);
  const std::uint64_t together = std::max<std::uint64_t>({open, site.mostAtOnce, site.maxDepth});
  if (together > 0) row.mostAtOnce = std::max(row.mostAtOnce.value_or(0), together);
}

void addSite(Sum& sum, const SiteCounts& site, const ProcessSnapshot& process) {
  FunctionRow& row = sum.row;
  if (row.name.empty()) row.name = site.name;
  row.calls = saturatingAdd(row.calls, site.calls);
  row.timedCalls = saturatingAdd(row.timedCalls, site.timed);
  row.estimatedCalls = saturatingAdd(row.estimatedCalls, site.estimated);
  if (!site.entryOnly) addTo(row.errors, site.errors);
  row.abandoned = saturatingAdd(row.abandoned, site.abandoned);
  row.maxDepth = std::max(row.maxDepth, site.maxDepth);
  const bool isRunning = process.state == ProcessState::Running;
  addUnended(row, site, isRunning);
  ++(isRunning ? row.running : row.ended);
  addTimes(sum, site, process.secondsPerTick);
  sum.sizes.add(site.sizes, process.secondsPerTick);
  sum.types.add(site.types, process.secondsPerTick);
  addErrorKinds(sum.errorKinds, site.errorKinds);
  addFailures(row.failures, site.failures);
  addMemory(row.memory, site.memory);
  addRate(sum, site, process);
}

FunctionRow finish(Sum sum) {
  FunctionRow row = std::move(sum.row);
  row.sizes = sum.sizes.rows();
  row.types = sum.types.rows();
  row.errorKinds = rowsOf(sum.errorKinds);
  if (row.running > 0) {
    if (sum.runningRateKnown) row.ratePerSecond = sum.runningRate;
  } else if (sum.endedSeconds > 0 && !sum.endedTimeUnknown) {
    row.ratePerSecond = sum.endedCalls / sum.endedSeconds;
  }
  if (sum.secondsPerTick == 0) return row;
  const double maxTicks = sum.maxSeconds / sum.secondsPerTick;
  row.max = sum.maxSeconds;
  row.meanError = meanError(sum.histogram, row.estimatedCalls);
  row.total = sum.totalSeconds;
  // The way to ticks and back can round upwards by a bit.
  row.p50 = std::min(quantile(sum.histogram, 0.50, maxTicks) * sum.secondsPerTick, sum.maxSeconds);
  row.p90 = std::min(quantile(sum.histogram, 0.90, maxTicks) * sum.secondsPerTick, sum.maxSeconds);
  row.p99 = std::min(quantile(sum.histogram, 0.99, maxTicks) * sum.secondsPerTick, sum.maxSeconds);
  return row;
}

void addProcess(FunctionTable& table, const ProcessSnapshot& process) {
  const bool running = process.state == ProcessState::Running;
  ++(running ? table.running : table.ended);
  if (running && !process.guardsOn) ++table.switchedOff;
  table.lostCalls = saturatingAdd(table.lostCalls, process.lostCalls);
  table.lostSites = saturatingAdd(table.lostSites, process.lostSites);
}

std::optional<double> valueOf(const FunctionRow& row, SortKey key) {
  switch (key) {
    case SortKey::Calls: return static_cast<double>(row.calls);
    case SortKey::Rate: return row.ratePerSecond;
    case SortKey::Errors:
      return row.errors.transform([](std::uint64_t errors) { return static_cast<double>(errors); });
    case SortKey::P50: return row.p50;
    case SortKey::P99: return row.p99;
    case SortKey::Max: return row.max;
    case SortKey::Name: return std::nullopt;
  }
  return std::nullopt;
}

bool byName(const FunctionRow& a, const FunctionRow& b) {
  return std::tie(a.name, a.id) < std::tie(b.name, b.id);
}

constexpr std::pair<SortKey, std::string_view> kSortNames[] = {
    {SortKey::Calls, "calls"}, {SortKey::Rate, "rate"}, {SortKey::Errors, "errors"}, {SortKey::P50, "p50"},
    {SortKey::P99, "p99"},     {SortKey::Max, "max"},   {SortKey::Name, "name"},
};
static_assert(std::size(kSortNames) == kSortKeys);

}  // namespace

FunctionTable mergeProcesses(std::span<const ProcessSnapshot> processes) {
  FunctionTable table;
  std::map<std::uint64_t, Sum> sums;
  for (const ProcessSnapshot& process : processes) {
    addProcess(table, process);
    for (const SiteCounts& site : process.sites) addSite(sums[site.id], site, process);
  }
  for (auto& [id, sum] : sums) {
    sum.row.id = id;
    table.rows.push_back(finish(std::move(sum)));
  }
  return table;
}

CallCounts countCalls(std::span<const ProcessSnapshot> processes) {
  CallCounts counts;
  for (const ProcessSnapshot& process : processes)
    for (const SiteCounts& site : process.sites)
      counts[{process.pid, process.startRealtime, site.id}] = site.calls;
  return counts;
}

void setRates(FunctionTable& table, const CallCounts& before, const CallCounts& now, double seconds) {
  if (seconds <= 0) return;
  std::map<std::uint64_t, std::uint64_t> fresh;
  for (const auto& [key, calls] : now) {
    const auto old = before.find(key);
    const std::uint64_t had = old == before.end() ? 0 : std::min(old->second, calls);
    std::uint64_t& sum = fresh[std::get<2>(key)];
    sum = saturatingAdd(sum, calls - had);
  }
  for (FunctionRow& row : table.rows) row.ratePerSecond = static_cast<double>(fresh[row.id]) / seconds;
}

std::optional<double> allocatedPerCall(const MemoryCount& memory) {
  if (memory.calls == 0) return std::nullopt;
  return static_cast<double>(memory.allocated) / static_cast<double>(memory.calls);
}

std::string_view nameOf(SortKey key) {
  return kSortNames[static_cast<std::size_t>(key)].second;
}

std::optional<SortKey> sortKeyOf(std::string_view name) {
  for (const auto& [key, keyName] : kSortNames)
    if (keyName == name) return key;
  return std::nullopt;
}

void sortRows(FunctionTable& table, SortKey key, bool reversed) {
  std::ranges::sort(table.rows, [=](const FunctionRow& a, const FunctionRow& b) {
    if (key == SortKey::Name) return reversed ? byName(b, a) : byName(a, b);
    const auto x = valueOf(a, key), y = valueOf(b, key);
    if (x.has_value() != y.has_value()) return x.has_value();
    if (x != y) return reversed ? *x < *y : *x > *y;
    return byName(a, b);
  });
}

}  // namespace assay::telemetry
