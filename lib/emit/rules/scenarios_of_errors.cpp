// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Days on which calls fail: more often than before, for the first time, with some types of input.
#include <cmath>
#include <utility>

#include "emit/rules/scenarios.h"

namespace assay::emit::rules {
namespace {

Scenario ofFirst(const Stage& stage, std::string name, const std::vector<Phase>& phases) {
  Scenario scenario = {std::move(name), functionSeries(stage.first, phases), {}};
  scenario.add(instanceSeries(phases));
  return scenario;
}

// A part of the calls fails, whatever the type of the input is.
Traffic failing(const Stage& stage, double share) {
  const double half = stage.calls / 2;
  return {.calls = stage.calls,
          .errors = stage.calls * share,
          .types = {{"Circle", half, half * share, 1}, {"Square", half, half * share, 1}}};
}

Coming fails(const Stage& stage, const char* now, const char* before) {
  return {
      Kind::ErrorRate, &stage.first, {{"{{ $value | humanizePercentage }}", now}, {beforeText(), before}}};
}

Scenario failsMoreOften(const Stage& stage) {
  Scenario scenario = ofFirst(stage, "calls fail more often than before",
                              {{stage.history, failing(stage, 0.01)}, {kHourOfMinutes, failing(stage, 0.5)}});
  scenario.moments = {{stage.history},
                      {stage.history + kHourOfMinutes, {fails(stage, "50%", " It was 1%.")}}};
  return scenario;
}

Scenario failsAfterNone(const Stage& stage) {
  Scenario scenario = ofFirst(stage, "calls that never failed begin to fail",
                              {{stage.history, failing(stage, 0)}, {kHourOfMinutes, failing(stage, 0.1)}});
  scenario.moments = {{stage.history},
                      {stage.history + kHourOfMinutes, {fails(stage, "10%", " It was 0%.")}}};
  return scenario;
}

// A minute of errors of one type lifts the shares of the hour above the factor; the many calls after it take
// them down again.
Scenario shortSpikeOfErrors(const Stage& stage) {
  constexpr double kShare = 0.02;
  const double above = 2.5 * kShare * stage.request->options.errorFactor;
  const double more = std::ceil(60 * stage.calls * above / (1 - above)), many = 100 * stage.calls;
  const Traffic usual = failing(stage, kShare);
  Traffic spike = usual;
  spike.calls += more;
  spike.errors += more;
  spike.types.back().calls += more;
  spike.types.back().errors += more;
  const Traffic after = {.calls = 2 * many, .types = {{"Circle", many, 0, 1}, {"Square", many, 0, 1}}};
  Scenario scenario = ofFirst(stage, "errors of a minute, over before they count",
                              {{244, usual}, {1, spike}, {kHourOfMinutes, after}});
  scenario.moments = {{245}, {250}, {255}, {305}};
  return scenario;
}

// With as few calls as still count, so that one weighs as much as it can.
Scenario firstError(const Stage& stage) {
  const double few = callsOfHour(1.2 * stage.request->options.minCalls);
  Scenario scenario = ofFirst(stage, "the first error ever",
                              {{stage.history, {.calls = few}},
                               {1, {.calls = few + 1, .errors = 1}},
                               {kHourOfMinutes, {.calls = few}}});
  for (const unsigned later : {5U, 15U, 30U, 60U}) scenario.moments.push_back({stage.history + later});
  return scenario;
}

// The errors there always were, now all with one rare type.
Scenario gather(const Stage& stage) {
  const double rare = stage.calls / 25, usual = stage.calls - rare;
  const auto traffic = [&](double usualErrors, double rareErrors) {
    return Traffic{.calls = stage.calls,
                   .errors = usualErrors + rareErrors,
                   .types = {{"Circle", usual, usualErrors, 1}, {"Polygon", rare, rareErrors, 1}}};
  };
  Scenario scenario = ofFirst(stage, "errors gather in one type of input",
                              {{stage.history, traffic(stage.calls / 50, stage.calls / 1600)},
                               {kHourOfMinutes, traffic(0, rare / 2)}});
  scenario.moments = {
      {stage.history},
      {stage.history + kHourOfMinutes,
       {{Kind::ErrorsGathered, &stage.first, {{gatheredText(), " Polygon (50% of the calls)"}}}}}};
  return scenario;
}

// One type always fails: it did so the day before.
Scenario alwaysGathered(const Stage& stage) {
  const double rare = stage.calls / 25, usual = stage.calls - rare;
  const Traffic traffic = {.calls = stage.calls,
                           .errors = rare / 2,
                           .types = {{"Circle", usual, 0, 1}, {"Polygon", rare, rare / 2, 1}}};
  Scenario scenario =
      ofFirst(stage, "a type of input that has always failed", {{stage.history + kHourOfMinutes, traffic}});
  scenario.moments = {{stage.history}, {stage.history + kHourOfMinutes}};
  return scenario;
}

// The same by size; it goes on until it is no news any more.
Scenario gatherBySize(const Stage& stage) {
  constexpr unsigned kHours = 8 * kHourOfMinutes;
  const double rare = stage.calls / 25, usual = stage.calls - rare;
  const auto traffic = [&](double usualErrors, double rareErrors) {
    return Traffic{.calls = stage.calls,
                   .errors = usualErrors + rareErrors,
                   .sizes = {{15, usual, usualErrors}, {255, rare, rareErrors}}};
  };
  Scenario scenario = ofFirst(
      stage, "errors gather in large inputs",
      {{stage.history, traffic(stage.calls / 50, stage.calls / 1600)}, {kHours, traffic(0, rare / 2)}});
  scenario.moments = {{stage.history},
                      {stage.history + kHourOfMinutes,
                       {{Kind::ErrorsBySize, &stage.first, {{gatheredSizesText(Windows()), " above 15"}}}}},
                      {stage.history + kHours}};
  return scenario;
}

}  // namespace

std::vector<Scenario> scenariosOfErrors(const Stage& stage) {
  std::vector<Scenario> scenarios = {failsMoreOften(stage), failsAfterNone(stage), gather(stage),
                                     gatherBySize(stage),   alwaysGathered(stage), shortSpikeOfErrors(stage)};
  if (!stage.request->options.literal) scenarios.push_back(firstError(stage));
  return scenarios;
}

}  // namespace assay::emit::rules
