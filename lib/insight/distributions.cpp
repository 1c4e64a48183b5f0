// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/distributions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assay::insight {
namespace {

constexpr int kMostTerms = 200'000;
constexpr int kMostSteps = 200;
constexpr double kTiny = 1e-300;
constexpr double kSmallest = 1e-15;
constexpr double kManyDegrees = 1e7;  // the normal distribution, to seven digits

double awayFromZero(double value) {
  return std::abs(value) < kTiny ? kTiny : value;
}

// The numerator of the m-th pair of terms, even and odd (DLMF 8.17.23).
double evenTerm(double m, double x, double a, double b) {
  return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
}
double oddTerm(double m, double x, double a, double b) {
  return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
}

double betaFraction(double x, double a, double b) {
  double c = 1, d = 1 / awayFromZero(1 - (a + b) * x / (a + 1)), value = d;
  for (int m = 1; m < kMostTerms; ++m) {
    double change = 1;
    for (const double term : {evenTerm(m, x, a, b), oddTerm(m, x, a, b)}) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      change = c * d;
      value *= change;
    }
    if (std::abs(change - 1) < kSmallest) break;
  }
  return value;
}

double logBetaFront(double x, double a, double b) {
  return std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x);
}

// The root of an increasing function between two bounds, by halving: for what is asked seldom.
template <class Function>
double rootBetween(double low, double high, const Function& isBelow) {
  for (int step = 0; step < kMostSteps && high - low > kSmallest * std::abs(high); ++step) {
    const double middle = (low + high) / 2;
    (isBelow(middle) ? low : high) = middle;
  }
  return (low + high) / 2;
}

double studentDensity(double t, double degrees) {
  const double log = std::lgamma((degrees + 1) / 2) - std::lgamma(degrees / 2) -
                     std::log(degrees * std::numbers::pi) / 2 -
                     (degrees + 1) / 2 * std::log1p(t * t / degrees);
  return std::exp(log);
}

// Newton's steps on the tail from below, where it is convex: they come from one side and do not overshoot.
double studentUpper(double tail, double degrees) {
  double t = std::max(0.0, -normalQuantile(tail));
  for (int step = 0; step < kMostSteps; ++step) {
    const double change = (studentTail(t, degrees) - tail) / studentDensity(t, degrees);
    t += change;
    if (std::abs(change) <= 1e-13 * t) break;
  }
  return t;
}

}  // namespace

double normalTail(double z) {
  return std::erfc(z / std::numbers::sqrt2) / 2;
}

double normalQuantile(double p) {
  if (p > 0.5) return -normalQuantile(1 - p);
  const double t = std::sqrt(-2 * std::log(p));
  double z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) /
                       (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (int step = 0; step < 3; ++step) {
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    z -= (normalTail(-z) - p) / density;
  }
  return z;
}

double betaCdf(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction is quick on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  return std::exp(logBetaFront(x, a, b)) * betaFraction(x, a, b) / a;
}

double betaQuantile(double p, double a, double b) {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return rootBetween(0, 1, [&](double x) { return betaCdf(x, a, b) < p; });
}

double studentTail(double t, double degrees) {
  if (degrees >= kManyDegrees) return normalTail(t);
  if (t < 0) return 1 - studentTail(-t, degrees);
  const double x = degrees / (degrees + t * t);
  if (t * t < 1e-3 * degrees) return (1 - betaCdf(t * t / (degrees + t * t), 0.5, degrees / 2)) / 2;
  return betaCdf(x, degrees / 2, 0.5) / 2;
}

double studentQuantile(double p, double degrees) {
  if (degrees >= kManyDegrees) return normalQuantile(p);
  return p < 0.5 ? -studentUpper(p, degrees) : studentUpper(1 - p, degrees);
}

double studentFactor(double confidence, double degrees) {
  return studentQuantile((1 + confidence) / 2, degrees);
}

}  // namespace assay::insight
