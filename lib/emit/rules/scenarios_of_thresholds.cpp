// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Functions with thresholds of their own, on both sides of them: for each kind of threshold the first
// function that has one.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "emit/rules/objectives.h"
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

// Within its budget, then beyond it. Long windows have no more than what is played.
void addObjective(const Stage& stage, std::vector<Scenario>& scenarios) {
  const Limited limited = firstWith(stage, &Thresholds::objective);
  if (limited.function == nullptr || limited.thresholds.errorRatio || stage.request->options.literal) return;
  const double budget = errorBudget(limited.thresholds), usual = farBelowItsMean(limited.thresholds);
  const double ratio = std::min(1.0, std::max(0.1, 20 * budget));
  const double hours = stage.history / kMinute + 1;
  const auto traffic = [&](double share) {
    return Traffic{.calls = stage.calls, .errors = stage.calls * share, .seconds = usual};
  };
  Scenario scenario = played("errors use up a function's budget", *limited.function,
                             {{stage.history, traffic(budget / 2)}, {kHourOfMinutes, traffic(ratio)}});
  const double day = (budget / 2 * (hours - 1) + ratio) / hours;
  const double slowly = day > 3 * budget ? (budget / 2 + ratio) / 2 : day;
  const auto share = [](double value) {
    return std::vector<std::pair<std::string, std::string>>{
        {"{{ $value | humanizePercentage }}", humanPercentage(value)}};
  };
  Coming errors = {Kind::ErrorRate, limited.function, share(ratio)};
  errors.rendered.emplace_back(beforeText(), fmt::format(" It was {}.", humanPercentage(budget / 2)));
  scenario.moments = {
      {stage.history},
      {stage.history + kHourOfMinutes, {errors, {Kind::BudgetBurnsSlowly, limited.function, share(slowly)}}}};
  if (ratio > kFastBurns[0].times * budget)
    scenario.moments.back().coming.push_back({Kind::BudgetBurnsFast, limited.function, share(ratio)});
  scenarios.push_back(std::move(scenario));
}

// What the other alerts say of inputs that grew by `size`, and of time by `time`.
std::vector<Coming> slowerWithInputs(const Stage& stage, const Limited& limited, double size, double time) {
  const double general = stage.request->options.latencyFactor;
  std::vector<Coming> coming;
  if (time > limited.thresholds.latencyFactor.value_or(general)) {
    coming.push_back({Kind::LatencyRegression, limited.function, timesText(time)});
    coming.back().rendered.emplace_back(sizeGrowthText(),
                                        fmt::format(" Its inputs are {:.1f} times as large.", size));
    coming.back().rendered.emplace_back(sameMixText(), "");
  }
  if (time / size > general && time > general)
    coming.push_back({Kind::SlowerPerInput, limited.function, timesText(time / size)});
  return coming;
}

// Inputs grow by so much that one power more is slower than any factor.
void addComplexity(const Stage& stage, std::vector<Scenario>& scenarios) {
  const Limited limited = firstWith(stage, &Thresholds::sizeExponent);
  if (limited.function == nullptr || stage.request->options.literal) return;
  const double exponent = *limited.thresholds.sizeExponent;
  const double size = 2 * std::ceil(std::max(stage.request->options.latencyFactor,
                                             limited.thresholds.latencyFactor.value_or(0)));
  const double most = std::pow(size, exponent + 1);
  const double usual = farBelowItsMean(limited.thresholds) / most;
  const auto grown = [&](const char* name, double time) {
    Scenario scenario =
        played(name, *limited.function,
               {{stage.history, {.calls = stage.calls, .seconds = usual, .size = 100}},
                {kHourOfMinutes, {.calls = stage.calls, .seconds = usual * time, .size = 100 * size}}});
    scenario.moments = {{stage.history},
                        {stage.history + kHourOfMinutes, slowerWithInputs(stage, limited, size, time)}};
    return scenario;
  };
  Scenario above = grown("time grows by more than the tag's complexity", most);
  above.moments.back().coming.push_back({Kind::Complexity, limited.function, timesText(exponent + 1)});
  scenarios.push_back(grown("time grows as the tag's complexity says", std::pow(size, exponent)));
  scenarios.push_back(std::move(above));
}

}  // namespace

std::vector<Scenario> scenariosOfThresholds(const Stage& stage) {
  std::vector<Scenario> scenarios;
  addOwnFactor(stage, scenarios);
  addOwnMean(stage, scenarios);
  addOwnErrors(stage, scenarios);
  addObjective(stage, scenarios);
  addComplexity(stage, scenarios);
  return scenarios;
}

}  // namespace assay::emit::rules
