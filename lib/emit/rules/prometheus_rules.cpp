// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <string>
#include <utility>

#include "document/value.h"
#include "emit/rules/alerts.h"
#include "emit/rules/groups.h"
#include "emit/rules/objectives.h"
#include "emit/rules/recorded.h"
#include "emit/rules/rules.h"

namespace assay::emit::rules {
namespace {

using document::Array;
using document::Value;

constexpr const char* kRulesHead =
    "# Written by `assay alerts`, for Prometheus (docs: alerts.md). `promtool check rules` and `promtool "
    "test rules` check it.\n";

Value mapOf(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Value map;
  for (const auto& [key, text] : pairs) map.set(key, text);
  return map;
}

Value recordingRule(const RecordingRule& rule) {
  Value value;
  value.set("record", rule.record);
  value.set("expr", rule.expression);
  return value;
}

// Its short window says already that it goes on.
bool isBurn(Kind kind) {
  return kind == Kind::BudgetBurnsFast || kind == Kind::BudgetBurnsSlowly;
}

Value alertingRule(const Alert& alert, const Windows& windows) {
  Value value;
  value.set("alert", alert.row->alert);
  value.set("expr", alert.expression);
  if (!isBurn(alert.row->kind)) value.set("for", durationText(windows.hold()));
  value.set("labels", mapOf({{"severity", alert.severity}}));
  value.set("annotations", mapOf(alert.annotations));
  return value;
}

Value group(const char* name, Windows::Milliseconds interval, Array rules) {
  Value value;
  value.set("name", name);
  value.set("interval", durationText(interval));
  value.set("rules", std::move(rules));
  return value;
}

Array recordingRules(const std::vector<RecordingRule>& rules) {
  Array list;
  for (const RecordingRule& rule : rules) list.push_back(recordingRule(rule));
  return list;
}

}  // namespace

std::string writePrometheusRules(const Request& request) {
  const Windows windows(request.options.timeScale);
  Array groups, alerts;
  groups.push_back(group(kPieceGroup, windows.betweenPieces(), recordingRules(recordedPieces(windows))));
  groups.push_back(group(kDayGroup, windows.betweenDays(), recordingRules(recordedDays(windows))));
  groups.push_back(
      group(kFunctionGroup, windows.interval(), recordingRules(recordedFunctions(request.options))));
  if (Array thresholds = recordingRules(recordedThresholds(request.thresholds)); !thresholds.empty())
    groups.push_back(group(kThresholdGroup, windows.interval(), std::move(thresholds)));
  groups.push_back(
      group(kSizeGroup, windows.betweenPieces(), recordingRules(recordedSizes(request.options))));
  if (Array objectives = recordingRules(recordedObjectives(request.thresholds, windows)); !objectives.empty())
    groups.push_back(group(kObjectiveGroup, windows.interval(), std::move(objectives)));
  for (const Alert& alert : alertsOf(request)) alerts.push_back(alertingRule(alert, windows));
  if (!alerts.empty()) groups.push_back(group(kAlertGroup, windows.interval(), std::move(alerts)));
  Value root;
  root.set("groups", std::move(groups));
  return kRulesHead + document::writeYaml(root);
}

}  // namespace assay::emit::rules
