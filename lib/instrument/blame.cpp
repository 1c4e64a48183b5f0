// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/blame.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;

std::optional<std::size_t> numberOf(const std::vector<Draft>& drafts, const FoundDiagnostic& place) {
  const auto at = std::ranges::find(drafts, place.file, [](const Draft& draft) { return draft.plan.file; });
  if (at == drafts.end() || place.line == 0) return std::nullopt;
  return at - drafts.begin();
}

unsigned lineOf(const Draft& draft, const source::Edit& edit) {
  return draft.text.positionOf(edit.range.begin).line;
}

Guards guardsOfDraft(const std::vector<Draft>& drafts, std::size_t number) {
  Guards result;
  for (const PlannedGuard& guard : drafts[number].plan.guards)
    result.insert({number, guard.edit.range.begin});
  return result;
}

// The include comes before everything that a guard could do without.
bool isOnInclude(const Draft& draft, unsigned line) {
  return std::ranges::any_of(draft.plan.include,
                             [&](const source::Edit& edit) { return lineOf(draft, edit) == line; });
}

// The guard that has inserted the byte at the place. Columns count in the guarded text.
std::optional<std::size_t> insertedBy(const Draft& draft, const FoundDiagnostic& place) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> pieces;  // offset, size, guard
  for (const PlannedGuard& guard : draft.plan.guards) {
    const auto add = [&](const source::Edit& edit) {
      if (lineOf(draft, edit) == place.line)
        pieces.emplace_back(edit.range.begin, edit.replacement.size(), guard.edit.range.begin);
    };
    add(guard.edit);
    std::ranges::for_each(guard.notices, add);
  }
  std::ranges::sort(pieces);
  std::size_t inserted = 0;
  for (const auto& [offset, size, guard] : pieces) {
    const std::size_t begin = draft.text.positionOf(offset).column + inserted;
    if (place.column >= begin && place.column < begin + size) return guard;
    inserted += size;
  }
  return std::nullopt;
}

const AnnotatedFunction* innermostAround(const Draft& draft, unsigned line, std::size_t& guardAt) {
  const AnnotatedFunction* innermost = nullptr;
  for (const PlannedGuard& guard : draft.plan.guards) {
    const AnnotatedFunction* function = draft.function(guard.id);
    if (function == nullptr || line < function->lines.first || line > function->lines.last) continue;
    if (innermost != nullptr && function->lines.size() >= innermost->lines.size()) continue;
    innermost = function;
    guardAt = guard.edit.range.begin;
  }
  return innermost;
}

}  // namespace

Guards allGuards(const std::vector<Draft>& drafts) {
  Guards all;
  for (std::size_t i = 0; i < drafts.size(); ++i) all.merge(guardsOfDraft(drafts, i));
  return all;
}

Guards guardsOf(const std::vector<Draft>& drafts, const std::string& file) {
  const auto number = numberOf(drafts, {file, 1, 1, {}});
  return number ? guardsOfDraft(drafts, *number) : Guards();
}

Blamed guardsAt(const std::vector<Draft>& drafts, const FoundDiagnostic& place) {
  const auto number = numberOf(drafts, place);
  if (!number) return {};
  const Draft& draft = drafts[*number];
  if (isOnInclude(draft, place.line)) return {guardsOfDraft(drafts, *number), true, true};
  if (const auto guard = insertedBy(draft, place)) return {{{*number, *guard}}, true};
  Guards onLine;
  for (const PlannedGuard& guard : draft.plan.guards)
    if (lineOf(draft, guard.edit) == place.line) onLine.insert({*number, guard.edit.range.begin});
  if (!onLine.empty()) return {std::move(onLine), true};
  std::size_t guardAt = 0;
  if (innermostAround(draft, place.line, guardAt) == nullptr) return {};
  return {{{*number, guardAt}}};
}

Guards guardsAround(const std::vector<Draft>& drafts, const FoundDiagnostic& place) {
  const auto number = numberOf(drafts, place);
  if (!number) return {};
  const Draft& draft = drafts[*number];
  std::size_t guardAt = 0;
  const AnnotatedFunction* function = innermostAround(draft, place.line, guardAt);
  if (function == nullptr) return {};
  Guards inside;
  for (const PlannedGuard& guard : draft.plan.guards) {
    const unsigned line = lineOf(draft, guard.edit);
    if (line >= function->lines.first && line <= function->lines.last)
      inside.insert({*number, guard.edit.range.begin});
  }
  return inside;
}

}  // namespace assay::instrument
