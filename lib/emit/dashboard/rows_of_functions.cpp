// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rows that compare models, that compare functions, and that show what the reader has chosen.
#include <fmt/format.h>

#include <string>

#include "emit/dashboard/queries.h"
#include "emit/dashboard/rows.h"
#include "vocabulary/metrics.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

constexpr unsigned kThird = kGridWidth / 3;

std::string legendOf(std::string_view label) {
  return fmt::format("{{{{{}}}}}", label);
}

Panel lines(std::string title, std::string unit, std::vector<Query> queries) {
  return {.title = std::move(title), .unit = std::move(unit), .width = kThird, .queries = std::move(queries)};
}

Panel logarithmic(Panel panel) {
  panel.logarithmic = true;
  return panel;
}

Panel modelTable() {
  const Group models{modelLabels()};
  return {.shape = Shape::Table,
          .title = "Models",
          .description =
              "The model that the functions' tags name. A model that got the hard tasks looks worse "
              "here; `assay review` weighs few calls and few functions.",
          .width = kGridWidth,
          .queries = {{callRate(models), "Calls", "cps"},
                      {fmt::format("count by ({}) (sum by ({}) ({}{}))", modelLabels(), functionLabels(),
                                   v::kCallsTotal, chosen()),
                       "Functions"},
                      {errorShare(models), "Failed", "percentunit"},
                      {meanLatency(models), "Mean", "s"},
                      {latencyQuantile("0.99", models), "99 %", "s"},
                      {timeRate(models), "Seconds each second"}}};
}

Panel functionTable() {
  const Group functions{functionLabels()};
  return {.shape = Shape::Table,
          .title = "Functions that take most time",
          .width = kGridWidth,
          .height = 10,
          .queries = {{ofBusiest(timeRate(functions)), "Seconds each second"},
                      {ofBusiest(callRate(functions)), "Calls", "cps"},
                      {ofBusiest(errorShare(functions)), "Failed", "percentunit"},
                      {ofBusiest(meanLatency(functions)), "Mean", "s"},
                      {ofBusiest(latencyQuantile("0.99", functions)), "99 %", "s"}}};
}

Panel factsTable() {
  return {.shape = Shape::Table,
          .title = "What the manifest says of it",
          .width = kGridWidth,
          .height = 6,
          .queries = {
              {fmt::format("topk($top, max by (job, {}, {}, {}, {}, {}, {}, {}, {}) ({}{}))", v::kLabelId,
                           v::kLabelFunction, v::kLabelSource, v::kLabelVendor, v::kLabelDate,
                           v::kLabelPromptHash, v::kLabelFile, v::kLabelLine, v::kFunctionInfo, chosen(true)),
               "Info"}}};
}

}  // namespace

Row modelsRow() {
  const Group models{modelLabels()};
  const std::string legend = legendOf(v::kLabelSource);
  return {.title = "Models",
          .panels = {modelTable(), lines("Calls by model", "cps", {{callRate(models), legend}}),
                     lines("Failed calls by model", "percentunit", {{errorShare(models), legend}}),
                     logarithmic(lines("99 % of the calls take up to, by model", "s",
                                       {{latencyQuantile("0.99", models), legend}}))}};
}

Row busiestRow() {
  const Group functions{functionLabels()};
  const std::string legend = legendOf(v::kLabelFunction);
  return {.title = "Functions",
          .panels = {functionTable(), lines("Calls", "cps", {{ofBusiest(callRate(functions)), legend}}),
                     lines("Failed calls", "percentunit", {{ofBusiest(errorShare(functions)), legend}}),
                     logarithmic(lines("99 % of the calls take up to", "s",
                                       {{ofBusiest(latencyQuantile("0.99", functions)), legend}}))}};
}

Row chosenRow() {
  const Group one{.choice = chosen(true)};
  return {.title = "Chosen: $function",
          .panels = {factsTable(),
                     lines("Calls, and those that fail", "cps",
                           {{callRate(one), "calls"}, {errorRate(one), "failed"}}),
                     logarithmic(lines("Durations", "s",
                                       {{latencyQuantile("0.5", one), "50 %"},
                                        {latencyQuantile("0.9", one), "90 %"},
                                        {latencyQuantile("0.99", one), "99 %"},
                                        {meanLatency(one), "mean"}})),
                     {.shape = Shape::Heatmap,
                      .title = "Calls by duration",
                      .unit = "s",
                      .width = kThird,
                      .queries = {{latencyBuckets(one)}}}}};
}

}  // namespace assay::emit::dashboard
