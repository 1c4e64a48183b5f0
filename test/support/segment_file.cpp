// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/segment_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <set>
#include <stdexcept>

namespace assay::test {
namespace {

constexpr unsigned kBuckets = 305;
constexpr unsigned kSizes = 48;

/// A file in memory; mapped, because most of it is holes.
class Bytes {
 public:
  explicit Bytes(const std::filesystem::path& path) : size_(std::filesystem::file_size(path)) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED) throw std::runtime_error("segment: cannot read " + path.string());
    bytes_ = static_cast<const char*>(mapped);
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() { ::munmap(const_cast<char*>(bytes_), size_); }

  [[nodiscard]] std::uint32_t u32(std::size_t offset) const { return number<std::uint32_t>(offset); }
  [[nodiscard]] std::uint64_t u64(std::size_t offset) const { return number<std::uint64_t>(offset); }
  [[nodiscard]] std::string text(std::size_t offset, std::size_t length) const {
    check(offset, length);
    return {bytes_ + offset, length};
  }

 private:
  void check(std::size_t offset, std::size_t length) const {
    if (offset > size_ || length > size_ - offset) throw std::runtime_error("segment: outside the file");
  }
  template <typename T>
  [[nodiscard]] T number(std::size_t offset) const {
    check(offset, sizeof(T));
    T value;
    std::memcpy(&value, bytes_ + offset, sizeof value);
    return value;
  }
  std::size_t size_;
  const char* bytes_ = nullptr;
};

SegmentFile readHeader(const Bytes& bytes) {
  if (bytes.text(0, 8) != "ASSAYSEG" || bytes.u32(8) != 8 || bytes.u32(12) != 0x01020304) {
    throw std::runtime_error("segment: not a segment of version 8");
  }
  SegmentFile segment;
  segment.clockKind = bytes.u32(20);
  segment.pid = bytes.u32(24);
  segment.guardsOn = bytes.u32(28);
  segment.budgetPerMillion = bytes.u32(500);
  segment.siteCount = bytes.u32(156) - 1;
  segment.shardCount = bytes.u32(184);
  segment.memoryCount = bytes.u32(524);
  segment.errorCount = bytes.u32(540);
  segment.lostCalls = bytes.u64(192);
  segment.lostSites = bytes.u64(200);
  segment.program = bytes.text(208, 256).c_str();
  return segment;
}

std::string siteName(const Bytes& bytes, std::uint64_t record) {
  return bytes.text(bytes.u64(128) + bytes.u32(record + 8), bytes.u32(record + 12));
}

std::uint64_t cellSum(const Bytes& bytes, std::uint64_t shard) {
  std::uint64_t calls = bytes.u32(shard + 4) != ~0u ? 1 : 0;
  for (std::size_t bucket = 0; bucket < kBuckets; ++bucket) calls += bytes.u32(shard + 64 + bucket * 4);
  return calls;
}

void addSizes(const Bytes& bytes, std::uint64_t shard, SiteTotals& site) {
  for (unsigned bucket = 0; bucket < kSizes; ++bucket) {
    const std::uint64_t cell = shard + 1304 + bucket * 16;
    if (bytes.u64(cell + 8) == 0) continue;  // neither calls nor errors
    site.sizes[bucket].sumTicks += bytes.u64(cell);
    site.sizes[bucket].calls += bytes.u32(cell + 8);
    site.sizes[bucket].errors += bytes.u32(cell + 12);
  }
}

void addShard(const Bytes& bytes, std::uint64_t shard, SegmentFile& segment) {
  const std::uint64_t record = bytes.u64(120) + std::uint64_t{bytes.u32(shard)} * 32;
  SiteTotals& site = segment.sites[siteName(bytes, record)];
  site.id = bytes.u64(record);
  site.flags = bytes.u32(record + 16);
  site.mostAtOnce = bytes.u32(record + 20);
  if ((site.flags & 2) != 0) {
    site.calls += bytes.u64(shard + 40);
  } else {
    site.calls += bytes.u64(shard + 48) - bytes.u32(shard + 1284);
    site.represented += cellSum(bytes, shard);
    site.estimated += bytes.u64(shard + 1296);
  }
  site.sumTicks += bytes.u64(shard + 8);
  site.maxTicks = std::max(site.maxTicks, bytes.u64(shard + 16));
  site.errors += bytes.u64(shard + 24);
  site.entered += bytes.u64(shard + 40);
  site.ended += bytes.u64(shard + 48);
  site.abandoned += bytes.u32(shard + 1284);
  site.nested += bytes.u32(shard + 60);
  site.maxDepth = std::max(site.maxDepth, bytes.u32(shard + 56));
  addSizes(bytes, shard, site);
}

std::uint64_t& sumOf(std::uint32_t bucket, SiteTotals& totals) {
  if (bucket < kBuckets) return totals.represented;
  const std::uint32_t behind = bucket - kBuckets - 1;
  if (behind < kSizes) return totals.sizes[behind].calls;
  if (behind < 2 * kSizes) return totals.sizes[behind - kSizes].errors;
  return behind == 2 * kSizes ? totals.nested : totals.abandoned;
}

void addCarries(const Bytes& bytes, SegmentFile& segment) {
  for (std::uint32_t i = 0; i < bytes.u32(172); ++i) {
    const std::uint64_t record = bytes.u64(136) + std::uint64_t{i} * 16;
    const std::uint64_t shard = bytes.u64(144) + std::uint64_t{bytes.u32(record)} * bytes.u32(176);
    const std::uint64_t site = bytes.u64(120) + std::uint64_t{bytes.u32(shard)} * 32;
    const std::uint32_t bucket = bytes.u32(record + 4);
    SiteTotals& totals = segment.sites[siteName(bytes, site)];
    sumOf(bucket, totals) += bytes.u64(record + 8) << 32;
  }
}

std::string typeName(const Bytes& bytes, std::uint32_t site, unsigned row) {
  for (std::uint32_t i = 0; i < bytes.u32(484); ++i) {
    const std::uint64_t record = bytes.u64(464) + std::uint64_t{i} * 16;
    const std::uint32_t lengthAndRow = bytes.u32(record + 8);
    if (bytes.u32(record) == site && (lengthAndRow >> 16 & 0xff) == row)
      return bytes.text(bytes.u64(128) + bytes.u32(record + 4), lengthAndRow & 0xffff);
  }
  return {};
}

void addTypes(const Bytes& bytes, SegmentFile& segment) {
  for (std::uint32_t i = 0; i < bytes.u32(492); ++i) {
    const std::uint64_t cells = bytes.u64(472) + std::uint64_t{i} * 200;
    const std::uint32_t site = bytes.u32(cells);
    SiteTotals& totals = segment.sites[siteName(bytes, bytes.u64(120) + std::uint64_t{site} * 32)];
    for (unsigned row = 1; row <= 8; ++row) {
      const std::uint64_t cell = cells + 8 + (row - 1) * 24;
      if (bytes.u64(cell + 8) == 0) continue;
      SizeCell& type = totals.types[typeName(bytes, site, row)];
      type.sumTicks += bytes.u64(cell);
      type.calls += bytes.u64(cell + 8);
      type.errors += bytes.u64(cell + 16);
    }
  }
}

void addMemory(const Bytes& bytes, SegmentFile& segment) {
  for (std::uint32_t i = 0; i < segment.memoryCount; ++i) {
    const std::uint64_t cell = bytes.u64(512) + std::uint64_t{i} * 32;
    const std::uint64_t site = bytes.u64(120) + std::uint64_t{bytes.u32(cell)} * 32;
    MemoryTotals& memory = segment.sites[siteName(bytes, site)].memory;
    memory.calls += bytes.u64(cell + 8);
    memory.allocated += bytes.u64(cell + 16);
    memory.freed += bytes.u64(cell + 24);
  }
}

void addErrorKinds(const Bytes& bytes, SegmentFile& segment) {
  for (std::uint32_t i = 0; i < bytes.u32(540); ++i) {
    const std::uint64_t cells = bytes.u64(528) + std::uint64_t{i} * 128;
    const std::uint64_t site = bytes.u64(120) + std::uint64_t{bytes.u32(cells)} * 32;
    std::map<std::string, std::uint64_t>& kinds = segment.sites[siteName(bytes, site)].errorKinds;
    const auto count = [&](const std::string& kind, std::uint64_t errors) {
      if (errors > 0) kinds[kind] += errors;
    };
    count("(returned)", bytes.u64(cells + 8));
    count("(unnamed)", bytes.u64(cells + 16));
    count("(others)", bytes.u64(cells + 24));
    for (std::uint64_t row = cells + 32; row < cells + 128; row += 16)
      count(bytes.text(bytes.u64(128) + bytes.u32(row), bytes.u32(row + 4) & 0xffff), bytes.u64(row + 8));
  }
}

void addFailures(const Bytes& bytes, SegmentFile& segment) {
  for (std::uint32_t site = 1; site < bytes.u32(156); ++site) {
    std::vector<LastFailure> all;
    for (unsigned i = 0; i < 4; ++i) {
      const std::uint64_t record = bytes.u64(504) + (site * 4 + i) * 32;
      const std::uint32_t what = bytes.u32(record + 4);
      if (bytes.u32(record) == 0) continue;
      all.push_back({bytes.u32(record), (what & 0xff) == 0, what >> 8 & 0xff, what >> 16 & 0xff,
                     bytes.u64(record + 8), bytes.u64(record + 16),
                     bytes.text(bytes.u64(128) + bytes.u32(record + 24), bytes.u32(record + 28) & 0xffff)});
    }
    std::ranges::sort(all, std::greater(), &LastFailure::sequence);
    if (!all.empty()) segment.sites[siteName(bytes, bytes.u64(120) + site * 32)].failures = all;
  }
}

SegmentFile readSegment(const std::filesystem::path& path) {
  const Bytes bytes(path);
  SegmentFile segment = readHeader(bytes);
  std::set<std::uint32_t> threads;
  for (std::uint32_t i = 0; i < segment.shardCount; ++i) {
    const std::uint64_t shard = bytes.u64(144) + std::uint64_t{i} * bytes.u32(176);
    addShard(bytes, shard, segment);
    threads.insert(bytes.u32(shard + 4));
  }
  addCarries(bytes, segment);
  addFailures(bytes, segment);
  addTypes(bytes, segment);
  addMemory(bytes, segment);
  addErrorKinds(bytes, segment);
  segment.threadCount = static_cast<std::uint32_t>(threads.size());
  return segment;
}

}  // namespace

std::vector<SegmentFile> readSegments(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".assayseg") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SegmentFile> segments;
  for (const auto& path : paths) segments.push_back(readSegment(path));
  return segments;
}

namespace {

void addSizes(SiteTotals& to, const SiteTotals& from) {
  for (const auto& [bucket, cell] : from.sizes) {
    to.sizes[bucket].calls += cell.calls;
    to.sizes[bucket].errors += cell.errors;
    to.sizes[bucket].sumTicks += cell.sumTicks;
  }
}

void addTypes(SiteTotals& to, const SiteTotals& from) {
  for (const auto& [name, cell] : from.types) {
    to.types[name].calls += cell.calls;
    to.types[name].errors += cell.errors;
    to.types[name].sumTicks += cell.sumTicks;
  }
}

}  // namespace

SiteTotals total(const std::vector<SegmentFile>& segments, const std::string& site) {
  SiteTotals sum;
  for (const SegmentFile& segment : segments) {
    const auto found = segment.sites.find(site);
    if (found == segment.sites.end()) continue;
    sum.id = found->second.id;
    sum.flags = found->second.flags;
    sum.calls += found->second.calls;
    sum.represented += found->second.represented;
    sum.estimated += found->second.estimated;
    sum.errors += found->second.errors;
    sum.entered += found->second.entered;
    sum.ended += found->second.ended;
    sum.mostAtOnce = std::max(sum.mostAtOnce, found->second.mostAtOnce);
    sum.abandoned += found->second.abandoned;
    sum.nested += found->second.nested;
    sum.maxDepth = std::max(sum.maxDepth, found->second.maxDepth);
    sum.sumTicks += found->second.sumTicks;
    sum.maxTicks = std::max(sum.maxTicks, found->second.maxTicks);
    addSizes(sum, found->second);
    addTypes(sum, found->second);
    for (const auto& [kind, errors] : found->second.errorKinds) sum.errorKinds[kind] += errors;
    sum.memory.calls += found->second.memory.calls;
    sum.memory.allocated += found->second.memory.allocated;
    sum.memory.freed += found->second.memory.freed;
  }
  return sum;
}

}  // namespace assay::test
