// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What `assay instrument` says on standard output when it has written: how much is guarded, and why the rest
// is not.
#pragma once

#include <string>
#include <vector>

#include "instrument/draft.h"
#include "model/manifest.h"

namespace assay::tool {

/// Counts the functions of the drafts' files, and those of the manifest in no such file when `all`. Ends with
/// a line break.
std::string instrumentSummary(const model::Manifest& manifest, const std::vector<instrument::Draft>& drafts,
                              bool all);

}  // namespace assay::tool
