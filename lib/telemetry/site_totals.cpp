// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/site_totals.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "telemetry/error_kinds.h"
#include "telemetry/input_sizes.h"
#include "telemetry/input_types.h"

namespace assay::telemetry {
namespace {

using vocabulary::kBucketCount;

void addTo(std::uint64_t& sum, std::uint64_t value) {
  sum = saturatingAdd(sum, value);
}

// Not more than that: of a machine's thousand processes a server keeps all.
void makeRoom(Histogram& histogram, std::size_t bucket) {
  if (bucket < histogram.size()) return;
  histogram.reserve(bucket + 1);
  histogram.resize(bucket + 1);
}

void count(SiteCounts& counts, std::size_t bucket, std::uint64_t calls) {
  if (calls == 0) return;
  makeRoom(counts.histogram, bucket);
  addTo(counts.histogram[bucket], calls);
  addTo(counts.timed, calls);
  addTo(counts.calls, calls);
}

void addEnds(SiteCounts& counts, const vocabulary::Shard& shard) {
  if (shard.pending != vocabulary::kNothingPending) count(counts, vocabulary::bucketOf(shard.pending), 1);
  for (unsigned bucket = kBucketCount; bucket-- > 0;) count(counts, bucket, shard.cells[bucket]);
  addTo(counts.calls, shard.nested);
  addTo(counts.abandoned, shard.abandoned);
  addTo(counts.errors, shard.errors);
  addTo(counts.sumTicks, shard.sumTicks);
  counts.maxTicks = std::max(counts.maxTicks, shard.maxTicks);
  addTo(counts.ended, shard.ended);
  addTo(counts.estimated, shard.estimated);
  counts.maxDepth = std::max(counts.maxDepth, shard.maxDepth);
  addShardSizes(counts.sizes, shard);
}

std::uint64_t endedWell(const SiteCounts& counts) {
  return counts.ended > counts.abandoned ? counts.ended - counts.abandoned : 0;
}

// A snapshot of a running thread can hold a call whose bucket is counted and whose maximum is not yet.
void raiseMaximum(SiteCounts& counts) {
  for (unsigned bucket = static_cast<unsigned>(counts.histogram.size()); bucket-- > 0;) {
    if (counts.histogram[bucket] == 0) continue;
    counts.maxTicks = std::max(counts.maxTicks, vocabulary::lowerBound(bucket));
    return;
  }
}

// Rows are large to move: their order is found without.
std::vector<std::size_t> inOrder(const std::vector<SiteCounts>& sites) {
  std::vector<std::size_t> order(sites.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return std::tie(sites[a].id, sites[a].name, a) < std::tie(sites[b].id, sites[b].name, b);
  });
  return order;
}

}  // namespace

void addHistogram(Histogram& to, const Histogram& from) {
  to.resize(std::max(to.size(), from.size()));
  for (std::size_t i = 0; i < from.size(); ++i) addTo(to[i], from[i]);
}

void addFailures(std::vector<Failure>& to, const std::vector<Failure>& from) {
  to.insert(to.end(), from.begin(), from.end());
  const auto key = [](const Failure& failure) {
    return std::make_tuple(~failure.endedNanoseconds, failure.thrown, failure.seconds, failure.sizeBucket,
                           std::string_view(failure.type), std::string_view(failure.exception));
  };
  std::ranges::sort(to, {}, key);
  if (to.size() > kMostFailures) to.resize(kMostFailures);
}

void addMemory(MemoryCount& to, const MemoryCount& from) {
  addTo(to.calls, from.calls);
  addTo(to.allocated, from.allocated);
  addTo(to.freed, from.freed);
}

void addCounts(SiteCounts& to, const SiteCounts& from) {
  addTo(to.calls, from.calls);
  addTo(to.timed, from.timed);
  addTo(to.estimated, from.estimated);
  addTo(to.abandoned, from.abandoned);
  addTo(to.errors, from.errors);
  addTo(to.sumTicks, from.sumTicks);
  addTo(to.entered, from.entered);
  addTo(to.ended, from.ended);
  to.maxTicks = std::max(to.maxTicks, from.maxTicks);
  to.maxDepth = std::max(to.maxDepth, from.maxDepth);
  to.mostAtOnce = std::max(to.mostAtOnce, from.mostAtOnce);
  to.entryOnly = to.entryOnly && from.entryOnly;
  addHistogram(to.histogram, from.histogram);
  addSizes(to.sizes, from.sizes);
  to.coarseSizes = to.coarseSizes || from.coarseSizes;
  addTypes(to.types, from.types);
  addErrorKinds(to.errorKinds, from.errorKinds);
  addMemory(to.memory, from.memory);
  addFailures(to.failures, from.failures);
}

void SiteTotals::name(std::size_t site, std::uint64_t id, std::string_view name) {
  rows_[site].registered = true;
  rows_[site].counts.id = id;
  rows_[site].counts.name = name;
}

void SiteTotals::setEntryOnly(std::size_t site) {
  rows_[site].counts.entryOnly = true;
}

void SiteTotals::setMostAtOnce(std::size_t site, std::uint32_t calls) {
  rows_[site].counts.mostAtOnce = calls;
}

void SiteTotals::add(const vocabulary::Shard& shard) {
  SiteCounts& counts = rows_[shard.site].counts;
  addTo(counts.entered, shard.entered);
  if (counts.entryOnly) {
    addTo(counts.calls, shard.entered);
  } else {
    addEnds(counts, shard);
  }
}

void SiteTotals::addType(std::size_t site, const std::string& name, const TypeCount& count) {
  SiteCounts& counts = rows_[site].counts;
  if (!counts.entryOnly) telemetry::addType(counts.types, name, count);
}

void SiteTotals::addErrors(std::size_t site, const std::string& kind, std::uint64_t errors) {
  SiteCounts& counts = rows_[site].counts;
  if (!counts.entryOnly) telemetry::addErrors(counts.errorKinds, kind, errors);
}

void SiteTotals::addMemory(std::size_t site, const MemoryCount& count) {
  SiteCounts& counts = rows_[site].counts;
  if (!counts.entryOnly) telemetry::addMemory(counts.memory, count);
}

void SiteTotals::addFailure(std::size_t site, Failure failure) {
  SiteCounts& counts = rows_[site].counts;
  if (!counts.entryOnly) addFailures(counts.failures, {std::move(failure)});
}

void SiteTotals::carry(std::size_t site, std::uint32_t bucket, std::uint64_t calls) {
  SiteCounts& counts = rows_[site].counts;
  if (counts.entryOnly || calls == 0) return;
  if (bucket == vocabulary::kNestedCarry) return addTo(counts.calls, calls);
  if (bucket == vocabulary::kAbandonedCarry) return addTo(counts.abandoned, calls);
  if (bucket >= vocabulary::kFirstSizeCarry) return carrySizes(counts.sizes, bucket, calls);
  count(counts, bucket, calls);
}

std::vector<SiteCounts> SiteTotals::take() && {
  std::vector<SiteCounts> sites;
  sites.reserve(rows_.size());
  for (Row& row : rows_) {
    if (!row.registered) continue;
    if (derivesEnded_) row.counts.ended = saturatingAdd(row.counts.calls, row.counts.abandoned);
    if (derivesCalls_ && !row.counts.entryOnly) row.counts.calls = endedWell(row.counts);
    if (row.counts.entryOnly) row.counts.ended = row.counts.entered;  // nothing is said of what runs
    sites.push_back(std::move(row.counts));
  }
  rows_.clear();
  std::vector<SiteCounts> merged;
  merged.reserve(sites.size());
  for (const std::size_t place : inOrder(sites)) {
    SiteCounts& site = sites[place];
    if (!merged.empty() && merged.back().id == site.id) {
      addCounts(merged.back(), site);
    } else {
      merged.push_back(std::move(site));
    }
  }
  for (SiteCounts& site : merged) raiseMaximum(site);
  return merged;
}

}  // namespace assay::telemetry
