// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function in a period, as windows: mean, quantiles and errors with what they vary, and how they changed.
#pragma once

#include <span>

#include "insight/change.h"
#include "insight/window.h"

namespace assay::insight {

/// Windows of equal width; which ones had no calls does not matter.
using Windows = std::span<const Window>;

/// Nanoseconds per timed call, as it varies between windows, and at least as much as its calls vary.
Ratio meanDuration(Windows windows);

/// The logarithm of the q-quantile in nanoseconds. Its variance is that of the share of calls below it
/// between windows (Woodruff 1952; see quantileOf), its resolution a bucket: the 12.5 % that a history keeps.
/// Nothing for fewer calls or windows than tell.
std::optional<Logarithm> quantileDuration(Windows windows, double q);

/// The q-quantile with its interval in nanoseconds.
Estimate quantileEstimate(Windows windows, double q, double confidence = kConfidence);

/// How the q-quantile changed; nothing known (0 to infinity) where it is not known in one of the two.
Change changeOfQuantile(Windows before, Windows after, double q);

/// Errors over calls as if each call stood for itself.
Count errorsOf(Windows windows);

}  // namespace assay::insight
