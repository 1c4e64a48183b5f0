// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "insight/league.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace assay::insight {
namespace {

struct Band {
  unsigned last;
  const char* name;
};
constexpr Band kAges[] = {
    {30, "up to 30 days"}, {90, "31 to 90 days"}, {365, "91 to 365 days"}, {~0u, "more than a year"}};
constexpr Band kDrifts[] = {{0, "as it was tagged"},
                            {9, "edited by up to 9 %"},
                            {49, "edited by 10 to 49 %"},
                            {~0u, "edited by half or more"}};
constexpr unsigned kNoBand = ~0u;

// A place among bands, 0 where there are none, and a name.
using GroupKey = std::pair<unsigned, std::string>;

GroupKey bandOf(std::optional<unsigned> value, std::span<const Band> bands) {
  if (!value) return {kNoBand, {}};
  unsigned place = 0;
  while (*value > bands[place].last) ++place;
  return {place, bands[place].name};
}

GroupKey keyOf(const FunctionReview& review, LeagueKey key) {
  const Subject& subject = review.subject;
  switch (key) {
    case LeagueKey::Model: return {0, subject.model};
    case LeagueKey::Tool: return {0, subject.tool};
    case LeagueKey::Vendor: return {0, subject.vendor};
    case LeagueKey::Prompt: return {0, subject.promptHash};
    case LeagueKey::Reviewer: return {0, subject.reviewer};
    case LeagueKey::Age: return bandOf(subject.ageInDays, kAges);
    case LeagueKey::Drift: return bandOf(subject.drift, kDrifts);
  }
  return {};
}

struct Group {
  LeagueRow row;
  std::vector<double> rates;  // of its functions
};
using Groups = std::map<GroupKey, Group>;

// Nobody knows whether a body without a fingerprint is one of the others.
std::size_t editsOf(const FunctionReview& review) {
  const auto known =
      std::ranges::count_if(review.bodies, [](const BodySeen& body) { return body.body != 0; });
  return known == 0 ? 0 : static_cast<std::size_t>(known) - 1;
}

bool hasKnownBodies(const FunctionReview& review) {
  return !review.bodies.empty() &&
         std::ranges::all_of(review.bodies, [](const BodySeen& body) { return body.body != 0; });
}

void add(Group& group, const FunctionReview& review) {
  LeagueRow& row = group.row;
  ++row.functions;
  row.calls += review.callsAfter;
  row.errors += review.errors.after.events;
  row.worse += review.standing == Standing::Worse ? 1 : 0;
  row.compared += review.comparable ? 1 : 0;
  row.bodies += editsOf(review);
  row.bodiesKnown += hasKnownBodies(review) ? 1 : 0;
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
  for (const auto& [key, group] : groups) {
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

void setRates(std::vector<LeagueRow>& rows, const std::vector<const Group*>& groups, double dispersion) {
  std::vector<Count> errors, worse;
  for (const Group* group : groups) {
    const LeagueRow& row = group->row;
    const double trials = static_cast<double>(row.functions) / dispersion;
    errors.push_back({meanOf(group->rates) * trials, trials});
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
  std::vector<const Group*> ordered;
  for (auto& [of, group] : groups) {
    group.row.name = of.second;
    ordered.push_back(&group);
  }
  std::vector<LeagueRow> rows;
  if (ordered.empty()) return rows;
  if (key != LeagueKey::Age && key != LeagueKey::Drift)
    std::ranges::sort(ordered, [](const Group* a, const Group* b) {
      return std::tuple(b->row.functions, a->row.name) < std::tuple(a->row.functions, b->row.name);
    });
  for (const Group* group : ordered) rows.push_back(group->row);
  setRates(rows, ordered, dispersionOf(groups));
  return rows;
}

}  // namespace assay::insight
