// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/complexity.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "support/sort_stably.h"

namespace assay::insight {
namespace {

constexpr std::size_t kFewestSizes = 5;
constexpr double kLeastRange = 100;  // largest / smallest size
constexpr double kMostBicGap = 6;
constexpr double kOnePercent = 9.21;    // of chi^2 with two degrees: 1 %
constexpr double kFivePercent = 3.841;  // of chi^2 with one
constexpr double kLeastGrowth = 1.05;
constexpr double kFirstExponent = 0.05, kExponentStep = 0.05;
constexpr int kExponents = 80, kCoarse = 4;
constexpr std::array<std::string_view, 6> kNames = {"O(1)",       "O(log n)", "O(n)",
                                                    "O(n log n)", "O(n^2)",   "O(n^3)"};

double shapeOf(Growth growth, double n) {
  switch (growth) {
    case Growth::Constant: return 0;
    case Growth::Logarithmic: return std::log2(n);
    case Growth::Linear: return n;
    case Growth::Linearithmic: return n * std::log2(n);
    case Growth::Quadratic: return n * n;
    case Growth::Cubic: return n * n * n;
  }
  return 0;
}

using Variances = std::vector<double>;

template <class Shape>
std::vector<double> shapes(const std::vector<SizePoint>& points, const Shape& shape) {
  std::vector<double> values;
  for (const SizePoint& point : points) values.push_back(shape(point.size));
  return values;
}

GrowthFit fitPower(const std::vector<SizePoint>& points, double exponent, const Variances& variances) {
  return fitGrowth(points, shapes(points, [=](double n) { return std::pow(n, exponent); }), variances);
}

double exponentAt(int i) {
  return kFirstExponent + kExponentStep * i;
}

// The misfit of each exponent.
struct Profile {
  std::vector<double> misfits;
  int best = 0;
  GrowthFit fit;

  [[nodiscard]] double exponent() const { return exponentAt(best); }
};

Profile profileOf(const std::vector<SizePoint>& points, const Variances& variances, int stride) {
  Profile profile;
  for (int i = 0; i < kExponents; i += stride) {
    const GrowthFit fit = fitPower(points, exponentAt(i), variances);
    profile.misfits.push_back(fit.misfit);
    if (i > 0 && fit.misfit >= profile.fit.misfit) continue;
    profile.best = i;
    profile.fit = fit;
  }
  return profile;
}

// Where the sizes of a bucket lie matters as much as the time grows there.
Variances variancesFor(const std::vector<SizePoint>& points, const Profile& profile) {
  Variances variances;
  for (const SizePoint& point : points) {
    const double growing = profile.fit.slope * std::pow(point.size, profile.exponent());
    const double elasticity = profile.exponent() * growing / std::max(1e-9, profile.fit.fixed + growing);
    variances.push_back(point.variance + elasticity * elasticity * point.placement);
  }
  return variances;
}

// Everything that is asked of one function's points.
struct Fitted {
  Variances variances;
  Profile profile;
  double scale = 1;  // of the variances: what no curve explains

  explicit Fitted(const std::vector<SizePoint>& points) {
    for (const SizePoint& point : points) variances.push_back(point.variance + point.placement);
    // What the variances depend on is known well enough from every fourth exponent.
    for (int round = 0; round < 2; ++round) {
      profile = profileOf(points, variances, kCoarse);
      variances = variancesFor(points, profile);
    }
    profile = profileOf(points, variances, 1);
    const double degrees = static_cast<double>(points.size()) - 3;
    if (degrees > 0) scale = std::max(1.0, profile.fit.misfit / degrees);
  }

  [[nodiscard]] bool allows(double misfit) const {
    return misfit <= profile.fit.misfit + kFivePercent * scale;
  }
};

double misfitOf(const std::vector<SizePoint>& points, Growth growth, const Variances& variances) {
  return fitGrowth(points, shapes(points, [=](double n) { return shapeOf(growth, n); }), variances).misfit;
}

std::vector<Growth> candidatesOf(const std::vector<SizePoint>& points, const Fitted& fitted) {
  struct Judged {
    Growth growth;
    double bic;
  };
  std::vector<Judged> all;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto growth = static_cast<Growth>(i);
    const double unknowns = growth == Growth::Constant ? 1 : 2;
    all.push_back({growth, misfitOf(points, growth, fitted.variances) / fitted.scale +
                               unknowns * std::log(static_cast<double>(points.size()))});
  }
  sortStably(all, std::less<>{}, &Judged::bic);
  std::vector<Growth> candidates;
  for (const Judged& judged : all)
    if (judged.bic < all.front().bic + kMostBicGap) candidates.push_back(judged.growth);
  return candidates;
}

// From the best exponent to where the misfit has risen by what chance may do, between two of the grid.
double limitOfExponent(const Fitted& fitted, int direction) {
  const double most = fitted.profile.fit.misfit + kFivePercent * fitted.scale;
  const std::vector<double>& misfits = fitted.profile.misfits;
  int at = fitted.profile.best;
  for (; at + direction >= 0 && at + direction < kExponents; at += direction) {
    const double inside = misfits[static_cast<std::size_t>(at)];
    const double outside = misfits[static_cast<std::size_t>(at + direction)];
    if (outside > most)
      return exponentAt(at) + direction * kExponentStep * (most - inside) / (outside - inside);
  }
  return exponentAt(at);
}

std::optional<Estimate> exponentOf(const std::vector<SizePoint>& points, const Fitted& fitted) {
  const double none = misfitOf(points, Growth::Constant, fitted.variances);
  if ((none - fitted.profile.fit.misfit) / fitted.scale < kOnePercent) return std::nullopt;
  return Estimate{fitted.profile.exponent(), {limitOfExponent(fitted, -1), limitOfExponent(fitted, 1)}};
}

// The most that the time may grow over all sizes, by the regression of logarithm on logarithm.
double mostGrowth(const std::vector<SizePoint>& points, double scale) {
  double w = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const SizePoint& point : points) {
    const double weight = 1 / (point.variance * scale), size = std::log(point.size);
    w += weight;
    x += weight * size;
    y += weight * std::log(point.nanoseconds);
    xx += weight * size * size;
    xy += weight * size * std::log(point.nanoseconds);
  }
  const double spread = xx - x * x / w;
  const double slope = (xy - x * y / w) / spread;
  return std::exp((slope + std::sqrt(kFivePercent / spread)) *
                  std::log(points.back().size / points.front().size));
}

NotIdentifiable classify(Complexity& complexity, const Fitted& fitted) {
  const std::vector<SizePoint>& points = complexity.points;
  if (points.back().size < kLeastRange * points.front().size) return NotIdentifiable::NarrowRange;
  const Growth best = complexity.candidates.front();
  const bool mayBeConstant = std::ranges::count(complexity.candidates, Growth::Constant) > 0;
  // Curves that grow can be as flat as one likes: how flat is what the calls have to tell.
  if (mayBeConstant && mostGrowth(points, fitted.scale) > kLeastGrowth) return NotIdentifiable::TooNoisy;
  if (mayBeConstant ? best != Growth::Constant : complexity.candidates.size() > 1)
    return NotIdentifiable::Ambiguous;
  // The best of all classes may fit badly: caches, and what small inputs cost, are in no book. It has to be
  // among the curves that the exponent's interval has.
  if (best != Growth::Constant && !fitted.allows(misfitOf(points, best, fitted.variances)))
    return NotIdentifiable::Ambiguous;
  complexity.growth = best;
  return NotIdentifiable::No;
}

// The least misfit of all curves through one time at one size, over the exponents that fit at all.
double leastMisfit(const Complexity& complexity, const Fitted& fitted, const Through& at) {
  double least = HUGE_VAL;
  for (int i = 0; i < kExponents; ++i) {
    if (!fitted.allows(fitted.profile.misfits[static_cast<std::size_t>(i)])) continue;
    const auto power = [=](double n) { return std::pow(n, exponentAt(i)); };
    least = std::min(least, fitThrough(complexity.points, shapes(complexity.points, power), fitted.variances,
                                       {power(at.shapeAt), at.nanoseconds})
                                .misfit);
  }
  return least;
}

// As a logarithm, by halving what is between a time that fits and one that does not.
double limitOfTime(const Complexity& complexity, const Fitted& fitted, const Through& best,
                   double direction) {
  const auto fits = [&](double away) {
    return fitted.allows(
        leastMisfit(complexity, fitted, {best.shapeAt, best.nanoseconds * std::exp(direction * away)}));
  };
  double inside = 0, outside = 0.1;
  for (; outside < 50 && fits(outside); outside *= 2) inside = outside;
  for (int step = 0; step < 12; ++step) {
    const double middle = (inside + outside) / 2;
    (fits(middle) ? inside : outside) = middle;
  }
  return best.nanoseconds * std::exp(direction * outside);
}

}  // namespace

std::string_view nameOf(Growth growth) {
  return kNames[static_cast<std::size_t>(growth)];
}

std::string_view reasonOf(NotIdentifiable why) {
  switch (why) {
    case NotIdentifiable::No: break;
    case NotIdentifiable::NoSizes: return "calls of five sizes, in some windows each, are needed";
    case NotIdentifiable::NarrowRange: return "the sizes span less than two powers of ten";
    case NotIdentifiable::TooNoisy: return "the times vary too much between windows";
    case NotIdentifiable::Ambiguous: return "several classes fit, or none";
  }
  return "";
}

Complexity complexityOf(Windows windows) {
  Complexity complexity;
  complexity.points = sizePoints(windows);
  complexity.why = NotIdentifiable::NoSizes;
  if (complexity.points.size() < kFewestSizes) return complexity;
  const Fitted fitted(complexity.points);
  complexity.candidates = candidatesOf(complexity.points, fitted);
  complexity.exponent = exponentOf(complexity.points, fitted);
  complexity.why = classify(complexity, fitted);
  return complexity;
}

std::optional<Estimate> timeAt(const Complexity& complexity, double size) {
  if (!complexity.exponent || complexity.exponent->interval.high >= exponentAt(kExponents - 1))
    return std::nullopt;
  const Fitted fitted(complexity.points);
  const GrowthFit& fit = fitted.profile.fit;
  const Through best{size, fit.fixed + fit.slope * std::pow(size, fitted.profile.exponent())};
  return Estimate{best.nanoseconds,
                  {limitOfTime(complexity, fitted, best, -1), limitOfTime(complexity, fitted, best, 1)}};
}

std::vector<double> curveOf(const Complexity& complexity, std::span<const double> sizes) {
  std::vector<double> curve;
  if (!complexity.exponent) return curve;
  const Fitted fitted(complexity.points);
  const GrowthFit& fit = fitted.profile.fit;
  for (const double size : sizes)
    curve.push_back(fit.fixed + fit.slope * std::pow(size, fitted.profile.exponent()));
  return curve;
}

}  // namespace assay::insight
