// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many lines of functions each file of a tree has, tagged or not: what shares are shares of.
#pragma once

#include <vector>

#include "assay/scan_request.h"
#include "policy/question.h"
#include "support/diagnostics.h"

namespace assay::tool {

struct LinesOfTree {
  std::vector<policy::FileLines> files;  ///< in order of their paths
  bool complete = true;                  ///< false: something could not be read; a diagnostic says what
};

/// Reads the files that a scan with these options would read, on all cores.
LinesOfTree linesOfTree(const scan::ScanOptions& options, Diagnostics& diagnostics);

}  // namespace assay::tool
