// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The only words that the runtime ever prints: when it takes calls away from a function that the program
// believes it runs, somebody has to be told.
#pragma once

namespace assay::runtime {

/// Prints a line on standard error when that can be done at once; never waits, and raises no signal. The lock
/// is held, so that signals are blocked.
void say(const char* line) noexcept;

}  // namespace assay::runtime
