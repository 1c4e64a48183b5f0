// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/dashboard/panel.h"

#include <fmt/format.h>

#include <utility>

#include "vocabulary/metrics.h"

namespace assay::emit::dashboard {
namespace {

using document::Array;
using document::Object;
using document::Value;

std::string_view typeOf(Shape shape) {
  switch (shape) {
    case Shape::Number: return "stat";
    case Shape::Gauge: return "gauge";
    case Shape::TimeSeries: return "timeseries";
    case Shape::Heatmap: return "heatmap";
    case Shape::Table: return "table";
  }
  return "table";
}

// Only the value at the end is asked for: a dashboard of numbers then costs as many points as it shows.
bool isInstant(Shape shape) {
  return shape == Shape::Number || shape == Shape::Gauge || shape == Shape::Table;
}

std::string_view formatOf(Shape shape) {
  if (shape == Shape::Table) return "table";
  return shape == Shape::Heatmap ? "heatmap" : "time_series";
}

char letterOf(std::size_t index) {
  return static_cast<char>('A' + index);
}

Value targetValue(const Panel& panel, std::size_t index) {
  const Query& query = panel.queries[index];
  const bool instant = isInstant(panel.shape);
  return Object{{"refId", std::string(1, letterOf(index))},
                {"datasource", dataSourceValue()},
                {"editorMode", "code"},
                {"expr", query.expression},
                {"format", formatOf(panel.shape)},
                {"instant", instant},
                {"range", !instant},
                {"legendFormat", panel.shape == Shape::TimeSeries ? query.legend : "__auto"}};
}

Value targetValues(const Panel& panel) {
  Array targets;
  for (std::size_t index = 0; index < panel.queries.size(); ++index)
    targets.push_back(targetValue(panel, index));
  return targets;
}

// Grafana names the values of a table's queries so, and plainly when there is one.
std::string valueColumn(const Panel& panel, std::size_t index) {
  return panel.queries.size() == 1 ? "Value" : fmt::format("Value #{}", letterOf(index));
}

Value thresholdsValue(const Limits& limits) {
  return Object{{"mode", "absolute"},
                {"steps", Array{Object{{"color", "green"}, {"value", nullptr}},
                                Object{{"color", "yellow"}, {"value", limits.warn}},
                                Object{{"color", "red"}, {"value", limits.bad}}}}};
}

Value plainThresholds() {
  return Object{{"mode", "absolute"}, {"steps", Array{Object{{"color", "text"}, {"value", nullptr}}}}};
}

Value lineStyle(const Panel& panel) {
  Value style = Object{{"drawStyle", "line"},
                       {"lineWidth", 1},
                       {"fillOpacity", 8},
                       {"showPoints", "never"},
                       {"spanNulls", false}};
  if (panel.logarithmic) {
    style.set("scaleDistribution", Object{{"type", "log"}, {"log", 10}});
  } else {
    style.set("scaleDistribution", Object{{"type", "linear"}});
    style.set("axisSoftMin", 0);
  }
  return style;
}

Value fieldDefaults(const Panel& panel) {
  Value defaults = Object{{"unit", panel.unit.empty() ? "short" : panel.unit}, {"noValue", "–"}};
  if (panel.shape == Shape::TimeSeries) {
    defaults.set("custom", lineStyle(panel));
    defaults.set("color", Object{{"mode", "palette-classic"}});
  } else {
    defaults.set("color", Object{{"mode", "thresholds"}});
    defaults.set("thresholds", panel.limits ? thresholdsValue(*panel.limits) : plainThresholds());
  }
  if (panel.most) {
    defaults.set("min", 0);
    defaults.set("max", *panel.most);
  }
  return defaults;
}

Array columnUnits(const Panel& panel) {
  Array overrides;
  if (panel.shape != Shape::Table) return overrides;
  for (const Query& query : panel.queries) {
    if (query.unit.empty()) continue;
    overrides.push_back(Object{{"matcher", Object{{"id", "byName"}, {"options", query.legend}}},
                               {"properties", Array{Object{{"id", "unit"}, {"value", query.unit}}}}});
  }
  return overrides;
}

// Ids of functions lead to their pages.
void addLinks(const Panel& panel, Array& overrides) {
  if (panel.shape != Shape::Table || panel.page.empty()) return;
  const Value link = Object{{"title", "Page of assay serve"},
                            {"url", fmt::format("{}${{__value.raw}}&period=86400", panel.page)},
                            {"targetBlank", true}};
  overrides.push_back(Object{{"matcher", Object{{"id", "byName"}, {"options", vocabulary::kLabelId}}},
                             {"properties", Array{Object{{"id", "links"}, {"value", Array{link}}}}}});
}

// The results of the queries, one beside the other where their labels are the same.
Value oneTable(const Panel& panel) {
  Value names;
  for (std::size_t index = 0; index < panel.queries.size(); ++index)
    names.set(valueColumn(panel, index), panel.queries[index].legend);
  return Array{Object{{"id", "merge"}, {"options", Object{}}},
               Object{{"id", "organize"},
                      {"options", Object{{"excludeByName", Object{{"Time", true}}},
                                         {"indexByName", Object{}},
                                         {"renameByName", std::move(names)}}}}};
}

Value lastValue() {
  return Object{{"calcs", Array{"lastNotNull"}}, {"fields", ""}, {"values", false}};
}

Value numberOptions() {
  return Object{{"reduceOptions", lastValue()},
                {"colorMode", "value"},
                {"graphMode", "none"},
                {"justifyMode", "auto"},
                {"orientation", "auto"},
                {"textMode", "value"},
                {"percentChangeColorMode", "standard"},
                {"showPercentChange", false},
                {"wideLayout", true}};
}

Value gaugeOptions() {
  return Object{{"reduceOptions", lastValue()},
                {"orientation", "auto"},
                {"showThresholdLabels", false},
                {"showThresholdMarkers", false},
                {"minVizHeight", 75},
                {"minVizWidth", 75},
                {"sizing", "auto"}};
}

Value lineOptions() {
  return Object{
      {"legend",
       Object{{"calcs", Array{}}, {"displayMode", "list"}, {"placement", "bottom"}, {"showLegend", true}}},
      {"tooltip", Object{{"mode", "multi"}, {"sort", "desc"}}}};
}

Value heatmapOptions(const Panel& panel) {
  return Object{{"calculate", false},
                {"cellGap", 1},
                {"color", Object{{"mode", "scheme"},
                                 {"scheme", "Oranges"},
                                 {"fill", "dark-orange"},
                                 {"scale", "exponential"},
                                 {"exponent", 0.5},
                                 {"reverse", false},
                                 {"steps", 64}}},
                {"exemplars", Object{{"color", "rgba(255,0,255,0.7)"}}},
                {"filterValues", Object{{"le", 1e-9}}},
                {"legend", Object{{"show", true}}},
                {"rowsFrame", Object{{"layout", "auto"}}},
                {"showValue", "never"},
                {"tooltip", Object{{"mode", "single"}, {"yHistogram", false}, {"showColorScale", false}}},
                {"yAxis", Object{{"axisPlacement", "left"}, {"reverse", false}, {"unit", panel.unit}}}};
}

Value tableOptions(const Panel& panel) {
  Array order;
  if (!panel.queries.empty())
    order.push_back(Object{{"displayName", panel.queries.front().legend}, {"desc", true}});
  return Object{{"cellHeight", "sm"}, {"frameIndex", 0}, {"showHeader", true}, {"sortBy", std::move(order)}};
}

Value optionsValue(const Panel& panel) {
  switch (panel.shape) {
    case Shape::Number: return numberOptions();
    case Shape::Gauge: return gaugeOptions();
    case Shape::TimeSeries: return lineOptions();
    case Shape::Heatmap: return heatmapOptions(panel);
    case Shape::Table: return tableOptions(panel);
  }
  return Object{};
}

Value gridValue(const Panel& panel, Place place) {
  return Object{{"h", panel.height}, {"w", panel.width}, {"x", place.x}, {"y", place.y}};
}

}  // namespace

Value dataSourceValue() {
  return Object{{"type", "prometheus"}, {"uid", "${datasource}"}};
}

Value panelValue(const Panel& panel, unsigned id, Place place) {
  Value value = Object{{"type", typeOf(panel.shape)}, {"id", id}, {"title", panel.title}};
  if (!panel.description.empty()) value.set("description", panel.description);
  value.set("gridPos", gridValue(panel, place));
  value.set("options", optionsValue(panel));
  value.set("datasource", dataSourceValue());
  value.set("targets", targetValues(panel));
  Array overrides = columnUnits(panel);
  addLinks(panel, overrides);
  value.set("fieldConfig", Object{{"defaults", fieldDefaults(panel)}, {"overrides", std::move(overrides)}});
  if (panel.shape == Shape::Table) value.set("transformations", oneTable(panel));
  return value;
}

}  // namespace assay::emit::dashboard
