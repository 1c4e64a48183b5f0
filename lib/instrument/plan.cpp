// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "instrument/plan.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "instrument/guard_form.h"
#include "instrument/header_place.h"
#include "instrument/judge.h"
#include "instrument/rollout_form.h"
#include "source/comments.h"
#include "source/insertion.h"
#include "support/hash.h"
#include "support/sort_stably.h"

namespace assay::instrument {
namespace {

using model::AnnotatedFunction;
using model::EditPoint;
using model::PointKind;
using source::Edit;
using source::GuardForm;
using source::Notice;

// The offset after the opening brace that is spelled at a place; nothing when none is.
std::optional<std::size_t> afterBrace(const source::SourceText& text, source::Position place) {
  const auto offset = text.offsetOf(place);
  if (!offset) return std::nullopt;
  const std::string_view rest = text.bytes().substr(*offset);
  if (rest.starts_with('{')) return *offset + 1;
  if (rest.starts_with("<%")) return *offset + 2;
  return std::nullopt;
}

Edit insertionAt(std::size_t offset, std::string_view inserted) {
  return {{offset, offset}, std::string(inserted)};
}

// The bytes of a point; nothing when it is not what the manifest says.
std::optional<source::Span> spanOf(const source::SourceText& text, const EditPoint& point,
                                   std::string_view begins, std::string_view ends) {
  const auto begin = text.offsetOf(point.begin);
  const auto end = text.offsetOf(point.end);
  if (!begin || !end || *end < *begin) return std::nullopt;
  const std::string_view bytes = text.bytes().substr(*begin, *end - *begin);
  if (!bytes.starts_with(begins) || !bytes.ends_with(ends)) return std::nullopt;
  return source::Span{*begin, *end};
}

void enclose(source::Span statement, Notice notice, PlannedGuard& guard) {
  guard.notices.push_back(insertionAt(statement.begin, source::insertedNotice(notice, guard.id)));
  guard.notices.push_back(insertionAt(statement.end, source::kInsertedEnd));
}

// The expression of a `return` is looked at on its way.
void lookAt(const source::SourceText& text, const EditPoint& point, PlannedGuard& guard) {
  constexpr std::string_view kReturn = "return";
  const auto span = spanOf(text, point, "", "");
  if (!span || span->begin < kReturn.size() || !text.bytes().substr(span->end).starts_with(';')) return;
  if (text.bytes().substr(span->begin - kReturn.size(), kReturn.size()) != kReturn) return;
  const auto failure = point.kind == PointKind::Signed ? source::Failure::Negative : source::Failure::Zero;
  guard.notices.push_back(insertionAt(span->begin, source::insertedValueBegin(failure, guard.id)));
  guard.notices.push_back(insertionAt(span->end, source::insertedValueEnd(failure, guard.id)));
}

void planNotices(const source::SourceText& text, const AnnotatedFunction& function, PlannedGuard& guard) {
  const std::vector<PointKind> failures = failuresOf(function);
  for (const EditPoint& point : function.points) {
    const bool fails = std::ranges::find(failures, point.kind) != failures.end();
    if (fails && point.kind >= PointKind::Signed) {
      lookAt(text, point, guard);
    } else if (fails) {
      if (const auto span = spanOf(text, point, "return", ";")) enclose(*span, Notice::Fails, guard);
    } else if (point.kind == PointKind::CoReturn) {
      if (const auto span = spanOf(text, point, "co_return", ";")) enclose(*span, Notice::Returns, guard);
    } else if (point.kind == PointKind::FlowsOff) {
      if (const auto span = spanOf(text, point, "", ""))
        guard.notices.push_back(insertionAt(span->begin, source::insertedNotice(Notice::FlowsOff, guard.id)));
    }
  }
  sortStably(guard.notices, {}, [](const Edit& edit) { return edit.range.begin; });
}

// A guard around a function-try-block begins before its `try`, and ends with a notice behind it.
void planAroundTry(const source::SourceText& text, const AnnotatedFunction& function, PlannedGuard& guard,
                   FilePlan& plan) {
  const auto point = std::ranges::find(function.points, PointKind::Try, &EditPoint::kind);
  const auto span = point == function.points.end() ? std::nullopt : spanOf(text, *point, "try", "");
  if (!span) return plan.refused.emplace_back(function.id, outcomeOf("no-brace")), void();
  guard.edit.range = {span->begin, span->begin};
  guard.notices.push_back(insertionAt(span->end, source::kInsertedEnd));
  for (PlannedGuard::Lesser& lesser : guard.lesser) lesser.notices.push_back(guard.notices.back());
  plan.guards.push_back(std::move(guard));
}

// A guard without its failures sees exceptions only; a coroutine's notices are about its end, and stay.
void planLesser(const AnnotatedFunction& function, std::string_view bare, std::string_view sized,
                PlannedGuard& guard) {
  using Lesser = PlannedGuard::Lesser;
  if (guard.edit.replacement != sized)
    guard.lesser.push_back(Lesser{Extra::Type, std::string(sized), guard.notices});
  if (sized != bare) guard.lesser.push_back(Lesser{Extra::Input, std::string(bare), guard.notices});
  if (!guard.notices.empty() && formOf(function).form != GuardForm::Coroutine)
    guard.lesser.push_back(Lesser{Extra::Failures, std::string(bare), {}});
}

// The dispatch goes in front of the guard. What else could be spared is tried first; when it was the
// dispatch, the rest comes back.
void planRollout(const AnnotatedFunction& function, PlannedGuard& guard) {
  const std::string dispatch = rolloutText(function, true);
  if (dispatch.empty()) return;
  std::vector<PlannedGuard::Lesser> without = guard.lesser;
  for (PlannedGuard::Lesser& lesser : guard.lesser)
    lesser.guard.insert(0, rolloutText(function, lesser.without == Extra::Type));
  guard.lesser.push_back({Extra::Rollout, guard.edit.replacement, guard.notices});
  std::ranges::move(without, std::back_inserter(guard.lesser));
  guard.edit.replacement.insert(0, dispatch);
}

void planGuard(const source::SourceText& text, const AnnotatedFunction& function, std::size_t offset,
               FilePlan& plan) {
  const source::GuardKind kind = kindOf(function);
  const std::string bare = source::insertedGuard(kind, function.id, function.name);
  PlannedGuard guard{function.id, insertionAt(offset, bare)};
  const auto withInput = [&](bool withType) {
    return source::insertedGuard(kind, function.id, function.name, insertedInput(function, withType));
  };
  guard.edit.replacement = withInput(true);
  planNotices(text, function, guard);
  planLesser(function, bare, withInput(false), guard);
  planRollout(function, guard);
  if (kind.form == GuardForm::Try) return planAroundTry(text, function, guard, plan);
  plan.guards.push_back(std::move(guard));
}

void planGuards(const source::SourceText& text, const std::vector<const AnnotatedFunction*>& functions,
                FilePlan& plan) {
  const std::vector<source::Span> noCode = source::findCommentsAndLiterals(text.bytes());
  std::set<std::size_t> taken;
  for (const AnnotatedFunction* function : functions) {
    const auto offset = afterBrace(text, function->bodyBegin);
    // What stands in a comment or a literal would not be found again.
    if (!offset || source::isWithin(noCode, *offset - 1)) {
      plan.refused.emplace_back(function->id, outcomeOf("no-brace"));
    } else if (!taken.insert(*offset).second) {
      plan.refused.emplace_back(function->id, outcomeOf("shared-body"));
    } else {
      planGuard(text, *function, *offset, plan);
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

Extra PlannedGuard::takeLesser() {
  Lesser next = std::move(lesser.front());
  lesser.erase(lesser.begin());
  edit.replacement = std::move(next.guard);
  notices = std::move(next.notices);
  return next.without;
}

bool PlannedGuard::dispatches() const {
  return std::ranges::find(lesser, Extra::Rollout, &Lesser::without) != lesser.end();
}

std::vector<source::Edit> FilePlan::edits() const {
  std::vector<source::Edit> all;
  if (!guards.empty()) all = include;
  if (std::ranges::any_of(guards, &PlannedGuard::dispatches))
    for (source::Edit& edit : all) edit.replacement = source::kInsertedExperimentInclude;
  for (const PlannedGuard& guard : guards) {
    all.push_back(guard.edit);
    all.insert(all.end(), guard.notices.begin(), guard.notices.end());
  }
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
