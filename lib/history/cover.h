// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which windows make up a period: each moment once, from the widest windows that fit, so that a week is read
// as some days and hours and not as 60,000 windows of ten seconds.
#pragma once

#include <array>
#include <vector>

#include "history/levels.h"

namespace assay::history {

/// From `since` to just before `until`.
struct Period {
  Seconds since = 0;
  Seconds until = 0;

  bool operator==(const Period&) const = default;
};

/// The windows of one level that begin in a period.
struct Range {
  std::size_t level = 0;
  Period period;

  bool operator==(const Range&) const = default;
};

/// What a database has of each level: everything in a period.
using Kept = std::array<Period, kLevels.size()>;

/// Ranges that cover the period, in order, none twice. At its ends it is widened to whole windows of the
/// finest level that is kept there. No window is wider than that of `widest`, but where none else is kept.
std::vector<Range> cover(Period period, const Kept& kept, std::size_t widest = kCoarsest);

}  // namespace assay::history
