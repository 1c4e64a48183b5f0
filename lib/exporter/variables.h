// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The variables of a process as they were at one moment: a program may change its own while a thread reads
// them.
#pragma once

#include "serve/environment.h"

namespace assay::exporter {

/// Those that exporters read: ASSAY_…, DD_… and OTEL_…. None in a program that has more rights than who
/// started it.
serve::Environment variablesNow();

}  // namespace assay::exporter
