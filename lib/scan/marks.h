// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Hashes that tell whether two machines scanned the same thing: parts of a scan are put together only when
// they did. They do not depend on where the tree lies.
#pragma once

#include <string>

#include "scan/open_build.h"
#include "scan/read_sources.h"
#include "scan/scan.h"

namespace assay::scan {

/// Of the paths and contents of the request's files, guards left out; reads all of them. A file that cannot
/// be read counts as empty.
std::string treeMark(const ReadRequest& request);

/// Of the options that decide what is found and of the build's commands, in which the root's own path counts
/// as ".". `exact` and `jobs` change no result.
std::string optionsMark(const ScanOptions& options, const Build& build);

}  // namespace assay::scan
