// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// In which new functions of experiments a process crashed: noted in its segment while it is ended by a fault
// of its own, and read there by the next one (cold/crash_search.h). How a process ends is told by nothing
// that it leaves behind otherwise: what one leaves that crashed looks like what one leaves that was killed.
#pragma once

#include <cstdint>

namespace assay::runtime {

/// From now on faults are noted, in a process that has experiments. Whoever handled them before goes on to,
/// and a process that is ended by one is ended in the same way. Again: does nothing. Under the lock.
void watchForCrashes() noexcept;

/// As it was before, as far as nobody else has begun to handle faults since. Under the lock.
void stopWatching() noexcept;

/// This thread makes a decision at this place in its stack: where it has left the handler of a fault by
/// siglongjmp(), that was no crash.
void goesOn(std::uint64_t frame) noexcept;

}  // namespace assay::runtime
