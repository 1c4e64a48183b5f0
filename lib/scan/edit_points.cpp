// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/edit_points.h"

#include <algorithm>
#include <tuple>

#include <clang/AST/ExprCXX.h>

namespace assay::scan {

using model::PointKind;
using model::Trait;

namespace {

constexpr std::string_view kReturn = "return";

}  // namespace

void EditPoints::add(const clang::Stmt& body, const std::vector<Leaving>& leaving) {
  if (const auto* block = llvm::dyn_cast<clang::CXXTryStmt>(&body)) addTry(*block);
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
  const auto span = statementAt(leaving.statement->getBeginLoc());
  if (span && leaving.kind >= PointKind::Signed)
    return push(leaving.kind, {span->begin + kReturn.size(), span->end - 1});
  if (span) return push(leaving.kind, *span);
  if (leaving.kind == PointKind::CoReturn) found_.entry.traits.add(Trait::MacroCoReturn);
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
  push(PointKind::FlowsOff, {close, close});
}

/// From its first token to its semicolon, when all of it is spelled in the function and no directive is in
/// between.
std::optional<source::Span> EditPoints::statementAt(clang::SourceLocation begin) const {
  if (begin.isInvalid() || begin.isMacroID()) return std::nullopt;
  const std::size_t from = files_.offsetOf(begin);
  if (!found_.extent.contains(from)) return std::nullopt;
  const TokenStream& tokens = file_.tokens;
  for (std::size_t at = tokens.firstFrom(from); at < tokens.size(); at = tokens.after(at)) {
    if (tokens.isDirective(at) || tokens[at].span.end > found_.extent.end) return std::nullopt;
    if (tokens.is(at, ';')) return source::Span{from, tokens[at].span.end};
  }
  return std::nullopt;
}

}  // namespace assay::scan
