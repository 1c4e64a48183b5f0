// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a function in the shadow costs a program that calls it all the time, beside its budget of 1 %.
#pragma once

namespace assay::bench {

struct ShadowCost {
  double counted;   ///< percent of the elapsed time, as the comparisons themselves say
  double measured;  ///< percent of processor time that a call takes longer than one of the old function alone
};

/// For some seconds. The guards of this process write wherever the environment says.
ShadowCost shadowCost();

}  // namespace assay::bench
