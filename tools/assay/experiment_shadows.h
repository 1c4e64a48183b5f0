// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What this machine's guarded processes have counted of functions that run in the shadow of others.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "experiment/choose_experiment.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::tool {

struct ShadowCounts {
  std::uint64_t compared = 0;
  std::uint64_t differ = 0;  ///< of them: another result, or one of the two threw
  std::uint64_t failed = 0;  ///< calls of the new function that failed
};

/// By the new function's id, for those that a manifest says run in a shadow. Reads the segments when there
/// are any such; fails (Input) when their folder cannot be read.
Expected<std::map<std::uint64_t, ShadowCounts>> shadowCounts(
    const std::vector<experiment::KnownExperiment>& all, Diagnostics& diagnostics);

}  // namespace assay::tool
