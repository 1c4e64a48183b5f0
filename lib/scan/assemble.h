// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The parts of a scan -> the manifest: entries of different files meet here, whether one machine found them
// or many. Pure: opens no file, knows no parser.
#pragma once

#include <vector>

#include "model/fragment.h"
#include "model/manifest.h"
#include "support/diagnostics.h"

namespace assay::scan {

/// `parts` are all parts of one scan, in any order: the manifest is the same. Sorted; outcomes not yet filled
/// in. A part that is missing is not noticed here.
model::Manifest assemble(std::vector<model::Fragment> parts, Diagnostics& diagnostics);

}  // namespace assay::scan
