// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A graph whose edges are calls that leave nothing behind them. A function that also calls the next one
// elsewhere needs the stack anyway: a walk over a tree is no such cycle.
#include "scan/tail_cycles.h"

#include <algorithm>
#include <set>
#include <utility>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

namespace assay::scan {
namespace {

using clang::CallExpr;
using clang::Expr;
using clang::FunctionDecl;
using clang::Stmt;

/// The calls that a body ends with.
class TailPositions {
 public:
  std::set<const CallExpr*> calls;

  /// `ends` when nothing but the end of the function follows.
  // NOLINTNEXTLINE(readability-function-size,misc-no-recursion)
  void read(const Stmt* statement, bool ends) {
    if (statement == nullptr) return;
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement)) return readBlock(*block, ends);
    if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(statement)) {
      read(branch->getThen(), ends);
      return read(branch->getElse(), ends);
    }
    if (const auto* choice = llvm::dyn_cast<clang::SwitchStmt>(statement)) {
      const bool outer = std::exchange(breakEnds_, ends);
      read(choice->getBody(), ends);
      breakEnds_ = outer;
      return;
    }
    if (const auto* leaving = llvm::dyn_cast<clang::ReturnStmt>(statement))
      return readValue(leaving->getRetValue());
    if (const Stmt* labelled = behindLabel(statement); labelled != statement) return read(labelled, ends);
    if (const auto* value = llvm::dyn_cast<Expr>(statement)) return ends ? readValue(value) : void();
    const bool outer = std::exchange(breakEnds_, false);  // of a loop
    for (const Stmt* child : statement->children())
      if (!llvm::isa_and_nonnull<Expr>(child)) read(child, false);
    breakEnds_ = outer;
  }

 private:
  static const Stmt* behindLabel(const Stmt* statement) {
    if (const auto* label = llvm::dyn_cast<clang::LabelStmt>(statement)) return label->getSubStmt();
    if (const auto* choice = llvm::dyn_cast<clang::SwitchCase>(statement)) return choice->getSubStmt();
    if (const auto* marked = llvm::dyn_cast<clang::AttributedStmt>(statement)) return marked->getSubStmt();
    return statement;
  }

  static bool isNothing(const Stmt* statement) {
    while (behindLabel(statement) != statement) statement = behindLabel(statement);
    return llvm::isa<clang::NullStmt>(statement);
  }

  bool endsHere(const Stmt* statement) const {
    const auto* leaving = llvm::dyn_cast<clang::ReturnStmt>(statement);
    return (leaving != nullptr && leaving->getRetValue() == nullptr) ||
           (breakEnds_ && llvm::isa<clang::BreakStmt>(statement));
  }

  // From the end: what stands in front of nothing, a `return;` or a `break;` ends what they end.
  // NOLINTNEXTLINE(misc-no-recursion)
  void readBlock(const clang::CompoundStmt& block, bool ends) {
    for (auto at = block.body_rbegin(); at != block.body_rend(); ++at) {
      const Stmt* statement = *at;
      if (endsHere(statement)) {
        ends = true;
      } else if (!isNothing(statement)) {
        read(statement, ends);
        ends = false;
      }
    }
  }

  // NOLINTNEXTLINE(misc-no-recursion)
  void readValue(const Expr* value) {
    if (value == nullptr) return;
    const Expr* inner = value->IgnoreImplicit()->IgnoreParens();
    if (inner != value) return readValue(inner);
    if (const auto* cast = llvm::dyn_cast<clang::ExplicitCastExpr>(value))
      return readValue(cast->getSubExpr());
    if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(value)) {
      readValue(choice->getTrueExpr());
      return readValue(choice->getFalseExpr());
    }
    const auto* both = llvm::dyn_cast<clang::BinaryOperator>(value);
    if (both != nullptr && (both->isCommaOp() || both->isLogicalOp())) return readValue(both->getRHS());
    if (const auto* call = llvm::dyn_cast<CallExpr>(value)) calls.insert(call);
  }

  bool breakEnds_ = false;
};

/// All calls of a body, and whether something is destroyed behind them.
class CallsOfBody : public clang::RecursiveASTVisitor<CallsOfBody> {
 public:
  std::vector<const CallExpr*> calls;
  bool destroys = false;

  bool TraverseLambdaExpr(clang::LambdaExpr*) { return true; }
  bool TraverseBlockExpr(clang::BlockExpr*) { return true; }
  bool TraverseCXXRecordDecl(clang::CXXRecordDecl*) { return true; }
  bool TraverseUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr*) { return true; }

  bool VisitCallExpr(CallExpr* call) {
    calls.push_back(call);
    return true;
  }
  bool VisitVarDecl(clang::VarDecl* variable) {
    destroys = destroys || variable->getType().isDestructedType() != clang::QualType::DK_none;
    return true;
  }
  bool VisitCXXBindTemporaryExpr(clang::CXXBindTemporaryExpr*) {
    destroys = true;
    return true;
  }
  bool VisitCXXTryStmt(clang::CXXTryStmt*) {
    destroys = true;  // what is in there ends behind the block
    return true;
  }
};

const FunctionDecl* definitionOf(const CallExpr& call) {
  const FunctionDecl* callee = call.getDirectCallee();
  if (callee == nullptr) return nullptr;
  if (const FunctionDecl* pattern = callee->getTemplateInstantiationPattern()) callee = pattern;
  return callee->getDefinition();
}

bool isInSameFile(const FunctionDecl& a, const FunctionDecl& b) {
  const clang::SourceManager& sources = a.getASTContext().getSourceManager();
  return sources.getFileID(sources.getFileLoc(a.getLocation())) ==
         sources.getFileID(sources.getFileLoc(b.getLocation()));
}

bool isPossible(const FunctionDecl& from, const FunctionDecl& to) {
  return &from != &to && isInSameFile(from, to) && !to.hasSkippedBody() && to.getBody() != nullptr &&
         from.getASTContext().hasSameUnqualifiedType(from.getReturnType(), to.getReturnType());
}

}  // namespace

const TailCycles::Callees& TailCycles::calleesOf(const FunctionDecl& definition) {
  const auto [known, isNew] = known_.try_emplace(&definition);
  if (!isNew) return known->second;
  CallsOfBody all;
  all.TraverseStmt(definition.getBody());
  if (all.destroys) return known->second;
  TailPositions tails;
  tails.read(definition.getBody(), definition.getReturnType()->isVoidType());
  std::set<const FunctionDecl*> elsewhere;
  for (const CallExpr* call : all.calls)
    if (!tails.calls.contains(call)) elsewhere.insert(definitionOf(*call));
  for (const CallExpr* call : all.calls) {
    const FunctionDecl* callee = definitionOf(*call);
    if (callee == nullptr || elsewhere.contains(callee) || !isPossible(definition, *callee)) continue;
    if (mayBeSeen_(*callee)) known->second.push_back(callee);
  }
  return known->second;
}

bool TailCycles::holds(const FunctionDecl& function) {
  if (!function.doesThisDeclarationHaveABody() || function.hasSkippedBody()) return false;
  std::set<const FunctionDecl*> seen;
  std::vector<const FunctionDecl*> open = {&function};
  while (!open.empty()) {
    const FunctionDecl* current = open.back();
    open.pop_back();
    for (const FunctionDecl* callee : calleesOf(*current)) {
      if (callee == &function) return true;
      if (seen.insert(callee).second) open.push_back(callee);
    }
  }
  return false;
}

}  // namespace assay::scan
