// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Days on which nothing must come, whatever else happens, and those on which calls, processes or data stay
// away.
#include <algorithm>
#include <cmath>
#include <utility>

#include "emit/rules/scenarios.h"
#include "vocabulary/metrics.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

Traffic usual(const Stage& stage) {
  const double half = stage.calls / 2;
  return {.calls = stage.calls,
          .errors = stage.calls / 100,
          .size = 100,
          .types = {{"Circle", half, half / 100, 1}, {"Square", half, half / 100, 1}}};
}

Scenario withBoth(const Stage& stage, std::string name, const std::vector<Phase>& phases) {
  Scenario scenario = {std::move(name), functionSeries(stage.first, phases), {}};
  scenario.add(functionSeries(stage.second, phases));
  scenario.add(instanceSeries(phases));
  return scenario;
}

Scenario steady(const Stage& stage) {
  Scenario scenario = withBoth(stage, "steady", {{300, usual(stage)}});
  scenario.moments = {{5}, {75}, {180}, {300}};
  return scenario;
}

// Ten times as slow, with as much more memory, and every call fails; but there are not enough of them to say
// so.
Scenario lowTraffic(const Stage& stage) {
  const double few = callsOfHour(0.5 * stage.request->options.minCalls);
  const auto traffic = [few](double errors, double seconds) {
    return Traffic{.calls = few,
                   .errors = errors,
                   .seconds = seconds,
                   .size = 100,
                   .types = {{"Circle", few, errors, seconds}},
                   .allocated = 1024 * seconds,
                   .freed = 1024 * seconds};
  };
  Scenario scenario =
      withBoth(stage, "low traffic", {{240, traffic(0, 1)}, {kHourOfMinutes, traffic(few, 10)}});
  scenario.moments = {{240}, {270}, {300}};
  return scenario;
}

// All at once there are many calls, which are slow, allocate and fail; but too few before to compare with.
Scenario fewBefore(const Stage& stage) {
  constexpr double kParts = 4096, kBytes = 1024;
  const Options& options = stage.request->options;
  const double few = std::ceil(0.5 * options.minCalls / kDayOfMinutes * kParts) / kParts;
  const double more = std::ceil(2 * std::max(options.latencyFactor, options.memoryFactor));
  const auto traffic = [](double calls, double failing, double times) {
    const double half = calls / 2;
    return Traffic{
        .calls = calls,
        .errors = calls * failing,
        .seconds = times,
        .size = 100,
        .types = {{"Circle", half, half * failing, times}, {"Square", half, half * failing, times}},
        .allocated = kBytes * times,
        .freed = kBytes * times};
  };
  Scenario scenario =
      withBoth(stage, "few calls on the day before",
               {{240, traffic(few, 0, 1)}, {kHourOfMinutes, traffic(stage.calls, 0.5, more)}});
  scenario.moments = {{240}, {270}, {300}};
  return scenario;
}

Scenario restart(const Stage& stage) {
  Scenario scenario = withBoth(stage, "a restart sets the counters back",
                               {{240, usual(stage)}, {75, usual(stage), Seen::Restarted}});
  scenario.moments = {{245}, {250}, {270}, {315}};
  return scenario;
}

Scenario shortGap(const Stage& stage) {
  Scenario scenario =
      withBoth(stage, "a short gap in what is scraped",
               {{240, usual(stage)}, {12, usual(stage), Seen::No}, {kHourOfMinutes, usual(stage)}});
  scenario.moments = {{245}, {250}, {255}, {265}, {310}};
  return scenario;
}

Scenario longGap(const Stage& stage) {
  Scenario scenario =
      withBoth(stage, "nothing is scraped for a long time",
               {{240, usual(stage)}, {90, usual(stage), Seen::No}, {kHourOfMinutes, usual(stage)}});
  const std::vector<Coming> noData = {{Kind::NoData}};
  scenario.moments = {{250}, {270, noData}, {325, noData}, {335}, {345}, {390}};
  return scenario;
}

// One function is not called any more, one of the job is gone with its instance's counters; processes run on.
Scenario silence(const Stage& stage) {
  const Traffic traffic = {.calls = stage.calls};
  const std::vector<Phase> always = {{kDayOfMinutes + 3 * kHourOfMinutes, traffic}};
  Scenario scenario = {"a function is not called any more", instanceSeries(always), {}};
  scenario.add(
      functionSeries(stage.first, {{kDayOfMinutes + kHourOfMinutes, traffic}, {2 * kHourOfMinutes, {}}}));
  scenario.add(functionSeries(
      stage.second, {{kDayOfMinutes + kHourOfMinutes, traffic}, {2 * kHourOfMinutes, {}, Seen::No}}));
  const std::vector<Coming> silent = {{Kind::Silence, &stage.first},
                                      {Kind::Silence, &stage.second, {{lineText(), kNotGiven}}}};
  scenario.moments = {{kDayOfMinutes + kHourOfMinutes},
                      {kDayOfMinutes + 2 * kHourOfMinutes},
                      {kDayOfMinutes + 2 * kHourOfMinutes + 20, silent},
                      {kDayOfMinutes + 3 * kHourOfMinutes, silent}};
  return scenario;
}

// It is called for twelve hours a day, and it is evening.
Scenario evening(const Stage& stage) {
  const Traffic day = {.calls = stage.calls}, night = {};
  const std::vector<Phase> always = {{720, day}, {720, night}, {720, day}, {150, night}};
  Scenario scenario = {"a function that rests at night", instanceSeries(always), {}};
  scenario.add(functionSeries(stage.first, always));
  scenario.moments = {{720 + 100}, {2160 + 100}, {2160 + 150}};
  return scenario;
}

Scenario noProcesses(const Stage& stage) {
  const Traffic traffic = {.calls = stage.calls};
  Scenario scenario = {
      "the last process ends",
      functionSeries(stage.first, {{kDayOfMinutes + kHourOfMinutes, traffic}, {2 * kHourOfMinutes, {}}}),
      {}};
  Course running(1), ended(0);
  running.rise(kDayOfMinutes + kHourOfMinutes, 0);
  running.set(0);
  running.rise(2 * kHourOfMinutes, 0);
  ended.rise(kDayOfMinutes + kHourOfMinutes, 0);
  ended.set(1);
  ended.rise(2 * kHourOfMinutes, 0);
  scenario.add({{seriesName(v::kProcesses, {{v::kLabelState, v::kStateRunning}}), running.text()},
                {seriesName(v::kProcesses, {{v::kLabelState, v::kStateEnded}}), ended.text()}});
  scenario.moments = {{kDayOfMinutes + kHourOfMinutes},
                      {kDayOfMinutes + kHourOfMinutes + 5},
                      {kDayOfMinutes + kHourOfMinutes + 20, {{Kind::NoProcesses}}},
                      {kDayOfMinutes + 2 * kHourOfMinutes + 50, {{Kind::NoProcesses}}}};
  return scenario;
}

Scenario lost(const Stage& stage) {
  const std::vector<Phase> phases = {{150, usual(stage)}};
  Scenario scenario = {"calls are lost, guards switched off, and a segment cannot be read",
                       functionSeries(stage.first, phases),
                       {}};
  Course running(1), lostCalls(0), unreadable(0), off(0);
  running.rise(150, 0);
  lostCalls.rise(120, 0);
  lostCalls.rise(30, 4);
  unreadable.rise(120, 0);
  off.rise(120, 0);
  off.set(1);
  off.rise(30, 0);
  unreadable.set(2);
  unreadable.rise(30, 0);
  scenario.add({{seriesName(v::kProcesses, {{v::kLabelState, v::kStateRunning}}), running.text()},
                {seriesName(v::kGuardsOff, {}), off.text()},
                {seriesName(v::kLostCallsTotal, {}), lostCalls.text()},
                {seriesName(v::kUnreadableSegments, {}), unreadable.text()}});
  const auto many = [](const char* number) {
    return std::vector<std::pair<std::string, std::string>>{{"{{ $value | printf \"%.0f\" }}", number}};
  };
  scenario.moments = {{120},
                      {125},
                      {150,
                       {{Kind::GuardsOff, nullptr, many("1")},
                        {Kind::LostCalls, nullptr, many("120")},
                        {Kind::UnreadableSegments, nullptr, many("2")}}}};
  return scenario;
}

}  // namespace

std::vector<Scenario> scenariosOfTraffic(const Stage& stage) {
  std::vector<Scenario> scenarios = {steady(stage),  restart(stage), shortGap(stage),    longGap(stage),
                                     silence(stage), evening(stage), noProcesses(stage), lost(stage)};
  if (stage.request->options.literal) return scenarios;
  scenarios.push_back(lowTraffic(stage));
  scenarios.push_back(fewBefore(stage));
  return scenarios;
}

}  // namespace assay::emit::rules
