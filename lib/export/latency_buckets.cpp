// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/latency_buckets.h"

#include <algorithm>
#include <iterator>

#include "telemetry/site_totals.h"
#include "vocabulary/export_bounds.h"
#include "vocabulary/histogram.h"
#include "vocabulary/size_bucket.h"

namespace assay::exporting {
namespace {

using telemetry::saturatingAdd;

std::size_t boundOf(double seconds) {
  return static_cast<std::size_t>(std::ranges::lower_bound(vocabulary::kLatencyBounds, seconds) -
                                  std::begin(vocabulary::kLatencyBounds));
}

}  // namespace

double middleTicks(unsigned bucket) {
  const auto lower = static_cast<double>(vocabulary::lowerBound(bucket));
  if (bucket == vocabulary::kOverflowBucket) return lower;
  return (lower + static_cast<double>(vocabulary::lowerBound(bucket + 1) - 1)) / 2;
}

double middleSize(unsigned bucket) {
  const auto lower = static_cast<double>(vocabulary::smallestSize(bucket));
  if (bucket + 1 == vocabulary::kSizeBucketCount) return lower;
  return (lower + static_cast<double>(vocabulary::smallestSize(bucket + 1) - 1)) / 2;
}

LatencyBuckets::LatencyBuckets() : counts_(vocabulary::kLatencyBoundCount + 1) {}

void LatencyBuckets::add(const telemetry::SiteCounts& site, double secondsPerTick) {
  if (secondsPerTick <= 0) return;
  for (unsigned bucket = 0; bucket < site.histogram.size(); ++bucket) {
    if (site.histogram[bucket] == 0) continue;  // as most are
    std::uint64_t& count = counts_[boundOf(middleTicks(bucket) * secondsPerTick)];
    count = saturatingAdd(count, site.histogram[bucket]);
  }
  sum_ += static_cast<double>(site.sumTicks) * secondsPerTick;
}

HistogramValue LatencyBuckets::value() const {
  HistogramValue value;
  value.sum = sum_;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    value.count = saturatingAdd(value.count, counts_[i]);
    if (i < vocabulary::kLatencyBoundCount)
      value.buckets.emplace_back(vocabulary::kLatencyBounds[i], value.count);
  }
  return value;
}

HistogramValue sizeBuckets(const telemetry::InputSizes& sizes) {
  HistogramValue value;
  if (sizes.empty()) return value;
  std::size_t next = 0;
  for (unsigned k = 0; k < vocabulary::kSizeBoundCount; ++k) {
    const unsigned long long bound = vocabulary::sizeBound(k);
    for (; next < sizes.size() && vocabulary::smallestSize(static_cast<unsigned>(next)) <= bound; ++next)
      value.count = saturatingAdd(value.count, sizes[next].calls);
    value.buckets.emplace_back(static_cast<double>(bound), value.count);
  }
  for (; next < sizes.size(); ++next) value.count = saturatingAdd(value.count, sizes[next].calls);
  for (unsigned bucket = 0; bucket < sizes.size(); ++bucket)
    value.sum += middleSize(bucket) * static_cast<double>(sizes[bucket].calls);
  return value;
}

}  // namespace assay::exporting
