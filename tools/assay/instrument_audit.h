// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay instrument --report FILE`: what was done to each function, for a reader who was not there.
#pragma once

#include <string>
#include <vector>

#include "instrument/draft.h"
#include "instrument/take_back.h"
#include "model/manifest.h"

namespace assay::tool {

/// JSON (docs/reference/instrument.md): the files of the drafts in order, each with all functions that the
/// manifest has in it. Ends with a line break.
std::string instrumentAudit(const model::Manifest& manifest, const std::vector<instrument::Draft>& drafts,
                            const std::vector<instrument::TakenBack>& taken);

}  // namespace assay::tool
