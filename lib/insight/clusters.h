// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What differs between windows of time. Calls of one hour are like each other: a slow disk, a large customer.
// Intervals that take each call for a witness of its own are far too narrow, and every week "differs" from
// the one before. So a window is one witness here, whatever the number of its calls.
#pragma once

#include <span>

#include "insight/proportion.h"

namespace assay::insight {

/// What one window adds: time over calls, or errors over calls.
struct Part {
  double amount = 0;
  double units = 0;
};

/// A ratio of sums with its variance.
struct Ratio {
  double value = 0;
  double variance = 0;  ///< of the value
  double degrees = 0;   ///< of freedom: windows that have units, less one; 0 = the variance is not known
  double units = 0;
};

/// Sum of amounts / sum of units, and how much it varies between windows: the estimator of a ratio from
/// clusters (Cochran 1977, Sampling Techniques, 3rd ed., 6.3) with the jackknife's variance about itself,
/// each window left out in turn (Wolter 2007, Introduction to Variance Estimation, 4.2), which one window
/// that has most of the calls does not make small.
Ratio ratioOf(std::span<const Part> parts);

/// The variance as large as that of calls that know nothing of each other, if that is the larger one: few
/// windows can agree by chance.
Ratio withAtLeast(Ratio ratio, double variance);

/// value -+ Student's factor * the root of the variance. (-infinity, infinity) when the variance is not
/// known.
Estimate estimateOf(const Ratio& ratio, double confidence = kConfidence);

/// Errors over calls as if each call stood for itself: both divided by how much more they vary between
/// windows than that would make them (Rao & Scott 1992, Biometrics 48:577). The rate stays.
Count effectiveCount(std::span<const Part> parts);

}  // namespace assay::insight
