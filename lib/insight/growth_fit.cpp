// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/growth_fit.h"

#include <algorithm>
#include <cmath>

#include "vocabulary/size_bucket.h"

namespace assay::insight {
namespace {

constexpr double kFewestDegrees = 3;       // of freedom, of a size's mean
constexpr double kLeastVariance = 2.5e-5;  // (0.5 %)^2: what clocks and caches are good for
constexpr int kSteps = 8;
constexpr double kSettled = 1e-6;  // of the misfit: what a step has to gain for another to follow

std::vector<Part> partsOf(Windows windows, unsigned bucket) {
  std::vector<Part> parts;
  for (const Window& window : windows)
    if (const auto cell = window.sizes.find(bucket); cell != window.sizes.end())
      parts.push_back({cell->second.nanoseconds, cell->second.calls});
  return parts;
}

double widthOfSizes(unsigned bucket) {
  return std::log(static_cast<double>(vocabulary::smallestSize(bucket + 1) - 1) /
                  static_cast<double>(vocabulary::smallestSize(bucket)));
}

double middleOfSizes(unsigned bucket) {
  return static_cast<double>(vocabulary::smallestSize(bucket)) * std::exp(widthOfSizes(bucket) / 2);
}

// A few windows can agree by chance; all sizes together know better what a call varies.
void raiseVariances(std::vector<SizePoint>& points) {
  double variances = 0;
  for (const SizePoint& point : points) variances += point.variance * point.calls;
  for (SizePoint& point : points) {
    const double ofAll = variances / static_cast<double>(points.size()) / point.calls;
    point.variance = std::max({point.variance, ofAll, kLeastVariance});
  }
}

// One step's linear problem: weighted sums of 1, g, g^2, z, g z.
struct Normal {
  double w = 0, g = 0, gg = 0, z = 0, gz = 0;

  void add(double weight, double shape, double target) {
    w += weight;
    g += weight * shape;
    gg += weight * shape * shape;
    z += weight * target;
    gz += weight * shape * target;
  }
};

struct Line {
  double fixed = 0;
  double slope = 0;
};

Line solve(const Normal& n) {
  const double determinant = n.w * n.gg - n.g * n.g;
  if (determinant <= 1e-12 * n.w * n.gg) return {std::max(0.0, n.z / n.w), 0};
  const Line line{(n.gg * n.z - n.g * n.gz) / determinant, (n.w * n.gz - n.g * n.z) / determinant};
  if (line.slope < 0) return {std::max(0.0, n.z / n.w), 0};
  if (line.fixed < 0) return {0, std::max(0.0, n.gz / n.gg)};
  return line;
}

double logMisfit(std::span<const SizePoint> points, std::span<const double> fitted,
                 std::span<const double> variances) {
  double misfit = 0;
  for (std::size_t i = 0; i < points.size(); ++i)
    misfit += std::pow(std::log(points[i].nanoseconds / fitted[i]), 2) / variances[i];
  return misfit;
}

// The line from one step to the next, by `next`: from the curve so far and what it should be there, in the
// first order of the logarithm. The best one on the way.
template <class Next, class Curve>
GrowthFit iterate(std::span<const SizePoint> points, std::span<const double> variances, const Next& next,
                  const Curve& curve) {
  std::vector<double> fitted, target(points.size());
  for (const SizePoint& point : points) fitted.push_back(point.nanoseconds);
  GrowthFit best{.misfit = HUGE_VAL};
  for (int step = 0; step < kSteps; ++step) {
    for (std::size_t i = 0; i < points.size(); ++i)
      target[i] = fitted[i] * (1 + std::max(-0.9, std::log(points[i].nanoseconds / fitted[i])));
    const Line line = next(fitted, target);
    for (std::size_t i = 0; i < points.size(); ++i) fitted[i] = std::max(1e-6, curve(line, i));
    const double misfit = logMisfit(points, fitted, variances);
    if (misfit >= best.misfit) break;
    const bool settled = misfit > best.misfit * (1 - kSettled);
    best = {line.fixed, line.slope, misfit};
    if (settled) break;
  }
  return best;
}

}  // namespace

std::vector<SizePoint> sizePoints(Windows windows) {
  const Window sum = sumOf(windows);
  std::vector<SizePoint> points;
  for (const auto& [bucket, cell] : sum.sizes) {
    if (bucket == 0 || bucket + 1 >= vocabulary::kSizeBucketCount) continue;
    const Ratio mean = ratioOf(partsOf(windows, bucket));
    if (mean.degrees < kFewestDegrees || mean.value <= 0) continue;
    const double width = widthOfSizes(bucket);
    points.push_back({bucket, middleOfSizes(bucket), cell.calls, mean.value,
                      mean.variance / (mean.value * mean.value), width * width / 12});
  }
  raiseVariances(points);
  return points;
}

GrowthFit fitGrowth(std::span<const SizePoint> points, std::span<const double> shape,
                    std::span<const double> variances) {
  const double largest = shape.empty() ? 1 : std::max(1e-300, *std::ranges::max_element(shape));
  const auto next = [&](const std::vector<double>& fitted, const std::vector<double>& target) {
    Normal sums;
    for (std::size_t i = 0; i < points.size(); ++i)
      sums.add(1 / (fitted[i] * fitted[i] * variances[i]), shape[i] / largest, target[i]);
    return solve(sums);
  };
  GrowthFit fit = iterate(points, variances, next, [&](const Line& line, std::size_t i) {
    return line.fixed + line.slope * shape[i] / largest;
  });
  fit.slope /= largest;
  return fit;
}

// The curve is through * h + fixed * (1 - h) with h = shape / shapeAt: one unknown, between nothing and all
// of it.
GrowthFit fitThrough(std::span<const SizePoint> points, std::span<const double> shape,
                     std::span<const double> variances, const Through& through) {
  const auto next = [&](const std::vector<double>& fitted, const std::vector<double>& target) {
    double top = 0, bottom = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double h = shape[i] / through.shapeAt, weight = 1 / (fitted[i] * fitted[i] * variances[i]);
      top += weight * (1 - h) * (target[i] - through.nanoseconds * h);
      bottom += weight * (1 - h) * (1 - h);
    }
    const double fixed = bottom > 0 ? std::clamp(top / bottom, 0.0, through.nanoseconds) : 0;
    return Line{fixed, (through.nanoseconds - fixed) / through.shapeAt};
  };
  return iterate(points, variances, next,
                 [&](const Line& line, std::size_t i) { return line.fixed + line.slope * shape[i]; });
}

}  // namespace assay::insight
