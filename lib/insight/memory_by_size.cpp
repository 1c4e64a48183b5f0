// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/memory_by_size.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "insight/distributions.h"
#include "vocabulary/size_bucket.h"

namespace assay::insight {
namespace {

constexpr std::size_t kFewestWindowsOfSizes = 8;
constexpr double kLeastSpread = 1.25;  // of the largest mean size to the smallest

// A window's means.
struct Means {
  double size = 0;
  double bytes = 0;
  double calls = 0;
};

double middleOfBucket(unsigned bucket) {
  const auto low = static_cast<double>(vocabulary::smallestSize(bucket));
  if (bucket + 1 >= vocabulary::kSizeBucketCount) return low;
  return (low + static_cast<double>(vocabulary::smallestSize(bucket + 1)) - 1) / 2;
}

std::optional<Means> meansOf(const Window& window) {
  Part sizes;
  for (const auto& [bucket, cell] : window.sizes) {
    sizes.amount += middleOfBucket(bucket) * cell.calls;
    sizes.units += cell.calls;
  }
  if (sizes.units <= 0 || window.memory.calls <= 0) return std::nullopt;
  return Means{sizes.amount / sizes.units, window.memory.allocated / window.memory.calls,
               window.memory.calls};
}

// Weighted sums about the means.
struct Regression {
  double calls = 0, size = 0, bytes = 0;  // the latter are means
  double sizes = 0, products = 0;         // sums of squares

  explicit Regression(const std::vector<Means>& all) {
    for (const Means& one : all) {
      calls += one.calls;
      size += one.calls * one.size;
      bytes += one.calls * one.bytes;
    }
    size /= calls;
    bytes /= calls;
    for (const Means& one : all) {
      sizes += one.calls * (one.size - size) * (one.size - size);
      products += one.calls * (one.size - size) * (one.bytes - bytes);
    }
  }

  [[nodiscard]] double slope() const { return products / sizes; }
  [[nodiscard]] double misfit(const std::vector<Means>& all) const {
    double sum = 0;
    for (const Means& one : all) {
      const double rest = one.bytes - bytes - slope() * (one.size - size);
      sum += one.calls * rest * rest;
    }
    return sum;
  }
};

}  // namespace

std::optional<Estimate> allocatedBySize(Windows windows) {
  std::vector<Means> all;
  for (const Window& window : windows)
    if (const auto means = meansOf(window)) all.push_back(*means);
  if (all.size() < kFewestWindowsOfSizes) return std::nullopt;
  const auto [smallest, largest] = std::ranges::minmax(all, {}, &Means::size);
  if (smallest.size <= 0 || largest.size < kLeastSpread * smallest.size) return std::nullopt;
  const Regression regression(all);
  const double degrees = static_cast<double>(all.size()) - 2;
  const double deviation = std::sqrt(regression.misfit(all) / degrees / regression.sizes);
  const double half = studentFactor(kConfidence, degrees) * deviation;
  return Estimate{regression.slope(), {regression.slope() - half, regression.slope() + half}};
}

}  // namespace assay::insight
