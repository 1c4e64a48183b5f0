// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/input_sizes.h"

#include <algorithm>

#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

using vocabulary::kFirstSizeCarry;
using vocabulary::kFirstSizeErrorCarry;
using vocabulary::kSizeBucketCount;

constexpr std::uint64_t kNotKnown = ~std::uint64_t{0};

// The writer's sum is modulo 2^64: only what cannot have come round is a sum.
std::uint64_t sizeSumOf(const vocabulary::Shard& shard) {
  const bool fits = shard.sizeMax == 0 || shard.sized <= kNotKnown / shard.sizeMax;
  return fits ? shard.sizeSum : kNotKnown;
}

void addBucket(SizeCount& to, const SizeCount& from) {
  to.calls = saturatingAdd(to.calls, from.calls);
  to.errors = saturatingAdd(to.errors, from.errors);
  to.sumTicks = saturatingAdd(to.sumTicks, from.sumTicks);
}

}  // namespace

void addShardSizes(InputSizes& to, const vocabulary::Shard& shard) {
  if (shard.sized > 0)
    addSizes(to, {.calls = shard.sized, .sum = sizeSumOf(shard), .max = shard.sizeMax, .buckets = {}});
  for (unsigned bucket = 0; bucket < kSizeBucketCount; ++bucket) {
    const vocabulary::SizeCell& cell = shard.sizes[bucket];
    if (cell.count == 0 && cell.errors == 0 && cell.sumTicks == 0) continue;
    to.buckets.resize(kSizeBucketCount);
    addBucket(to.buckets[bucket], {cell.count, cell.errors, cell.sumTicks});
  }
}

void carrySizes(InputSizes& to, std::uint32_t bucket, std::uint64_t count) {
  to.buckets.resize(kSizeBucketCount);
  if (bucket < kFirstSizeErrorCarry) {
    addBucket(to.buckets[bucket - kFirstSizeCarry], {count, 0, 0});
  } else {
    addBucket(to.buckets[bucket - kFirstSizeErrorCarry], {0, count, 0});
  }
}

void addSizes(InputSizes& to, const InputSizes& from) {
  to.calls = saturatingAdd(to.calls, from.calls);
  to.sum = saturatingAdd(to.sum, from.sum);
  to.max = std::max(to.max, from.max);
  to.buckets.resize(std::max(to.buckets.size(), from.buckets.size()));
  for (std::size_t i = 0; i < from.buckets.size(); ++i) addBucket(to.buckets[i], from.buckets[i]);
}

void SizeTable::add(const InputSizes& sizes, double secondsPerTick) {
  addSizes(total_, sizes);
  if (secondsPerTick <= 0 || sizes.buckets.empty()) return;
  times_.resize(kSizeBucketCount);
  for (std::size_t i = 0; i < sizes.buckets.size(); ++i) {
    times_[i].seconds += static_cast<double>(sizes.buckets[i].sumTicks) * secondsPerTick;
    times_[i].calls += static_cast<double>(sizes.buckets[i].calls);
  }
}

std::vector<SizeRow> SizeTable::rows() const {
  std::vector<SizeRow> rows;
  for (unsigned i = 0; i < total_.buckets.size(); ++i) {
    const SizeCount& bucket = total_.buckets[i];
    if (bucket.calls == 0) continue;
    SizeRow& row = rows.emplace_back();
    row.from = vocabulary::smallestSize(i);
    if (i + 1 < kSizeBucketCount) row.to = vocabulary::smallestSize(i + 1);
    row.calls = bucket.calls;
    row.errors = bucket.errors;
    if (!times_.empty() && times_[i].calls > 0) row.meanSeconds = times_[i].seconds / times_[i].calls;
  }
  return rows;
}

std::optional<double> SizeTable::mean() const {
  if (total_.calls == 0 || total_.sum == kNotKnown) return std::nullopt;
  return static_cast<double>(total_.sum) / static_cast<double>(total_.calls);
}

std::optional<std::uint64_t> SizeTable::max() const {
  return total_.calls == 0 ? std::nullopt : std::optional(total_.max);
}

}  // namespace assay::telemetry
