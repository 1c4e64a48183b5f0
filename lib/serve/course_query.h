// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The question after a function's history: since=…&until=…&step=… -> a period and the width of windows.
#pragma once

#include <string_view>

#include "history/cover.h"
#include "support/expected.h"

namespace assay::serve {

inline constexpr history::Seconds kMostWindows = 1500;  ///< that one question may ask for

struct CourseQuery {
  history::Period period;
  history::Seconds step = 0;

  bool operator==(const CourseQuery&) const = default;
};

/// Times are whole seconds since 1970, or before `now` when negative ("since=-3600"); usual are the last hour
/// and about 120 windows. A step is a multiple of 10 s; from a minute on of minutes, from an hour on of
/// hours, from a day on of days. Fails (Usage) on anything else, an empty period, and too many windows.
Expected<CourseQuery> courseQueryOf(std::string_view query, history::Seconds now);

}  // namespace assay::serve
