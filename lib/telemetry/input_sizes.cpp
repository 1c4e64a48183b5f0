// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/input_sizes.h"

#include <algorithm>

#include "telemetry/site_totals.h"

namespace assay::telemetry {
namespace {

using vocabulary::kFirstSizeCarry;
using vocabulary::kFirstSizeErrorCarry;
using vocabulary::kSizeBucketCount;

void addBucket(SizeCount& to, const SizeCount& from) {
  to.calls = saturatingAdd(to.calls, from.calls);
  to.errors = saturatingAdd(to.errors, from.errors);
  to.sumTicks = saturatingAdd(to.sumTicks, from.sumTicks);
}

double middleSize(const SizeRow& row) {
  return (static_cast<double>(row.from) + static_cast<double>(*row.to - 1)) / 2;
}

}  // namespace

void addShardSizes(InputSizes& to, const vocabulary::Shard& shard) {
  for (unsigned bucket = 0; bucket < kSizeBucketCount; ++bucket) {
    const vocabulary::SizeCell& cell = shard.sizes[bucket];
    if (cell.count == 0 && cell.errors == 0 && cell.sumTicks == 0) continue;
    to.resize(kSizeBucketCount);
    addBucket(to[bucket], {cell.count, cell.errors, cell.sumTicks});
  }
}

void carrySizes(InputSizes& to, std::uint32_t bucket, std::uint64_t count) {
  to.resize(kSizeBucketCount);
  if (bucket < kFirstSizeErrorCarry) {
    addBucket(to[bucket - kFirstSizeCarry], {count, 0, 0});
  } else {
    addBucket(to[bucket - kFirstSizeErrorCarry], {0, count, 0});
  }
}

void addSizes(InputSizes& to, const InputSizes& from) {
  to.resize(std::max(to.size(), from.size()));
  for (std::size_t i = 0; i < from.size(); ++i) addBucket(to[i], from[i]);
}

std::optional<SizeRange> sizesOf(const Failure& failure) {
  if (failure.sizeBucket == 0) return std::nullopt;
  SizeRange sizes{.from = vocabulary::smallestSize(failure.sizeBucket - 1)};
  if (failure.sizeBucket < kSizeBucketCount) sizes.to = vocabulary::smallestSize(failure.sizeBucket);
  return sizes;
}

std::optional<double> meanSize(const std::vector<SizeRow>& rows) {
  if (rows.empty() || !rows.back().to) return std::nullopt;
  double calls = 0, sum = 0;
  for (const SizeRow& row : rows) {
    calls += static_cast<double>(row.calls);
    sum += static_cast<double>(row.calls) * middleSize(row);
  }
  return sum / calls;
}

std::optional<std::uint64_t> largestSize(const std::vector<SizeRow>& rows) {
  if (rows.empty() || !rows.back().to) return std::nullopt;
  return *rows.back().to - 1;
}

void SizeTable::add(const InputSizes& sizes, double secondsPerTick) {
  addSizes(total_, sizes);
  if (secondsPerTick <= 0 || sizes.empty()) return;
  times_.resize(kSizeBucketCount);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    times_[i].seconds += static_cast<double>(sizes[i].sumTicks) * secondsPerTick;
    times_[i].calls += static_cast<double>(sizes[i].calls);
  }
}

std::vector<SizeRow> SizeTable::rows() const {
  std::vector<SizeRow> rows;
  for (unsigned i = 0; i < total_.size(); ++i) {
    if (total_[i].calls == 0) continue;
    SizeRow& row = rows.emplace_back();
    row.from = vocabulary::smallestSize(i);
    if (i + 1 < kSizeBucketCount) row.to = vocabulary::smallestSize(i + 1);
    row.calls = total_[i].calls;
    row.errors = total_[i].errors;
    if (!times_.empty() && times_[i].calls > 0) row.meanSeconds = times_[i].seconds / times_[i].calls;
  }
  return rows;
}

}  // namespace assay::telemetry
