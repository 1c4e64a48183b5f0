// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/shrink.h"

#include <algorithm>
#include <cmath>

#include "insight/distributions.h"

namespace assay::insight {
namespace {

constexpr double kLeastStrength = 2;  // what an even prior weighs
constexpr double kJeffreys = 0.5;     // half an event and half a non-event, where nothing else is known

Count allOf(std::span<const Count> groups) {
  Count sum;
  for (const Count& group : groups) {
    sum.events += group.events;
    sum.trials += group.trials;
  }
  return sum;
}

Estimate posterior(double events, double others, double confidence) {
  const double tail = (1 - confidence) / 2;
  return {events / (events + others),
          {betaQuantile(tail, events, others), betaQuantile(1 - tail, events, others)}};
}

}  // namespace

// S = sum of w (p - mean)^2 with w = trials has the expectation mean (1 - mean) [g (k - 1) + (1 - g) (N - sum
// w^2 / N)], g = share of the variance that is between groups = 1 / (strength + 1). Solved for g.
Prior priorOf(std::span<const Count> groups) {
  const Count all = allOf(groups);
  const double count =
      static_cast<double>(std::ranges::count_if(groups, [](const Count& group) { return group.trials > 0; }));
  if (count < 2) return {all.rate(), 0};
  double squares = 0, weights = 0;
  for (const Count& group : groups) {
    squares += group.trials * std::pow(group.rate() - all.rate(), 2);
    weights += group.trials * group.trials;
  }
  const double most = all.trials / count, chance = all.rate() * (1 - all.rate());
  if (chance <= 0) return {all.rate(), most};
  const double between = (squares / chance - (count - 1)) / (all.trials - weights / all.trials - (count - 1));
  if (between <= 0 || !std::isfinite(between)) return {all.rate(), most};
  return {all.rate(), std::clamp(1 / between - 1, std::min(kLeastStrength, most), most)};
}

Estimate shrunk(const Count& group, const Prior& prior, double confidence) {
  const double events = prior.strength * prior.mean, others = prior.strength - events;
  const double more = events > 0 && others > 0 ? 0 : kJeffreys;
  return posterior(group.events + events + more, group.trials - group.events + others + more, confidence);
}

std::vector<Estimate> shrunkRates(std::span<const Count> groups, double confidence) {
  const Prior prior = priorOf(groups);
  std::vector<Estimate> rates;
  for (const Count& group : groups) rates.push_back(shrunk(group, prior, confidence));
  return rates;
}

}  // namespace assay::insight
