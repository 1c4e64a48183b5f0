// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/segment_image.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

#include "vocabulary/old_shards.h"

namespace assay::test {
namespace {

using namespace vocabulary;

constexpr std::size_t kSpare = 3;  // unused room in each table, as a running process has

template <class Row>
void put(std::string& bytes, std::uint64_t offset, const std::vector<Row>& rows) {
  if (!rows.empty()) std::memcpy(bytes.data() + offset, rows.data(), rows.size() * sizeof(Row));
}

void setText(std::span<char> field, std::string_view text) {
  std::ranges::fill(field, '\0');
  std::ranges::copy(text.substr(0, field.size() - 1), field.begin());
}

std::size_t strideOf(std::uint32_t layout) {
  if (layout < 4) return sizeof(ShardBefore4);
  if (layout < 6) return sizeof(ShardBefore6);
  return layout < 8 ? sizeof(ShardBefore8) : sizeof(Shard);
}

ShardBefore8 before8(const Shard& shard) {
  ShardBefore8 old{};
  old.site = shard.site;
  old.sumTicks = shard.sumTicks;
  old.maxTicks = shard.maxTicks;
  old.errors = shard.errors;
  old.untilLook = shard.untilLook;
  old.entered = shard.entered;
  old.pending = shard.pending == kNothingPending ? kTrashBucket : bucketOf(shard.pending);
  old.maxDepth = shard.maxDepth;
  old.ended = shard.ended;
  std::ranges::copy(shard.cells, old.cells);
  old.abandoned = shard.abandoned;
  old.nested = shard.nested;
  old.estimated = shard.estimated;
  std::ranges::copy(shard.sizes, old.sizes);
  return old;
}

ShardBefore6 before6(const ShardBefore8& shard) {
  ShardBefore6 old{};
  std::memcpy(old.same, &shard, sizeof old.same);
  std::ranges::copy(shard.sizes, old.sizes);
  return old;
}

ShardBefore4 before4(ShardBefore8 shard) {
  ShardBefore4 old{};
  old.maxDepth = shard.maxDepth;
  shard.untilLook = 0;
  shard.maxDepth = 0;
  shard.ended = 0;
  std::memcpy(old.same, &shard, sizeof old.same);
  std::ranges::copy(shard.sizes, old.sizes);
  return old;
}

template <class T>
void put(char* to, const T& object) {
  std::memcpy(to, &object, sizeof object);
}

void putShard(char* to, const Shard& shard, std::uint32_t layout) {
  if (layout >= 8) return put(to, shard);
  if (layout >= 6) return put(to, before8(shard));
  return layout >= 4 ? put(to, before6(before8(shard))) : put(to, before4(before8(shard)));
}

}  // namespace

SegmentImage::SegmentImage() : header{}, sites_(1) {
  std::memcpy(header.magic, kSegmentMagic, sizeof header.magic);
  header.layoutVersion = kSegmentLayoutVersion;
  header.byteOrder = kSegmentByteOrder;
  header.headerBytes = kSegmentHeaderBytes;
  header.clockKind = ClockKind::TimeStampCounter;
  header.pid = 4242;
  header.guardsOn = 1;
  header.processStart = 77;
  setText(header.bootId, "00000000-0000-0000-0000-000000000000");
  header.startTicks = 1000;
  header.startMonotonic = 5000;
  header.startRealtime = 1'700'000'000'000'000'000u;
  header.recentTicks = 1000 + 2'000'000'000u;
  header.recentMonotonic = 5000 + 2'000'000'000u;
  header.finished = 1;
  header.shardBytes = kShardBytes;
  setText(header.program, "/usr/bin/example");
}

std::uint32_t SegmentImage::addSite(std::uint64_t id, std::string_view name, std::uint32_t flags) {
  SiteRecord record{};
  record.flags = flags;
  record.id = id;
  record.nameOffset = static_cast<std::uint32_t>(names_.size());
  record.nameLength = static_cast<std::uint32_t>(name.size());
  names_ += name;
  sites_.push_back(record);
  return static_cast<std::uint32_t>(sites_.size() - 1);
}

std::uint32_t SegmentImage::addShard(std::uint32_t site) {
  Shard shard{};
  shard.site = site;
  shard.pending = kNothingPending;
  shards_.push_back(shard);
  return static_cast<std::uint32_t>(shards_.size() - 1);
}

void SegmentImage::call(std::uint32_t shard, std::uint64_t ticks, bool failed) {
  Shard& target = shards_[shard];
  if (target.pending != kNothingPending) ++target.cells[bucketOf(target.pending)];
  target.sumTicks += ticks;
  target.maxTicks = std::max(target.maxTicks, ticks);
  target.pending = static_cast<std::uint32_t>(std::min<std::uint64_t>(ticks, kNothingPending));
  if (target.pending == kNothingPending) ++target.cells[bucketOf(ticks)];
  target.errors += failed ? 1 : 0;
  ++target.ended;
}

void SegmentImage::addType(std::uint32_t site, unsigned row, std::string_view name, TypeKind kind) {
  types_.push_back({site, static_cast<std::uint32_t>(names_.size()), static_cast<std::uint16_t>(name.size()),
                    static_cast<std::uint8_t>(row), kind, 0});
  names_ += name;
}

std::uint32_t SegmentImage::addTypeCells(std::uint32_t site) {
  TypeCells cells{};
  cells.site = site;
  typeCells_.push_back(cells);
  return static_cast<std::uint32_t>(typeCells_.size() - 1);
}

void SegmentImage::addFailure(std::uint32_t site, unsigned slot, const FailureRecord& record) {
  failures_.push_back({site, slot, record});
  ++sites_[site].failures;
}

void SegmentImage::addMemory(std::uint32_t site, std::uint64_t calls, std::uint64_t allocated,
                             std::uint64_t freed) {
  memory_.push_back({site, 0, calls, allocated, freed});
}

std::uint32_t SegmentImage::addErrors(std::uint32_t site, std::uint64_t returned, std::uint64_t unnamed,
                                      std::uint64_t others) {
  errors_.push_back({site, 0, returned, unnamed, others, {}});
  return static_cast<std::uint32_t>(errors_.size() - 1);
}

void SegmentImage::addThrown(std::uint32_t index, unsigned row, std::string_view name, std::uint64_t errors) {
  errors_[index].rows[row] = {
      {static_cast<std::uint32_t>(names_.size()), static_cast<std::uint16_t>(name.size()), 0}, errors};
  names_ += name;
}

void SegmentImage::addCarry(std::uint32_t shard, std::uint32_t bucket, std::uint64_t carries) {
  carries_.push_back({shard, bucket, carries});
}

std::string SegmentImage::bytes(const std::function<void(SegmentHeader&)>& change) const {
  SegmentHeader h = header;
  h.siteCount = static_cast<std::uint32_t>(sites_.size());
  h.siteCapacity = static_cast<std::uint32_t>(sites_.size() + kSpare);
  h.nameUsed = static_cast<std::uint32_t>(names_.size());
  h.nameCapacity = static_cast<std::uint32_t>(names_.size() + 64);
  h.carryCount = static_cast<std::uint32_t>(carries_.size());
  h.carryCapacity = static_cast<std::uint32_t>(carries_.size() + kSpare);
  h.shardCount = static_cast<std::uint32_t>(shards_.size());
  h.shardCapacity = static_cast<std::uint32_t>(shards_.size() + kSpare);
  h.siteOffset = kSegmentHeaderBytes;
  h.nameOffset = h.siteOffset + h.siteCapacity * sizeof(SiteRecord);
  h.carryOffset = (h.nameOffset + h.nameCapacity + 63) / 64 * 64;
  h.typeCount = static_cast<std::uint32_t>(types_.size());
  h.typeCapacity = static_cast<std::uint32_t>(types_.size() + kSpare);
  h.cellCount = static_cast<std::uint32_t>(typeCells_.size());
  h.cellCapacity = static_cast<std::uint32_t>(typeCells_.size() + kSpare);
  h.typeOffset = h.carryOffset + h.carryCapacity * sizeof(CarryRecord);
  h.cellOffset = h.typeOffset + h.typeCapacity * sizeof(TypeRecord);
  h.failureOffset = (h.cellOffset + h.cellCapacity * sizeof(TypeCells) + 63) / 64 * 64;
  h.memoryCount = static_cast<std::uint32_t>(memory_.size());
  h.memoryCapacity = static_cast<std::uint32_t>(memory_.size() + kSpare);
  h.memoryOffset = h.failureOffset + h.siteCapacity * sizeof(Failures);
  h.shardOffset = (h.memoryOffset + h.memoryCapacity * sizeof(MemoryCell) + 63) / 64 * 64;
  // Behind the shards of whatever layout: the order of the tables is not part of the format.
  h.errorCount = static_cast<std::uint32_t>(errors_.size());
  h.errorCapacity = static_cast<std::uint32_t>(errors_.size() + kSpare);
  h.errorOffset = (h.shardOffset + shards_.size() * sizeof(ShardBefore4) + 63) / 64 * 64;
  SegmentHeader changed = h;
  change(changed);
  const std::size_t stride = strideOf(changed.layoutVersion);
  if (changed.shardBytes == kShardBytes) changed.shardBytes = static_cast<std::uint32_t>(stride);
  std::string bytes(h.shardOffset + shards_.size() * stride, '\0');
  if (!errors_.empty()) bytes.resize(h.errorOffset + errors_.size() * sizeof(ErrorCells));
  put(bytes, h.errorOffset, errors_);
  put(bytes, h.siteOffset, sites_);
  std::ranges::copy(names_, bytes.begin() + static_cast<std::ptrdiff_t>(h.nameOffset));
  put(bytes, h.carryOffset, carries_);
  put(bytes, h.typeOffset, types_);
  put(bytes, h.cellOffset, typeCells_);
  put(bytes, h.memoryOffset, memory_);
  for (const auto& [site, slot, record] : failures_)
    std::memcpy(bytes.data() + h.failureOffset + site * sizeof(Failures) + slot * sizeof record, &record,
                sizeof record);
  for (std::size_t i = 0; i < shards_.size(); ++i)
    putShard(bytes.data() + h.shardOffset + i * stride, shards_[i], changed.layoutVersion);
  std::memcpy(bytes.data(), &changed, sizeof changed);
  return bytes;
}

std::uint64_t ownStartTime() {
  std::ifstream file("/proc/self/stat");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string word;
  for (int field = 3; field < 22; ++field) fields >> word;
  std::uint64_t start = 0;
  fields >> start;
  return start;
}

void makeOwn(SegmentHeader& header) {
  std::string bootId;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> bootId;
  setText(header.bootId, bootId);
  header.pid = static_cast<std::uint32_t>(::getpid());
  header.processStart = ownStartTime();
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  header.startMonotonic =
      static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000u + static_cast<std::uint64_t>(now.tv_nsec);
}

}  // namespace assay::test
