// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions with thresholds of their own, on both sides of them: for each kind of threshold the first
// function that has one.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "emit/rules/scenarios.h"

namespace assay::emit::rules {
namespace {

constexpr unsigned kLongEnough = 180;
constexpr double kMinute = 60;

struct Limited {
  const SimulatedFunction* function = nullptr;  // of the stage; null = nobody has such a threshold
  Thresholds thresholds;
};

template <class Member>
Limited firstWith(const Stage& stage, Member member) {
  for (const auto& [id, thresholds] : stage.request->thresholds)
    if (const auto found = stage.others.find(id);
        (thresholds.*member).has_value() && found != stage.others.end())
      return {&found->second, thresholds};
  return {};
}

Scenario played(std::string name, const SimulatedFunction& function, const std::vector<Phase>& phases) {
  Scenario scenario = {std::move(name), functionSeries(function, phases), {}};
  scenario.add(instanceSeries(phases));
  return scenario;
}

// As Prometheus' humanizeDuration and humanizePercentage have it, the first below a minute.
std::string humanDuration(double seconds) {
  std::string_view prefix;
  for (const std::string_view next : {"m", "u", "n"}) {
    if (seconds >= 1) break;
    prefix = next;
    seconds *= 1000;
  }
  return fmt::format("{:.4g}{}s", seconds, prefix);
}

std::string humanPercentage(double ratio) {
  return fmt::format("{:.4g}%", ratio * 100);
}

// Where time is not what the scenario is about.
double farBelowItsMean(const Thresholds& thresholds) {
  return thresholds.meanSeconds.value_or(100) / 100;
}

void addOwnFactor(const Stage& stage, std::vector<Scenario>& scenarios) {
  const Limited limited = firstWith(stage, &Thresholds::latencyFactor);
  if (limited.function == nullptr || stage.request->options.literal) return;
  const double factor = *limited.thresholds.latencyFactor;
  const double more = std::ceil(13 * factor) / 10;  // with one digit, as it is shown
  const double usual = farBelowItsMean(limited.thresholds);
  const auto phases = [&](double times) {
    return std::vector<Phase>{{stage.history, {.calls = stage.calls, .seconds = usual}},
                              {kHourOfMinutes, {.calls = stage.calls, .seconds = usual * times}}};
  };
  Scenario below = played("slower, and below the function's own factor", *limited.function,
                          phases(1 + 0.9 * (factor - 1)));
  below.moments = {{stage.history}, {stage.history + kHourOfMinutes}};
  Scenario above = played("slower, and above the function's own factor", *limited.function, phases(more));
  Coming coming = {Kind::LatencyRegression, limited.function, timesText(more)};
  coming.rendered.emplace_back(sizeGrowthText(), "");
  coming.rendered.emplace_back(sameMixText(), "");
  above.moments = {{stage.history}, {stage.history + kHourOfMinutes, {std::move(coming)}}};
  scenarios.push_back(std::move(below));
  scenarios.push_back(std::move(above));
}

void addOwnMean(const Stage& stage, std::vector<Scenario>& scenarios) {
  const Limited limited = firstWith(stage, &Thresholds::meanSeconds);
  if (limited.function == nullptr || 1.7 * *limited.thresholds.meanSeconds >= kMinute) return;
  const double limit = *limited.thresholds.meanSeconds;
  const auto phases = [&](double seconds) {
    return std::vector<Phase>{{kLongEnough, {.calls = stage.calls, .seconds = seconds}}};
  };
  Scenario below = played("below the function's own limit of time", *limited.function, phases(0.9 * limit));
  below.moments = {{kLongEnough}};
  Scenario above = played("above the function's own limit of time", *limited.function, phases(1.7 * limit));
  above.add(functionSeries(stage.first, phases(1.7 * limit)));
  above.moments = {{5},
                   {kLongEnough,
                    {{Kind::LatencyLimit,
                      limited.function,
                      {{"{{ $value | humanizeDuration }}", humanDuration(1.7 * limit)}}}}}};
  scenarios.push_back(std::move(below));
  scenarios.push_back(std::move(above));
}

void addOwnErrors(const Stage& stage, std::vector<Scenario>& scenarios) {
  const Limited limited = firstWith(stage, &Thresholds::errorRatio);
  if (limited.function == nullptr) return;
  const double limit = *limited.thresholds.errorRatio, more = std::min(3 * limit, (1 + limit) / 2);
  const double usual = farBelowItsMean(limited.thresholds);
  const double calls = std::max(stage.calls, std::ceil(1 / std::min(limit, 1 - limit)));
  const auto phases = [&](double ratio) {
    return std::vector<Phase>{{kLongEnough, {.calls = calls, .errors = calls * ratio, .seconds = usual}}};
  };
  Scenario below = played("below the function's own limit of errors", *limited.function, phases(0.8 * limit));
  below.moments = {{kLongEnough}};
  Scenario above = played("above the function's own limit of errors", *limited.function, phases(more));
  above.add(functionSeries(stage.first, phases(more)));
  above.moments = {{5},
                   {kLongEnough,
                    {{Kind::ErrorLimit,
                      limited.function,
                      {{"{{ $value | humanizePercentage }}", humanPercentage(more)}}}}}};
  scenarios.push_back(std::move(below));
  scenarios.push_back(std::move(above));
}

}  // namespace

std::vector<Scenario> scenariosOfThresholds(const Stage& stage) {
  std::vector<Scenario> scenarios;
  addOwnFactor(stage, scenarios);
  addOwnMean(stage, scenarios);
  addOwnErrors(stage, scenarios);
  return scenarios;
}

}  // namespace assay::emit::rules
