// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scenarios -> what `promtool test rules` runs. Every alert of the rules is asked for at every moment, so
// that none comes beside the right one.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/value.h"
#include "emit/rules/groups.h"
#include "emit/rules/objectives.h"
#include "emit/rules/recorded.h"
#include "emit/rules/rules.h"
#include "emit/rules/scenarios.h"
#include "support/hash.h"
#include "support/strings.h"
#include "vocabulary/metrics.h"

namespace assay::emit::rules {
namespace {

namespace v = vocabulary;
using document::Array;
using document::Value;
using Texts = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kTestsHead =
    "# Written by `assay alerts`, for `promtool test rules`: when each alert comes, and when none does.\n";

Value textMap(const Texts& pairs) {
  Value map;
  for (const auto& [key, text] : pairs) map.set(key, text);
  return map;
}

// What the templates of all alerts of a subject give.
Texts renderedLabels(const Coming& coming) {
  if (coming.function == nullptr)
    return {{labelText("job"), kSimulatedJob}, {labelText("instance"), kSimulatedInstance}};
  const SimulatedFunction& function = *coming.function;
  const auto given = [](const std::string& text) { return text.empty() ? std::string(kNotGiven) : text; };
  return {{labelText(v::kLabelFunction), function.name},
          {labelText(v::kLabelSource), function.model},
          {labelText(v::kLabelId), "0x" + hex64(function.id)},
          {orNotGiven(v::kLabelDate), given(function.date)},
          {orNotGiven(v::kLabelPromptHash), given(function.promptHash)},
          {orNotGiven(v::kLabelFile), given(function.file)},
          {lineText(), given(function.line)}};
}

std::string rendered(std::string text, const Coming& coming) {
  for (const auto& [from, to] : coming.rendered) text = replaceAll(std::move(text), from, to);
  for (const auto& [from, to] : renderedLabels(coming)) text = replaceAll(std::move(text), from, to);
  return text;
}

Texts labelsOf(const Alert& alert, const Coming& coming) {
  Texts labels = {{"severity", alert.severity}, {"job", kSimulatedJob}};
  if (alert.row->subject == Subject::Instance) labels.emplace_back("instance", kSimulatedInstance);
  if (coming.function == nullptr) return labels;
  std::ranges::move(namingLabels(*coming.function), std::back_inserter(labels));
  std::ranges::move(factLabels(*coming.function), std::back_inserter(labels));
  return labels;
}

Value expectedAlert(const Alert& alert, const Coming& coming) {
  Texts annotations = alert.annotations;
  for (auto& [name, text] : annotations) text = rendered(std::move(text), coming);
  Value value;
  value.set("exp_labels", textMap(labelsOf(alert, coming)));
  value.set("exp_annotations", textMap(annotations));
  return value;
}

Value question(const Alert& alert, const Moment& moment) {
  Array expected;
  for (const Coming& coming : moment.coming)
    if (coming.kind == alert.row->kind) expected.push_back(expectedAlert(alert, coming));
  Value value;
  value.set("eval_time", fmt::format("{}m", moment.minute));
  value.set("alertname", alert.row->alert);
  if (!expected.empty()) value.set("exp_alerts", std::move(expected));
  value.setOnOneLine(value.find("exp_alerts") == nullptr);
  return value;
}

Value testOf(const Scenario& scenario, const std::vector<Alert>& alerts) {
  Array series, questions;
  for (const SeriesText& one : scenario.series) {
    Value value;
    value.set("series", one.series);
    value.set("values", one.values);
    series.push_back(std::move(value));
  }
  for (const Moment& moment : scenario.moments)
    for (const Alert& alert : alerts) questions.push_back(question(alert, moment));
  Value test;
  test.set("name", scenario.name);
  test.set("interval", "1m");
  test.set("input_series", std::move(series));
  test.set("alert_rule_test", std::move(questions));
  return test;
}

std::vector<Scenario> allScenarios(const Stage& stage) {
  std::vector<Scenario> all;
  for (const auto& some :
       {scenariosOfTraffic, scenariosOfTime, scenariosOfErrors, scenariosOfLevels, scenariosOfThresholds})
    std::ranges::move(some(stage), std::back_inserter(all));
  return all;
}

}  // namespace

std::string writePrometheusTests(const Request& request, const model::Manifest& manifest,
                                 const std::string& rulesFile) {
  const Stage stage = stageFor(request, manifest);
  const std::vector<Alert> alerts = alertsOf(request);
  Array tests, order;
  for (const Scenario& scenario : allScenarios(stage)) tests.push_back(testOf(scenario, alerts));
  for (const char* group : {kPieceGroup, kDayGroup, kFunctionGroup}) order.emplace_back(group);
  if (!recordedThresholds(request.thresholds).empty()) order.emplace_back(kThresholdGroup);
  order.emplace_back(kSizeGroup);
  if (!recordedObjectives(request.thresholds, Windows()).empty()) order.emplace_back(kObjectiveGroup);
  if (!alerts.empty()) order.emplace_back(kAlertGroup);
  Value root;
  root.set("rule_files", Array{rulesFile});
  root.set("evaluation_interval", "5m");
  root.set("group_eval_order", std::move(order));
  root.set("tests", std::move(tests));
  return kTestsHead + document::writeYaml(root);
}

}  // namespace assay::emit::rules
