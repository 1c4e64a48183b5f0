// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Metrics as the plain structures of <assay/exporter.h>, for code that was compiled by whatever compiler.
#pragma once

#include <assay/exporter.h>

#include <span>

#include "export/metric_family.h"

namespace assay::exporter {

/// Tells the visitor of each series, in the order of the families.
void visitSeries(std::span<const exporting::MetricFamily> families, assay_exporter_visitor visit,
                 void* context);

}  // namespace assay::exporter
