// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Many questions at once: of a thousand functions of which nothing is wrong, fifty are "significant".
#pragma once

#include <span>
#include <vector>

namespace assay::insight {

/// Probabilities adjusted for their number (Benjamini & Hochberg 1995, JRSS B 57:289): of all with an
/// adjusted value up to q, a share of q or less are expected to be false; and where all are, none is found in
/// 1 - q of all cases. In the order of the input, each in [p, 1]. Holds also for values that rise and fall
/// together (Benjamini & Yekutieli 2001, Annals of Statistics 29:1165).
std::vector<double> adjustedForNumber(std::span<const double> chances);

}  // namespace assay::insight
