// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/growth_change.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "insight/distributions.h"

namespace assay::insight {
namespace {

constexpr double kLeastExponent = 0.05, kMostExponent = 4;  // of complexity.h
constexpr double kLeastError = 0.025;                       // half of what its exponents are apart
constexpr double kUnknowns = 3;                             // of the curve

std::set<unsigned> sizesOf(Windows windows) {
  std::set<unsigned> sizes;
  for (const SizePoint& point : sizePoints(windows)) sizes.insert(point.bucket);
  return sizes;
}

std::vector<Window> withSizes(Windows windows, const std::set<unsigned>& sizes) {
  std::vector<Window> kept;
  for (const Window& window : windows) {
    Window& one = kept.emplace_back();
    for (const auto& [bucket, cell] : window.sizes)
      if (sizes.contains(bucket)) one.sizes.emplace(bucket, cell);
  }
  return kept;
}

double errorOf(double value, double limit) {
  return std::max(kLeastError, std::abs(limit - value) / normalQuantile((1 + kConfidence) / 2));
}

}  // namespace

std::optional<GrowthChange> growthChange(Windows before, Windows after) {
  std::set<unsigned> both = sizesOf(before);
  const std::set<unsigned> now = sizesOf(after);
  std::erase_if(both, [&](unsigned bucket) { return !now.contains(bucket); });
  const Complexity old = complexityOf(withSizes(before, both));
  if (!old.exponent || old.exponent->interval.high >= kMostExponent) return std::nullopt;
  const Complexity fresh = complexityOf(withSizes(after, both));
  if (!fresh.exponent || fresh.exponent->interval.low <= kLeastExponent) return std::nullopt;
  const double oldError = errorOf(old.exponent->value, old.exponent->interval.high);
  const double freshError = errorOf(fresh.exponent->value, fresh.exponent->interval.low);
  const double points = static_cast<double>(std::min(old.points.size(), fresh.points.size()));
  const double t = (fresh.exponent->value - old.exponent->value) / std::hypot(oldError, freshError);
  return GrowthChange{*old.exponent, *fresh.exponent, studentTail(t, std::max(1.0, points - kUnknowns))};
}

}  // namespace assay::insight
