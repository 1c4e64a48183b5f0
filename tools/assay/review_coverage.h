// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a manifest has besides what a history saw.
#pragma once

#include <cstdint>
#include <set>

#include "emit/review/review.h"
#include "model/manifest.h"

namespace assay::tool {

/// Which functions were never called (all but `called`), which are seen in part, and which of the reviewed
/// ones replace another function.
void coverManifest(emit::review::Document& document, const model::Manifest& manifest,
                   const std::set<std::uint64_t>& called);

}  // namespace assay::tool
