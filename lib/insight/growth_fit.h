// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Time against size: t = fixed + slope * shape(n), neither below zero, fitted to the logarithms of the means
// of some sizes.
#pragma once

#include <span>
#include <vector>

#include "insight/period.h"

namespace assay::insight {

/// The calls whose input had a size in one bucket of vocabulary/size_bucket.h.
struct SizePoint {
  unsigned bucket = 0;
  double size = 0;  ///< the geometric mean of the bucket's smallest and largest size, >= 1
  double calls = 0;
  double nanoseconds = 0;  ///< mean, > 0
  double variance = 0;     ///< of the mean's logarithm, between windows
  double placement = 0;  ///< of the size's logarithm: where in their bucket the sizes lie is not known. Even
                         ///< on the logarithmic scale: width^2 / 12
};

/// The sizes that have calls in enough windows (4) to know how much their mean varies, by size; those of size
/// 0 are left out: nothing to do is often a way of its own. No variance is below that of all sizes' calls
/// together, or below (0.5 %)^2.
std::vector<SizePoint> sizePoints(Windows windows);

/// How good a shape describes the points.
struct GrowthFit {
  double fixed = 0;   ///< nanoseconds
  double slope = 0;   ///< nanoseconds per unit of the shape
  double misfit = 0;  ///< sum of (ln t - ln fitted)^2 / variance
};

/// Weighted least squares on logarithms by Gauss and Newton's steps (Nocedal & Wright 2006, Numerical
/// Optimization, 10.3), each a linear problem with two unknowns that are kept from going below zero. `shape`
/// and `variances`: of each point, shape >= 0 and rising.
GrowthFit fitGrowth(std::span<const SizePoint> points, std::span<const double> shape,
                    std::span<const double> variances);

/// The same with one point of the curve given: fixed + slope * shapeAt = time.
struct Through {
  double shapeAt = 1;
  double nanoseconds = 0;
};
GrowthFit fitThrough(std::span<const SizePoint> points, std::span<const double> shape,
                     std::span<const double> variances, const Through& through);

}  // namespace assay::insight
