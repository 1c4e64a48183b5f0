// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How much more often something happens to the calls of one arm than to those of another (an error, a call
// that is slow), when one may look after every window. Of the events of a window only their split between the
// arms is a witness, so a rate that all calls share may do what it likes, and an arm without any event is no
// exception.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "insight/proportion.h"

namespace assay::insight {

/// The calls of both arms in one window that are alike (of one size); events of an arm are at most its
/// trials.
struct ArmCounts {
  Count old;
  Count fresh;
};

/// The effects that are mixed: no effect, and 20 in each direction, 1 % to a factor of 500 on the scale of
/// logarithms, each 1.4 times the one before. With steps like these no effect in between is met with less
/// than 96 % of the information; factors around 2 weigh most (log-normal, deviation 1.3).
inline constexpr std::size_t kMixedEffects = 41;
struct MixedEffect {
  double logRatio = 0;
  double weight = 0;  ///< all add up to 1
};
const std::array<MixedEffect, kMixedEffects>& mixedEffects();

/// As levelOfOneEnd in sequential_mean.h, of the low end of an interval of ratios that is asked whether it is
/// above some ratio of 1 or more: effects above have a weight w of 0.45 at most, so level / (w + (1 - w)
/// level).
double levelOfLowEnd(double level);

/// The sequence of windows, and what they say of the ratio of the two rates.
///
/// Given e events in n + m calls, those of the new arm are binomial with the chance p = m R / (n + m R), R
/// the ratio of the rates (exact for rare events, too wide by 1 / (1 - rate) for frequent ones: the
/// conditional test of two Poisson means, Przyborowski & Wilenski 1940, Biometrika 31:313). The likelihoods
/// of all windows and sizes multiply. Mixed over effects and divided by the likelihood of R they are a
/// martingale with mean 1 when R is true (Robbins 1970; for the binomial Johari et al. 2022; as
/// e-process Ramdas, Grunwald, Vovk & Shafer 2023, Statistical Science 38:576), so that Ville's inequality
/// bounds all looks together.
///
/// Events of one window may be one event (a burst). So a window counts for at most twice the events of the
/// middle window, and at least for one, which is a power of its likelihood that is chosen by the sum of its
/// events and leaves its mean at most 1 (Jensen). What the splits still vary beyond the binomial between
/// windows divides the logarithm (the ratio of the score's variance to the information: Wedderburn 1974,
/// Biometrika 61:439; never below 1); this is estimated, so it holds approximately.
class SequentialRatio {
 public:
  /// One window, by sizes. Sizes without calls in one of the arms are no witness.
  void add(std::span<const ArmCounts> sizes);
  /// The same in two steps, for many windows at once: what is said counts what was there when last weighed.
  void append(std::span<const ArmCounts> sizes);
  void weigh();

  [[nodiscard]] double windows() const { return static_cast<double>(windows_.size()); }  ///< with both arms
  [[nodiscard]] const ArmCounts& totals() const { return totals_; }
  /// By which the logarithm of the likelihood is divided.
  [[nodiscard]] double dispersion() const { return dispersion_; }

  /// The logarithm of the evidence that the ratio is not `ratio` > 0.
  [[nodiscard]] double logEvidenceAgainst(double ratio) const;
  /// The ratio of rates, new to old; its interval holds the truth at all looks with probability 1 - level.
  /// From 0 to infinity without events; the value is 1 then.
  [[nodiscard]] Estimate ratio(double level) const;
  /// The difference of rates, new - old, per call of the new arm: (R - 1) sum over windows of
  /// e m / (n + m R) / sum of m, R at the ends of its interval, the events at those of theirs
  /// (expectedEvents). nine tenths of `level` go to R, one to the events. In [-1, 1].
  [[nodiscard]] Estimate difference(double level) const;
  /// The same, with a low end that is asked whether it is above some difference of 0 or more (levelOfLowEnd,
  /// for the part of the level that goes to R). Its high end means nothing.
  [[nodiscard]] Estimate differenceAbove(double level) const;

 private:
  struct Cell {
    double events = 0;
    double fresh = 0;  // events of the new arm
    double share = 0;  // of calls
    double old = 0;    // calls of the old arm
    double calls = 0;  // and of the new one
    std::array<double, kMixedEffects> logs{};
  };
  struct Span {
    std::size_t first = 0, last = 0;  // of cells_
    double events = 0;
    double power = 1;
  };

  void temper();
  void disperse();
  [[nodiscard]] double likelihood(double logRatio) const;
  [[nodiscard]] double score(double logRatio) const;
  [[nodiscard]] double information(double logRatio) const;
  [[nodiscard]] double mixture() const;
  [[nodiscard]] double best() const;
  [[nodiscard]] double end(double from, double direction, double target) const;
  [[nodiscard]] double differenceAt(double ratio, double events) const;
  [[nodiscard]] Estimate differenceOf(const Estimate& ratios, double levelOfEvents) const;

  std::vector<Cell> cells_;  // with events
  std::vector<Span> windows_;
  ArmCounts totals_;
  double events_ = 0;  // tempered
  double fresh_ = 0;   // likewise
  double dispersion_ = 1;
  double mixture_ = 0;  // logarithm, to a ratio of 1
};

/// The number of events that was to be expected where `events` were counted, whatever their rate was at any
/// time: from the mixture over Gamma(1/2, 1/2) of Poisson likelihoods (Howard, Ramdas, McAuliffe & Sekhon
/// 2021, Annals of Statistics 49:1055, gamma-Poisson mixture). Of more than 1e9 as wide as of that many, in
/// proportion. Holds at all looks with probability 1 - level.
Interval expectedEvents(double events, double level);
/// The logarithm of that mixture's evidence against `expected` > 0.
double logEvidenceAgainstExpected(double events, double expected);

}  // namespace assay::insight
