// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How far the mean duration may be off where not every call was timed.
#pragma once

#include <cstdint>

#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// Half the width of the 95 % interval around the mean duration, as a share of it; 0 when every call was
/// timed or none. `estimated` of the calls in the histogram were not timed themselves.
///
/// 1.96 * c / sqrt(m) * sqrt(1 - m / n) * sqrt(13 / 12): c is the coefficient of variation as the histogram
/// shows it, m of n calls were timed (Cochran, Sampling Techniques, 1977, 2.20 with the finite population
/// correction), and a timed call stands for a number of calls that is drawn evenly from half to one and a
/// half times its mean (squares of the weights: 13 / 12 of the mean's). It takes the timed calls to be drawn
/// at one rate; where that changed much, the interval is somewhat wider.
double meanError(const Histogram& histogram, std::uint64_t estimated);

}  // namespace assay::telemetry
