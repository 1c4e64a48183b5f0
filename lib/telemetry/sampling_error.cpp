// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "telemetry/sampling_error.h"

#include <cmath>

#include "telemetry/quantile.h"
#include "vocabulary/segment_layout.h"

namespace assay::telemetry {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // the normal distribution's 97.5 % quantile

struct Moments {
  double calls = 0;
  double mean = 0;
  double squares = 0;  // of the distances to the mean, added up
};

// Welford 1962, doi 10.1080/00401706.1962.10490022, with weights.
Moments momentsOf(const Histogram& histogram) {
  Moments moments;
  for (unsigned bucket = 0; bucket < histogram.size(); ++bucket) {
    if (histogram[bucket] == 0) continue;
    const auto calls = static_cast<double>(histogram[bucket]);
    const double distance = middleOf(bucket) - moments.mean;
    moments.calls += calls;
    moments.mean += distance * calls / moments.calls;
    moments.squares += calls * distance * (middleOf(bucket) - moments.mean);
  }
  return moments;
}

}  // namespace

double meanError(const Histogram& histogram, std::uint64_t estimated) {
  const Moments moments = momentsOf(histogram);
  if (estimated == 0 || moments.mean <= 0) return 0;
  const double variation = std::sqrt(moments.squares / moments.calls) / moments.mean;
  return kNormal95 * variation * std::sqrt(vocabulary::kLargestBlock * static_cast<double>(estimated)) /
         moments.calls;
}

}  // namespace assay::telemetry
