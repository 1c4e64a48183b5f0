// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The files of a tree, and their comments that speak of AI in free words: the walk and the reading of a scan,
// without its parsing.
#pragma once

#include <vector>

#include "scan/scan.h"
#include "support/diagnostics.h"

namespace assay::scan {

struct SuspectSearch {
  std::vector<FoundSuspect> suspects;  ///< by file and place
  bool complete = true;                ///< false: something could not be read; the diagnostics say what
};

struct FileSearch {
  std::vector<std::string> files;  ///< root-relative, in order
  bool complete = true;
};

/// The C and C++ files that a scan would read.
FileSearch findFiles(const ScanOptions& options, Diagnostics& diagnostics);

/// Of `options` the root, an absolute folder, what is scanned and left out, the aliases and `jobs` count.
/// What is wrong with tags is not said: a scan does.
SuspectSearch findSuspects(const ScanOptions& options, Diagnostics& diagnostics);

}  // namespace assay::scan
