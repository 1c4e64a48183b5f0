// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which inputs carry the errors: for each size and type how much more often its calls fail than all of the
// function's.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "insight/period.h"

namespace assay::insight {

/// Calls whose input has a size in some neighbouring buckets, or one type.
struct Stratum {
  bool isSize = true;
  unsigned firstSize = 0;  ///< bucket of vocabulary/size_bucket.h
  unsigned lastSize = 0;   ///< included
  std::string type = {};   ///< foreign text; "" = all types without a place of their own
  double calls = 0;
  double errors = 0;
  double weight = 1;  ///< what a call counts for, up to 1: less where errors come in bursts (effectiveCount)
  /// P(error | stratum) / P(error) over the calls that have a size (a type), from 0 to 1 / its share of
  /// calls. The interval is that of the ratio to the other calls (ratioOfRates), carried over.
  Estimate lift = {};
  double chance = 1;    ///< one-sided: that its calls fail more often than the others (chanceOfMore)
  double adjusted = 1;  ///< for the number of all strata that were asked (adjustedForNumber)

  bool operator==(const Stratum&) const = default;
};

/// All sizes and types of a function that have calls, each against the rest; sizes first, by size, then types
/// by name. `adjusted` is left for all functions together. Nothing when there is no error, or no second
/// stratum of the kind.
std::vector<Stratum> errorStrata(Windows windows);

/// Sets `adjusted` over all strata of all functions.
void adjustStrata(std::span<std::vector<Stratum>*> all);

/// Those with `adjusted` up to `level`, a lift of at least `leastLift` and three errors; neighbouring sizes
/// made one, with the sum of calls and errors, the largest of their probabilities and the lift of the sum.
std::vector<Stratum> carriersOf(const std::vector<Stratum>& strata, double level, double leastLift);

}  // namespace assay::insight
