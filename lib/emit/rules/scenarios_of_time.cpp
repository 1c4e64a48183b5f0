// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Days on which a function gets slower: by itself, with its inputs, for a moment.
#include <fmt/format.h>

#include <cmath>

#include "emit/rules/scenarios.h"

namespace assay::emit::rules {
namespace {

constexpr double kUsual = 1;  // seconds of a call

std::string oneDigit(double value) {
  return fmt::format("{:.1f}", value);
}

// With sizes and types, so that all three ways to look at it agree.
Traffic withInputs(double calls, double seconds) {
  const double half = calls / 2;
  return {.calls = calls,
          .seconds = seconds,
          .size = 100,
          .types = {{"Circle", half, 0, seconds}, {"Square", half, 0, seconds}}};
}

Coming slower(const Stage& stage, double value, double sizes, double sameMix) {
  Coming coming = {Kind::LatencyRegression, &stage.first, timesText(value)};
  coming.rendered.emplace_back(
      sizeGrowthText(), sizes == 0 ? "" : fmt::format(" Its inputs are {} times as large.", oneDigit(sizes)));
  coming.rendered.emplace_back(
      sameMixText(),
      sameMix == 0 ? ""
                   : fmt::format(" With the mix of input types that it had: {} times.", oneDigit(sameMix)));
  return coming;
}

Scenario ofOneFunction(const Stage& stage, std::string name, const std::vector<Phase>& phases) {
  Scenario scenario = {std::move(name), functionSeries(stage.first, phases), {}};
  scenario.add(instanceSeries(phases));
  return scenario;
}

Scenario codeGotSlower(const Stage& stage) {
  Scenario scenario = ofOneFunction(stage, "the code gets slower, with the same inputs",
                                    {{stage.history, withInputs(stage.calls, kUsual)},
                                     {kHourOfMinutes, withInputs(stage.calls, kUsual * stage.times)}});
  scenario.moments = {{stage.history},
                      {stage.history + 5},
                      {stage.history + kHourOfMinutes,
                       {slower(stage, stage.times, 1, stage.times),
                        {Kind::SlowerPerInput, &stage.first, timesText(stage.times)},
                        {Kind::SlowerSameMix, &stage.first, timesText(stage.times)}}}};
  return scenario;
}

Scenario inputsGrow(const Stage& stage) {
  const Traffic small = {.calls = stage.calls, .seconds = kUsual, .size = 100};
  const Traffic large = {.calls = stage.calls, .seconds = kUsual * stage.times, .size = 100 * stage.times};
  Scenario scenario = ofOneFunction(stage, "inputs grow, and the time with them",
                                    {{stage.history, small}, {kHourOfMinutes, large}});
  scenario.moments = {{stage.history},
                      {stage.history + kHourOfMinutes, {slower(stage, stage.times, stage.times, 0)}}};
  return scenario;
}

// Few calls of a type that always took long become many.
Traffic mixed(const Stage& stage, double shareOfSlow, double secondsOfSlow) {
  const double slow = stage.calls * shareOfSlow, quick = stage.calls - slow;
  return {.calls = stage.calls,
          .seconds = (quick * kUsual + slow * secondsOfSlow) / stage.calls,
          .types = {{"Circle", quick, 0, kUsual}, {"Polygon", slow, 0, secondsOfSlow}}};
}

Scenario mixChanges(const Stage& stage) {
  const double slow = kUsual * 10 * stage.times;
  const Traffic usual = mixed(stage, 0.03, slow), changed = mixed(stage, 0.97, slow);
  Scenario scenario = ofOneFunction(stage, "slow types of input become frequent",
                                    {{stage.history, usual}, {kHourOfMinutes, changed}});
  scenario.moments = {
      {stage.history},
      {stage.history + kHourOfMinutes, {slower(stage, changed.seconds / usual.seconds, 0, 1)}}};
  return scenario;
}

// What lifts the mean of an hour above the factor within a minute.
double spikeFor(double factor) {
  return 63 * factor - 59;
}

// One minute that is slow and allocates; the many calls after it take the means of the hour down again.
Scenario shortSpike(const Stage& stage) {
  constexpr double kBytes = 1024;
  Traffic usual = withInputs(stage.calls, kUsual), many = withInputs(20 * stage.calls, kUsual);
  Traffic spike = withInputs(stage.calls, kUsual * spikeFor(stage.request->options.latencyFactor));
  for (Traffic* traffic : {&usual, &spike, &many}) traffic->allocated = traffic->freed = kBytes;
  spike.allocated = spike.freed = kBytes * spikeFor(stage.request->options.memoryFactor);
  Scenario scenario = ofOneFunction(stage, "a spike that is over before it counts",
                                    {{244, usual}, {1, spike}, {kHourOfMinutes, many}});
  scenario.moments = {{245}, {250}, {255}, {305}};
  return scenario;
}

// Above the factor by half of what the hour itself would lift a mean that it is in. It takes the whole hour
// to get there, and then the time for which an alert waits; by then the day has slow calls in it too.
Scenario hourIsNotInItsDay(const Stage& stage) {
  constexpr unsigned kLater = kHourOfMinutes + 15;
  const double factor = stage.request->options.latencyFactor;
  const double ratio = std::round(1024 * factor * std::sqrt(23 / (24 - factor))) / 1024;
  double day = 1;
  for (unsigned minute = 1; minute <= kLater - kHourOfMinutes; ++minute)
    day += (ratio - 1) * minute / 15 / kDayOfMinutes;
  const Traffic usual = {.calls = stage.calls, .seconds = kUsual},
                slow = {.calls = stage.calls, .seconds = kUsual * ratio};
  Scenario scenario = ofOneFunction(stage, "the hour is not in the day that it is compared with",
                                    {{kDayOfMinutes + kHourOfMinutes, usual}, {kLater, slow}});
  scenario.moments = {{kDayOfMinutes + kHourOfMinutes},
                      {kDayOfMinutes + kHourOfMinutes + kLater, {slower(stage, ratio / day, 0, 0)}}};
  return scenario;
}

}  // namespace

std::vector<Scenario> scenariosOfTime(const Stage& stage) {
  std::vector<Scenario> scenarios = {codeGotSlower(stage), inputsGrow(stage), mixChanges(stage),
                                     shortSpike(stage)};
  if (!stage.request->options.literal) scenarios.push_back(hourIsNotInItsDay(stage));
  return scenarios;
}

}  // namespace assay::emit::rules
