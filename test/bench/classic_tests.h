// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the judge is compared with: a test of fixed length, once as it is meant and once as it is used, and
// the judgement of canary tools. All of them take windows as they are, one number each.
#pragma once

#include <span>
#include <vector>

#include "insight/arms.h"

namespace assay::bench {

/// One window of both arms as a canary tool sees it.
struct WindowMetrics {
  double time[2] = {};     ///< mean, nanoseconds; old, new
  double logTime[2] = {};  ///< mean of logarithms
  double tail[2] = {};     ///< 0.99-quantile
  double calls[2] = {};
  double errors[2] = {};
};
WindowMetrics metricsOf(const insight::ExperimentWindow& window);

/// Student's paired test of the windows' mean logarithms and of their quantiles, Fisher's of all errors:
/// whether any says that the new function is worse, at 0.05 / 3 each.
bool fixedSaysWorse(std::span<const WindowMetrics> windows);

/// Kayenta's judge (NetflixACAJudge-v1.0) as its documentation has it: Mann-Whitney at 0.98 with a tolerance
/// of 0.25 of the shift, over mean, quantile and error rate of the windows, each critical; "High" in any is a
/// failure.
bool canarySaysWorse(std::span<const WindowMetrics> windows);

}  // namespace assay::bench
