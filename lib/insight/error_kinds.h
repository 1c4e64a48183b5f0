// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of what kind the errors are, and which kind there are more of than before. A call that does not fail has no
// kind, so what a kind is compared with is its own rate in the period before.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "insight/period.h"

namespace assay::insight {

/// Errors of one kind: the class of an exception, or what telemetry/error_kinds.h calls the others.
struct ErrorKind {
  std::string kind;  ///< foreign text
  Count before;      ///< of all calls, as counted
  Count after;       ///< likewise
  Estimate share;    ///< of the failures after whose kind is told: Wilson's
  /// Rate after / rate before, with ratioOfRates' interval; 1 in [0, infinity) where nothing is known of
  /// before.
  Estimate lift = {};
  bool comparable = false;  ///< there were calls before, and the kinds of what failed then are told
  double chance = 1;        ///< one-sided: that its rate is so much higher (chanceOfMore)
  double adjusted = 1;      ///< for the number of all that reviewAll() asks
};

/// All kinds that have errors in one of the periods: most errors after first, equal ones by name, those
/// without a place of their own last. `adjusted` is left for all functions together.
std::vector<ErrorKind> errorKinds(Windows before, Windows after);

/// Failures of one shape among the last ones.
struct FailureShape {
  std::string kind;         ///< as above
  unsigned sizeBucket = 0;  ///< of vocabulary/size_bucket.h, and 1; 0 = the input had no size
  std::string type = {};    ///< foreign text; empty = none, or one without a place of its own
  std::size_t failures = 0;
  double longest = 0;     ///< seconds
  std::int64_t last = 0;  ///< seconds since 1970; 0 = not known
};

/// Most failures first, then the latest.
std::vector<FailureShape> shapesOf(std::span<const telemetry::Failure> failures);

}  // namespace assay::insight
