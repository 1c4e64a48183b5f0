// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions have thresholds of their own: what .assay.yaml says by file or name, and what the tag says,
// which wins.
#pragma once

#include <vector>

#include "config/settings.h"
#include "emit/rules/thresholds.h"
#include "model/manifest.h"
#include "support/diagnostics.h"
#include "support/expected.h"

namespace assay::tool {

/// Functions without thresholds are not in it. A tag that asks for what is no threshold is a warning; a rule
/// of the configuration that does fails (Usage).
Expected<emit::rules::ThresholdsById> thresholdsOf(const model::Manifest& manifest,
                                                   const std::vector<config::ThresholdRule>& rules,
                                                   Diagnostics& diagnostics);

}  // namespace assay::tool
