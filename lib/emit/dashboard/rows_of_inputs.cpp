// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Rows that show how sizes and types of inputs change, and what comes of it. Closed at first: not every
// function has them.
#include <fmt/format.h>

#include <string>

#include "emit/dashboard/queries.h"
#include "emit/dashboard/rows.h"
#include "vocabulary/metrics.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

constexpr unsigned kPart = kGridWidth / 3;

Group byChosenType() {
  return {.labels = v::kLabelType, .choice = chosen(true)};
}

Panel typePanel(std::string title, std::string unit, std::string expression) {
  return {.title = std::move(title),
          .unit = std::move(unit),
          .width = kPart,
          .queries = {{std::move(expression), fmt::format("{{{{{}}}}}", v::kLabelType)}}};
}

std::string perCallOfType(std::string_view counter) {
  return fmt::format("{} / ({} > 0)", rateOf(counter, byChosenType()),
                     rateOf(v::kInputTypeTotal, byChosenType()));
}

}  // namespace

Row sizesRow() {
  const Group one{.choice = chosen(true)};
  return {.title = "Sizes of inputs: $function",
          .panels = {{.title = "Sizes",
                      .description = "When durations grow with these, the inputs got bigger.",
                      .width = kPart,
                      .queries = {{sizeQuantile("0.5", one), "50 %"},
                                  {sizeQuantile("0.9", one), "90 %"},
                                  {sizeQuantile("0.99", one), "99 %"}},
                      .logarithmic = true},
                     {.shape = Shape::Heatmap,
                      .title = "Calls by size",
                      .unit = "short",
                      .width = kPart,
                      .queries = {{sizeBuckets(one)}}},
                     {.title = "Duration for each unit of size",
                      .description =
                          "Level while time is in proportion to size. When it grows with the sizes, the "
                          "function takes more than that.",
                      .unit = "s",
                      .width = kPart,
                      .queries = {{fmt::format("{} / ({} > 0)", timeRate(one),
                                               rateOf(fmt::format("{}_sum", v::kInputSize), one)),
                                   "seconds"}},
                      .logarithmic = true}},
          .closed = true};
}

Row typesRow() {
  return {.title = "Types of inputs: $function",
          .panels = {typePanel("Calls by type", "cps", rateOf(v::kInputTypeTotal, byChosenType())),
                     typePanel("Failed calls by type", "percentunit", perCallOfType(v::kInputTypeErrorTotal)),
                     typePanel("Mean duration by type", "s", perCallOfType(v::kInputTypeSecondsTotal))},
          .closed = true};
}

}  // namespace assay::emit::dashboard
