// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How many calls are timed, so that timing takes no more of a thread's time than its budget.
#pragma once

#include <cstdint>

namespace assay::runtime {

/// What ASSAY_BUDGET says (a percentage, with or without its sign; "off"), in millionths; null: the default.
/// 0: every call is timed, as with "off" and from 100 % on. What is neither is the default.
std::uint32_t budgetOf(const char* text) noexcept;

/// Finds out what timing a call costs here, once, before there is a segment. A few microseconds.
void measureTiming() noexcept;

}  // namespace assay::runtime
