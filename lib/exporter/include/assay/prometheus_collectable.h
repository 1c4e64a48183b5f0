/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the guards of this process count, for a program that has a prometheus-cpp exposer already:

     static auto guards = std::make_shared<assay::PrometheusCollectable>();
     exposer.RegisterCollectable(guards);

   The exposer keeps a weak pointer. C++11 and prometheus-cpp 1.0 or later, which the program links itself;
   and assay::exporter. */
#ifndef ASSAY_PROMETHEUS_COLLECTABLE_H
#define ASSAY_PROMETHEUS_COLLECTABLE_H
#pragma GCC system_header

#include <assay/exporter.h>
#include <prometheus/collectable.h>
#include <prometheus/metric_family.h>

#include <vector>

namespace assay {

class PrometheusCollectable : public prometheus::Collectable {
 public:
  /* Each time it is asked it reads the process's segments; empty where they cannot be read. Any thread. */
  std::vector<prometheus::MetricFamily> Collect() const override {
    std::vector<prometheus::MetricFamily> families;
    assay_exporter_visit(&PrometheusCollectable::add, &families);
    return families;
  }

 private:
  static void add(const assay_exported_series* series, void* context) {
    std::vector<prometheus::MetricFamily>& families =
        *static_cast<std::vector<prometheus::MetricFamily>*>(context);
    if (families.empty() || families.back().name != series->name) families.push_back(familyOf(*series));
    families.back().metric.push_back(metricOf(*series));
  }

  static prometheus::MetricFamily familyOf(const assay_exported_series& series) {
    prometheus::MetricFamily family;
    family.name = series.name;
    family.help = series.help;
    family.type = series.type == ASSAY_EXPORTED_HISTOGRAM ? prometheus::MetricType::Histogram
                  : series.type == ASSAY_EXPORTED_COUNTER ? prometheus::MetricType::Counter
                                                          : prometheus::MetricType::Gauge;
    return family;
  }

  static prometheus::ClientMetric metricOf(const assay_exported_series& series) {
    prometheus::ClientMetric metric;
    for (size_t i = 0; i < series.label_count; ++i) {
      metric.label.emplace_back();
      metric.label.back().name = series.labels[i].name;
      metric.label.back().value = series.labels[i].value;
    }
    metric.counter.value = series.value;
    metric.gauge.value = series.value;
    metric.histogram.sample_count = series.count;
    metric.histogram.sample_sum = series.sum;
    for (size_t i = 0; i < series.bucket_count; ++i) {
      metric.histogram.bucket.emplace_back();
      metric.histogram.bucket.back().cumulative_count = series.buckets[i].count;
      metric.histogram.bucket.back().upper_bound = series.buckets[i].upper_bound;
    }
    return metric;
  }
};

} /* namespace assay */

#endif
