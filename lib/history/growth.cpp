// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "history/growth.h"

#include <algorithm>
#include <cmath>

#include "telemetry/quantile.h"
#include "telemetry/site_totals.h"
#include "vocabulary/histogram.h"

namespace assay::history {
namespace {

using telemetry::Histogram;
using telemetry::InputSizes;
using telemetry::InputTypes;
using telemetry::SiteCounts;

constexpr double kNanoseconds = 1e9;
constexpr std::uint64_t kClockSlack = 1'000'000;  // nanoseconds
constexpr double kLargest = 1.8e19;               // that fits into 64 bits

std::uint64_t grown(std::uint64_t before, std::uint64_t now) {
  return now > before ? now - before : 0;
}

Histogram grownHistogram(const Histogram& before, const Histogram& now) {
  Histogram grownCells = now;
  for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i)
    grownCells[i] = grown(before[i], now[i]);
  return grownCells;
}

InputSizes grownSizes(const InputSizes& before, const InputSizes& now) {
  InputSizes cells = now;
  for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i)
    cells[i] = {grown(before[i].calls, now[i].calls), grown(before[i].errors, now[i].errors),
                grown(before[i].sumTicks, now[i].sumTicks)};
  return cells;
}

InputTypes grownTypes(const InputTypes& before, const InputTypes& now) {
  InputTypes types;
  for (const auto& [name, count] : now) {
    const auto found = before.find(name);
    const telemetry::TypeCount old = found != before.end() ? found->second : telemetry::TypeCount();
    const telemetry::TypeCount more{grown(old.calls, count.calls), grown(old.errors, count.errors),
                                    grown(old.sumTicks, count.sumTicks)};
    if (more.calls > 0 || more.errors > 0 || more.sumTicks > 0) types.emplace(name, more);
  }
  return types;
}

telemetry::ErrorKinds grownErrorKinds(const telemetry::ErrorKinds& before, const telemetry::ErrorKinds& now) {
  telemetry::ErrorKinds kinds;
  for (const auto& [kind, errors] : now) {
    const auto found = before.find(kind);
    const std::uint64_t more = grown(found != before.end() ? found->second : 0, errors);
    if (more > 0) kinds.emplace(kind, more);
  }
  return kinds;
}

telemetry::MemoryCount grownMemory(const telemetry::MemoryCount& before, const telemetry::MemoryCount& now) {
  return {grown(before.calls, now.calls), grown(before.allocated, now.allocated),
          grown(before.freed, now.freed)};
}

// Each reading works the time of a record out anew, and may be off a little: one is new when it is clearly
// later than what was known, and there are no more new ones than errors.
std::vector<telemetry::Failure> laterFailures(const SiteCounts& before, const SiteCounts& now,
                                              std::uint64_t errors) {
  std::uint64_t last = 0;
  for (const telemetry::Failure& failure : before.failures) last = std::max(last, failure.endedNanoseconds);
  if (last > 0) last = telemetry::saturatingAdd(last, kClockSlack);
  std::vector<telemetry::Failure> later;
  for (const telemetry::Failure& failure : now.failures)
    if (failure.endedNanoseconds > last && later.size() < errors) later.push_back(failure);
  return later;
}

// Of the bucket of the longest call the longest that it may hold; 0 when there was no call.
std::uint64_t longestOf(const Histogram& histogram) {
  for (auto bucket = static_cast<unsigned>(histogram.size()); bucket-- > 0;) {
    if (histogram[bucket] == 0) continue;
    if (bucket == vocabulary::kOverflowBucket) return ~std::uint64_t{0};
    return vocabulary::lowerBound(bucket + 1) - 1;
  }
  return 0;
}

std::uint64_t scaled(std::uint64_t ticks, double factor) {
  const double value = std::round(static_cast<double>(ticks) * factor);
  return value < kLargest ? static_cast<std::uint64_t>(value) : ~std::uint64_t{0};
}

Histogram scaledHistogram(const Histogram& histogram, double factor) {
  Histogram to(histogram.empty() ? 0 : vocabulary::kBucketCount);
  for (unsigned bucket = 0; bucket < histogram.size(); ++bucket) {
    if (histogram[bucket] == 0) continue;
    const double middle = std::round(telemetry::middleOf(bucket) * factor);
    const auto ticks = middle < kLargest ? static_cast<std::uint64_t>(middle) : ~std::uint64_t{0};
    std::uint64_t& cell = to[vocabulary::bucketOf(ticks)];
    cell = telemetry::saturatingAdd(cell, histogram[bucket]);
  }
  return to;
}

void forgetTimes(SiteCounts& counts) {
  counts.timed = counts.estimated = counts.sumTicks = counts.maxTicks = 0;
  counts.histogram.clear();
  counts.sizes.clear();
  for (auto& [name, type] : counts.types) type.sumTicks = 0;
}

}  // namespace

SiteCounts growth(const SiteCounts& before, const SiteCounts& now) {
  SiteCounts more = now;
  more.calls = grown(before.calls, now.calls);
  more.timed = grown(before.timed, now.timed);
  more.estimated = grown(before.estimated, now.estimated);
  more.errors = grown(before.errors, now.errors);
  more.sumTicks = grown(before.sumTicks, now.sumTicks);
  more.entered = grown(before.entered, now.entered);
  more.ended = grown(before.ended, now.ended);
  more.abandoned = grown(before.abandoned, now.abandoned);
  more.histogram = grownHistogram(before.histogram, now.histogram);
  more.sizes = grownSizes(before.sizes, now.sizes);
  more.types = grownTypes(before.types, now.types);
  more.errorKinds = grownErrorKinds(before.errorKinds, now.errorKinds);
  more.memory = grownMemory(before.memory, now.memory);
  more.failures = laterFailures(before, now, more.errors);
  if (now.maxTicks <= before.maxTicks) more.maxTicks = std::min(now.maxTicks, longestOf(more.histogram));
  return more;
}

bool isGrowth(const SiteCounts& counts) {
  return counts.calls > 0 || counts.timed > 0 || counts.errors > 0 || counts.entered > 0 ||
         counts.ended > 0 || counts.abandoned > 0 || counts.sumTicks > 0;
}

SiteCounts inNanoseconds(SiteCounts counts, double secondsPerTick) {
  if (secondsPerTick <= 0) {
    forgetTimes(counts);
    return counts;
  }
  const double factor = secondsPerTick * kNanoseconds;
  counts.sumTicks = scaled(counts.sumTicks, factor);
  counts.maxTicks = scaled(counts.maxTicks, factor);
  counts.histogram = scaledHistogram(counts.histogram, factor);
  for (telemetry::SizeCount& size : counts.sizes) size.sumTicks = scaled(size.sumTicks, factor);
  for (auto& [name, type] : counts.types) type.sumTicks = scaled(type.sumTicks, factor);
  return counts;
}

}  // namespace assay::history
