// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A breakdown as bars, drawn in SVG inside of the page: no script, no style of its own.
#pragma once

#include <string>

#include "emit/report/inventory.h"

namespace assay::emit::report {

/// A `<figure>`: a bar for each group, as long as its share of the lines, with its figures in words. Only the
/// first groups of many are drawn; it says how many are not. Of months those are the latest.
std::string htmlChart(const Breakdown& breakdown);

}  // namespace assay::emit::report
