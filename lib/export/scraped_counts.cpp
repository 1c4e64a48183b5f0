// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/scraped_counts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

#include "vocabulary/export_bounds.h"
#include "vocabulary/histogram.h"
#include "vocabulary/metrics.h"
#include "vocabulary/size_bucket.h"

namespace assay::exporting {
namespace {

namespace v = vocabulary;

constexpr const char kBuckets[] = "_bucket";
constexpr const char kSum[] = "_sum";
constexpr const char kUpperBound[] = "le";

constexpr ScrapedFamily kFamilies[] = {{Scraped::Calls, v::kCallsTotal, "", ""},
                                       {Scraped::Success, v::kSuccessTotal, "", ""},
                                       {Scraped::Errors, v::kErrorTotal, "", ""},
                                       {Scraped::ErrorKinds, v::kErrorKindTotal, "", v::kLabelKind},
                                       {Scraped::Times, v::kExecutionTimeSeconds, kBuckets, kUpperBound},
                                       {Scraped::Seconds, v::kExecutionTimeSeconds, kSum, ""},
                                       {Scraped::Estimated, v::kEstimatedCallsTotal, "", ""},
                                       {Scraped::Sizes, v::kInputSize, kBuckets, kUpperBound},
                                       {Scraped::FailedSizes, v::kFailedInputSize, kBuckets, kUpperBound},
                                       {Scraped::Types, v::kInputTypeTotal, "", v::kLabelType},
                                       {Scraped::TypeErrors, v::kInputTypeErrorTotal, "", v::kLabelType},
                                       {Scraped::TypeSeconds, v::kInputTypeSecondsTotal, "", v::kLabelType},
                                       {Scraped::MemoryCalls, v::kMemoryCallsTotal, "", ""},
                                       {Scraped::Allocated, v::kMemoryAllocatedBytesTotal, "", ""},
                                       {Scraped::Freed, v::kMemoryFreedBytesTotal, "", ""}};

constexpr double kNanosecondsPerSecond = 1e9;
constexpr double kMostCounted = 1e18;
constexpr double kSameBound = 1e-9;  // of two ways to write a number

std::uint64_t wholeOf(double value) {
  return static_cast<std::uint64_t>(std::llround(std::clamp(value, 0.0, kMostCounted)));
}

// The bucket that a label `le` ends; the one after the last for +Inf.
std::optional<std::size_t> bucketEndingAt(const std::string& le, std::span<const double> bounds) {
  char* end = nullptr;
  const double bound = std::strtod(le.c_str(), &end);
  if (end == le.c_str() || *end != '\0') return std::nullopt;
  if (std::isinf(bound)) return bounds.size();
  for (std::size_t i = 0; i < bounds.size(); ++i)
    if (std::abs(bounds[i] - bound) <= kSameBound * std::max(bounds[i], bound)) return i;
  return std::nullopt;
}

std::span<const double> sizeBounds() {
  static const std::vector<double> kBounds = [] {
    std::vector<double> bounds;
    for (unsigned k = 0; k < v::kSizeBoundCount; ++k) bounds.push_back(static_cast<double>(v::sizeBound(k)));
    return bounds;
  }();
  return kBounds;
}

void addAtMost(std::vector<double>& to, const std::string& le, std::span<const double> bounds, double calls) {
  const auto bucket = bucketEndingAt(le, bounds);
  if (!bucket) return;
  to.resize(bounds.size() + 1);
  to[*bucket] += calls;
}

// Increases of cumulative buckets are each rounded by the server's extrapolation: none is below the one
// before.
std::vector<std::uint64_t> inBuckets(const std::vector<double>& atMost) {
  std::vector<std::uint64_t> calls;
  std::uint64_t before = 0;
  for (const double value : atMost) {
    const std::uint64_t upTo = std::max(before, wholeOf(value));
    calls.push_back(upTo - before);
    before = upTo;
  }
  return calls;
}

// Where the last bucket has no end, and the first no beginning, they are as wide as their neighbours.
std::pair<double, double> endsOf(std::size_t bucket) {
  constexpr double kWide = 2.5;
  const std::span<const double> bounds = v::kLatencyBounds;
  const double high = bucket < bounds.size() ? bounds[bucket] : bounds.back() * kWide;
  const double low = bucket == 0 ? high / kWide : bounds[bucket - 1];
  return {low * kNanosecondsPerSecond, high * kNanosecondsPerSecond};
}

void spread(telemetry::Histogram& to, std::uint64_t calls, std::pair<double, double> ends) {
  const auto [low, high] = ends;
  const auto upTo = [&](double nanoseconds) {
    const double share = std::log(std::clamp(nanoseconds, low, high) / low) / std::log(high / low);
    return static_cast<std::uint64_t>(std::llround(share * static_cast<double>(calls)));
  };
  std::uint64_t placed = 0;
  for (unsigned cell = v::bucketOf(static_cast<std::uint64_t>(low)); placed < calls; ++cell) {
    const bool isLast = cell + 1 >= v::kBucketCount;
    const std::uint64_t until = isLast ? calls : upTo(static_cast<double>(v::lowerBound(cell + 1)));
    to[cell] += until - placed;
    placed = until;
  }
}

// The bucket of size_bucket.h that stands for an exported one: its last.
unsigned sizeBucketFor(std::size_t exported) {
  return exported < v::kSizeBoundCount ? v::sizeBucketOf(v::sizeBound(static_cast<unsigned>(exported)))
                                       : v::kSizeBucketCount - 1;
}

}  // namespace

std::span<const ScrapedFamily> scrapedFamilies() {
  return kFamilies;
}

void ScrapedCounts::add(const ScrapedFamily& family, const std::string& label, double increase) {
  if (!(increase > 0)) return;
  const std::uint64_t count = wholeOf(increase);
  const auto nanoseconds = wholeOf(increase * kNanosecondsPerSecond);
  switch (family.what) {
    using enum Scraped;
    case Calls: counts_.calls += count; break;
    case Success: endsSeen_ = true; break;
    case Errors: counts_.errors += count; break;
    case ErrorKinds: counts_.errorKinds[label] += count; break;
    case Times: addAtMost(atMost_, label, v::kLatencyBounds, increase); break;
    case Seconds: counts_.sumTicks += nanoseconds; break;
    case Estimated: counts_.estimated += count; break;
    case Sizes: addAtMost(sizesAtMost_, label, sizeBounds(), increase); break;
    case FailedSizes: addAtMost(failedAtMost_, label, sizeBounds(), increase); break;
    case Types: counts_.types[label].calls += count; break;
    case TypeErrors: counts_.types[label].errors += count; break;
    case TypeSeconds: counts_.types[label].sumTicks += nanoseconds; break;
    case MemoryCalls: counts_.memory.calls += count; break;
    case Allocated: counts_.memory.allocated += count; break;
    case Freed: counts_.memory.freed += count; break;
  }
}

telemetry::SiteCounts ScrapedCounts::counts() const {
  telemetry::SiteCounts counts = counts_;
  counts.errors = std::min(counts.errors, counts.calls);
  counts.entryOnly = !endsSeen_ && counts.errors == 0 && atMost_.empty();
  const std::vector<std::uint64_t> times = inBuckets(atMost_);
  if (!times.empty()) counts.histogram.resize(v::kBucketCount);
  for (std::size_t bucket = 0; bucket < times.size(); ++bucket) {
    if (times[bucket] == 0) continue;
    counts.timed += times[bucket];
    spread(counts.histogram, times[bucket], endsOf(bucket));
    counts.maxTicks = static_cast<std::uint64_t>(endsOf(bucket).second);
  }
  const std::vector<std::uint64_t> sized = inBuckets(sizesAtMost_), failed = inBuckets(failedAtMost_);
  if (!sized.empty()) counts.sizes.resize(v::kSizeBucketCount);
  counts.coarseSizes = !sized.empty();
  for (std::size_t bucket = 0; bucket < sized.size(); ++bucket)
    counts.sizes[sizeBucketFor(bucket)] = {
        sized[bucket], bucket < failed.size() ? std::min(failed[bucket], sized[bucket]) : 0, 0};
  return counts;
}

}  // namespace assay::exporting
