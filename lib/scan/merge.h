// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Makes one entry per function of what several units and several files said about it. Pure.
#pragma once

#include <vector>

#include "model/annotated_function.h"
#include "support/diagnostics.h"

namespace assay::scan {

/// `entries`: what attachTags() returned for every file and unit, in any order. `definitions`:
/// functions of any file; those with a body of a known place complete the entries of tagged declarations
/// (same id). The definition's own tag wins over the declaration's; two that disagree are a diagnostic with
/// both places. An active entry wins over an inactive or unattached one of the same tag. Sorted by file,
/// line, id; the result does not depend on the order of the input.
std::vector<model::AnnotatedFunction> mergeEntries(std::vector<model::AnnotatedFunction> entries,
                                                   const std::vector<model::AnnotatedFunction>& definitions,
                                                   Diagnostics& diagnostics);

}  // namespace assay::scan
