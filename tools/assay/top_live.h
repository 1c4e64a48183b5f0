// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The live view of `assay top`: the table again every second, rates from the differences, keys to sort and
// scroll.
#pragma once

#include "assay/top_frame.h"

namespace assay::tool {

/// Runs until the user or a signal ends it. What could not be read at the last refresh is among the
/// diagnostics. Fails when the folder cannot be listed at the start; later that is shown and tried again.
Expected<void> runLive(TopSource source, Diagnostics& diagnostics);

}  // namespace assay::tool
