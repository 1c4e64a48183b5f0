// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether most calls of a function take too long, from what its guards have counted: nothing on their way is
// asked for it. Under the lock.
#pragma once

#include <cstdint>

#include "runtime/src/hot/choice.h"

namespace assay::runtime {

constexpr std::uint32_t kFewestTimedCalls = 20;  ///< of fewer nothing is said

/// Of all calls of the site that have ended in this process, on all its threads. A call that took no more
/// than an eighth longer may pass for one that did not.
CallTimes callTimesOf(std::uint64_t siteId, std::uint64_t longestNanoseconds) noexcept;

/// Whether enough calls were timed between the two for a judgement.
bool areEnough(const CallTimes& before, const CallTimes& now) noexcept;

/// Whether more than half of the calls between the two took too long.
bool areMostTooLong(const CallTimes& before, const CallTimes& now) noexcept;

}  // namespace assay::runtime
