/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the guards of this process count, in a registry of prometheus-cpp that a program has already, for who
   reads the registry in other ways than by an exposer:

     auto registry = std::make_shared<prometheus::Registry>();
     assay::PrometheusRegistry guards(registry);
     guards.Update();  // before the registry is read

   Its metrics are ordinary ones of the registry. An exposer needs no call: it takes
   assay::PrometheusCollectable beside the registry (<assay/prometheus_collectable.h>). C++11 and
   prometheus-cpp 1.0 or later, which the program links itself; and assay::exporter. */
#ifndef ASSAY_PROMETHEUS_REGISTRY_H
#define ASSAY_PROMETHEUS_REGISTRY_H
#pragma GCC system_header

#include <assay/exporter.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace assay {

class PrometheusRegistry {
 public:
  /* One for a registry, for as long as the registry is used: a second one would count everything again. */
  explicit PrometheusRegistry(std::shared_ptr<prometheus::Registry> registry)
      : registry_(std::move(registry)) {}
  PrometheusRegistry(const PrometheusRegistry&) = delete;
  PrometheusRegistry& operator=(const PrometheusRegistry&) = delete;

  /* Reads the process's segments and brings the registry's metrics up to them. False where they cannot be
     read, or the registry has a metric of that name and another type: then nothing has changed, or a part.
     Any thread. */
  bool Update() {
    const std::lock_guard<std::mutex> alone(door_);
    return assay_exporter_visit(&PrometheusRegistry::add, this) == 0;
  }

 private:
  using Labels = std::map<std::string, std::string>;

  /* What the registry has been told of a series: its metrics take what came since. */
  struct Told {
    double value = 0;
    double sum = 0;
    std::vector<double> cells = {}; /* of a histogram, each without those below */
  };

  static void add(const assay_exported_series* series, void* context) {
    static_cast<PrometheusRegistry*>(context)->take(*series);
  }

  void take(const assay_exported_series& series) {
    Labels labels;
    for (size_t i = 0; i < series.label_count; ++i) labels[series.labels[i].name] = series.labels[i].value;
    Told& told = told_[std::make_pair(std::string(series.name), labels)];
    if (series.type == ASSAY_EXPORTED_GAUGE) {
      family(prometheus::BuildGauge(), series).Add(labels).Set(series.value);
    } else if (series.type == ASSAY_EXPORTED_COUNTER) {
      family(prometheus::BuildCounter(), series).Add(labels).Increment(series.value - told.value);
      told.value = series.value;
    } else {
      takeHistogram(series, labels, told);
    }
  }

  void takeHistogram(const assay_exported_series& series, const Labels& labels, Told& told) {
    prometheus::Histogram::BucketBoundaries bounds;
    std::vector<double> more;
    told.cells.resize(series.bucket_count + 1);
    uint64_t below = 0;
    for (size_t i = 0; i <= series.bucket_count; ++i) {
      const uint64_t upTo = i < series.bucket_count ? series.buckets[i].count : series.count;
      if (i < series.bucket_count) bounds.push_back(series.buckets[i].upper_bound);
      const double cell = upTo > below ? static_cast<double>(upTo - below) : 0;
      below = upTo;
      more.push_back(cell > told.cells[i] ? cell - told.cells[i] : 0);
      told.cells[i] += more.back();
    }
    family(prometheus::BuildHistogram(), series)
        .Add(labels, bounds)
        .ObserveMultiple(more, series.sum - told.sum);
    told.sum = series.sum;
  }

  template <class Builder>
  auto family(Builder builder, const assay_exported_series& series) const
      -> decltype(builder.Register(std::declval<prometheus::Registry&>())) {
    return builder.Name(series.name).Help(series.help).Register(*registry_);
  }

  std::shared_ptr<prometheus::Registry> registry_;
  std::mutex door_;
  std::map<std::pair<std::string, Labels>, Told> told_;
};

} /* namespace assay */

#endif
