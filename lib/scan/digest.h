// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A parsed unit's facts -> what a scan keeps of them: tags attached, definitions picked. Pure.
#pragma once

#include <vector>

#include "scan/facts.h"
#include "scan/read_sources.h"
#include "scan/scan_target.h"

namespace assay::scan {

/// `facts` are those of the target's unit under `command`. Definitions that nobody of the target asked for
/// are left out.
TargetResult digest(const Target& target, const CompileCommand& command, std::vector<FileFacts> facts,
                    const std::vector<TaggedSource>& sources);

}  // namespace assay::scan
