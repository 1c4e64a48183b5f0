// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/promise.h"

#include <cmath>
#include <vector>

namespace assay::insight {
namespace {

constexpr double kFlattestPromise = 0.05, kSteepestPromise = 4, kPromiseStep = 0.05;

}  // namespace

double promisedExponent(const Complexity& complexity, const Promise& promise) {
  if (!promise.logarithm) return promise.power;
  std::vector<SizePoint> promised = complexity.points;
  std::vector<double> variances;
  for (SizePoint& point : promised) {
    point.nanoseconds = std::pow(point.size, promise.power) * std::log2(1 + point.size);
    variances.push_back(point.variance + point.placement);
  }
  double best = promise.power, least = HUGE_VAL;
  for (double exponent = kFlattestPromise; exponent <= kSteepestPromise; exponent += kPromiseStep) {
    std::vector<double> shape;
    for (const SizePoint& point : promised) shape.push_back(std::pow(point.size, exponent));
    const double misfit = fitGrowth(promised, shape, variances).misfit;
    if (misfit >= least) continue;
    least = misfit;
    best = exponent;
  }
  return best;
}

bool isBroken(const std::optional<Promise>& promise, const Complexity& complexity) {
  if (!promise || !complexity.exponent) return false;
  const double low = complexity.exponent->interval.low;
  if (low <= promise->power + kPromiseSlack) return false;  // a logarithm only adds to it
  return low > promisedExponent(complexity, *promise) + kPromiseSlack;
}

}  // namespace assay::insight
