// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/shard_of_layout.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "vocabulary/histogram.h"

namespace assay::telemetry {
namespace {

using vocabulary::Shard;
using vocabulary::ShardBefore4;
using vocabulary::ShardBefore6;
using vocabulary::ShardBefore8;

template <class T>
T copied(const std::byte* bytes, std::size_t size = sizeof(T)) {
  T object{};
  std::memcpy(&object, bytes, size);
  return object;
}

ShardBefore8 from4(const std::byte* bytes) {
  const auto before = copied<ShardBefore6>(bytes);
  ShardBefore8 shard{};
  std::memcpy(&shard, before.same, sizeof before.same);
  std::ranges::copy(before.sizes, shard.sizes);
  return shard;
}

ShardBefore8 from1(const std::byte* bytes, std::uint32_t layout) {
  const auto before = copied<ShardBefore4>(bytes, vocabulary::kShardHolds[layout]);
  ShardBefore8 shard{};
  std::memcpy(&shard, before.same, sizeof before.same);
  shard.ended = 0;
  shard.maxDepth = before.maxDepth;
  std::ranges::copy(before.sizes, shard.sizes);
  return shard;
}

ShardBefore8 before8(const std::byte* bytes, std::uint32_t layout) {
  if (layout >= 6) return copied<ShardBefore8>(bytes);
  return layout >= 4 ? from4(bytes) : from1(bytes, layout);
}

// A call that is too long to be held back now has a cell that is far from running over.
void countPending(std::uint32_t bucket, Shard& shard) {
  shard.pending = vocabulary::kNothingPending;
  if (bucket >= vocabulary::kBucketCount) return;
  const std::uint64_t ticks = vocabulary::lowerBound(bucket);
  if (ticks < vocabulary::kNothingPending)
    shard.pending = static_cast<std::uint32_t>(ticks);
  else
    ++shard.cells[bucket];
}

Shard present(const ShardBefore8& old) {
  Shard shard{};
  shard.site = old.site;
  shard.sumTicks = old.sumTicks;
  shard.maxTicks = old.maxTicks;
  shard.errors = old.errors;
  shard.entered = old.entered;
  shard.ended = old.ended;
  shard.maxDepth = old.maxDepth;
  shard.nested = static_cast<std::uint32_t>(old.nested);
  std::ranges::copy(old.cells, shard.cells);
  shard.abandoned = static_cast<std::uint32_t>(old.abandoned);
  shard.estimated = old.estimated;
  std::ranges::copy(old.sizes, shard.sizes);
  countPending(old.pending, shard);
  return shard;
}

std::uint64_t beyond32(std::uint64_t number) {
  return number >> 32 << 32;
}

}  // namespace

ReadShard shardOfLayout(const std::byte* bytes, std::uint32_t layout) {
  if (layout >= 8) return {copied<Shard>(bytes)};
  const ShardBefore8 old = before8(bytes, layout);
  return {present(old), beyond32(old.nested), beyond32(old.abandoned), old.pending};
}

}  // namespace assay::telemetry
