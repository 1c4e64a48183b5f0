// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What was counted of each segment when it was last recorded: what a restarted server goes on from. Written
// in the transaction that writes the windows, so that nothing is in them twice, or not at all.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "history/sqlite.h"
#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::history {

/// A segment. What has no file, sums over segments that are gone, is told apart by a number in `inode`.
struct SegmentKey {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t pid = 0;
  std::uint64_t processStart = 0;
  std::uint64_t startRealtime = 0;

  auto operator<=>(const SegmentKey&) const = default;
};

/// `number`: of sums over segments that are gone, which of them.
SegmentKey keyOf(const telemetry::ProcessSnapshot& process, std::uint64_t number);

/// A function of a segment.
struct StoredSite {
  std::uint64_t function = 0;
  bool entryOnly = false;
  std::uint64_t body = 0;  ///< of the version that the process was taken to have
  std::string name;
  std::string counts;  ///< history::countsBlob, in ticks
};

struct StoredSegment {
  std::int64_t number = 0;
  SegmentKey key;
  telemetry::ProcessSnapshot head;  ///< without sites
  std::vector<StoredSite> sites;
};

/// Valid while the connection is.
class TotalsStore {
 public:
  static Expected<TotalsStore> open(Connection& connection);

  /// By number: in the order in which they were first saved.
  Expected<std::vector<StoredSegment>> load();

  /// Saves what is said of the segment itself; gives a new one its number.
  Expected<std::int64_t> saveHead(const SegmentKey& key, const telemetry::ProcessSnapshot& head);
  Expected<void> saveSite(std::int64_t segment, const StoredSite& site);
  Expected<void> forget(std::int64_t segment);

 private:
  Connection* connection_ = nullptr;
  Statement putHead_;
  Statement putSite_;
  Statement dropHead_;
  Statement dropSites_;
};

}  // namespace assay::history
