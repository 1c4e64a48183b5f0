// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// "It became slower" or "its inputs became larger": the mean as it would be with the sizes of inputs that the
// period before had (direct standardisation: Kitagawa 1955, JASA 50:1168; Fleiss, Levin & Paik 2003,
// Statistical Methods for Rates and Proportions, ch. 19). Sizes are known by powers of two: what grows within
// one of them still counts as slower.
#pragma once

#include "insight/period.h"

namespace assay::insight {

/// A change at the sizes of the period before.
struct MixChange {
  Change change;
  /// The share of the calls before whose size both periods have enough of to tell, in [0, 1]. What lies
  /// outside is in neither mean.
  double covered = 0;

  bool operator==(const MixChange&) const = default;
};

/// How the mean duration changed. Calls without a size are one size of their own; without any sizes it is the
/// change of the mean. The variance is that of the weighted sum between windows, the weights taken as known.
MixChange changeAtSameSizes(Windows before, Windows after);

}  // namespace assay::insight
