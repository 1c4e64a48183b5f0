// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// `assay top --json`: the table for programs. docs/reference/top.md has the keys.
#pragma once

#include <string>

#include "assay/top_frame.h"

namespace assay::tool {

/// Counts are exact whole numbers, times are seconds, what is not known is null. Ends in a line break.
std::string topJson(const TopSource& source, const TopFrame& frame);

}  // namespace assay::tool
