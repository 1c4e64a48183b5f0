// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Metrics as OpenTelemetry's cumulative streams: what each series has counted since a moment that it names,
// never less than before under the same moment. Whatever is a MetricFamily becomes a stream; no metric is
// known here by name.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "export/metric_family.h"
#include "telemetry/snapshot.h"

namespace assay::exporting {

/// Since 1970.
using Nanoseconds = std::uint64_t;

struct OtlpPoint {
  Labels labels = {};
  Nanoseconds start = 0;            ///< since when it is counted; of a gauge 0
  std::uint64_t value = 0;          ///< of a counter without a unit, of a gauge
  double sum = 0;                   ///< of a histogram, of a counter of seconds
  telemetry::Histogram cells = {};  ///< of a histogram, one after the other: per bound and beyond, or
                                    ///< exponential_cells.h
};

struct OtlpMetric {
  std::string name;         ///< "ai_code.execution_time"
  std::string description;  ///< one line
  std::string unit = {};    ///< of UCUM: "s", "By"; empty = none
  MetricType type = MetricType::Gauge;
  bool isOfSeconds = false;         ///< a counter of seconds: `sum` is its value
  bool isExponential = false;       ///< a histogram in exponential cells
  std::vector<double> bounds = {};  ///< of another histogram
  std::vector<OtlpPoint> points = {};
};

/// "ai_code_calls_total" -> "ai_code.calls", "ai_code_execution_time_seconds" -> "ai_code.execution_time":
/// the names that a Prometheus makes the former of again, and that DogStatsD has. The unit is taken off
/// histograms alone: counters of calls and of seconds would have one name.
std::string otlpName(const MetricFamily& family);

/// Not thread-safe. Remembers every series.
class OtlpStreams {
 public:
  /// What is counted so far was told of elsewhere, or nowhere: streams begin with what comes after `start`.
  void begin(std::span<const MetricFamily> families, Nanoseconds start);
  [[nodiscard]] bool hasBegun() const { return start_ > 0; }

  /// What each series has counted by `now`, a moment after the one before. Numbers that are smaller than
  /// before (of a running process the latest call may be missing from a reading) are no growth, and none when
  /// they come back. A series whose labels say another model than before (vocabulary::kLabelSource) begins
  /// anew at the moment before: what was counted stays with the model that it was counted for.
  std::vector<OtlpMetric> advance(std::span<const MetricFamily> families, Nanoseconds now);

 private:
  struct Stream {
    Labels labels;
    Nanoseconds start = 0;
    std::uint64_t told = 0, base = 0;
    double toldSum = 0, baseSum = 0;
    telemetry::Histogram toldCells, cells;  // cells: since the start
  };

  Stream& streamOf(const MetricFamily& family, const Sample& sample);
  OtlpPoint advance(const MetricFamily& family, const Sample& sample);

  std::map<std::pair<std::string, Labels>, Stream> streams_;  // by name, and labels but the model
  Nanoseconds start_ = 0, last_ = 0;
};

}  // namespace assay::exporting
