// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/proportion.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "insight/distributions.h"

namespace assay::insight {
namespace {

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr double kNegligible = 1e-17;

double logChoose(double n, double k) {
  return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

// Of `events` events among before + after trials, so many are in `after`.
struct Hypergeometric {
  double before = 0;
  double after = 0;
  double events = 0;

  [[nodiscard]] double probability(double k) const {
    if (k < std::max(0.0, events - before) || k > std::min(events, after)) return 0;
    return std::exp(logChoose(after, k) + logChoose(before, events - k) - logChoose(before + after, events));
  }
  [[nodiscard]] double ratioUp(double k) const {  // P(k + 1) / P(k)
    return (events - k) * (after - k) / ((k + 1) * (before - events + k + 1));
  }
  // The sum from k away from the mean, to where nothing is added any more.
  [[nodiscard]] double tailAbove(double k) const {
    double term = probability(k), sum = 0;
    for (; term > sum * kNegligible; ++k) {
      sum += term;
      term *= ratioUp(k);
    }
    return sum;
  }
  [[nodiscard]] double tailBelow(double k) const {
    double term = probability(k), sum = 0;
    for (; k >= 0 && term > sum * kNegligible; --k) {
      sum += term;
      term /= ratioUp(k - 1);
    }
    return sum;
  }
};

// MOVER-R: the limit of a / b from the distances of the two limits that matter for it.
double limitOfRatio(const Estimate& a, const Estimate& b, bool upper) {
  const double near = upper ? a.interval.high : a.interval.low;
  const double far = upper ? b.interval.low : b.interval.high;
  const double product = a.value * b.value;
  const double ofA = near * (2 * a.value - near), ofB = far * (2 * b.value - far);
  if (ofB == 0) return upper ? kNoLimit : 0;
  const double root = std::sqrt(std::max(0.0, product * product - ofA * ofB));
  const double limit = (product + (upper ? root : -root)) / ofB;
  return limit < 0 && upper ? kNoLimit : std::max(0.0, limit);
}

}  // namespace

Estimate wilson(const Count& count, double confidence) {
  const double n = count.trials;
  if (n <= 0) return {0, {0, 1}};
  const double p = count.rate(), z = normalQuantile((1 + confidence) / 2), z2 = z * z;
  const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
  // At the ends rounding would leave a trace.
  return {p, {p == 0 ? 0 : std::max(0.0, middle - half), p == 1 ? 1 : std::min(1.0, middle + half)}};
}

Estimate differenceOfRates(const Count& before, const Count& after, double confidence) {
  const Estimate a = wilson(after, confidence), b = wilson(before, confidence);
  const double value = a.value - b.value;
  return {value,
          {value - std::hypot(a.value - a.interval.low, b.interval.high - b.value),
           value + std::hypot(a.interval.high - a.value, b.value - b.interval.low)}};
}

Estimate ratioOfRates(const Count& of, const Count& to, double confidence) {
  if (of.events <= 0 && to.events <= 0) return {1, {0, kNoLimit}};
  const Estimate a = wilson(of, confidence), b = wilson(to, confidence);
  const double value = b.value > 0 ? a.value / b.value : kNoLimit;
  return {value, {limitOfRatio(a, b, false), limitOfRatio(a, b, true)}};
}

double chanceOfMore(const Count& before, const Count& after) {
  const double k = std::round(after.events), events = k + std::round(before.events);
  const Hypergeometric chance{std::max(std::round(before.trials), events - k),
                              std::max(std::round(after.trials), k), events};
  if (events == 0) return 1;
  const double half = chance.probability(k) / 2;
  const double mean = events * chance.after / (chance.before + chance.after);
  const double p = k > mean ? chance.tailAbove(k) - half : 1 - chance.tailBelow(k) + half;
  return std::clamp(p, std::numeric_limits<double>::min(), 1.0);
}

}  // namespace assay::insight
