// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How far the mean duration may be off where not every call was timed.
#pragma once

#include <cstdint>

#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// At most half the width of the 95 % interval around the mean duration, as a share of it; 0 when every call
/// was timed or none. `estimated` of the calls in the histogram were not timed themselves.
///
/// 1.96 * c * sqrt(B * estimated) / n: of n calls, c is the coefficient of variation as the histogram shows
/// it. Of each block of b calls one was timed and counts b times, so the sum's variance is that of a call
/// times the sum of b (b - 1) (Cochran, Sampling Techniques, 1977, 5.4), where no b is larger than B =
/// vocabulary::kLargestBlock and the sum of b - 1 is `estimated`. Where blocks were smaller, the mean is
/// better than this says.
double meanError(const Histogram& histogram, std::uint64_t estimated);

}  // namespace assay::telemetry
