// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How far the cells of a histogram are beyond what was told of before, so that no call is told of twice.
#pragma once

#include "telemetry/snapshot.h"

namespace assay::exporting {

/// The calls by which each cell has grown; `told` becomes `now`, and is as long at least. Calls that a cell
/// has fewer than were told of are found again in the cells nearest to it that have more (those of a process
/// that has ended may be converted by another clock from then on); those that are found nowhere stay told.
telemetry::Histogram grownCells(telemetry::Histogram& told, const telemetry::Histogram& now);

}  // namespace assay::exporting
