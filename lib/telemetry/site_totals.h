// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Adds the shards of a segment up per function. Sums stop at the largest number instead of starting again at
// zero, so that nonsense in a damaged file stays visible as such.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "telemetry/snapshot.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

/// a + b, or the largest number when that does not fit.
constexpr std::uint64_t saturatingAdd(std::uint64_t a, std::uint64_t b) {
  return b > ~std::uint64_t{0} - a ? ~std::uint64_t{0} : a + b;
}

/// Adds a histogram to another; either may be empty.
void addHistogram(Histogram& to, const Histogram& from);

/// Puts failures together: the latest ones of both, the latest first.
void addFailures(std::vector<Failure>& to, const std::vector<Failure>& from);

/// Adds what other calls did to memory.
void addMemory(MemoryCount& to, const MemoryCount& from);

/// Adds `from` to a function's counts: id and name stay.
void addCounts(SiteCounts& to, const SiteCounts& from);

class SiteTotals {
 public:
  SiteTotals() = default;
  explicit SiteTotals(std::size_t sites) : rows_(sites) {}

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Indices below size(), here and further down.
  void name(std::size_t site, std::uint64_t id, std::string_view name);
  /// The site's calls are those that were begun. Before its shards are added.
  void setEntryOnly(std::size_t site);
  void setMostAtOnce(std::size_t site, std::uint32_t calls);
  /// The shards have no number of ended calls: it is what they count besides.
  void deriveEnded() { derivesEnded_ = true; }
  /// Not every call is timed: those that have ended are counted.
  void deriveCalls() { derivesCalls_ = true; }
  /// Counts one thread's shard, its held-back call included.
  void add(const vocabulary::Shard& shard);
  /// Counts calls by the type of their input; `name` as in InputTypes.
  void addType(std::size_t site, const std::string& name, const TypeCount& count);
  /// Errors of a kind, as in ErrorKinds.
  void addErrors(std::size_t site, const std::string& kind, std::uint64_t errors);
  /// What one thread's calls did to memory.
  void addMemory(std::size_t site, const MemoryCount& count);
  /// One of the last failures.
  void addFailure(std::size_t site, Failure failure);
  /// Adds calls to a bucket of a CarryRecord: below kCarryCellCount, and not kBucketCount.
  void carry(std::size_t site, std::uint32_t bucket, std::uint64_t calls);

  /// The functions that have a name or an id, by id; two records with one id are one function.
  [[nodiscard]] std::vector<SiteCounts> take() &&;

 private:
  struct Row {
    SiteCounts counts;
    bool registered = false;
  };
  std::vector<Row> rows_;
  bool derivesEnded_ = false;
  bool derivesCalls_ = false;
};

}  // namespace assay::telemetry
