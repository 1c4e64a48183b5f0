// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a manifest has besides what a history saw.
#pragma once

#include <cstdint>
#include <set>

#include "emit/review/review.h"
#include "model/manifest.h"

namespace assay::tool {

/// What the tags promise (`complexity:`), before the functions are reviewed. One that says nothing that is
/// known promises nothing: `assay alerts` says so.
void notePromises(std::vector<insight::FunctionPeriods>& functions, const model::Manifest& manifest);

/// Which functions were never called (all but `called`), which are seen in part, and what it says of the
/// reviewed ones that a history does not: whether they replace another function, tool, reviewer, edits.
void coverManifest(emit::review::Document& document, const model::Manifest& manifest,
                   const std::set<std::uint64_t>& called);

}  // namespace assay::tool
