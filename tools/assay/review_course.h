// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function's windows as points of a chart.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "emit/review/review.h"
#include "insight/function_review.h"

namespace assay::tool {

emit::review::CoursePoint coursePointOf(const insight::Window& window);

/// By function: the windows of both periods by time. Only of functions with findings: nothing else is drawn.
std::map<std::uint64_t, std::vector<emit::review::CoursePoint>> coursesOf(
    std::span<const insight::FunctionReview> reviews, std::span<const insight::FunctionPeriods> periods);

}  // namespace assay::tool
