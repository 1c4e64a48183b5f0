// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From a process's clock ticks to seconds. Ticks of this boot are converted with a pair (ticks,
// CLOCK_MONOTONIC) that the reader takes itself, so that even a process killed in its first second has exact
// times; others with the two pairs in the segment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vocabulary/segment_layout.h"

namespace assay::telemetry {

/// The same moment on two clocks: the counter that guards read, and CLOCK_MONOTONIC in ns.
struct ClockPair {
  std::uint64_t ticks = 0;
  std::uint64_t monotonic = 0;
};

/// The reader's side of the conversion; data, so that tests can choose it.
struct ReaderClock {
  std::string bootId;           ///< empty = this system tells none
  std::uint64_t monotonic = 0;  ///< CLOCK_MONOTONIC, ns
  vocabulary::ClockKind counterKind = vocabulary::ClockKind::TimeStampCounter;
  std::optional<ClockPair> counter;  ///< a pair of this CPU's counter, of counterKind
};

/// This machine, now.
ReaderClock readClock();

/// True when the segment was begun on this machine since it was started.
bool isOfThisBoot(const vocabulary::SegmentHeader& header, const ReaderClock& clock);

/// Seconds per tick of a segment; 0 when nothing tells (one pair only, of another boot). Never negative, NaN
/// or infinite, whatever the header says.
double secondsPerTick(const vocabulary::SegmentHeader& header, const ReaderClock& clock);

}  // namespace assay::telemetry
