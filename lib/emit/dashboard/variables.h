// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the reader of the dashboard chooses at its top: data source, jobs, models, functions, how many lines.
#pragma once

#include "document/value.h"

namespace assay::emit::dashboard {

/// The list `templating.list`.
document::Array variableValues();

}  // namespace assay::emit::dashboard
