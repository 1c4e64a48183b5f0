// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What reading one's own counts stands on. Under the lock.
#pragma once

namespace assay::runtime {

/// Whether this process has a segment. A child that has not met a guard of its own yet still sees what the
/// parent made.
bool hasOwnSegment() noexcept;

/// Of the clock of the guards; 0 while that is not known. There is a segment.
double secondsPerTick() noexcept;

}  // namespace assay::runtime
