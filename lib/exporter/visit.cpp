// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "exporter/visit.h"

#include <vector>

namespace assay::exporter {
namespace {

using exporting::MetricFamily;
using exporting::MetricType;
using exporting::Sample;

assay_exported_type typeOf(MetricType type) {
  if (type == MetricType::Histogram) return ASSAY_EXPORTED_HISTOGRAM;
  return type == MetricType::Counter ? ASSAY_EXPORTED_COUNTER : ASSAY_EXPORTED_GAUGE;
}

double valueOf(const MetricFamily& family, const Sample& sample) {
  const bool isTime = family.type == MetricType::Counter && family.unit == "seconds";
  return isTime ? sample.seconds : static_cast<double>(sample.value);
}

void visitOne(const MetricFamily& family, const Sample& sample, assay_exporter_visitor visit, void* context) {
  std::vector<assay_exported_label> labels;
  for (const auto& [name, value] : sample.labels) labels.push_back({name.c_str(), value.c_str()});
  std::vector<assay_exported_bucket> buckets;
  for (const auto& [bound, count] : sample.histogram.buckets) buckets.push_back({bound, count});
  const assay_exported_series series = {family.name.c_str(), family.help.c_str(), typeOf(family.type),
                                        labels.data(),       labels.size(),       valueOf(family, sample),
                                        buckets.data(),      buckets.size(),      sample.histogram.count,
                                        sample.histogram.sum};
  visit(&series, context);
}

}  // namespace

void visitSeries(std::span<const MetricFamily> families, assay_exporter_visitor visit, void* context) {
  for (const MetricFamily& family : families)
    for (const Sample& sample : family.samples) visitOne(family, sample, visit, context);
}

}  // namespace assay::exporter
