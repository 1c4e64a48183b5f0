// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a tag's `complexity:` promises, held to the growth that was measured.
#pragma once

#include <optional>
#include <string>

#include "insight/complexity.h"

namespace assay::insight {

/// O(n^power), or O(n^power log n).
struct Promise {
  std::string text = {};  ///< as the tag says it; foreign
  double power = 0;
  bool logarithm = false;
};

/// By how much the exponent may be above the promised one, at the lower end of its interval: caches and what
/// small inputs cost bend curves as much.
inline constexpr double kPromiseSlack = 0.25;

/// The exponent that the promised curve itself would be seen with, over the sizes that came: n log n is
/// nearly n^1.2 over small ones. 0 of O(1).
double promisedExponent(const Complexity& complexity, const Promise& promise);

/// Whether the time grows faster than promised: beyond promisedExponent() and kPromiseSlack with the whole of
/// the exponent's interval. False where no growth is seen.
bool isBroken(const std::optional<Promise>& promise, const Complexity& complexity);

}  // namespace assay::insight
