// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A process that has filled its segment goes on in another file; for every reader it is one process.
#pragma once

#include <vector>

#include "telemetry/snapshot.h"

namespace assay::telemetry {

/// Puts the snapshots of one process image (pid, start, program and state agree) together, in the order in
/// which each was met first. What a process recorded before an exec stays apart from what runs now.
std::vector<ProcessSnapshot> joinSegments(std::vector<ProcessSnapshot> parts);

}  // namespace assay::telemetry
