// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/sequential_ratio.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::insight {
namespace {

constexpr double kLevelOfRatio = 0.9;  // of a difference's level

constexpr double kUnbounded = std::numeric_limits<double>::infinity();
constexpr double kSmallestEffect = 0.01;  // of the logarithm
constexpr double kEffectStep = 1.4;
constexpr double kUsualEffect = 0.7;  // a factor of 2
constexpr double kEffectSpread = 1.3;
constexpr double kWeightOfNone = 0.1;
constexpr double kFarthest = 30;  // of the logarithm: nothing is so much more frequent
constexpr double kGammaShape = 0.5;
constexpr double kSomeEvents = 1e-9;
constexpr double kMostEvents = 1e9;  // that count: sums of logarithms of more lose their digits
constexpr double kBurst = 2;         // times the events of the middle window
constexpr int kMostNewtonSteps = 100;

std::array<MixedEffect, kMixedEffects> mixEffects() {
  std::array<MixedEffect, kMixedEffects> effects;
  constexpr std::size_t kMiddle = kMixedEffects / 2;
  effects[kMiddle] = {0, kWeightOfNone};
  double sum = 0;
  for (std::size_t i = 1; i <= kMiddle; ++i) {
    const double size = kSmallestEffect * std::pow(kEffectStep, static_cast<double>(i) - 1);
    const double z = std::log(size / kUsualEffect) / kEffectSpread;
    const double weight = std::exp(-z * z / 2);
    effects[kMiddle + i] = {size, weight};
    effects[kMiddle - i] = {-size, weight};
    sum += 2 * weight;
  }
  for (MixedEffect& effect : effects)
    if (effect.logRatio != 0) effect.weight *= (1 - kWeightOfNone) / sum;
  return effects;
}

double chanceOfNew(double share, double ratio) {
  return share * ratio / (1 + share * (ratio - 1));
}

// Where a concave function falls through zero: Newton's steps from outside, which do not pass the root.
template <class Function>
double fallingRoot(double from, const Function& valueAndSlope) {
  double x = from;
  for (int step = 0; step < kMostNewtonSteps; ++step) {
    const auto [value, slope] = valueAndSlope(x);
    if (slope == 0) break;
    const double change = value / slope;
    x -= change;
    if (std::abs(change) <= 1e-10 * (1 + std::abs(x))) break;
  }
  return x;
}

}  // namespace

const std::array<MixedEffect, kMixedEffects>& mixedEffects() {
  static const std::array<MixedEffect, kMixedEffects> kEffects = mixEffects();
  return kEffects;
}

double levelOfLowEnd(double level) {
  constexpr double kWeightAbove = (1 - kWeightOfNone) / 2;
  return level / (kWeightAbove + (1 - kWeightAbove) * level);
}

void SequentialRatio::add(std::span<const ArmCounts> sizes) {
  append(sizes);
  weigh();
}

void SequentialRatio::append(std::span<const ArmCounts> sizes) {
  Span span{cells_.size(), cells_.size()};
  bool both = false;
  for (const ArmCounts& counts : sizes) {
    if (!(counts.old.trials > 0 && counts.fresh.trials > 0)) continue;
    both = true;
    for (const auto& [to, from] :
         {std::pair(&totals_.old, &counts.old), std::pair(&totals_.fresh, &counts.fresh)}) {
      to->events += from->events;
      to->trials += from->trials;
    }
    const double events = counts.old.events + counts.fresh.events;
    if (events <= 0) continue;
    Cell cell{events, counts.fresh.events, counts.fresh.trials / (counts.old.trials + counts.fresh.trials),
              counts.old.trials, counts.fresh.trials};
    for (std::size_t i = 0; i < kMixedEffects; ++i)
      cell.logs[i] = std::log1p(cell.share * std::expm1(mixedEffects()[i].logRatio));
    cells_.push_back(cell);
    span.events += events;
  }
  if (!both) return;
  span.last = cells_.size();
  windows_.push_back(span);
}

void SequentialRatio::weigh() {
  if (windows_.empty()) return;
  temper();
  disperse();
  mixture_ = mixture();
}

void SequentialRatio::temper() {
  std::vector<double> events;
  for (const Span& span : windows_) events.push_back(span.events);
  const auto middle = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
  std::nth_element(events.begin(), middle, events.end());
  const double most = std::max(1.0, kBurst * *middle);
  events_ = fresh_ = 0;
  for (Span& span : windows_) {
    span.power = std::min(1.0, most / std::max(span.events, 1.0));
    for (std::size_t i = span.first; i < span.last; ++i) {
      events_ += span.power * cells_[i].events;
      fresh_ += span.power * cells_[i].fresh;
    }
  }
}

// Half an event in each arm keeps the ratio finite.
void SequentialRatio::disperse() {
  dispersion_ = std::max(1.0, events_ / kMostEvents);
  const double windows = this->windows();
  if (windows < 2 || events_ <= 0) return;
  const double share = totals_.fresh.trials / (totals_.old.trials + totals_.fresh.trials);
  const double odds = (fresh_ + 0.5) / (events_ - fresh_ + 0.5) * (1 - share) / share;
  double squares = 0, information = 0;
  for (const Span& span : windows_) {
    double residual = 0;
    for (std::size_t i = span.first; i < span.last; ++i) {
      const Cell& cell = cells_[i];
      const double chance = chanceOfNew(cell.share, odds);
      residual += span.power * (cell.fresh - cell.events * chance);
      information += span.power * cell.events * chance * (1 - chance);
    }
    squares += residual * residual;
  }
  if (information > 0) dispersion_ = std::max(dispersion_, windows / (windows - 1) * squares / information);
}

// The logarithm, to that of a ratio of 1, of the tempered likelihood without its dispersion.
double SequentialRatio::likelihood(double logRatio) const {
  const double more = std::expm1(logRatio);
  double sum = fresh_ * logRatio;
  for (const Span& span : windows_)
    for (std::size_t i = span.first; i < span.last; ++i)
      sum -= span.power * cells_[i].events * std::log1p(cells_[i].share * more);
  return sum;
}

double SequentialRatio::score(double logRatio) const {
  const double ratio = std::exp(logRatio);
  double sum = fresh_;
  for (const Span& span : windows_)
    for (std::size_t i = span.first; i < span.last; ++i)
      sum -= span.power * cells_[i].events * chanceOfNew(cells_[i].share, ratio);
  return sum;
}

double SequentialRatio::information(double logRatio) const {
  const double ratio = std::exp(logRatio);
  double sum = 0;
  for (const Span& span : windows_)
    for (std::size_t i = span.first; i < span.last; ++i) {
      const double chance = chanceOfNew(cells_[i].share, ratio);
      sum += span.power * cells_[i].events * chance * (1 - chance);
    }
  return sum;
}

double SequentialRatio::mixture() const {
  std::array<double, kMixedEffects> logs{};
  for (const Span& span : windows_)
    for (std::size_t i = span.first; i < span.last; ++i)
      for (std::size_t k = 0; k < kMixedEffects; ++k)
        logs[k] -= span.power * cells_[i].events * cells_[i].logs[k];
  for (std::size_t k = 0; k < kMixedEffects; ++k)
    logs[k] = (logs[k] + fresh_ * mixedEffects()[k].logRatio) / dispersion_;
  const double largest = *std::ranges::max_element(logs);
  double sum = 0;
  for (std::size_t k = 0; k < kMixedEffects; ++k)
    sum += mixedEffects()[k].weight * std::exp(logs[k] - largest);
  return largest + std::log(sum);
}

// Of the likelihood; there are events in both arms. With one share for all windows it is the first guess.
double SequentialRatio::best() const {
  const double share = totals_.fresh.trials / (totals_.old.trials + totals_.fresh.trials);
  double x = std::log(fresh_ / (events_ - fresh_) * (1 - share) / share);
  double low = -kFarthest, high = kFarthest;
  for (int step = 0; step < kMostNewtonSteps && high - low > 1e-12; ++step) {
    const double rest = score(x);
    if (std::abs(rest) <= 1e-12 * events_) break;
    (rest > 0 ? low : high) = x;
    const double next = x + rest / information(x);
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x;
}

double SequentialRatio::end(double from, double direction, double target) const {
  double outside = from, step = 0.5;
  do {
    outside += direction * step;
    step *= 2;
    if (std::abs(outside) > kFarthest) return direction * kUnbounded;
  } while (likelihood(outside) / dispersion_ > target);
  return fallingRoot(outside, [&](double x) {
    return std::pair(likelihood(x) / dispersion_ - target, score(x) / dispersion_);
  });
}

double SequentialRatio::logEvidenceAgainst(double ratio) const {
  if (events_ <= 0) return 0;
  return mixture_ - likelihood(std::log(ratio)) / dispersion_;
}

Estimate SequentialRatio::ratio(double level) const {
  if (events_ <= 0) return {1, {0, kUnbounded}};
  const bool none = fresh_ <= 0, all = fresh_ >= events_;
  const double middle = none ? -kFarthest : all ? kFarthest : best();
  const double target = mixture_ + std::log(level);
  // Where one arm has no event the likelihood only rises, or falls, and the other end is found from afar.
  const double low = none ? -kUnbounded : end(all ? 0 : middle, -1, target);
  const double high = all ? kUnbounded : end(none ? 0 : middle, 1, target);
  const double value = none ? 0 : all ? kUnbounded : std::exp(middle);
  return {value, {std::min(std::exp(low), value), std::max(std::exp(high), value)}};
}

double SequentialRatio::differenceAt(double ratio, double events) const {
  const double old = totals_.old.trials, fresh = totals_.fresh.trials;
  const auto part = [ratio](double n, double m) {
    return std::isinf(ratio) ? 1 : (ratio - 1) * m / (n + m * ratio);
  };
  if (events_ <= 0) return std::clamp(part(old, fresh) * events / fresh, -1.0, 1.0);
  double sum = 0;
  for (const Cell& cell : cells_) sum += cell.events * part(cell.old, cell.calls);
  return std::clamp(sum * events / fresh, -1.0, 1.0);
}

Estimate SequentialRatio::difference(double level) const {
  return differenceOf(ratio(kLevelOfRatio * level), (1 - kLevelOfRatio) * level);
}

Estimate SequentialRatio::differenceAbove(double level) const {
  return differenceOf(ratio(levelOfLowEnd(kLevelOfRatio * level)), (1 - kLevelOfRatio) * level);
}

Estimate SequentialRatio::differenceOf(const Estimate& ratios, double levelOfEvents) const {
  if (totals_.fresh.trials <= 0) return {0, {-1, 1}};
  const double events = events_ / dispersion_;
  Interval scale = expectedEvents(events, levelOfEvents);
  if (events_ > 0) scale = {scale.low / events, scale.high / events};
  const double low = ratios.interval.low, high = ratios.interval.high;
  return {events_ > 0 ? differenceAt(ratios.value, 1) : 0,
          {differenceAt(low, low > 1 ? scale.low : scale.high),
           differenceAt(high, high > 1 ? scale.high : scale.low)}};
}

double logEvidenceAgainstExpected(double events, double expected) {
  return expected + kGammaShape * std::log(kGammaShape) + std::lgamma(kGammaShape + events) -
         std::lgamma(kGammaShape) - (kGammaShape + events) * std::log(kGammaShape + expected);
}

// The evidence is lowest at `events` itself and convex on both sides of it.
Interval expectedEvents(double events, double level) {
  if (events > kMostEvents) {
    const Interval most = expectedEvents(kMostEvents, level);
    return {most.low * (events / kMostEvents), most.high * (events / kMostEvents)};
  }
  const double limit = -std::log(level);
  const auto excess = [&](double expected) {
    return std::pair(limit - logEvidenceAgainstExpected(events, expected),
                     (kGammaShape + events) / (kGammaShape + expected) - 1);
  };
  double outside = events + limit + 1;
  while (excess(outside).first > 0) outside *= 2;
  const double high = fallingRoot(outside, excess);
  const double least = events > 0 ? kSomeEvents : 0;  // where there are events, some were to be expected
  if (excess(0).first >= 0) return {least, high};
  return {std::max(least, fallingRoot(0, excess)), high};
}

}  // namespace assay::insight
