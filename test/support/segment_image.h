// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Segments made in memory by the layout's header alone, so that what reads them is checked against the format
// and not against what writes them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/segment_layout.h"

namespace assay::test {

class SegmentImage {
 public:
  /// A valid segment of pid 4242, one tick per ns, of a boot that is not this one, without sites.
  SegmentImage();

  /// Adds a site and returns its index (from 1).
  std::uint32_t addSite(std::uint64_t id, std::string_view name, std::uint32_t flags = 0);
  /// Adds an empty shard of a site and returns its index.
  std::uint32_t addShard(std::uint32_t site);
  /// Counts a call as a guard does: the bucket is held back until the shard's next call.
  void call(std::uint32_t shard, std::uint64_t ticks, bool failed = false);
  /// Gives a row of a site its name.
  void addType(std::uint32_t site, unsigned row, std::string_view name,
               vocabulary::TypeKind kind = vocabulary::TypeKind::Text);
  /// Adds a thread's empty rows of a site and returns their index.
  std::uint32_t addTypeCells(std::uint32_t site);
  /// Puts a record into one of a site's vocabulary::kKeptFailures places.
  void addFailure(std::uint32_t site, unsigned slot, const vocabulary::FailureRecord& record);
  /// Adds what a thread's calls of a site did to memory.
  void addMemory(std::uint32_t site, std::uint64_t calls, std::uint64_t allocated, std::uint64_t freed);
  /// Adds a thread's errors of a site by kind, of no exceptions yet, and returns their index.
  std::uint32_t addErrors(std::uint32_t site, std::uint64_t returned, std::uint64_t unnamed = 0,
                          std::uint64_t others = 0);
  /// Gives a row of these a class, mangled, with its errors.
  void addThrown(std::uint32_t index, unsigned row, std::string_view name, std::uint64_t errors);
  void addCarry(std::uint32_t shard, std::uint32_t bucket, std::uint64_t carries);

  vocabulary::SegmentHeader header;  ///< offsets and counts are overwritten by bytes()
  vocabulary::Shard& shard(std::uint32_t index) { return shards_[index]; }
  vocabulary::SiteRecord& site(std::uint32_t index) { return sites_[index]; }

  vocabulary::TypeCell& typeCell(std::uint32_t index, unsigned row) {
    return typeCells_[index].rows[row - 1];
  }
  vocabulary::TypeRecord& type(std::uint32_t index) { return types_[index]; }
  vocabulary::ErrorCells& errorCells(std::uint32_t index) { return errors_[index]; }
  vocabulary::TypeCells& typeCells(std::uint32_t index) { return typeCells_[index]; }

  /// The file, with shards of the layout that the header names. `change` may spoil the finished header.
  [[nodiscard]] std::string bytes(const std::function<void(vocabulary::SegmentHeader&)>& change =
                                      [](vocabulary::SegmentHeader&) {}) const;

 private:
  std::vector<vocabulary::SiteRecord> sites_;
  std::string names_;
  std::vector<vocabulary::CarryRecord> carries_;
  std::vector<vocabulary::TypeRecord> types_;
  struct FailureAt {
    std::uint32_t site;
    unsigned slot;
    vocabulary::FailureRecord record;
  };
  std::vector<FailureAt> failures_;
  std::vector<vocabulary::TypeCells> typeCells_;
  std::vector<vocabulary::MemoryCell> memory_;
  std::vector<vocabulary::ErrorCells> errors_;
  std::vector<vocabulary::Shard> shards_;
};

/// For MemorySource.
inline std::span<const std::byte> bytesOf(const std::string& text) {
  return std::as_bytes(std::span(text));
}

/// Field 22 of /proc/PID/stat of this process.
std::uint64_t ownStartTime();
/// Makes the header this process's own: pid, start, boot, a clock pair of now.
void makeOwn(vocabulary::SegmentHeader& header);

}  // namespace assay::test
