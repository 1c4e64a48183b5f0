// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether the time grows otherwise with the size of the input than in the period before: an O(n) that became
// an O(n^2) is hidden while inputs are small.
#pragma once

#include <optional>

#include "insight/complexity.h"

namespace assay::insight {

/// The exponents of t = a + c n^b, over the sizes that both periods have.
struct GrowthChange {
  Estimate before;
  Estimate after;
  double chanceOfMore = 1;  ///< one-sided p: as much steeper by chance, when it did not change
};

/// Welch's test (change.h) of the exponents; what each varies is the half of its interval that faces the
/// other one. Nothing where one of the two has no exponent, or one that is open to that side.
std::optional<GrowthChange> growthChange(Windows before, Windows after);

}  // namespace assay::insight
