// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a scan records of what in a function often costs: the signs of its text, with what the parser knows
// better. It does not know who wrote the function, or what was ever measured.
#pragma once

#include <vector>

#include "scan/facts.h"
#include "source/cost_signs.h"
#include "source/source_text.h"

namespace assay::scan {

/// Of a function whose body, extent, name, signature, linkage, precision and traits are known; `text` is its
/// file. A recursion that the parser saw none of is another function of that name. Depends on these alone, so
/// that all ways to scan say the same.
std::vector<source::CostSignSeen> costsOf(const FoundFunction& found, const source::SourceText& text);

}  // namespace assay::scan
