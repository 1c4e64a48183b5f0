// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The table of functions as JSON: /api/functions.
#pragma once

#include <string>

#include "export/function_metrics.h"
#include "serve/collector.h"

namespace assay::serve {

/// Every function that was counted, and those of the manifest that never were, by name, then id.
std::string functionListJson(const Collector& collector, const exporting::FactsById& facts);

}  // namespace assay::serve
