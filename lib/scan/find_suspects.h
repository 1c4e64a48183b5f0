// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The comments of a tree that speak of AI in free words: the walk and the reading of a scan, without its
// parsing.
#pragma once

#include <vector>

#include "scan/scan.h"
#include "support/diagnostics.h"

namespace assay::scan {

struct SuspectSearch {
  std::vector<FoundSuspect> suspects;  ///< by file and place
  bool complete = true;                ///< false: something could not be read; the diagnostics say what
};

/// Of `options` the root, an absolute folder, what is scanned and left out, the aliases and `jobs` count.
/// What is wrong with tags is not said: a scan does.
SuspectSearch findSuspects(const ScanOptions& options, Diagnostics& diagnostics);

}  // namespace assay::scan
