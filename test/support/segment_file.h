// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A second reader of segment files, written from docs/reference/segment.md alone: it shares no declaration
// with the runtime, so that a slip in the layout cannot hide in both. For tests only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace assay::test {

struct SizeCell {
  std::uint64_t calls = 0;
  std::uint64_t errors = 0;
  std::uint64_t sumTicks = 0;
};

struct MemoryTotals {
  std::uint64_t calls = 0;
  std::uint64_t allocated = 0;
  std::uint64_t freed = 0;
};

struct LastFailure {
  std::uint32_t sequence = 0;
  bool thrown = false;
  unsigned size = 0;  ///< bucket, and 1
  unsigned type = 0;  ///< row
  std::uint64_t ended = 0;
  std::uint64_t duration = 0;
  std::string exception;  ///< its class, as it is written
};

struct SiteTotals {
  std::uint64_t id = 0;
  std::uint64_t calls = 0;
  std::uint64_t represented = 0;  ///< calls in the histogram
  std::uint64_t estimated = 0;    ///< those among them that were not timed
  std::uint64_t errors = 0;
  std::uint64_t entered = 0;
  std::uint64_t ended = 0;
  std::uint64_t sumTicks = 0;
  std::uint64_t maxTicks = 0;
  std::uint64_t abandoned = 0;
  std::uint64_t nested = 0;
  std::uint32_t maxDepth = 0;
  std::uint32_t mostAtOnce = 0;
  std::uint32_t flags = 0;
  std::map<unsigned, SizeCell> sizes;  ///< by bucket, those that have calls
  std::vector<LastFailure> failures;   ///< the latest first
  MemoryTotals memory;
  /// By the class as it is written, or "(returned)", "(unnamed)", "(others)"; those that have errors.
  std::map<std::string, std::uint64_t> errorKinds;
  std::map<std::string, SizeCell> types;  ///< by name as it is written, those that have calls; "": all others
};

struct SegmentFile {
  std::uint32_t pid = 0;
  std::uint32_t clockKind = 0;
  std::uint32_t guardsOn = 0;
  std::uint32_t budgetPerMillion = 0;
  std::uint32_t siteCount = 0;  ///< without the unused first one
  std::uint32_t shardCount = 0;
  std::uint32_t memoryCount = 0;  ///< cells
  std::uint32_t errorCount = 0;   ///< cells
  std::uint32_t threadCount = 0;  ///< thread blocks that own a shard
  std::uint64_t lostCalls = 0;
  std::uint64_t lostSites = 0;
  std::string program;
  std::map<std::string, SiteTotals> sites;
};

/// All segment files of a folder, sorted by name. Throws std::runtime_error on a file that is not as
/// documented.
std::vector<SegmentFile> readSegments(const std::filesystem::path& folder);

/// The sum over segments; zero when no segment has the site.
SiteTotals total(const std::vector<SegmentFile>& segments, const std::string& site);

}  // namespace assay::test
