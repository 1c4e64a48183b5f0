// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Durations in the buckets of OpenTelemetry's exponential histograms, from those that guards count in
// (docs/reference/otlp.md has the mathematics). Knows nothing of JSON.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "export/metric_family.h"
#include "telemetry/snapshot.h"

namespace assay::exporting {

/// Eight buckets for each power of two, as many as guards have: bucket i is (2^(i/8), 2^((i+1)/8)].
inline constexpr int kExponentialScale = 3;

/// Cells are zero, then the buckets from this index on: 2^-40 s, less than a tick of any clock. The last one
/// begins at almost 2^16 s. What is beyond counts in the last one, what is below in the first.
inline constexpr int kLowestIndex = -320;
inline constexpr std::size_t kExponentialCellCount = 1 + 448;

/// The bucket of a value above 0, at kExponentialScale. Exact at powers of two, which are a bucket's upper
/// end (opentelemetry-specification, metrics/data-model.md: the logarithm function).
int exponentialIndex(double value);

/// A row of buckets of one scale.
struct ExponentialBuckets {
  int scale = kExponentialScale;
  int offset = 0;  ///< index of the first
  std::vector<std::uint64_t> counts = {};
};

/// As many buckets as SDKs of OpenTelemetry send at most.
inline constexpr std::size_t kMostExponentialBuckets = 160;

/// The cells without the one of zero, from the first to the last that has calls; of a lower scale, two
/// buckets in one, where they are more than kMostExponentialBuckets.
ExponentialBuckets exponentialBuckets(std::span<const std::uint64_t> cells);

/// Gives the durations (vocabulary::kExecutionTimeSeconds) among the families their exponential cells. The
/// families were made of the same parts. A bucket of a guard counts whole where its middle belongs.
void addExponentialCells(std::vector<MetricFamily>& families,
                         std::span<const telemetry::ProcessSnapshot> parts);

}  // namespace assay::exporting
