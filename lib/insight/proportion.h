// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rates of errors: intervals that hold for no error and for few calls, and a test for change that needs no
// baseline above zero.
#pragma once

#include "insight/interval.h"

namespace assay::insight {

/// `events` of `trials`, 0 <= events <= trials. Not always whole: see effectiveCount() in clusters.h.
struct Count {
  double events = 0;
  double trials = 0;

  [[nodiscard]] double rate() const { return trials > 0 ? events / trials : 0; }
  bool operator==(const Count&) const = default;
};

/// The rate with Wilson's score interval (Wilson 1927, JASA 22:209; Brown, Cai & DasGupta 2001, Statistical
/// Science 16:101), in [0, 1]. Of no trials: 0 in [0, 1].
Estimate wilson(const Count& count, double confidence = kConfidence);

/// after - before, with Newcombe's hybrid score interval (Newcombe 1998, Statistics in Medicine 17:873,
/// method 10), in [-1, 1].
Estimate differenceOfRates(const Count& before, const Count& after, double confidence = kConfidence);

/// of / to, with the interval of MOVER-R from the two Wilson intervals (Newcombe 2016, Statistical Methods in
/// Medical Research 25:1774). Infinite where `to` has no event. 1 in [0, infinity) where neither has one.
Estimate ratioOfRates(const Count& of, const Count& to, double confidence = kConfidence);

/// How likely it is by chance alone that `after` has at least as many of the events of both: Fisher's exact
/// test, one-sided, half of the probability of what was seen itself counted (mid-p: Lancaster 1961, JASA
/// 56:223). Numbers are rounded to whole ones. In (0, 1]; 1 when there is no event at all.
double chanceOfMore(const Count& before, const Count& after);

}  // namespace assay::insight
