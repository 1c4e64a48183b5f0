// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/segment_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "vocabulary/old_shards.h"

namespace assay::telemetry {
namespace {

using vocabulary::SegmentHeader;

// A table of the file: what the header says of it.
struct Region {
  const char* name;
  std::uint64_t offset;
  std::uint64_t count;
  std::uint64_t capacity;
  std::uint64_t stride;
};

std::unexpected<Error> damaged(const std::string& name, const std::string& what) {
  return failAt({name, 0, 0}, "damaged segment: " + what);
}

// Division instead of multiplication: no operand of a hostile header can overflow it.
bool fits(const Region& region, std::uint64_t fileSize) {
  if (region.count == 0) return true;
  if (region.offset < vocabulary::kSegmentHeaderBytes || region.offset > fileSize) return false;
  return region.count <= (fileSize - region.offset) / region.stride;
}

Expected<void> checkKind(const SegmentHeader& header, const std::string& name) {
  if (std::memcmp(header.magic, vocabulary::kSegmentMagic, sizeof header.magic) != 0)
    return failAt({name, 0, 0}, "not a segment of a guarded process (its first bytes are others)");
  if (header.byteOrder == __builtin_bswap32(vocabulary::kSegmentByteOrder))
    return failAt({name, 0, 0},
                  "segment of a machine with the other byte order; read it on a machine like that");
  if (header.byteOrder != vocabulary::kSegmentByteOrder)
    return damaged(name, fmt::format("its byte order mark is {:#x}", header.byteOrder));
  if (header.layoutVersion > vocabulary::kSegmentLayoutVersion)
    return std::unexpected(Error{
        ErrorCode::Input,
        fmt::format("segment layout {} is newer than this assay reads ({})", header.layoutVersion,
                    vocabulary::kSegmentLayoutVersion),
        {name, 0, 0},
        "the program was built with a newer assay runtime: read it with an assay of that release or later"});
  if (header.layoutVersion < vocabulary::kOldestSegmentLayout)
    return damaged(name, fmt::format("there is no segment layout {}", header.layoutVersion));
  return {};
}

Expected<void> checkRegion(const Region& region, std::uint64_t fileSize, const std::string& name) {
  if (region.count > region.capacity)
    return damaged(name, fmt::format("{} {} of at most {}", region.count, region.name, region.capacity));
  if (!fits(region, fileSize))
    return damaged(name, fmt::format("its {} {} do not fit into its {} bytes (cut off?)", region.count,
                                     region.name, fileSize));
  return {};
}

Expected<void> checkTypeRegions(const SegmentHeader& h, std::uint64_t fileSize, const std::string& name) {
  if (h.typeCount > vocabulary::kMostSites) return damaged(name, fmt::format("{} types", h.typeCount));
  ASSAY_TRY_VOID(checkRegion(
      {"types", h.typeOffset, h.typeCount, h.typeCapacity, sizeof(vocabulary::TypeRecord)}, fileSize, name));
  return checkRegion(
      {"rows of types", h.cellOffset, h.cellCount, h.cellCapacity, sizeof(vocabulary::TypeCells)}, fileSize,
      name);
}

Expected<void> checkCellRegions(const SegmentHeader& h, std::uint64_t fileSize, const std::string& name) {
  ASSAY_TRY_VOID(checkRegion(
      {"memory cells", h.memoryOffset, h.memoryCount, h.memoryCapacity, sizeof(vocabulary::MemoryCell)},
      fileSize, name));
  if (h.errorCount > kMostErrorCells) return damaged(name, fmt::format("{} error cells", h.errorCount));
  return checkRegion(
      {"error cells", h.errorOffset, h.errorCount, h.errorCapacity, sizeof(vocabulary::ErrorCells)}, fileSize,
      name);
}

Expected<void> checkRegions(const SegmentHeader& h, std::uint64_t fileSize, const std::string& name) {
  if (h.headerBytes != vocabulary::kSegmentHeaderBytes)
    return damaged(name, fmt::format("its header has {} bytes", h.headerBytes));
  if (h.shardBytes < vocabulary::kShardHolds[h.layoutVersion] || h.shardBytes % 8 != 0)
    return damaged(name, fmt::format("its shards have {} bytes", h.shardBytes));
  if (h.siteCount > vocabulary::kMostSites) return damaged(name, fmt::format("{} sites", h.siteCount));
  if (h.nameUsed > kMostNameBytes) return damaged(name, fmt::format("{} bytes of names", h.nameUsed));
  if (h.carryCount > kMostCarries) return damaged(name, fmt::format("{} carries", h.carryCount));
  const Region regions[] = {
      {"sites", h.siteOffset, h.siteCount, h.siteCapacity, sizeof(vocabulary::SiteRecord)},
      {"bytes of names", h.nameOffset, h.nameUsed, h.nameCapacity, 1},
      {"carries", h.carryOffset, h.carryCount, h.carryCapacity, sizeof(vocabulary::CarryRecord)},
      {"shards", h.shardOffset, h.shardCount, h.shardCapacity, h.shardBytes},
  };
  for (const Region& region : regions) ASSAY_TRY_VOID(checkRegion(region, fileSize, name));
  if (h.layoutVersion >= 5) ASSAY_TRY_VOID(checkTypeRegions(h, fileSize, name));
  if (h.layoutVersion >= 6)
    ASSAY_TRY_VOID(
        checkRegion({"failures", h.failureOffset, h.siteCount, h.siteCapacity, sizeof(vocabulary::Failures)},
                    fileSize, name));
  return h.layoutVersion < 7 ? Expected<void>() : checkCellRegions(h, fileSize, name);
}

}  // namespace

Expected<SegmentHeader> readHeader(const ByteSource& source, const std::string& name) {
  SegmentHeader header{};
  const bool complete = source.read(0, std::as_writable_bytes(std::span(&header, 1)));
  // Asked after the header was read: the file grows before a count does.
  const std::uint64_t size = source.size();
  if (size > kLargestSegment)
    return failAt({name, 0, 0}, fmt::format("too large for a segment: {} bytes", size));
  if (!complete || size < vocabulary::kSegmentHeaderBytes)
    return failAt({name, 0, 0}, fmt::format("too short for a segment: {} bytes", size));
  ASSAY_TRY_VOID(checkKind(header, name));
  ASSAY_TRY_VOID(checkRegions(header, size, name));
  return header;
}

bool isUnfinished(const ByteSource& source) {
  char magic[sizeof SegmentHeader::magic];
  if (source.size() == 0) return true;
  return source.read(0, std::as_writable_bytes(std::span(magic))) &&
         std::ranges::all_of(magic, [](char byte) { return byte == 0; });
}

}  // namespace assay::telemetry
