// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/one_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace assay::scan {
namespace {

using model::AnnotatedFunction;
using model::EditPoint;
using Place = std::pair<std::size_t, std::size_t>;

Place bodyOf(const FoundFunction& function) {
  return {function.body.begin, function.body.end};
}

// What a guard needs to stand at all is the text's own; a failure is one type's. What goes by unseen in one
// of them does so.
bool isOfTheText(const EditPoint& point) {
  return point.kind <= model::PointKind::FlowsOff || model::isUnseen(point.kind);
}

void keepCommon(std::vector<EditPoint>& kept, const std::vector<EditPoint>& others) {
  const auto holds = [](const std::vector<EditPoint>& all, const EditPoint& point) {
    return std::ranges::find(all, point) != all.end();
  };
  std::erase_if(kept, [&](const EditPoint& point) { return !isOfTheText(point) && !holds(others, point); });
  for (const EditPoint& point : others)
    if (model::isUnseen(point.kind) && !holds(kept, point)) kept.push_back(point);
  std::ranges::sort(kept, {},
                    [](const EditPoint& point) { return std::tuple(point.begin, point.end, point.kind); });
}

void addNames(AnnotatedFunction& kept, const AnnotatedFunction& other) {
  std::set<std::string> names(kept.also.begin(), kept.also.end());
  names.insert(other.also.begin(), other.also.end());
  names.insert(other.name);
  names.erase(kept.name);
  kept.also.assign(names.begin(), names.end());
}

// Which signs a text has depends on its function's name and kind alone.
void addCosts(std::vector<source::CostSignSeen>& kept, const std::vector<source::CostSignSeen>& others) {
  kept.insert(kept.end(), others.begin(), others.end());
  std::ranges::sort(kept);
  const auto same = std::ranges::unique(kept, {}, &source::CostSignSeen::sign);
  kept.erase(same.begin(), same.end());
}

}  // namespace

void addSameText(AnnotatedFunction& kept, const AnnotatedFunction& other) {
  addNames(kept, other);
  kept.traits.add(other.traits);
  addCosts(kept.costs, other.costs);
  kept.precision = std::max(kept.precision, other.precision);
  keepCommon(kept.points, other.points);
}

bool sharesBodies(const FileFacts& facts) {
  std::set<Place> bodies;
  return std::ranges::any_of(facts.functions, [&](const FoundFunction& function) {
    return !function.body.empty() && !bodies.insert(bodyOf(function)).second;
  });
}

FileFacts withOneOfEachBody(const FileFacts& facts) {
  std::map<Place, const FoundFunction*> first;
  for (const FoundFunction& function : facts.functions) {
    if (function.body.empty()) continue;
    const FoundFunction*& best = first.try_emplace(bodyOf(function), &function).first->second;
    const auto rank = [](const FoundFunction& one) {
      return std::tie(one.isLocal, one.entry.name, one.entry.id);
    };
    if (rank(function) < rank(*best)) best = &function;
  }
  FileFacts result = facts;
  std::erase_if(result.functions, [&](const FoundFunction& function) {
    if (function.body.empty()) return false;
    const FoundFunction& best = *first.at(bodyOf(function));
    return best.entry.id != function.entry.id || best.isLocal != function.isLocal;
  });
  for (FoundFunction& kept : result.functions)
    if (!kept.body.empty())
      for (const FoundFunction& other : facts.functions)
        if (other.body == kept.body && other.entry.id != kept.entry.id) addSameText(kept.entry, other.entry);
  return result;
}

}  // namespace assay::scan
