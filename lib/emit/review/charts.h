// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The review's drawings, each of them an <svg> element. Nothing to draw is empty text.
#pragma once

#include <span>
#include <string>

#include "emit/review/review.h"
#include "insight/league.h"

namespace assay::emit::review {

/// Mean, median and 0.99-quantile window by window, time on a logarithmic scale, with the share of calls that
/// failed below. The line between both periods is where `after` begins, when there is one.
std::string courseChart(std::span<const CoursePoint> course, const Period& before, const Period& after);

/// Mean time by size, both logarithmic, with the curve of the fitted exponent, dashed beyond the largest
/// size.
std::string growthChart(const insight::Complexity& complexity);

/// The share of calls that fail in a function of each group, with its interval: a forest plot (Lewis & Clarke
/// 2001, BMJ 322:1479), on a logarithmic scale. The first 30 groups.
std::string forestChart(std::span<const insight::LeagueRow> rows);

}  // namespace assay::emit::review
