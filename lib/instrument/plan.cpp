// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/plan.h"

#include <algorithm>
#include <optional>
#include <set>

#include "instrument/header_place.h"
#include "instrument/judge.h"
#include "source/insertion.h"
#include "support/hash.h"
#include "support/sort_stably.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;

// The offset after the opening brace that is spelled at a place; nothing when none is.
std::optional<std::size_t> afterBrace(const source::SourceText& text, source::Position place) {
  const auto offset = text.offsetOf(place);
  if (!offset) return std::nullopt;
  const std::string_view rest = text.bytes().substr(*offset);
  if (rest.starts_with('{')) return *offset + 1;
  if (rest.starts_with("<%")) return *offset + 2;
  return std::nullopt;
}

void planGuards(const source::SourceText& text, const std::vector<const AnnotatedFunction*>& functions,
                FilePlan& plan) {
  std::set<std::size_t> taken;
  for (const AnnotatedFunction* function : functions) {
    const auto offset = afterBrace(text, function->bodyBegin);
    if (!offset) {
      plan.refused.emplace_back(function->id, outcomeOf("no-brace"));
    } else if (!taken.insert(*offset).second) {
      plan.refused.emplace_back(function->id, outcomeOf("shared-body"));
    } else {
      plan.guards.push_back(
          {function->id, {{*offset, *offset}, source::insertedGuard(function->id, function->name)}});
    }
  }
}

void refuseAll(FilePlan& plan, std::string_view code) {
  for (const PlannedGuard& guard : plan.guards) plan.refused.emplace_back(guard.id, outcomeOf(code));
  plan.guards.clear();
}

void planInclude(const source::SourceText& text, FilePlan& plan) {
  std::vector<std::size_t> offsets;
  for (const PlannedGuard& guard : plan.guards) offsets.push_back(guard.edit.range.begin);
  if (offsets.empty()) return;
  if (const auto place = findHeaderPlace(text.bytes(), offsets))
    plan.include.push_back({{*place, *place}, std::string(source::kInsertedInclude)});
  else
    refuseAll(plan, "no-line-for-header");
}

}  // namespace

std::vector<source::Edit> FilePlan::edits() const {
  std::vector<source::Edit> all;
  if (!guards.empty()) all = include;
  for (const PlannedGuard& guard : guards) all.push_back(guard.edit);
  return all;
}

Expected<FilePlan> plan(const source::SourceText& text, const model::TaggedFile& file,
                        const std::vector<const AnnotatedFunction*>& functions) {
  if (contentHash(text.bytes()) != file.hash)
    return failAt({file.path, 0, 0}, "changed since the scan", "run `assay scan`, then instrument again");
  std::vector<const AnnotatedFunction*> ordered = functions;
  sortStably(ordered, {}, [](const AnnotatedFunction* function) { return function->bodyBegin; });
  FilePlan result;
  result.file = file.path;
  planGuards(text, ordered, result);
  planInclude(text, result);
  return result;
}

}  // namespace assay::instrument
