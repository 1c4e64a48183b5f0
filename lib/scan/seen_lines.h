// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a unit shows lines that are looked for, read off what its parse together with others left behind.
// Pure.
#pragma once

#include <optional>
#include <vector>

#include "scan/preprocess_unit.h"
#include "scan/read_sources.h"
#include "scan/scan_target.h"

namespace assay::scan {

/// `seen` is of that unit: see TargetResult::skipped. Nothing when it leaves one of the lines open.
std::optional<ShownLines> seenLines(TargetResult seen, const std::vector<HiddenLine>& sought,
                                    const std::vector<TaggedSource>& sources);

}  // namespace assay::scan
