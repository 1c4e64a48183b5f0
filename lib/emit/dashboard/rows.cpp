// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "emit/dashboard/queries.h"
#include "vocabulary/metrics.h"
#include "vocabulary/recorded.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

constexpr unsigned kFigureWidth = 4;
constexpr unsigned kFigureHeight = 4;

Panel figure(std::string title, std::string unit, std::string expression) {
  return {.shape = Shape::Number,
          .title = std::move(title),
          .unit = std::move(unit),
          .width = kFigureWidth,
          .height = kFigureHeight,
          .queries = {{.expression = std::move(expression)}}};
}

Panel withLimits(Panel panel, Limits limits, std::string description = {}) {
  panel.limits = limits;
  panel.description = std::move(description);
  return panel;
}

bool hasGuard(const model::AnnotatedFunction& function) {
  return function.outcome && function.outcome->coverage != model::Coverage::Skipped;
}

Panel functionsCalled(const model::Manifest& manifest) {
  const auto guarded = std::ranges::count_if(manifest.functions, hasGuard);
  Panel panel = figure("Functions called", "short",
                       fmt::format("count({}) or vector(0)", grown(v::kCallsTotal, {.labels = v::kLabelId})));
  panel.description = fmt::format(
      "Functions with calls within the chosen time. The manifest has {} tagged functions, {} of them with a "
      "guard.",
      manifest.functions.size(), guarded);
  if (guarded == 0) return panel;
  panel.shape = Shape::Gauge;
  panel.most = static_cast<double>(guarded);
  return panel;
}

// No alert is no series.
Panel alertsFiring() {
  return withLimits(
      figure("Alerts", "short",
             R"(count(ALERTS{alertname=~"Assay.+", alertstate="firing", job=~"$job"}) or vector(0))"),
      {.warn = 1, .bad = 5}, "Of the rules that `assay alerts` writes.");
}

Panel alertTable() {
  return {.shape = Shape::Table,
          .title = "Alerts that fire",
          .width = kGridWidth,
          .height = 6,
          .queries = {{.expression = fmt::format(
                           "max by (alertname, severity, job, {}, {}) "
                           R"((ALERTS{{alertname=~"Assay.+", alertstate="firing", job=~"$job"}}))",
                           v::kLabelFunction, v::kLabelSource),
                       .legend = "Firing"}}};
}

// What a rule has recorded of functions, with their names.
std::string recordedOf(std::string_view series) {
  return fmt::format(
      "({0}{{job=~\"$job\"}} * on (job, {1}) group_left ({2}, {3}) {4}{{job=~\"$job\", {3}=~\"${3}\"}})",
      series, v::kLabelId, v::kLabelFunction, v::kLabelSource, v::kFunctionFacts);
}

std::string recent(std::string_view stem) {
  return fmt::format("{}{}", stem, v::kRecent);
}

std::string before(std::string_view stem) {
  return fmt::format("{}{}", stem, v::kBefore);
}

std::string highest(const std::string& expression) {
  return fmt::format("topk($top, {})", expression);
}

std::string whereHighest(const std::string& expression, const std::string& of) {
  return fmt::format("{} and on (job, {}) {}", expression, v::kLabelId, highest(of));
}

Panel slowerTable() {
  const std::string growth = recordedOf(v::kLatencyGrowth);
  return {.shape = Shape::Table,
          .title = "Slower than the day before",
          .description = "Mean duration of the last hour against the 24 hours before it.",
          .width = kGridWidth / 2,
          .queries = {{highest(growth), "Times as long"},
                      {whereHighest(recordedOf(recent(v::kRecordedLatency)), growth), "Mean, last hour", "s"},
                      {whereHighest(recordedOf(v::kSizeGrowth), growth), "Times the size"}}};
}

Panel failingTable() {
  const std::string now = recordedOf(recent(v::kRecordedErrorRatio));
  return {.shape = Shape::Table,
          .title = "Failing most",
          .description = "Share of failed calls in the last hour, and in the 24 hours before it.",
          .width = kGridWidth / 2,
          .queries = {{highest(now), "Failed, last hour", "percentunit"},
                      {whereHighest(recordedOf(before(v::kRecordedErrorRatio)), now), "Failed, day before",
                       "percentunit"}}};
}

std::string lostCalls() {
  return fmt::format("sum(increase({}{{job=~\"$job\"}}[$__range])) or vector(0)", v::kLostCallsTotal);
}

}  // namespace

Row overviewRow(const model::Manifest& manifest) {
  const Group all;
  return {.title = "Overview",
          .panels = {functionsCalled(manifest), figure("Calls", "cps", callRate(all)),
                     withLimits(figure("Calls that fail", "percentunit", errorShare(all)),
                                {.warn = 0.01, .bad = 0.05}),
                     figure("Half of the calls take up to", "s", latencyQuantile("0.5", all)),
                     figure("99 % of the calls take up to", "s", latencyQuantile("0.99", all)),
                     alertsFiring(), alertTable()}};
}

Row changesRow() {
  return {.title = "What changed", .panels = {slowerTable(), failingTable()}};
}

Row measurementRow() {
  return {
      .title = "Can the numbers be trusted?",
      .panels = {figure("Processes running", "short",
                        fmt::format(R"(sum({}{{job=~"$job", {}="{}"}}) or vector(0))", v::kProcesses,
                                    v::kLabelState, v::kStateRunning)),
                 withLimits(
                     figure("Calls lost", "short", lostCalls()), {.warn = 1, .bad = 1000},
                     "Calls that guards could not record within the chosen time. They are in no number."),
                 withLimits(
                     figure("Unreadable segments", "short",
                            fmt::format("sum({}{{job=~\"$job\"}}) or vector(0)", v::kUnreadableSegments)),
                     {.warn = 1, .bad = 10}, "What their processes counted is in no number."),
                 {.title = "Share of durations that are estimated",
                  .description = "Calls that were not timed, because the time for it was used up; another "
                                 "one stands for each.",
                  .unit = "percentunit",
                  .width = 12,
                  .height = kFigureHeight,
                  .queries = {{fmt::format("{} / ({} > 0)", rateOf(v::kEstimatedCallsTotal, {modelLabels()}),
                                           callRate({modelLabels()})),
                               fmt::format("{{{{{}}}}}", v::kLabelSource)}}}},
      .closed = true};
}

std::vector<Row> rowsFor(const model::Manifest& manifest) {
  return {overviewRow(manifest), changesRow(),    modelsRow(), busiestRow(),
          chosenRow(),           sizesRow(),      typesRow(),  memoryRow(),
          experimentsRow(),      measurementRow()};
}

}  // namespace assay::emit::dashboard
