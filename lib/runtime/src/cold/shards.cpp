// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Shards, and the cells of theirs that ran over.
#include "runtime/src/cold/shards.h"

#include "runtime/src/cold/entry.h"
#include "runtime/src/cold/segment.h"
#include "runtime/src/cold/slow_path.h"
#include "runtime/src/cold/state.h"
#include "runtime/src/hot/cell.h"

namespace assay::runtime {
namespace {

using namespace vocabulary;

bool makeRoom() noexcept {
  Segment& segment = currentSegment();
  const SegmentHeader& header = *segment.header();
  if (header.shardCount == header.shardCapacity) return false;
  return reserve(segment, segment.shardsEnd,
                 header.shardOffset + std::uint64_t{header.shardCount + 1} * kShardBytes);
}

Segment* segmentOf(const Shard& shard) noexcept {
  const auto* address = reinterpret_cast<const char*>(&shard);
  for (unsigned i = 0; i < state.segmentCount; ++i) {
    Segment& segment = state.segments[i];
    if (address >= segment.base && address < segment.base + segment.bytes) return &segment;
  }
  return nullptr;
}

bool addCarry(const Segment& segment, std::uint32_t shard, std::uint32_t bucket) noexcept {
  SegmentHeader& header = *segment.header();
  for (std::uint32_t i = 0; i < header.carryCount; ++i) {
    CarryRecord& record = segment.carries()[i];
    if (record.shard == shard && record.bucket == bucket) return add(record.carries, 1), true;
  }
  if (header.carryCount == header.carryCapacity) return false;
  segment.carries()[header.carryCount] = {shard, bucket, 1};
  publish(header.carryCount, header.carryCount + 1);
  return true;
}

}  // namespace

Shard* makeShard(std::uint32_t site) noexcept {
  if (!makeRoom() && (!addSegment() || !makeRoom())) return nullptr;
  const Segment& segment = currentSegment();
  SegmentHeader& header = *segment.header();
  Shard* shard = segment.shard(header.shardCount);
  shard->site = site;
  shard->pending = kNothingPending;
  publish(header.shardCount, header.shardCount + 1);
  return shard;
}

void recordCarry(Shard& shard, std::uint32_t bucket) noexcept {
  constexpr std::uint64_t kCarry = std::uint64_t{1} << 32;
  const SlowPath path;
  const Segment* segment = path.entered() ? segmentOf(shard) : nullptr;
  if (segment == nullptr) return countLost(kCarry);
  const auto offset = static_cast<std::uint64_t>(reinterpret_cast<const char*>(&shard) - segment->base);
  const auto index = static_cast<std::uint32_t>((offset - segment->header()->shardOffset) / kShardBytes);
  if (!addCarry(*segment, index, bucket)) countLost(kCarry);
}

}  // namespace assay::runtime
