// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Days on which something stays that should go: calls that do not return, memory.
#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "emit/rules/scenarios.h"
#include "vocabulary/metrics.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

constexpr double kMebibyte = 1024.0 * 1024.0;
constexpr unsigned kPieceOfMinutes = 5;
constexpr unsigned kPiecesOfDay = kDayOfMinutes / kPieceOfMinutes + 1;  // both ends of the range count

// Two calls of one function hang, for so many there were none; of the other one ten times as many come, and
// are under way.
Scenario callsDoNotReturn(const Stage& stage) {
  constexpr unsigned kLater = 95;
  const Traffic usual = {.calls = stage.calls}, quick = {.calls = stage.calls, .seconds = 0.01};
  const Traffic busy = {.calls = 10 * stage.calls, .open = std::floor(10 * stage.calls / 60)};
  Traffic hanging = quick;
  hanging.open = 3;
  Scenario scenario = {"calls that do not return, and more calls than before",
                       functionSeries(stage.first, {{stage.history, quick}, {kLater, hanging}}),
                       {}};
  scenario.add(functionSeries(stage.second, {{stage.history, usual}, {kLater, busy}}));
  scenario.add(instanceSeries({{stage.history + kLater, usual}}));
  scenario.moments = {{stage.history},
                      {stage.history + kHourOfMinutes},
                      {stage.history + kLater,
                       {{Kind::NeverReturns, &stage.first, {{"{{ $value | printf \"%.0f\" }}", "3"}}}}}};
  return scenario;
}

// As Prometheus' humanize1024 has it.
std::string human1024(double value) {
  std::string_view prefix;
  for (const std::string_view next : {"ki", "Mi", "Gi", "Ti", "Pi"}) {
    if (std::fabs(value) < 1024) break;
    prefix = next;
    value /= 1024;
  }
  return fmt::format("{:.4g}{}", value, prefix);
}

// A level that rises to `times` its height, when so many pieces of the day have the new one.
double growthSeen(double times, unsigned newPieces) {
  return times / (1 + (times - 1) * newPieces / kPiecesOfDay);
}

Scenario memoryGrows(const Stage& stage) {
  constexpr unsigned kBefore = kDayOfMinutes + 2 * kHourOfMinutes, kLater = 80;
  const double times = std::ceil(2 * stage.request->options.memoryFactor);
  const Traffic usual = {.calls = stage.calls, .allocated = kMebibyte, .freed = kMebibyte};
  Traffic keeping = usual;
  keeping.allocated = times * kMebibyte;
  const std::vector<Phase> phases = {{kBefore, usual}, {kLater, keeping}};
  Scenario scenario = {
      "processes have more memory, and calls allocate more", functionSeries(stage.first, phases), {}};
  Course resident(100 * kMebibyte);
  resident.rise(kBefore, 0);
  resident.set(100 * times * kMebibyte);
  resident.rise(kLater, 0);
  scenario.add(instanceSeries(phases));
  scenario.add({{seriesName(v::kResidentMemoryBytes, {}), resident.text()}});
  const double kept = (times - 1) * kMebibyte * stage.calls * kHourOfMinutes;
  Coming perCall = {Kind::MemoryPerCall, &stage.first, timesText(times)};
  perCall.rendered.emplace_back(sizeGrowthText(), "");
  Coming later = perCall;
  // A piece is of the quarter of an hour before it: of the last four the first two are a third and two thirds
  // new.
  later.rendered.front() = timesText(growthSeen(times, 3)).front();
  Coming growth = {Kind::MemoryGrowth, nullptr, timesText(growthSeen(times, kLater / kPieceOfMinutes - 12))};
  growth.rendered.emplace_back(keptText(Windows()), fmt::format(" {} kept {}B of what it allocated.",
                                                                stage.first.name, human1024(kept)));
  scenario.moments = {{kBefore}, {kBefore + kHourOfMinutes, {perCall}}, {kBefore + kLater, {later, growth}}};
  return scenario;
}

// For a while there are more calls under way and more memory than ever; for minutes no process runs, guards
// are off and a segment cannot be read.
Scenario forAMoment(const Stage& stage) {
  constexpr unsigned kBefore = kDayOfMinutes + 2 * kHourOfMinutes, kHigh = 25, kMinutes = 5;
  const Traffic usual = {.calls = stage.calls, .seconds = 0.01};
  Traffic hanging = usual;
  hanging.open = 3;
  Scenario scenario = {
      "levels that are high for a moment",
      functionSeries(stage.first, {{kBefore, usual}, {kHigh, hanging}, {kHourOfMinutes, usual}}),
      {}};
  const auto high = [](double low, double value, unsigned minutes) {
    Course course(low);
    course.rise(kBefore, 0);
    course.set(value);
    course.rise(minutes, 0);
    course.set(low);
    course.rise(kHigh + kHourOfMinutes - minutes, 0);
    return course.text();
  };
  const double times = std::ceil(4 * stage.request->options.memoryFactor);
  scenario.add({{seriesName(v::kResidentMemoryBytes, {}), high(kMebibyte, times * kMebibyte, kHigh)},
                {seriesName(v::kProcesses, {{v::kLabelState, v::kStateRunning}}), high(1, 0, kMinutes)},
                {seriesName(v::kGuardsOff, {}), high(0, 1, kMinutes)},
                {seriesName(v::kUnreadableSegments, {}), high(0, 1, kMinutes)},
                {seriesName(v::kLostCallsTotal, {}), high(0, 0, kMinutes)}});
  for (unsigned minute = kBefore; minute <= kBefore + kHigh + 15; minute += 5)
    scenario.moments.push_back({minute});
  return scenario;
}

}  // namespace

std::vector<Scenario> scenariosOfLevels(const Stage& stage) {
  return {callsDoNotReturn(stage), memoryGrows(stage), forAMoment(stage)};
}

}  // namespace assay::emit::rules
