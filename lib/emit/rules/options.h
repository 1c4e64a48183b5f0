// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What can be asked of the rules as a whole, with the bounds within which they, and their tests, make sense.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/expected.h"

namespace assay::emit::rules {

/// The kinds of alerts; alert_table.h has a row for each.
enum class Kind {
  LatencyRegression,
  SlowerPerInput,
  SlowerSameMix,
  Complexity,
  MemoryPerCall,
  LatencyLimit,
  ErrorRate,
  ErrorsGathered,
  ErrorsBySize,
  ErrorLimit,
  BudgetBurnsFast,
  BudgetBurnsSlowly,
  NeverReturns,
  Silence,
  MemoryGrowth,
  NoProcesses,
  NoData,
  GuardsOff,
  LostCalls,
  UnreadableSegments,
};

/// All durations of the rules; divided by the scale when a test wants a day to pass in minutes.
class Windows {
 public:
  using Milliseconds = std::chrono::milliseconds;
  explicit Windows(unsigned scale = 1) : scale_(scale) {}

  [[nodiscard]] Milliseconds recent() const { return Milliseconds(std::chrono::hours(1)) / scale_; }
  [[nodiscard]] Milliseconds before() const { return Milliseconds(std::chrono::hours(24)) / scale_; }
  [[nodiscard]] Milliseconds piece() const { return Milliseconds(std::chrono::minutes(15)) / scale_; }
  [[nodiscard]] Milliseconds betweenPieces() const { return Milliseconds(std::chrono::minutes(5)) / scale_; }
  /// What is compared with is read for as long as Prometheus looks back, five minutes, and has to be new
  /// before that, however late it is written.
  [[nodiscard]] Milliseconds betweenDays() const { return Milliseconds(std::chrono::minutes(4)) / scale_; }
  [[nodiscard]] Milliseconds hold() const { return Milliseconds(std::chrono::minutes(10)) / scale_; }
  [[nodiscard]] Milliseconds scaled(Milliseconds time) const { return time / scale_; }
  [[nodiscard]] Milliseconds interval() const { return Milliseconds(std::chrono::minutes(1)) / scale_; }

 private:
  unsigned scale_;
};

struct Options {
  double latencyFactor = 1.5;
  double errorFactor = 2;
  double memoryFactor = 1.5;
  unsigned minCalls = 30;  ///< in the hour, and on the day before it
  unsigned minErrors = 5;  ///< in the hour
  bool literal = false;    ///< the playbook's two alerts word for word
  unsigned timeScale = 1;
  std::string pageUrl = {};  ///< of the page of `assay serve`, without a slash at its end; empty = not known
  std::map<Kind, std::string> severities =
      {};  ///< where they are not the usual ones; "off" leaves the alert out
};

inline constexpr const char* kOff = "off";
/// A baseline error ratio below this counts as this: nobody is woken for the second error in a million calls.
inline constexpr double kSmallestErrorRatio = 0.001;
inline constexpr unsigned kLargestTimeScale = 3600;

/// A factor from 1.1 to 10.
bool isFactor(double value);
/// Decimal digits with at most one point, above 0.
std::optional<double> positiveNumber(std::string_view text);

/// `http://…` or `https://…` without what would end it in a template, slashes at its end taken off. Fails
/// (Usage) on anything else.
Expected<std::string> readPageUrl(std::string_view text);

/// Each word is `KIND=SEVERITY`; `all=…` is for every kind that has no word of its own. Fails (Usage) on an
/// unknown kind and on a severity that is no word of letters, digits, `-` and `_`.
Expected<std::map<Kind, std::string>> readSeverities(const std::vector<std::string>& words);

/// "1h", "90s", "1500ms": as PromQL has it.
std::string durationText(std::chrono::milliseconds duration);

}  // namespace assay::emit::rules
