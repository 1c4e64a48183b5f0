// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tags of functions -> trailers for the message of a commit or a merge, in the forms that projects ask for.
#pragma once

#include <set>
#include <string>

#include "emit/report/report.h"

namespace assay::emit::report {

/// A line for each tool and model that has a part in lines of those commits, ordered: "Assisted-by:
/// TOOL:MODEL" where the tag names a tool, else "Generated-by: MODEL" or "Assisted-by: MODEL". A model is
/// named as it is known ("claude-opus-4"), else as written. Tags that name neither give none.
std::string writeTrailers(const model::Manifest& manifest, const Committed& committed,
                          const std::set<std::string>& revisions);

}  // namespace assay::emit::report
