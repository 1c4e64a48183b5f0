// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/rules/objectives.h"

#include <fmt/format.h>

#include <set>

#include "emit/rules/expressions.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;

std::string ratioOver(std::chrono::minutes time, const Windows& windows) {
  return fmt::format("{}:{}", v::kErrorRatioOver, durationText(windows.scaled(time)));
}

std::string above(std::chrono::minutes time, double times, const Windows& windows) {
  return fmt::format("{} > on ({}) group_left () ({} * {})", ratioOver(time, windows), v::kLabelId,
                     numberText(times), v::kErrorBudget);
}

std::set<std::chrono::minutes> allWindows() {
  std::set<std::chrono::minutes> all;
  for (const auto& burns : {std::span<const Burn>(kFastBurns), std::span<const Burn>(kSlowBurns)})
    for (const Burn& burn : burns) all.insert({burn.shortly, burn.longer});
  return all;
}

}  // namespace

double errorBudget(const Thresholds& thresholds) {
  return (100 - thresholds.objective.value_or(100)) / 100;
}

std::string burning(std::span<const Burn> burns, const Windows& windows) {
  std::vector<std::string> parts;
  for (const Burn& burn : burns)
    parts.push_back(fmt::format("(\n  {}\n  and\n  {}\n)", above(burn.shortly, burn.times, windows),
                                above(burn.longer, burn.times, windows)));
  return join(parts, "\nor\n");
}

std::vector<RecordingRule> recordedObjectives(const ThresholdsById& thresholds, const Windows& windows) {
  std::vector<std::uint64_t> ids;
  IdsByValue budgets;
  for (const auto& [id, own] : thresholds) {
    if (!own.objective) continue;
    ids.push_back(id);
    budgets[errorBudget(own)].push_back(id);
  }
  std::vector<RecordingRule> rules = recordedValues(v::kErrorBudget, budgets);
  if (ids.empty()) return rules;
  const std::string theirs = fmt::format("{{{}}}", oneOf(ids));
  for (const std::chrono::minutes time : allWindows()) {
    const SumOver over{"rate", byFunction(), windows.scaled(time)};
    const std::string errors = sumOf(over, v::kErrorTotal + theirs);
    rules.push_back({ratioOver(time, windows),
                     fmt::format("{0}\n/\n({0} + {1})", errors, sumOf(over, v::kSuccessTotal + theirs))});
  }
  return rules;
}

}  // namespace assay::emit::rules
