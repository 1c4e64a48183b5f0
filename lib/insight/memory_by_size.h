// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How the memory of a call grows with the size of its input. Guards count bytes by function and not by size,
// so what is there to see it from are windows: those with larger inputs in the mean have larger bytes in the
// mean, by as much as memory is linear in the size.
#pragma once

#include <optional>

#include "insight/period.h"

namespace assay::insight {

/// Bytes that a call allocates more for each unit that its input is larger: the slope of the windows' means,
/// weighted by calls (Draper & Smith 1998, Applied Regression Analysis, 3rd ed., 2.1 and 9.2), with Student's
/// interval. Nothing where fewer than eight windows have both, or their mean sizes differ by less than a
/// quarter: from those nobody can tell.
std::optional<Estimate> allocatedBySize(Windows windows);

}  // namespace assay::insight
