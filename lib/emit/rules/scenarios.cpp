// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/scenarios.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "document/characters.h"
#include "support/strings.h"

namespace assay::emit::rules {
namespace {

// A template's mark in a name would be taken for a template; bytes that are no UTF-8 are exported as others.
bool canPlay(std::string_view text) {
  return document::isUtf8(text) && text.find("{{") == std::string_view::npos;
}

bool canPlay(const model::AnnotatedFunction& function) {
  if (function.name.empty() || function.state != model::State::Active) return false;
  if (function.tag.authorship == model::Authorship::Human) return false;
  const SimulatedFunction labels = simulated(function);
  return canPlay(labels.name) && canPlay(labels.model) && canPlay(labels.vendor) && canPlay(labels.date) &&
         canPlay(labels.file);
}

SimulatedFunction madeUp(std::uint64_t id, const char* name) {
  return {id, name, "GPT-4", "openai", "2024-01-15", "00000000000000a1", "src/example.cpp", "12"};
}

}  // namespace

void Scenario::add(std::vector<SeriesText> more) {
  std::ranges::move(more, std::back_inserter(series));
}

Stage stageFor(const Request& request, const model::Manifest& manifest) {
  Stage stage;
  stage.request = &request;
  stage.first = madeUp(1, "example::first");
  stage.second = madeUp(2, "example::second");
  unsigned found = 0;
  for (const model::AnnotatedFunction& function : manifest.functions) {
    if (!canPlay(function)) continue;
    if (request.thresholds.contains(function.id))
      stage.others.emplace(function.id, simulated(function));
    else if (found < 2 && (found == 0 || function.id != stage.first.id))
      (found++ == 0 ? stage.first : stage.second) = simulated(function);
  }
  const Options& options = request.options;
  stage.calls = 100 * std::ceil(std::max({1.0, options.minCalls / 2000.0, options.minErrors / 80.0}));
  stage.times = std::ceil(2 * options.latencyFactor);
  // A whole day, where the hour at its end weighs no more than it must.
  stage.history = options.literal ? kDayOfMinutes + kHourOfMinutes : 4 * kHourOfMinutes;
  return stage;
}

double callsOfHour(double calls) {
  return std::ceil(calls / kHourOfMinutes * 64) / 64;
}

std::vector<std::pair<std::string, std::string>> timesText(double value) {
  return {{"{{ $value | printf \"%.1f\" }}", fmt::format("{:.1f}", value)}};
}

}  // namespace assay::emit::rules
