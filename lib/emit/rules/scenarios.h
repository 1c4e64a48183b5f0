// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Made-up days of functions, each with the alerts that must come at a given minute. What is not named must
// not come.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "emit/rules/alerts.h"
#include "emit/rules/rules.h"
#include "emit/rules/simulation.h"

namespace assay::emit::rules {

/// An alert that comes: of which function (null: of the job or instance), and what the templates that depend
/// on numbers give.
struct Coming {
  Kind kind;
  const SimulatedFunction* function = nullptr;
  std::vector<std::pair<std::string, std::string>> rendered = {};  ///< template -> its text
};

struct Moment {
  unsigned minute = 0;
  std::vector<Coming> coming = {};
};

struct Scenario {
  std::string name;
  std::vector<SeriesText> series;
  std::vector<Moment> moments;

  void add(std::vector<SeriesText> more);
};

inline constexpr unsigned kHourOfMinutes = 60;
inline constexpr unsigned kDayOfMinutes = 24 * kHourOfMinutes;

/// Who plays, and the numbers that suit the options. Numbers of calls and seconds are whole where it matters:
/// sums of decimal fractions go astray, and a counter that stands still could seem to go back. Moments are
/// those, five minutes apart, at which promtool evaluates.
struct Stage {
  const Request* request = nullptr;
  SimulatedFunction first, second;
  std::map<std::uint64_t, SimulatedFunction> others;  ///< of the manifest, those that have thresholds
  double calls = 100;                                 ///< a minute, in hundreds: more than enough
  double times = 3;                                   ///< as slow: well above the factor
  unsigned history = 240;                             ///< minutes before something happens
};

/// The functions are the manifest's first that have no thresholds, or made-up ones.
Stage stageFor(const Request& request, const model::Manifest& manifest);

/// So many calls in an hour, or just above, as calls of a minute that add up without a remainder.
double callsOfHour(double calls);

/// "3.0" for each template that shows a number with one digit behind the point.
std::vector<std::pair<std::string, std::string>> timesText(double value);

std::vector<Scenario> scenariosOfTraffic(const Stage& stage);
std::vector<Scenario> scenariosOfTime(const Stage& stage);
std::vector<Scenario> scenariosOfErrors(const Stage& stage);
std::vector<Scenario> scenariosOfLevels(const Stage& stage);
std::vector<Scenario> scenariosOfThresholds(const Stage& stage);

}  // namespace assay::emit::rules
