// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Who sends, as OpenTelemetry wants to know it: this process.
#pragma once

#include "export/metric_family.h"
#include "serve/environment.h"
#include "support/expected.h"

namespace assay::exporter {

/// Attributes of the resource, as serve::otlpResource() has them, with the program's name for service.name
/// where the variables do not say one, and process.pid. Two processes of a machine differ in
/// service.instance.id. Fails (Usage) on a malformed variable.
Expected<exporting::Labels> resourceOfProcess(const serve::Environment& environment);

}  // namespace assay::exporter
