// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The rules of docs/reference/attachment.md for tags inside bodies and behind code.
#include <algorithm>

#include "scan/placement.h"
#include "scan/placement_target.h"
#include "scan/statements.h"

namespace assay::scan {
namespace {

/// Whether a token ends a statement or opens a block, so that what follows begins a statement.
bool statementBeginsAfter(const TokenStream& tokens, std::size_t index) {
  return tokens.is(index, ';') || tokens.is(index, '{') || tokens.is(index, '}') || tokens.is(index, ':') ||
         tokens.isDirective(index);
}

}  // namespace

Placement Placer::block(const FoundFunction& function, source::Span span) const {
  Placement placement{.functions = {&function}, .scope = model::Scope::Block};
  placement.covered = {lineOf(span.begin), lineOf(std::max(span.end, span.begin + 1) - 1)};
  return placement;
}

/// One lambda in a plain statement is what a tag at the statement means; several, or none, leave the
/// statement itself.
Placement Placer::ofStatement(const FoundFunction& function, source::Span statement, bool compound) const {
  const std::vector<const FoundFunction*> lambdas = outermostIn(statement);
  if (!compound && lambdas.size() == 1) return {.functions = lambdas};
  return block(function, statement);
}

Placement Placer::inBody(const FoundFunction& function, source::Span run) const {
  const std::size_t next = tokens_.firstFrom(run.end);
  const bool blockEnds = next >= tokens_.size() || tokens_.is(next, '}');
  const bool startsStatement = next == 0 || statementBeginsAfter(tokens_, next - 1);
  if (blockEnds) return block(function, run);
  const source::Span at = tokens_[next].span;
  for (const FoundFunction& nested : facts_.functions)
    if (nested.extent.begin == at.begin && !nested.body.empty()) return {.functions = {&nested}};
  if (const FoundFunction* head = headAround(run.begin);
      head != nullptr && isInside(head->extent, function.body))
    return {.functions = {head}};
  for (const FoundScope& scope : facts_.scopes)
    if (scope.extent.begin == at.begin && !outermostIn(scope.body).empty()) return ofScope(scope);
  const Statement statement = startsStatement ? statementFrom(tokens_, next) : statementAround(tokens_, next);
  return ofStatement(function, spanOf(tokens_, statement), statement.compound);
}

Placement Placer::trailing(source::Span run) const {
  const FoundFunction* function = innermostBody(run.begin);
  const FoundScope* scope = innermostScope(run.begin);
  const bool inLocalClass =
      function != nullptr && scope != nullptr && isInside(scope->extent, function->body);
  if (function != nullptr && !inLocalClass) return trailingInBody(*function, run);
  return trailingDeclaration(run);
}

Placement Placer::trailingInBody(const FoundFunction& function, source::Span run) const {
  const unsigned line = lineOf(run.begin);
  if (lineOf(function.body.begin) == line) return {.functions = {&function}};
  if (const FoundFunction* head = headAround(run.begin);
      head != nullptr && isInside(head->extent, function.body))
    return {.functions = {head}};
  const std::size_t next = tokens_.firstFrom(run.begin);
  if (next == 0) return block(function, run);
  const std::size_t last = next - 1;
  for (const FoundScope& scope : facts_.scopes)
    if (isInside(scope.extent, function.body) && lineOf(scope.extent.begin) == line &&
        !outermostIn(scope.body).empty())
      return ofScope(scope);
  const Statement statement = statementAround(tokens_, tokens_.is(last, ';') && last > 0 ? last - 1 : last);
  return ofStatement(function, spanOf(tokens_, statement), statement.compound);
}

Placement Placer::trailingDeclaration(source::Span run) const {
  const unsigned line = lineOf(run.begin);
  const FoundScope* around = innermostScope(run.begin);
  if (const FoundFunction* head = headAround(run.begin)) return {.functions = {head}};
  if (const FoundScope* head = scopeHeadAround(run.begin)) return ofScope(*head);
  if (const FoundOther* other = otherAround(run.begin)) return ofOther(*other);
  Target last;
  const auto offer = [&](source::Span extent, auto fill) {
    if (extent.end > run.begin || lineOf(extent.end - 1) != line || extent.empty()) return;
    if (last.found() && extent.end < last.extent.end) return;
    last = {extent, 0, nullptr, nullptr, nullptr};
    fill(last);
  };
  for (const FoundScope& s : facts_.scopes) offer(s.extent, [&](Target& target) { target.scope = &s; });
  for (const FoundOther& o : facts_.others) offer(o.extent, [&](Target& target) { target.other = &o; });
  for (const FoundFunction& f : facts_.functions)
    offer(f.extent, [&](Target& target) { target.function = &f; });
  if (last.found()) return atTarget(last);
  if (around != nullptr && lineOf(around->body.begin) == line) return ofScope(*around);
  Placement placement;
  const std::size_t next = tokens_.firstFrom(run.begin);
  placement.standsAbove =
      next > 0 && tokens_.isDirective(next - 1) ? kPreprocessorLine : "code without a name";
  placement.stopped = true;
  return placement;
}

}  // namespace assay::scan
