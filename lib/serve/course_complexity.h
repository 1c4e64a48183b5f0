// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a function's time grows with its input, in the JSON of its history. The statistics are lib/insight's.
#pragma once

#include "document/value.h"
#include "history/reader.h"

namespace assay::serve {

/// Of the version that was called last, over the windows of its last width: class, exponent, the curve, or
/// why there is no class (docs/reference/serve.md).
document::Value complexityJson(const history::Course& course);

}  // namespace assay::serve
