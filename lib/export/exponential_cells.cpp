// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/exponential_cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "export/latency_buckets.h"
#include "support/hash.h"
#include "telemetry/site_totals.h"
#include "vocabulary/histogram.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {
namespace {

constexpr int kBucketsPerOctave = 1 << kExponentialScale;

using CellOfBucket = std::array<std::size_t, vocabulary::kBucketCount>;
using CellsById = std::map<std::string, std::vector<std::uint64_t>>;

std::size_t cellOf(double seconds) {
  if (seconds <= 0) return 0;
  const int last = kLowestIndex + static_cast<int>(kExponentialCellCount) - 2;
  return static_cast<std::size_t>(1 + std::clamp(exponentialIndex(seconds), kLowestIndex, last) -
                                  kLowestIndex);
}

// Logarithms are taken once for each clock, and not for each function.
CellOfBucket cellsOfClock(double secondsPerTick) {
  CellOfBucket cells{};
  for (unsigned bucket = 0; bucket < cells.size(); ++bucket)
    cells[bucket] = cellOf(middleTicks(bucket) * secondsPerTick);
  return cells;
}

void addSiteCells(std::vector<std::uint64_t>& cells, const telemetry::SiteCounts& site,
                  const CellOfBucket& cell) {
  cells.resize(kExponentialCellCount);
  for (std::size_t bucket = 0; bucket < std::min(site.histogram.size(), cell.size()); ++bucket)
    if (site.histogram[bucket] > 0)
      cells[cell[bucket]] = telemetry::saturatingAdd(cells[cell[bucket]], site.histogram[bucket]);
}

CellsById cellsByIdOf(std::span<const telemetry::ProcessSnapshot> parts) {
  std::map<std::uint64_t, std::vector<std::uint64_t>> byId;
  for (const telemetry::ProcessSnapshot& part : parts) {
    if (part.secondsPerTick <= 0) continue;
    const CellOfBucket cell = cellsOfClock(part.secondsPerTick);
    for (const telemetry::SiteCounts& site : part.sites)
      if (!site.histogram.empty()) addSiteCells(byId[site.id], site, cell);
  }
  CellsById named;
  for (auto& [id, cells] : byId) named.emplace("0x" + hex64(id), std::move(cells));
  return named;
}

void halve(ExponentialBuckets& buckets) {
  const int offset = buckets.offset >> 1;
  std::vector<std::uint64_t> counts;
  for (std::size_t i = 0; i < buckets.counts.size(); ++i) {
    const auto into = static_cast<std::size_t>(((buckets.offset + static_cast<int>(i)) >> 1) - offset);
    if (counts.size() <= into) counts.resize(into + 1);
    counts[into] = telemetry::saturatingAdd(counts[into], buckets.counts[i]);
  }
  buckets = {buckets.scale - 1, offset, std::move(counts)};
}

}  // namespace

// A power of two is exact in frexp(), and no other bound is a number that a double can be.
int exponentialIndex(double value) {
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  if (fraction == 0.5) return (exponent - 1) * kBucketsPerOctave - 1;
  return (exponent - 1) * kBucketsPerOctave +
         std::min(static_cast<int>(std::floor(std::log2(2 * fraction) * kBucketsPerOctave)),
                  kBucketsPerOctave - 1);
}

ExponentialBuckets exponentialBuckets(std::span<const std::uint64_t> cells) {
  ExponentialBuckets buckets;
  const auto some = [](std::uint64_t count) { return count > 0; };
  const auto positive = cells.subspan(std::min<std::size_t>(1, cells.size()));
  const auto first = std::ranges::find_if(positive, some);
  if (first == positive.end()) return buckets;
  auto last = positive.end();
  while (!some(*(last - 1))) --last;
  buckets.offset = kLowestIndex + static_cast<int>(first - positive.begin());
  buckets.counts.assign(first, last);
  while (buckets.counts.size() > kMostExponentialBuckets) halve(buckets);
  return buckets;
}

void addExponentialCells(std::vector<MetricFamily>& families,
                         std::span<const telemetry::ProcessSnapshot> parts) {
  CellsById cells = cellsByIdOf(parts);
  for (MetricFamily& family : families) {
    if (family.name != vocabulary::kExecutionTimeSeconds) continue;
    for (Sample& sample : family.samples) {
      for (const auto& [label, text] : sample.labels)
        if (label == vocabulary::kLabelId) sample.histogram.exponential = cells[text];
      sample.histogram.exponential.resize(kExponentialCellCount);
    }
  }
}

}  // namespace assay::exporting
