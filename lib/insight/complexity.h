// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a function's time grows with the size of its input, from what it did in production: class and exponent,
// or that the calls cannot tell. What is not claimed is said: a class only when the sizes span two powers of
// ten and no other class is nearly as good.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "insight/growth_fit.h"

namespace assay::insight {

enum class Growth { Constant, Logarithmic, Linear, Linearithmic, Quadratic, Cubic };

/// "O(1)", "O(log n)", …
std::string_view nameOf(Growth growth);

/// Why there is no class.
enum class NotIdentifiable {
  No,           ///< there is one
  NoSizes,      ///< no call has a size, or of fewer than five powers of two enough windows have
  NarrowRange,  ///< the sizes do not span two powers of ten
  TooNoisy,     ///< growth of more than 5 % over all sizes would not be seen
  Ambiguous,    ///< several classes fit, or none as well as another curve
};

/// A sentence's end: "the sizes span less than two powers of ten".
std::string_view reasonOf(NotIdentifiable why);

struct Complexity {
  std::optional<Growth> growth;
  NotIdentifiable why = NotIdentifiable::No;
  std::vector<Growth> candidates;  ///< whose BIC is within 6 of the best ("strong" evidence: Kass & Raftery
                                   ///< 1995, JASA 90:773), best first
  /// b of t = a + c n^b, between 0.05 and 4, with the profile likelihood's interval (Venzon & Moolgavkar
  /// 1988, Applied Statistics 37:87). Empty where no growth is seen at all.
  std::optional<Estimate> exponent;
  std::vector<SizePoint> points;
};

/// The classes are fitted to the means of sizes with an intercept (growth_fit.h) and compared by Schwarz's
/// criterion (Schwarz 1978, Annals of Statistics 6:461). What the best curve of all leaves unexplained counts
/// as noise (variances are multiplied by its misfit per degree of freedom, when that is above 1). "O(1)" says
/// that the time grows by less than 5 % over all sizes that came.
Complexity complexityOf(Windows windows);

/// The mean time in nanoseconds at a size that has not come yet, with the profile likelihood's interval over
/// all exponents that fit. Nothing where no growth is seen, or the exponent is open to one side.
std::optional<Estimate> timeAt(const Complexity& complexity, double size);

/// The curve of the best exponent, in nanoseconds at some sizes of 1 or more. Empty where no growth is seen.
std::vector<double> curveOf(const Complexity& complexity, std::span<const double> sizes);

}  // namespace assay::insight
