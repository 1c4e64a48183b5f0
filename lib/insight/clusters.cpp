// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/clusters.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/distributions.h"

namespace assay::insight {

Ratio ratioOf(std::span<const Part> parts) {
  Ratio ratio;
  double amount = 0, windows = 0;
  for (const Part& part : parts) {
    if (part.units <= 0) continue;
    amount += part.amount;
    ratio.units += part.units;
    ++windows;
  }
  if (windows == 0) return ratio;
  ratio.value = amount / ratio.units;
  ratio.degrees = windows - 1;
  if (ratio.degrees == 0) return ratio;
  // By how much the ratio changes when a window is left out: (amount - value * units) / the other units.
  double squares = 0;
  for (const Part& part : parts)
    if (part.units > 0)
      squares += std::pow((part.amount - ratio.value * part.units) / (ratio.units - part.units), 2);
  ratio.variance = ratio.degrees / windows * squares;
  return ratio;
}

Ratio withAtLeast(Ratio ratio, double variance) {
  ratio.variance = std::max(ratio.variance, variance);
  return ratio;
}

Estimate estimateOf(const Ratio& ratio, double confidence) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (ratio.degrees <= 0) return {ratio.value, {-kInfinity, kInfinity}};
  const double half = studentFactor(confidence, ratio.degrees) * std::sqrt(ratio.variance);
  return {ratio.value, {ratio.value - half, ratio.value + half}};
}

Count effectiveCount(std::span<const Part> parts) {
  Count count;
  for (const Part& part : parts) {
    if (part.units <= 0) continue;
    count.events += part.amount;
    count.trials += part.units;
  }
  const double alone = count.rate() * (1 - count.rate()) / std::max(count.trials, 1.0);
  if (alone <= 0) return count;
  const double design = std::max(1.0, ratioOf(parts).variance / alone);
  return {count.events / design, count.trials / design};
}

}  // namespace assay::insight
