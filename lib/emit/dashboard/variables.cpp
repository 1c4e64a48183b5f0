// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/variables.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "emit/dashboard/panel.h"
#include "vocabulary/metrics.h"

namespace assay::emit::dashboard {
namespace v = vocabulary;
namespace {

using document::Array;
using document::Object;
using document::Value;

// Grafana's numbers for when a variable is asked for again, and for how it is sorted.
constexpr int kOnTimeRangeChange = 2;
constexpr int kAlphabetical = 5;  // capitals do not count

Value allOf(std::string_view name, std::string_view label, const std::string& query) {
  return Object{{"type", "query"},
                {"name", name},
                {"label", label},
                {"datasource", dataSourceValue()},
                {"query", Object{{"query", query}, {"refId", fmt::format("variable-{}", name)}}},
                {"refresh", kOnTimeRangeChange},
                {"sort", kAlphabetical},
                {"multi", true},
                {"includeAll", true},
                {"allValue", ".*"},
                {"current", Object{{"text", Array{"All"}}, {"value", Array{"$__all"}}}}};
}

std::string valuesOf(std::string_view label, std::string_view choice) {
  return fmt::format("label_values({}{}, {})", v::kCallsTotal, choice, label);
}

Value option(std::string_view text, bool selected) {
  return Object{{"text", text}, {"value", text}, {"selected", selected}};
}

Value dataSource() {
  return Object{
      {"type", "datasource"}, {"name", "datasource"}, {"label", "Data source"}, {"query", "prometheus"}};
}

Value linesOfAPanel() {
  return Object{
      {"type", "custom"},
      {"name", "top"},
      {"label", "Functions shown"},
      {"query", "5,10,25,50"},
      {"current", option("10", true)},
      {"options", Array{option("5", false), option("10", true), option("25", false), option("50", false)}}};
}

}  // namespace

Array variableValues() {
  const std::string models = fmt::format("{{job=~\"$job\", {0}=~\"${0}\"}}", v::kLabelSource);
  return {dataSource(), allOf("job", "Job", valuesOf("job", "")),
          allOf(v::kLabelSource, "Model", valuesOf(v::kLabelSource, "{job=~\"$job\"}")),
          allOf(v::kLabelFunction, "Function", valuesOf(v::kLabelFunction, models)), linesOfAPanel()};
}

}  // namespace assay::emit::dashboard
