// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The segment that new sites and shards go to: a file in the segment folder, or, when there can be none,
// memory of the same layout that nobody sees. Every part is reserved in the file system before it is touched,
// so that a full disk is an error code here and never a SIGBUS in the user's program. No descriptor is kept:
// programs close what they do not know.
//
// A process has one segment, unless its file can no longer grow (full to capacity, folder gone, other user,
// chroot): then a second one follows. All under the lock.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vocabulary/segment_layout.h"

namespace assay::runtime {

struct Segment {
  char* base;
  std::size_t bytes;  ///< of the mapping; the file may be shorter
  char path[640];     ///< empty: memory only
  std::uint64_t device;
  std::uint64_t inode;
  // File offsets up to which each part is reserved.
  std::uint64_t sitesEnd;
  std::uint64_t namesEnd;
  std::uint64_t typesEnd;
  std::uint64_t cellsEnd;
  std::uint64_t failuresEnd;
  std::uint64_t memoryEnd;
  std::uint64_t errorsEnd;
  std::uint64_t shardsEnd;

  [[nodiscard]] vocabulary::SegmentHeader* header() const {
    return reinterpret_cast<vocabulary::SegmentHeader*>(base);
  }
  [[nodiscard]] vocabulary::SiteRecord* sites() const {
    return reinterpret_cast<vocabulary::SiteRecord*>(base + header()->siteOffset);
  }
  [[nodiscard]] char* names() const { return base + header()->nameOffset; }
  [[nodiscard]] vocabulary::CarryRecord* carries() const {
    return reinterpret_cast<vocabulary::CarryRecord*>(base + header()->carryOffset);
  }
  [[nodiscard]] vocabulary::TypeRecord* types() const {
    return reinterpret_cast<vocabulary::TypeRecord*>(base + header()->typeOffset);
  }
  [[nodiscard]] vocabulary::TypeCells* cells() const {
    return reinterpret_cast<vocabulary::TypeCells*>(base + header()->cellOffset);
  }
  [[nodiscard]] vocabulary::Failures& failures(std::uint32_t site) const {
    return reinterpret_cast<vocabulary::Failures*>(base + header()->failureOffset)[site];
  }
  [[nodiscard]] vocabulary::MemoryCell* memory() const {
    return reinterpret_cast<vocabulary::MemoryCell*>(base + header()->memoryOffset);
  }
  [[nodiscard]] vocabulary::ErrorCells* errors() const {
    return reinterpret_cast<vocabulary::ErrorCells*>(base + header()->errorOffset);
  }
  [[nodiscard]] vocabulary::Shard* shard(std::uint32_t index) const {
    return reinterpret_cast<vocabulary::Shard*>(base + header()->shardOffset +
                                                std::uint64_t{index} * vocabulary::kShardBytes);
  }
};

/// Adds a segment that knows all sites registered so far and makes it the current one. The first one of a
/// process falls back to memory; a later one must be a file. False: there is none.
bool addSegment() noexcept;

/// The segment for what is new. Valid after addSegment().
Segment& currentSegment() noexcept;

/// Makes room for the site table up to this many sites and bytes of names. False: there is none.
bool reserveSites(Segment& segment, std::uint64_t sites, std::uint64_t nameBytes) noexcept;

/// Makes the file hold everything up to `wanted`, and a little more; `end` is where it ends now. False: no
/// room.
bool reserve(const Segment& segment, std::uint64_t& end, std::uint64_t wanted) noexcept;

/// Writes a fresh (ticks, CLOCK_MONOTONIC) pair into all headers.
void refreshClockPair() noexcept;

}  // namespace assay::runtime
