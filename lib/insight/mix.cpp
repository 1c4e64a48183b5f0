// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/mix.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "insight/latency.h"

namespace assay::insight {
namespace {

constexpr unsigned kNoSize = ~0u;
// Of a size in each period, for its mean to have a variance that is one.
constexpr std::size_t kFewestWindows = 3;
constexpr double kFewestCallsOfSize = 20;

using Strata = std::map<unsigned, Part>;     // of one window, by size
using Weights = std::map<unsigned, double>;  // add up to 1

// Rounding of sums may leave less than nothing for those without a size.
Strata strataOf(const Window& window) {
  Strata strata;
  Part rest{window.nanoseconds, window.timed};
  for (const auto& [size, cell] : window.sizes) {
    strata[size] = {cell.nanoseconds, cell.calls};
    rest.amount -= cell.nanoseconds;
    rest.units -= cell.calls;
  }
  if (rest.units > 0) strata[kNoSize] = {std::max(0.0, rest.amount), rest.units};
  return strata;
}

std::vector<Strata> strataOf(Windows windows) {
  std::vector<Strata> all;
  for (const Window& window : windows) all.push_back(strataOf(window));
  return all;
}

struct Seen {
  Part total;
  std::size_t windows = 0;
};

std::map<unsigned, Seen> seenIn(const std::vector<Strata>& all) {
  std::map<unsigned, Seen> seen;
  for (const Strata& strata : all)
    for (const auto& [size, part] : strata) {
      Seen& sum = seen[size];
      sum.total.amount += part.amount;
      sum.total.units += part.units;
      ++sum.windows;
    }
  return seen;
}

bool isEnough(const Seen& seen) {
  return seen.windows >= kFewestWindows && seen.total.units >= kFewestCallsOfSize;
}

// The shares of sizes before, of those that both have; and what share of all they are.
std::pair<Weights, double> weightsOf(const std::map<unsigned, Seen>& before,
                                     const std::map<unsigned, Seen>& after) {
  Weights weights;
  double all = 0, covered = 0;
  for (const auto& [size, seen] : before) {
    all += seen.total.units;
    const auto other = after.find(size);
    if (other == after.end() || !isEnough(seen) || !isEnough(other->second)) continue;
    weights[size] = seen.total.units;
    covered += seen.total.units;
  }
  for (auto& [size, weight] : weights) weight /= covered;
  return {weights, all > 0 ? covered / all : 0};
}

// Sum over sizes of weight * mean; the variance as in ratioOf, from what leaving a window out changes.
Ratio standardised(const std::vector<Strata>& windows, const std::map<unsigned, Seen>& seen,
                   const Weights& weights) {
  Ratio ratio;
  for (const auto& [size, weight] : weights) {
    const Part& total = seen.at(size).total;
    ratio.value += weight * total.amount / total.units;
    ratio.units += total.units;
  }
  double squares = 0, count = 0;
  for (const Strata& strata : windows) {
    double pull = 0;
    for (const auto& [size, weight] : weights) {
      const auto part = strata.find(size);
      if (part == strata.end()) continue;
      const Part& total = seen.at(size).total;
      pull += weight * (part->second.amount - total.amount / total.units * part->second.units) /
              (total.units - part->second.units);
    }
    squares += pull * pull;
    count += strata.empty() ? 0 : 1;
  }
  ratio.degrees = std::max(0.0, count - 1);
  if (ratio.degrees > 0) ratio.variance = ratio.degrees / count * squares;
  return ratio;
}

bool hasSizes(Windows windows) {
  return std::ranges::any_of(windows, [](const Window& window) { return !window.sizes.empty(); });
}

}  // namespace

MixChange changeAtSameSizes(Windows before, Windows after) {
  if (!hasSizes(before) && !hasSizes(after)) return {changeOf(meanDuration(before), meanDuration(after)), 1};
  const auto strataBefore = strataOf(before), strataAfter = strataOf(after);
  const auto seenBefore = seenIn(strataBefore), seenAfter = seenIn(strataAfter);
  const auto [weights, covered] = weightsOf(seenBefore, seenAfter);
  if (weights.empty()) return {changeOf(Ratio{}, Ratio{}), 0};
  return {changeOf(standardised(strataBefore, seenBefore, weights),
                   standardised(strataAfter, seenAfter, weights)),
          covered};
}

}  // namespace assay::insight
