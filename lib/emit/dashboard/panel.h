// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One panel as plain data, and its form in Grafana's JSON. What is asked for stands in queries.h, where
// panels stand in grid.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/value.h"

namespace assay::emit::dashboard {

enum class Shape {
  Number,      ///< one large figure: the value at the end of the chosen time
  Gauge,       ///< the same within 0 and Panel::most
  TimeSeries,  ///< one line for each series
  Heatmap,     ///< of a histogram's buckets
  Table        ///< one row for each set of labels, one column for each query
};

/// Where a figure begins to be yellow and red.
struct Limits {
  double warn = 0;
  double bad = 0;
};

struct Query {
  std::string expression;   ///< PromQL with Grafana's variables in it
  std::string legend = {};  ///< of a time series: "{{function}}"; of a table: the column's title
  std::string unit = {};    ///< of a table's column; empty = a plain number
};

struct Panel {
  Shape shape = Shape::TimeSeries;
  std::string title;
  std::string description = {};  ///< shown on request
  std::string unit = {};         ///< Grafana's word: "s", "percentunit", "cps"; empty = a plain number
  unsigned width = 0;            ///< of 24
  unsigned height = 8;
  std::vector<Query> queries = {};
  std::optional<Limits> limits = {};
  std::optional<double> most = {};  ///< a gauge's end
  bool logarithmic = false;         ///< the vertical axis of a time series
  std::string page = {};            ///< of a table: the address that ids of functions lead to, up to the id
};

/// Where a panel stands, in units of Grafana's grid.
struct Place {
  unsigned x = 0;
  unsigned y = 0;
};

/// The panel's JSON. `id` is unique in a dashboard, from 1.
document::Value panelValue(const Panel& panel, unsigned id, Place place);

/// The reference to the data source that the reader of the dashboard chooses.
document::Value dataSourceValue();

}  // namespace assay::emit::dashboard
