// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/strata.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "insight/multiple.h"
#include "vocabulary/export_bounds.h"

namespace assay::insight {
namespace {

constexpr double kFewestErrors = 3;

// lift = ratio / (share * ratio + 1 - share), which rises with the ratio.
double liftOf(double ratio, double share) {
  if (std::isinf(ratio)) return 1 / share;
  return ratio / (share * ratio + 1 - share);
}

Estimate liftOf(const Count& inside, const Count& outside) {
  const double share = inside.trials / (inside.trials + outside.trials);
  const Estimate ratio = ratioOfRates(inside, outside);
  return {liftOf(ratio.value, share),
          {liftOf(ratio.interval.low, share), liftOf(ratio.interval.high, share)}};
}

// How much less the calls tell than as many that stand for themselves: of all errors of the function.
double weightOf(Windows windows) {
  const Window sum = sumOf(windows);
  return sum.calls > 0 ? errorsOf(windows).trials / sum.calls : 1;
}

Count insideOf(const Stratum& stratum) {
  return {stratum.errors * stratum.weight, stratum.calls * stratum.weight};
}
Count outsideOf(const Stratum& stratum, const Cell& all) {
  return {(all.errors - stratum.errors) * stratum.weight, (all.calls - stratum.calls) * stratum.weight};
}

void judgeAll(std::vector<Stratum>& to, std::vector<Stratum> strata, double weight) {
  Cell all;
  for (const Stratum& stratum : strata) {
    all.calls += stratum.calls;
    all.errors += stratum.errors;
  }
  if (all.errors == 0 || strata.size() < 2) return;
  for (Stratum& stratum : strata) {
    stratum.weight = weight;
    stratum.lift = liftOf(insideOf(stratum), outsideOf(stratum, all));
    stratum.chance = chanceOfMore(outsideOf(stratum, all), insideOf(stratum));
    to.push_back(std::move(stratum));
  }
}

bool carries(const Stratum& stratum, double level, double leastLift) {
  return stratum.adjusted <= level && stratum.lift.value >= leastLift && stratum.errors >= kFewestErrors;
}

bool continues(const std::vector<Stratum>& found, const Stratum& next) {
  return !found.empty() && next.isSize && found.back().isSize && found.back().lastSize + 1 == next.firstSize;
}

void extend(Stratum& to, const Stratum& next, const Cell& all) {
  to.lastSize = next.lastSize;
  to.calls += next.calls;
  to.errors += next.errors;
  to.chance = std::max(to.chance, next.chance);
  to.adjusted = std::max(to.adjusted, next.adjusted);
  to.lift = liftOf(insideOf(to), outsideOf(to, all));
}

Cell allSizes(const std::vector<Stratum>& strata) {
  Cell all;
  for (const Stratum& stratum : strata) {
    if (!stratum.isSize) continue;
    all.calls += stratum.calls;
    all.errors += stratum.errors;
  }
  return all;
}

}  // namespace

std::vector<Stratum> errorStrata(Windows windows) {
  const Window sum = sumOf(windows);
  const double weight = weightOf(windows);
  std::vector<Stratum> sizes, types, all;
  for (const auto& [size, cell] : sum.sizes)
    sizes.push_back({.firstSize = size, .lastSize = size, .calls = cell.calls, .errors = cell.errors});
  for (const auto& [size, cell] : sum.coarseSizes)
    sizes.push_back({.firstSize = vocabulary::firstOfExportedSizes(size),
                     .lastSize = size,
                     .calls = cell.calls,
                     .errors = cell.errors});
  for (const auto& [type, cell] : sum.types)
    types.push_back({.isSize = false, .type = type, .calls = cell.calls, .errors = cell.errors});
  judgeAll(all, std::move(sizes), weight);
  judgeAll(all, std::move(types), weight);
  return all;
}

void adjustStrata(std::span<std::vector<Stratum>*> all) {
  std::vector<double> chances;
  for (const auto* strata : all)
    for (const Stratum& stratum : *strata) chances.push_back(stratum.chance);
  const std::vector<double> adjusted = adjustedForNumber(chances);
  std::size_t at = 0;
  for (auto* strata : all)
    for (Stratum& stratum : *strata) stratum.adjusted = adjusted[at++];
}

std::vector<Stratum> carriersOf(const std::vector<Stratum>& strata, double level, double leastLift) {
  const Cell all = allSizes(strata);
  std::vector<Stratum> found;
  for (const Stratum& stratum : strata) {
    if (!carries(stratum, level, leastLift)) continue;
    if (continues(found, stratum))
      extend(found.back(), stratum, all);
    else
      found.push_back(stratum);
  }
  return found;
}

}  // namespace assay::insight
