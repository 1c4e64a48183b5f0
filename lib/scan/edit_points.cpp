// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/edit_points.h"

#include <algorithm>
#include <tuple>

#include <clang/AST/ExprCXX.h>

#include "scan/function_try.h"
#include "scan/returned_failure.h"

namespace assay::scan {

using model::PointKind;
using model::Trait;

namespace {

constexpr std::string_view kReturn = "return";

}  // namespace

void EditPoints::add(const clang::Stmt& body, const std::vector<Leaving>& leaving) {
  if (const auto* block = functionTryOf(&body)) addTry(*block);
  for (const Leaving& one : leaving) addLeaving(one);
  if (found_.entry.traits.has(Trait::Coroutine)) addFlowsOff(body, leaving);
  std::ranges::sort(found_.entry.points, {}, [](const model::EditPoint& point) {
    return std::tuple(point.begin, point.end, point.kind);
  });
}

void EditPoints::push(PointKind kind, source::Span span) {
  found_.entry.points.push_back({kind, file_.text.positionOf(span.begin), file_.text.positionOf(span.end)});
}

void EditPoints::addTry(const clang::CXXTryStmt& block) {
  const clang::CXXCatchStmt* last = block.getHandler(block.getNumHandlers() - 1);
  const clang::SourceLocation end = last->getHandlerBlock()->getEndLoc();
  if (block.getTryLoc().isMacroID() || end.isMacroID()) return;
  if (const auto span = files_.spanOf({block.getTryLoc(), end})) push(PointKind::Try, *span);
}

void EditPoints::addLeaving(const Leaving& leaving) {
  const auto span = statementAt(*leaving.statement);
  if (span && !model::isUnseen(leaving.kind) && leaving.kind >= PointKind::Signed)
    return push(leaving.kind, {span->begin + kReturn.size(), span->end - 1});
  if (span) return push(leaving.kind, *span);
  if (leaving.kind == PointKind::CoReturn) found_.entry.traits.add(Trait::MacroCoReturn);
  if (const auto unseen = unseenKindOf(leaving.kind)) addUnseen(*unseen, *leaving.statement);
}

/// Out of a macro, or with a directive in it: a place for the reader.
void EditPoints::addUnseen(PointKind kind, const clang::Stmt& statement) {
  const clang::SourceLocation at = statement.getBeginLoc();
  const auto written = files_.spanOf({at, at});
  const bool here = written && found_.body.contains(written->begin);
  const std::size_t begin = here ? written->begin : found_.body.begin;
  push(kind, {begin, begin});
}

namespace {

bool endsWithReturn(const clang::Stmt* body) {
  if (const auto* coroutine = llvm::dyn_cast<clang::CoroutineBodyStmt>(body)) body = coroutine->getBody();
  const auto* block = llvm::dyn_cast<clang::CompoundStmt>(body);
  return block != nullptr && !block->body_empty() && llvm::isa<clang::CoreturnStmt>(block->body_back());
}

}  // namespace

/// A coroutine whose promise takes no value may end at its closing brace. In a template nobody knows yet; one
/// that returns a value somewhere does not.
void EditPoints::addFlowsOff(const clang::Stmt& body, const std::vector<Leaving>& leaving) {
  const auto* coroutine = llvm::dyn_cast<clang::CoroutineBodyStmt>(&body);
  const bool known = coroutine != nullptr && coroutine->getPromiseDecl() != nullptr &&
                     !coroutine->getPromiseDecl()->getType()->isDependentType();
  const bool givesValue = std::ranges::any_of(leaving, [](const Leaving& one) {
    const auto* ends = llvm::dyn_cast<clang::CoreturnStmt>(one.statement);
    return ends != nullptr && ends->getOperand() != nullptr;
  });
  if (known ? coroutine->getFallthroughHandler() == nullptr : givesValue) return;
  if (endsWithReturn(&body)) return;
  const std::size_t close = found_.body.end - (file_.text.slice(found_.body).ends_with("%>") ? 2 : 1);
  const std::string_view brace = file_.text.bytes().substr(close);
  if (!brace.starts_with('}') && !brace.starts_with("%>"))
    return found_.entry.traits.add(Trait::MacroCoReturn);
  push(PointKind::FlowsOff, {close, close});
}

/// From its first token to its semicolon, when all of it is spelled in the function and no directive is in
/// between. The semicolon must be what stands behind the expression: a macro may have brought one of its own.
std::optional<source::Span> EditPoints::statementAt(const clang::Stmt& statement) const {
  if (statement.getBeginLoc().isInvalid() || statement.getBeginLoc().isMacroID()) return std::nullopt;
  clang::SourceLocation end = statement.getEndLoc();
  if (end.isMacroID()) end = files_.sources().getExpansionRange(end).getEnd();
  const auto written = files_.spanOf({statement.getBeginLoc(), end});
  if (!written || !found_.extent.contains(written->begin)) return std::nullopt;
  const TokenStream& tokens = file_.tokens;
  const std::size_t behind = tokens.firstFrom(written->end);
  if (behind >= tokens.size() || !tokens.is(behind, ';') || tokens[behind].span.end > found_.extent.end)
    return std::nullopt;
  for (std::size_t at = tokens.firstFrom(written->begin); at < behind; ++at)
    if (tokens.isDirective(at)) return std::nullopt;
  return source::Span{written->begin, tokens[behind].span.end};
}

}  // namespace assay::scan
