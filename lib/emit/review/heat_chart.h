// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How long calls took over time, not their mean alone: two kinds of calls are two bands.
#pragma once

#include <span>
#include <string>

#include "emit/review/review.h"

namespace assay::emit::review {

/// A column per window, a row per half of a power of two of time (logarithmic): the darker, the larger the
/// share of the window's calls (in six steps, each twice the one before). An <svg> element; empty where no
/// call was timed. Windows are as wide as the narrowest distance between two.
std::string heatChart(std::span<const CoursePoint> course, const Period& before, const Period& after);

}  // namespace assay::emit::review
