// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a change came between two periods: in one step, little by little, or so that the windows cannot tell.
// It does not ask whether there was one: that is tested elsewhere, before anybody asks here.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "insight/period.h"

namespace assay::insight {

enum class OnsetKind { Unknown, Step, Drift };

/// Times are seconds since 1970, of the beginnings of windows.
struct Onset {
  OnsetKind kind = OnsetKind::Unknown;
  std::int64_t since = 0;     ///< of a step: the first window that has it
  std::int64_t earliest = 0;  ///< the step may as well be here …
  std::int64_t latest = 0;    ///< … or here
  double perDay = 0;          ///< of a drift: what the value gains in a day

  bool operator==(const Onset&) const = default;
};

/// A window's value, and how much it counts.
struct SeriesPoint {
  std::int64_t start = 0;
  double value = 0;
  double weight = 0;  ///< > 0
};

/// Of windows in the order of time, at least eight. A step is two levels, with two windows to each at least;
/// a drift is a straight line; both by weighted least squares, compared with each other and with one level by
/// Schwarz's criterion (as complexity.h). What is not better than both others by 6 is not told, nor is a step
/// whose place is not: `earliest` to `latest` are the steps within 6 of the best one (the maximum of the
/// likelihood: Hinkley 1970, Biometrika 57:1).
Onset onsetOf(std::span<const SeriesPoint> series);

/// The mean time as the logarithm of how many times what the sizes of its inputs take in all windows together
/// (indirect standardisation: see mix.h). The window's own level and its calls' noise are weighed as those of
/// facts: thirty calls vary as much as a window does.
std::vector<SeriesPoint> timeSeries(Windows before, Windows after);
std::vector<SeriesPoint> errorSeries(Windows before, Windows after);      ///< errors over calls
std::vector<SeriesPoint> keptSeries(Windows before, Windows after);       ///< bytes that a call keeps
std::vector<SeriesPoint> allocatedSeries(Windows before, Windows after);  ///< bytes that a call allocates

}  // namespace assay::insight
