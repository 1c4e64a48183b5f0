// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From one period to another: by which factor, how sure that is, how likely by chance.
#pragma once

#include <optional>

#include "insight/clusters.h"

namespace assay::insight {

/// after / before.
struct Change {
  Estimate factor;          ///< > 1: more; interval of `confidence`, from 0 to infinite when nothing is known
  double chanceOfMore = 1;  ///< one-sided p: as much more or yet more by chance, when there was none
  double chanceOfLess = 1;

  bool operator==(const Change&) const = default;
};

/// A logarithm and what it varies. Where durations are sorted into buckets, `resolution` is by how much the
/// logarithm may be off for that alone: no chance, so it is added to the interval, and taken off what is
/// tested.
struct Logarithm {
  double value = 0;
  double variance = 0;
  double degrees = 0;
  double resolution = 0;
};

/// The logarithm of a ratio above zero, by the delta method (Casella & Berger 2002, Statistical Inference,
/// 5.5.4). Nothing when it is zero or has no variance.
std::optional<Logarithm> logarithmOf(const Ratio& ratio);

/// Welch's test and interval of the difference of logarithms (Welch 1947, Biometrika 34:28; degrees of
/// freedom by Satterthwaite 1946, Biometrics Bulletin 2:110).
Change changeOf(const Logarithm& before, const Logarithm& after, double confidence = kConfidence);

/// The same for ratios; a change of which nothing is known when there is no logarithm.
Change changeOf(const Ratio& before, const Ratio& after, double confidence = kConfidence);

/// after - before, of what may be zero or below it.
struct Difference {
  Estimate difference;      ///< from -infinite to infinite when nothing is known
  double chanceOfMore = 1;  ///< one-sided p, as that of a Change

  bool operator==(const Difference&) const = default;
};

/// Welch's likewise, of the ratios themselves.
Difference differenceOf(const Ratio& before, const Ratio& after, double confidence = kConfidence);

}  // namespace assay::insight
