// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the dashboard shows, from the whole to the single function. Each row is a headline and its panels.
#pragma once

#include <vector>

#include "emit/dashboard/grid.h"
#include "model/manifest.h"

namespace assay::emit::dashboard {

/// In the order in which they stand.
std::vector<Row> rowsFor(const model::Manifest& manifest);

// Its parts.
Row overviewRow(const model::Manifest& manifest);  ///< how much is watched, how it does, what fires
Row changesRow();                                  ///< asks for what the rules of `assay alerts` record
Row modelsRow();
Row busiestRow();      ///< the functions that take most time
Row chosenRow();       ///< what `$function` chooses, as one
Row sizesRow();        ///< of inputs of what is chosen
Row typesRow();        ///< of inputs of what is chosen
Row memoryRow();       ///< of processes, and of what is chosen
Row experimentsRow();  ///< new functions beside those that they replace
Row measurementRow();  ///< whether the numbers themselves can be trusted

}  // namespace assay::emit::dashboard
