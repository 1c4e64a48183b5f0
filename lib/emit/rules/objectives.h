// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Service level objectives of functions, over 30 days: an alert comes when the errors that an objective
// leaves are used up too fast, over a long time and still over a short one. Windows and rates are those of
// Google's Site Reliability Workbook (chapter 5, "Alerting on SLOs", 6: multiwindow, multi-burn-rate), as
// Sloth generates them for the same objective.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <vector>

#include "emit/rules/recorded.h"
#include "emit/rules/thresholds.h"

namespace assay::emit::rules {

/// So many times as fast as the budget of 30 days lasts, in both windows.
struct Burn {
  std::chrono::minutes shortly;
  std::chrono::minutes longer;
  double times;
};
inline constexpr std::chrono::hours kDay{24};
inline constexpr Burn kFastBurns[] = {{std::chrono::minutes(5), std::chrono::hours(1), 14.4},
                                      {std::chrono::minutes(30), std::chrono::hours(6), 6}};
inline constexpr Burn kSlowBurns[] = {{std::chrono::hours(2), kDay, 3}, {std::chrono::hours(6), 3 * kDay, 1}};

/// The share of calls that may fail, digit by digit what Sloth writes for the same objective.
double errorBudget(const Thresholds& thresholds);

/// Any of the burns, of a function with an objective. The value is the share of errors in the short window.
std::string burning(std::span<const Burn> burns, const Windows& windows);

/// Budgets, and shares of errors over each window; empty where no function has an objective. Nothing is read
/// of other functions.
std::vector<RecordingRule> recordedObjectives(const ThresholdsById& thresholds, const Windows& windows);

}  // namespace assay::emit::rules
