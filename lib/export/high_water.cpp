// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export/high_water.h"

#include <algorithm>

namespace assay::exporting {
namespace {

void raiseTo(HistogramValue& now, const HistogramValue& before) {
  now.count = std::max(now.count, before.count);
  now.sum = std::max(now.sum, before.sum);
  for (std::size_t i = 0; i < now.buckets.size() && i < before.buckets.size(); ++i)
    now.buckets[i].second = std::max(now.buckets[i].second, before.buckets[i].second);
}

}  // namespace

void HighWater::raise(std::vector<MetricFamily>& families) {
  for (MetricFamily& family : families) {
    if (family.type != MetricType::Counter && family.type != MetricType::Histogram) continue;
    for (Sample& sample : family.samples) {
      Sample& before = seen_[{family.name, sample.labels}];
      sample.value = std::max(sample.value, before.value);
      sample.seconds = std::max(sample.seconds, before.seconds);
      raiseTo(sample.histogram, before.histogram);
      before = sample;
    }
  }
}

}  // namespace assay::exporting
