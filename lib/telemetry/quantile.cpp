// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/quantile.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::telemetry {
namespace {

using vocabulary::kOverflowBucket;
using vocabulary::lowerBound;

std::uint64_t rankOf(double q, std::uint64_t total) {
  const double rank = std::ceil(std::clamp(q, 0.0, 1.0) * static_cast<double>(total));
  if (rank >= static_cast<double>(total)) return total;
  return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(rank));
}

}  // namespace

// Bucket i holds the whole numbers from lowerBound(i) to lowerBound(i + 1) - 1.
double middleOf(unsigned bucket) {
  const auto first = static_cast<double>(lowerBound(bucket));
  return bucket == kOverflowBucket ? first : (first + static_cast<double>(lowerBound(bucket + 1) - 1)) / 2;
}

double quantile(const Histogram& histogram, double q, double maxTicks) {
  const std::uint64_t total = std::accumulate(histogram.begin(), histogram.end(), std::uint64_t{0});
  if (total == 0) return 0;
  const std::uint64_t rank = rankOf(q, total);
  if (rank == total) return maxTicks;
  std::uint64_t seen = 0;
  for (unsigned bucket = 0; bucket < histogram.size(); ++bucket) {
    seen += histogram[bucket];
    if (seen >= rank) return bucket >= kOverflowBucket ? maxTicks : std::min(middleOf(bucket), maxTicks);
  }
  return maxTicks;
}

}  // namespace assay::telemetry
