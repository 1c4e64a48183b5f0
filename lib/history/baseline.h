// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What has been recorded of each segment: what comes next is what it counts beyond that.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "history/function_version.h"
#include "history/totals_store.h"
#include "support/expected.h"
#include "telemetry/snapshot.h"

namespace assay::history {

/// What a manifest says now of a function.
using VersionOf = std::function<FunctionVersion(std::uint64_t function)>;

/// What was counted for a version, in nanoseconds.
struct VersionGrowth {
  FunctionVersion version;
  telemetry::SiteCounts counts;
};
using GrowthByVersion = std::map<VersionKey, VersionGrowth>;

/// All that is there: segments, those that have gone since the last time, sums over those that went before.
struct Reading {
  std::span<const telemetry::ProcessSnapshot> processes;  ///< without files: sums over what is gone
  std::span<const telemetry::ProcessSnapshot> retired;
};

class Baseline {
 public:
  /// What a database has.
  void load(std::vector<StoredSegment> segments);

  /// It as processes, for telemetry::Accumulator::restore. Fails (Input) on damage.
  [[nodiscard]] Expected<std::vector<telemetry::ProcessSnapshot>> processes() const;

  /// What the reading has beyond what was recorded. A function of a segment keeps the body that the manifest
  /// had when it was first seen there: a running process does not change. Saves what changed; nothing counts
  /// as recorded before keep().
  Expected<GrowthByVersion> advance(const Reading& reading, const VersionOf& versionOf, TotalsStore& store);
  void keep();
  /// What advance() has saved was rolled back.
  void rollBack() { staged_ = {}; }
  /// The database is a new one: all has to be saved again, and has been counted.
  void saveAllAgain();

 private:
  struct Site {
    std::uint64_t body = 0;
    std::string name;
    std::string counts;
    bool saved = false;
  };
  struct Segment {
    std::int64_t number = 0;  // 0 = not saved
    telemetry::ProcessSnapshot head;
    std::map<std::pair<std::uint64_t, bool>, Site> sites;
  };
  using Segments = std::map<SegmentKey, Segment>;
  struct Staged {
    Segments changed;  // with the changed sites alone
    std::vector<SegmentKey> gone;
  };

  class Step;

  Segments segments_;
  Staged staged_;
};

}  // namespace assay::history
