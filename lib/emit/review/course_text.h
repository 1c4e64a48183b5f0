// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A function's windows, and an interval, as marks of one line of text.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "emit/review/review.h"
#include "insight/interval.h"

namespace assay::emit::review {

/// Eight heights, "▁" for `low` and less, "█" for `high` and more; what is not known (NaN) is "·".
std::string sparkline(std::span<const double> values, double low, double high);

/// "mean ▁▂▁▁|▆▇▇█ 1.29 µs to 1.75 µs": window by window, the bar is where `after` begins, from the least to
/// the most, at least from half of that. At most `columns` columns of windows: neighbours are taken together.
/// Empty where no call was timed.
std::string timesLine(std::span<const CoursePoint> course, const Period& after, std::size_t columns);

/// "fail ▁▁▁▁|▇▆█▇ 0 to 1.30 %": likewise, from none to the most. Empty where no call failed.
std::string failuresLine(std::span<const CoursePoint> course, const Period& after, std::size_t columns);

/// " ├──●────┤       ": where an interval from 0 to 1 lies between 0 and `most`, in as many columns.
std::string intervalBar(const insight::Estimate& share, double most, std::size_t columns);

}  // namespace assay::emit::review
