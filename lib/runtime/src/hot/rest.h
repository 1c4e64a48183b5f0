// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How long an experiment's shadow rests after a run, so that its runs take no more than their budget of a
// processor's time: a run that took d is followed by a pause, and both together last d / budget. Nothing is
// saved up: after a quiet hour there is no burst. Pure.
#pragma once

#include <cstdint>

#include "vocabulary/control_layout.h"

namespace assay::runtime {

/// Until when it rests, in ticks. A run began at `begun` and took `spent`; `before` is what was known before,
/// which other threads' runs may have moved beyond it. `budget` is in basis points, more than 0.
inline std::uint64_t restAfter(std::uint64_t before, std::uint64_t begun, std::uint64_t spent,
                               std::uint32_t budget) noexcept {
  constexpr std::uint64_t kLongest = ~std::uint64_t{0} / vocabulary::kWholeShare / 4;
  const bool isRested = static_cast<std::int64_t>(before - begun) < 0;
  const std::uint64_t counted = spent < kLongest ? spent : kLongest;
  return (isRested ? begun : before) + (counted * vocabulary::kWholeShare + budget - 1) / budget;
}

/// Whether a run may begin.
inline bool mayRun(std::uint64_t restUntil, std::uint64_t now, std::uint32_t budget) noexcept {
  if (budget >= vocabulary::kWholeShare) return true;
  return budget != 0 && static_cast<std::int64_t>(now - restUntil) >= 0;
}

/// How many calls may pass by before the time is looked at again: those of about half of the rest that is
/// left, at the rate of the last ones. Few enough that a function which is suddenly called seldom is not
/// forgotten.
inline std::uint32_t callsAsleep(std::uint64_t left, std::uint64_t elapsed, std::uint32_t calls) noexcept {
  constexpr std::uint64_t kMost = 15;
  const bool isBackwards = static_cast<std::int64_t>(elapsed) < 0;  // a clock may be, between two processors
  if (calls == 0 || isBackwards) return 0;
  const std::uint64_t interval = elapsed / calls + 1;
  const std::uint64_t wanted = left / 2 / interval;
  return static_cast<std::uint32_t>(wanted < kMost ? wanted : kMost);
}

}  // namespace assay::runtime
