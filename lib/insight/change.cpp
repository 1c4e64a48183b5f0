// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/change.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/distributions.h"

namespace assay::insight {
namespace {

// Of differences that are exactly none (no variance at all), and of those that are certain.
double tailOf(double excess, double deviation, double degrees) {
  if (deviation > 0) return studentTail(excess / deviation, degrees);
  return excess > 0 ? 0 : 1;
}

// Of two values that have `variance` and `degrees`.
template <class Value>
double welchDegrees(const Value& a, const Value& b) {
  const double sum = a.variance + b.variance;
  const double parts = a.variance * a.variance / a.degrees + b.variance * b.variance / b.degrees;
  return parts > 0 ? sum * sum / parts : std::min(a.degrees, b.degrees);
}

Change nothingKnown(double factor) {
  return {.factor = {factor, {0, std::numeric_limits<double>::infinity()}}};
}

}  // namespace

std::optional<Logarithm> logarithmOf(const Ratio& ratio) {
  if (ratio.value <= 0 || ratio.degrees <= 0) return std::nullopt;
  return Logarithm{std::log(ratio.value), ratio.variance / (ratio.value * ratio.value), ratio.degrees};
}

Change changeOf(const Logarithm& before, const Logarithm& after, double confidence) {
  const double difference = after.value - before.value;
  if (before.degrees <= 0 || after.degrees <= 0) return nothingKnown(std::exp(difference));
  const double resolution = before.resolution + after.resolution;
  const double degrees = welchDegrees(before, after);
  const double deviation = std::sqrt(before.variance + after.variance);
  const double half = studentFactor(confidence, degrees) * deviation + resolution;
  return {{std::exp(difference), {std::exp(difference - half), std::exp(difference + half)}},
          tailOf(difference - resolution, deviation, degrees),
          tailOf(-difference - resolution, deviation, degrees)};
}

Change changeOf(const Ratio& before, const Ratio& after, double confidence) {
  const auto a = logarithmOf(before), b = logarithmOf(after);
  if (a && b) return changeOf(*a, *b, confidence);
  return nothingKnown(before.value > 0 ? after.value / before.value : 1);
}

Difference differenceOf(const Ratio& before, const Ratio& after, double confidence) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double difference = after.value - before.value;
  if (before.degrees <= 0 || after.degrees <= 0) return {{difference, {-kInfinity, kInfinity}}, 1};
  const double degrees = welchDegrees(before, after);
  const double deviation = std::sqrt(before.variance + after.variance);
  const double half = studentFactor(confidence, degrees) * deviation;
  return {{difference, {difference - half, difference + half}}, tailOf(difference, deviation, degrees)};
}

}  // namespace assay::insight
