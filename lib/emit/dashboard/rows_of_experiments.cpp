// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The row that shows new functions beside those that they replace, and what runs in the shadow. Which is
// whose the server says; `assay experiment` has the verdict.
#include <fmt/format.h>

#include <string>

#include "emit/dashboard/queries.h"
#include "emit/dashboard/rows.h"
#include "vocabulary/metrics.h"
#include "vocabulary/shadow_metrics.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

// The old function has a name of its own and no model: it is found by its id, whatever is chosen.
Group byId() {
  return {.labels = fmt::format("job, {}", v::kLabelId), .choice = "{job=~\"$job\"}"};
}

std::string pairs(std::string_view idLabel) {
  return fmt::format("max by (job, {}, {}, {}) ({}{})", idLabel, v::kLabelFunction, v::kLabelReplaces,
                     v::kExperimentInfo, chosen(true));
}

std::string named(const std::string& expression, std::string_view idLabel) {
  return fmt::format("sum by (job, {0}, {1}) ({2} * on (job, {3}) group_left ({0}, {1}) {4})",
                     v::kLabelFunction, v::kLabelReplaces, expression, idLabel, pairs(idLabel));
}

std::string ofNew(const std::string& expression) {
  return named(fmt::format("({})", expression), v::kLabelId);
}

std::string ofOld(const std::string& expression) {
  return named(fmt::format("label_replace({}, \"{}\", \"$1\", \"{}\", \"(.+)\")", expression, v::kLabelOldId,
                           v::kLabelId),
               v::kLabelOldId);
}

Panel experimentTable() {
  return {.shape = Shape::Table,
          .title = "New functions and those they replace",
          .description = "`assay experiment verdict` says whether a difference is more than chance.",
          .width = kGridWidth,
          .queries = {{ofNew(callRate(byId())), "New: calls", "cps"},
                      {ofOld(callRate(byId())), "Old: calls", "cps"},
                      {ofNew(errorShare(byId())), "New: failed", "percentunit"},
                      {ofOld(errorShare(byId())), "Old: failed", "percentunit"},
                      {ofNew(meanLatency(byId())), "New: mean", "s"},
                      {ofOld(meanLatency(byId())), "Old: mean", "s"}}};
}

Panel shadowPanel(std::string title, std::string unit, std::string expression) {
  return {.title = std::move(title),
          .unit = std::move(unit),
          .width = kGridWidth / 2,
          .queries = {{std::move(expression), fmt::format("{{{{{}}}}}", v::kLabelFunction)}}};
}

}  // namespace

Row experimentsRow() {
  const Group functions{.labels = functionLabels(), .choice = chosen(true)};
  return {.title = "Experiments: $function",
          .panels = {experimentTable(),
                     shadowPanel("In the shadow: calls that differ", "percentunit",
                                 fmt::format("{} / ({} > 0)", rateOf(v::kShadowMismatchesTotal, functions),
                                             rateOf(v::kShadowCallsTotal, functions))),
                     shadowPanel("In the shadow: seconds each second", "short",
                                 rateOf(v::kShadowSecondsTotal, functions))},
          .closed = true};
}

}  // namespace assay::emit::dashboard
