// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/league.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace assay::insight {
namespace {

const std::string& keyOf(const FunctionReview& review, LeagueKey key) {
  switch (key) {
    case LeagueKey::Model: return review.subject.model;
    case LeagueKey::Vendor: return review.subject.vendor;
    case LeagueKey::Prompt: return review.subject.promptHash;
  }
  return review.subject.model;
}

struct Group {
  LeagueRow row;
  std::vector<double> rates;  // of its functions
};
using Groups = std::map<std::string, Group>;

void add(Group& group, const FunctionReview& review) {
  LeagueRow& row = group.row;
  ++row.functions;
  row.calls += review.callsAfter;
  row.errors += review.errors.after.events;
  row.worse += review.standing == Standing::Worse ? 1 : 0;
  row.compared += review.comparable ? 1 : 0;
  row.bodies += review.bodies.empty() ? 0 : review.bodies.size() - 1;
  group.rates.push_back(review.errors.after.rate());
}

struct Spread {
  double sum = 0, squares = 0, count = 0;

  void add(double rate) {
    sum += rate;
    squares += rate * rate;
    ++count;
  }
  [[nodiscard]] double mean() const { return sum / count; }
  [[nodiscard]] double aboutMean() const { return std::max(0.0, squares - sum * sum / count); }
};

// The variance of rates within groups, as a share of what it would be if a function failed always or never.
// With one function in each group that of all functions: nothing else is known.
double dispersionOf(const Groups& groups) {
  Spread all;
  double within = 0, degrees = 0, calls = 0;
  for (const auto& [name, group] : groups) {
    Spread spread;
    for (const double rate : group.rates) {
      spread.add(rate);
      all.add(rate);
    }
    within += spread.aboutMean();
    degrees += spread.count - 1;
    calls += group.row.calls;
  }
  const double least = std::min(1.0, all.count / calls), most = all.mean() * (1 - all.mean());
  if (all.count < 2) return 1;
  const double variance = degrees > 0 ? within / degrees : all.aboutMean() / (all.count - 1);
  return most > 0 ? std::clamp(variance / most, least, 1.0) : least;
}

double meanOf(const std::vector<double>& rates) {
  Spread spread;
  for (const double rate : rates) spread.add(rate);
  return spread.mean();
}

void setRates(std::vector<LeagueRow>& rows, const Groups& groups) {
  const double dispersion = dispersionOf(groups);
  std::vector<Count> errors, worse;
  for (const LeagueRow& row : rows) {
    const double trials = static_cast<double>(row.functions) / dispersion;
    errors.push_back({meanOf(groups.at(row.name).rates) * trials, trials});
    worse.push_back({static_cast<double>(row.worse), static_cast<double>(row.compared)});
  }
  const auto errorRates = shrunkRates(errors), worseShares = shrunkRates(worse);
  const double mean = priorOf(errors).mean;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].errorRate = errorRates[i];
    rows[i].worseShare = worseShares[i];
    const Interval& interval = errorRates[i].interval;
    rows[i].apart = rows.size() > 1 && (mean < interval.low || mean > interval.high);
  }
}

}  // namespace

std::vector<LeagueRow> leagueOf(std::span<const FunctionReview> reviews, LeagueKey key) {
  Groups groups;
  for (const FunctionReview& review : reviews)
    if (review.callsAfter > 0 && review.endsSeen) add(groups[keyOf(review, key)], review);
  std::vector<LeagueRow> rows;
  for (auto& [name, group] : groups) {
    group.row.name = name;
    rows.push_back(group.row);
  }
  if (rows.empty()) return rows;
  std::ranges::sort(rows, [](const LeagueRow& a, const LeagueRow& b) {
    return a.functions != b.functions ? a.functions > b.functions : a.name < b.name;
  });
  setRates(rows, groups);
  return rows;
}

}  // namespace assay::insight
