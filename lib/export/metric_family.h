// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Metrics as plain data, before they take a wire format's form.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace assay::exporting {

enum class MetricType {
  Counter,  ///< named ..._total; never goes down while the program runs
  Gauge,
  Histogram,
  Info,  ///< named ..._info: facts as labels, value 1
};

/// Names are [a-zA-Z_][a-zA-Z0-9_]*; values are valid UTF-8 (validUtf8()), any text.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// Cumulative counts per upper bound, ascending; the bound +Inf is not among them, its count is `count`.
struct HistogramValue {
  std::vector<std::pair<double, std::uint64_t>> buckets;
  std::uint64_t count = 0;
  double sum = 0;
  std::vector<std::uint64_t> exponential = {};  ///< the same counts finer (exponential_cells.h); empty = none
};

struct Sample {
  Labels labels;
  std::uint64_t value = 0;
  HistogramValue histogram = {};  ///< of a family of histograms, in place of `value`
  double seconds = 0;             ///< of a counter whose unit that is, in place of `value`
};

struct MetricFamily {
  std::string name;  ///< as Prometheus queries it: a counter's ends in _total
  std::string help;  ///< one line
  MetricType type = MetricType::Gauge;
  std::string unit = {};  ///< "seconds": what the name ends in, without _total; empty = none
  std::vector<Sample> samples = {};
};

}  // namespace assay::exporting
