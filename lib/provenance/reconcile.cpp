// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "provenance/reconcile.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "support/sort_stably.h"
#include "support/strings.h"

namespace assay::provenance {
namespace {

using model::SourceSays;
using model::Verdict;

constexpr Source kSourcesInOrder[] = {Source::GitAi, Source::AgentTrace, Source::Trailer};
static_assert(std::size(kSourcesInOrder) == model::kSourceNames.size());

// Whether one is the other, or the start of it up to where a word ends: "anthropic/claude" and
// "anthropic/claude-opus-4".
bool saysNoOther(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (!startsWithIgnoringCase(b, a)) return false;
  return a.size() == b.size() || std::string_view("- ").contains(b[a.size()]);
}

bool isSameModel(const model::Tag& tag, const ModelShare& share) {
  const bool known = !tag.normalizedModel.empty() && !share.normalizedModel.empty();
  return known ? saysNoOther(tag.normalizedModel, share.normalizedModel)
               : saysNoOther(tag.model, share.model);
}

std::size_t aiLinesIn(const FunctionShare& share) {
  std::size_t lines = 0;
  for (const ModelShare& model : share.models) lines += model.lines;
  return lines;
}

const std::string& shownName(const ModelShare& share) {
  if (!share.normalizedModel.empty()) return share.normalizedModel;
  return share.model.empty() ? share.tool : share.model;
}

// A model that several tools used is one model.
SourceSays mostOf(const model::Tag& tag, const FunctionShare& share) {
  SourceSays same{Verdict::Agree, {}, 0};
  std::map<std::string, std::size_t> others;
  for (const ModelShare& one : share.models) {
    const bool named = !tag.model.empty() && !one.model.empty();
    if (named && !isSameModel(tag, one)) {
      others[shownName(one)] += one.lines;
      continue;
    }
    if (same.who.empty()) same.who = shownName(one);
    same.lines += one.lines;
  }
  const auto most = std::ranges::max_element(others, {}, [](const auto& other) { return other.second; });
  if (most == others.end() || most->second <= same.lines) return same;
  return {Verdict::Conflict, most->first, most->second};
}

SourceSays saysOf(const model::Tag& tag, const FunctionShare& share) {
  const std::size_t ai = aiLinesIn(share);
  if (ai == 0 && share.human == 0) return {};
  const bool generated = tag.authorship == model::Authorship::Generated;
  const bool mostlyHuman = ai == 0 || (generated && 2 * share.human > share.lines);
  if (mostlyHuman) return {Verdict::Conflict, "human", share.human};
  return mostOf(tag, share);
}

// Of all sources together, and by model as well.
std::vector<model::LinesOf> writersOf(const FunctionShare& share) {
  std::map<std::string, std::size_t> lines;
  for (const ModelShare& one : share.models) lines[shownName(one)] += one.lines;
  std::vector<model::LinesOf> writers;
  for (const auto& [who, count] : lines) writers.push_back({who, count});
  sortStably(writers, std::greater<>(), &model::LinesOf::lines);
  if (share.human > 0) writers.push_back({"human", share.human});
  return writers;
}

FunctionShare shareFor(const FileAttribution& file, LineRange range, Source source) {
  return source == Source::Trailer ? shareOfBelieved(file, range, source)
                                   : shareBySource(file, range, source);
}

}  // namespace

model::Reconciliation reconcile(const model::Tag& tag, const FileAttribution& file, LineRange range) {
  model::Reconciliation result;
  result.writers = writersOf(shareOf(file, range));
  for (std::size_t i = 0; i < std::size(kSourcesInOrder); ++i) {
    const FunctionShare share = shareFor(file, range, kSourcesInOrder[i]);
    result.lines = share.lines;
    result.sources[i] = saysOf(tag, share);
  }
  return result;
}

}  // namespace assay::provenance
