// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/otlp_streams.h"

#include <algorithm>
#include <string_view>

#include "export/cell_growth.h"
#include "support/strings.h"
#include "telemetry/site_totals.h"
#include "vocabulary/metrics.h"

namespace assay::exporting {
namespace {

constexpr std::string_view kCounterEnding = "_total";
constexpr std::string_view kNamesBegin = "ai_code_";
constexpr std::string_view kDottedNamesBegin = "ai_code.";

bool isCumulative(const MetricFamily& family) {
  return family.type == MetricType::Counter || family.type == MetricType::Histogram;
}

void cutEnding(std::string& name, std::string_view ending) {
  if (!ending.empty() && name.ends_with(ending)) name.resize(name.size() - ending.size());
}

// Of https://ucum.org: what the semantic conventions of OpenTelemetry ask for.
std::string unitOf(const MetricFamily& family) {
  if (family.unit == "seconds") return "s";
  return family.unit == "bytes" ? "By" : family.unit;
}

Labels withoutModel(Labels labels) {
  std::erase_if(labels, [](const auto& label) { return label.first == vocabulary::kLabelSource; });
  return labels;
}

// Per bound, then beyond the last one; not cumulative.
telemetry::Histogram ownCellsOf(const HistogramValue& value) {
  if (!value.exponential.empty()) return value.exponential;
  telemetry::Histogram cells;
  std::uint64_t below = 0;
  for (const auto& [bound, count] : value.buckets) {
    cells.push_back(count - std::min(below, count));
    below = std::max(below, count);
  }
  cells.push_back(value.count - std::min(below, value.count));
  return cells;
}

void addTo(telemetry::Histogram& to, const telemetry::Histogram& more) {
  to.resize(std::max(to.size(), more.size()));
  for (std::size_t i = 0; i < more.size(); ++i) to[i] = telemetry::saturatingAdd(to[i], more[i]);
}

OtlpMetric metricOf(const MetricFamily& family) {
  OtlpMetric metric{otlpName(family), family.help, unitOf(family), family.type};
  metric.isOfSeconds = family.type == MetricType::Counter && family.unit == "seconds";
  if (family.type != MetricType::Histogram || family.samples.empty()) return metric;
  const HistogramValue& first = family.samples.front().histogram;
  metric.isExponential = !first.exponential.empty();
  if (!metric.isExponential)
    for (const auto& [bound, count] : first.buckets) metric.bounds.push_back(bound);
  return metric;
}

}  // namespace

std::string otlpName(const MetricFamily& family) {
  std::string name = family.name;
  if (family.type == MetricType::Counter) cutEnding(name, kCounterEnding);
  if (family.type == MetricType::Histogram && !family.unit.empty()) cutEnding(name, "_" + family.unit);
  if (name.starts_with(kNamesBegin)) name.replace(0, kNamesBegin.size(), kDottedNamesBegin);
  return name;
}

void OtlpStreams::begin(std::span<const MetricFamily> families, Nanoseconds start) {
  start_ = last_ = start;
  streams_.clear();
  advance(families, start);
  for (auto& [name, stream] : streams_) {
    stream.base = stream.told;
    stream.baseSum = stream.toldSum;
    stream.cells.assign(stream.cells.size(), 0);
  }
}

OtlpStreams::Stream& OtlpStreams::streamOf(const MetricFamily& family, const Sample& sample) {
  const auto [found, isNew] = streams_.try_emplace({family.name, withoutModel(sample.labels)});
  Stream& stream = found->second;
  if (isNew) {
    stream.labels = sample.labels;
    stream.start = start_;
  } else if (stream.labels != sample.labels) {
    stream = {sample.labels,  last_,          stream.told,      stream.told,
              stream.toldSum, stream.toldSum, stream.toldCells, {}};
  }
  return stream;
}

OtlpPoint OtlpStreams::advance(const MetricFamily& family, const Sample& sample) {
  if (!isCumulative(family)) return {.labels = sample.labels, .value = sample.value};
  Stream& stream = streamOf(family, sample);
  stream.told = std::max(stream.told, sample.value);
  stream.toldSum =
      std::max(stream.toldSum, family.type == MetricType::Histogram ? sample.histogram.sum : sample.seconds);
  if (family.type == MetricType::Histogram)
    addTo(stream.cells, grownCells(stream.toldCells, ownCellsOf(sample.histogram)));
  return {stream.labels, stream.start, stream.told - stream.base, stream.toldSum - stream.baseSum,
          stream.cells};
}

std::vector<OtlpMetric> OtlpStreams::advance(std::span<const MetricFamily> families, Nanoseconds now) {
  std::vector<OtlpMetric> metrics;
  for (const MetricFamily& family : families) {
    if (family.samples.empty()) continue;
    OtlpMetric& metric = metrics.emplace_back(metricOf(family));
    for (const Sample& sample : family.samples) metric.points.push_back(advance(family, sample));
  }
  last_ = now;
  return metrics;
}

}  // namespace assay::exporting
