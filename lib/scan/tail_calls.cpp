// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What GCC and Clang turn into loops at -O2, by the form of the source alone: neither what a called function
// does nor what a destructor does is looked at.
#include "scan/tail_calls.h"

#include <algorithm>
#include <utility>

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <llvm/ADT/SmallPtrSet.h>

namespace assay::scan {
namespace {

using clang::Expr;
using clang::FunctionDecl;
using clang::Stmt;

const FunctionDecl* writtenPattern(const FunctionDecl* f) {
  const FunctionDecl* pattern = f != nullptr ? f->getTemplateInstantiationPattern() : nullptr;
  return pattern != nullptr ? pattern : f;
}

bool isSameFunction(const FunctionDecl& function, const clang::Decl* decl) {
  if (const auto* shadow = llvm::dyn_cast_or_null<clang::UsingShadowDecl>(decl))
    decl = shadow->getTargetDecl();
  if (const auto* pattern = llvm::dyn_cast_or_null<clang::FunctionTemplateDecl>(decl))
    decl = pattern->getTemplatedDecl();
  const auto* callee = writtenPattern(llvm::dyn_cast_or_null<FunctionDecl>(decl));
  return callee != nullptr && callee->getCanonicalDecl() == function.getCanonicalDecl();
}

/// A function of its own, or an operand that is not evaluated.
bool isApart(const Stmt& statement) {
  return llvm::isa<clang::LambdaExpr, clang::BlockExpr, clang::UnaryExprOrTypeTraitExpr>(statement);
}

class TailSearch {
 public:
  explicit TailSearch(const FunctionDecl& function) : function_(function) {}

  /// Looks at every `return`, and at the blocks for the variables that one may return.
  bool inReturns(const Stmt* statement) {
    if (statement == nullptr || isApart(*statement)) return false;
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement))
      if (isDecidedIn(*block)) return true;
    const auto* leaving = llvm::dyn_cast<clang::ReturnStmt>(statement);
    if (leaving != nullptr && leaving->getRetValue() != nullptr && isTail(leaving->getRetValue()))
      return true;
    return std::ranges::any_of(statement->children(), [&](const Stmt* child) { return inReturns(child); });
  }

  /// A function without a value tail-calls with its last statement, or the last of a branch at its end.
  // NOLINTNEXTLINE(readability-function-size)
  bool isLast(const Stmt* statement) {
    if (statement == nullptr) return false;
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement)) return isLastIn(*block);
    if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(statement))
      return isLast(branch->getThen()) || isLast(branch->getElse());
    if (const auto* choice = llvm::dyn_cast<clang::SwitchStmt>(statement))
      return isLast(choice->getBody()) || isBeforeJump(choice->getBody());
    if (const auto* label = llvm::dyn_cast<clang::SwitchCase>(statement)) return isLast(label->getSubStmt());
    if (const auto* label = llvm::dyn_cast<clang::LabelStmt>(statement)) return isLast(label->getSubStmt());
    if (const auto* marked = llvm::dyn_cast<clang::AttributedStmt>(statement))
      return isLast(marked->getSubStmt());
    if (const auto* once = llvm::dyn_cast<clang::DoStmt>(statement)) return isLast(once->getBody());
    const auto* expression = llvm::dyn_cast<Expr>(statement);
    return expression != nullptr && isTail(expression);
  }

  /// Before a `return;`, and before a `goto` or `break`, wherever that leads.
  bool isBeforeJump(const Stmt* statement) {
    if (statement == nullptr || isApart(*statement)) return false;
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement); block != nullptr)
      if (isBeforeJumpIn(*block)) return true;
    return std::ranges::any_of(statement->children(), [&](const Stmt* child) { return isBeforeJump(child); });
  }

 private:
  bool isLastIn(const clang::CompoundStmt& block) {
    const Stmt* last = nullptr;
    for (const Stmt* statement : block.body())
      if (!llvm::isa<clang::NullStmt>(behindLabels(statement))) last = statement;
    return isLast(last);
  }

  bool isBeforeJumpIn(const clang::CompoundStmt& block) {
    const Stmt* before = nullptr;
    for (const Stmt* statement : block.body()) {
      const Stmt* jump = behindLabels(statement);
      if (llvm::isa<clang::ReturnStmt, clang::GotoStmt, clang::BreakStmt>(jump) && isLast(before))
        return true;
      before = statement;
    }
    return false;
  }

  /// Notes the variables that a `return` may name: `r = f();` and `long r = f();` before it, or before the
  /// `if` of `if (r) return 1; return 0;`, which is no more than a comparison of what was returned.
  bool isDecidedIn(const clang::CompoundStmt& block) {
    const Stmt* first = nullptr;
    const Stmt* before = nullptr;
    for (const Stmt* statement : block.body()) {
      const auto* leaving = llvm::dyn_cast<clang::ReturnStmt>(behindLabels(statement));
      if (leaving != nullptr && before != nullptr) {
        noteHolder(before);
        if (returnsSimply(leaving) && isDecision(llvm::dyn_cast<clang::IfStmt>(before), first)) return true;
      }
      first = std::exchange(before, statement);
    }
    return false;
  }

  static const Stmt* behindLabels(const Stmt* statement) {
    for (;;) {
      if (const auto* label = llvm::dyn_cast<clang::LabelStmt>(statement))
        statement = label->getSubStmt();
      else if (const auto* choice = llvm::dyn_cast<clang::SwitchCase>(statement))
        statement = choice->getSubStmt();
      else
        return statement;
    }
  }

  bool isDecision(const clang::IfStmt* branch, const Stmt* before) {
    if (branch == nullptr || branch->getElse() != nullptr || !returnsSimply(branch->getThen())) return false;
    if (before != nullptr) noteHolder(before);
    noteVariable(branch->getConditionVariable());
    return isTail(branch->getCond());
  }

  /// A constant or a variable.
  static bool returnsSimply(const Stmt* statement) {
    const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement);
    if (block != nullptr && block->size() == 1) statement = block->body_front();
    const auto* leaving = llvm::dyn_cast<clang::ReturnStmt>(statement);
    return leaving != nullptr && leaving->getRetValue() != nullptr && isSimple(leaving->getRetValue());
  }

  static bool isSimple(const Expr* value) {
    value = stripped(value);
    if (const auto* sign = llvm::dyn_cast<clang::UnaryOperator>(value)) value = stripped(sign->getSubExpr());
    return llvm::isa<clang::IntegerLiteral, clang::CXXBoolLiteralExpr, clang::CharacterLiteral,
                     clang::DeclRefExpr>(value);
  }

  void noteHolder(const Stmt* statement) {
    if (const auto* declared = llvm::dyn_cast<clang::DeclStmt>(statement))
      for (const clang::Decl* decl : declared->decls()) noteVariable(llvm::dyn_cast<clang::VarDecl>(decl));
    if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(statement)) {
      if (branch->getThen() != nullptr) noteHolder(branch->getThen());
      if (branch->getElse() != nullptr) noteHolder(branch->getElse());
    }
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement);
        block != nullptr && !block->body_empty())
      noteHolder(block->body_back());
    const auto* assigned = llvm::dyn_cast<clang::BinaryOperator>(statement);
    if (assigned == nullptr || !assigned->isAssignmentOp() || !isTail(assigned->getRHS())) return;
    const auto* to = llvm::dyn_cast<clang::DeclRefExpr>(assigned->getLHS()->IgnoreParens());
    if (to != nullptr) holders_.insert(to->getDecl());
  }

  void noteVariable(const clang::VarDecl* variable) {
    if (variable != nullptr && variable->getInit() != nullptr && isTail(variable->getInit()))
      holders_.insert(variable);
  }

  /// The expression without what changes neither who is called nor that it is the last.
  static const Expr* stripped(const Expr* value) {
    for (;;) {
      const Expr* inner = value->IgnoreImplicit()->IgnoreParens();
      if (const auto* cast = llvm::dyn_cast<clang::ExplicitCastExpr>(inner)) inner = cast->getSubExpr();
      const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(inner);
      if (made != nullptr && made->isElidable() && made->getNumArgs() == 1) inner = made->getArg(0);
      if (inner == value) return inner;
      value = inner;
    }
  }

  bool isTail(const Expr* value) {
    value = stripped(value);
    if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(value))
      return isTailOf(*choice);
    if (const auto* block = llvm::dyn_cast<clang::StmtExpr>(value)) return isLast(block->getSubStmt());
    if (const auto* sign = llvm::dyn_cast<clang::UnaryOperator>(value))
      return isFolded(*sign) && isTail(sign->getSubExpr());
    if (const auto* both = llvm::dyn_cast<clang::BinaryOperator>(value)) return isTailOf(*both);
    return isOne(*value);
  }

  static bool isFolded(const clang::UnaryOperator& sign) {
    return sign.getOpcode() == clang::UO_LNot || sign.getOpcode() == clang::UO_Not ||
           sign.getOpcode() == clang::UO_Minus || sign.getOpcode() == clang::UO_Extension;
  }

  bool isTailOf(const clang::AbstractConditionalOperator& choice) {
    if (isTail(choice.getTrueExpr()) || isTail(choice.getFalseExpr())) return true;
    return isSimple(choice.getTrueExpr()) && isSimple(choice.getFalseExpr()) && isTail(choice.getCond());
  }

  bool isTailOf(const clang::BinaryOperator& both) {
    if (both.isCommaOp() || both.isLogicalOp()) return isTail(both.getRHS());
    if (!isAccumulating(both) || count(&both) != 1) return false;
    return isTail(both.getLHS()) || isTail(both.getRHS());
  }

  /// What both compilers carry along in a register; both are of integers only, or of what a template makes.
  static bool isAccumulating(const clang::BinaryOperator& both) {
    const bool kept = both.isAdditiveOp() || both.isBitwiseOp() || both.isComparisonOp() ||
                      both.getOpcode() == clang::BO_Mul;
    const clang::QualType type = both.getType();
    return kept && (type->isIntegralOrEnumerationType() || type->isDependentType());
  }

  /// One that is destroyed behind the call: that needs the frame.
  static bool holdsTemporary(const Stmt& statement) {
    return llvm::isa<clang::CXXBindTemporaryExpr>(statement) ||
           std::ranges::any_of(statement.children(),
                               [](const Stmt* child) { return child != nullptr && holdsTemporary(*child); });
  }

  [[nodiscard]] bool isOne(const Expr& value) const {
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&value))
      return callsItself(function_, *call) && !holdsTemporary(*call);
    const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(&value);
    return named != nullptr && holders_.contains(named->getDecl());
  }

  /// With two calls in it, one stays a call: the depth of the stack is that of the tree.
  [[nodiscard]] unsigned count(const Stmt* statement) const {
    if (statement == nullptr || isApart(*statement)) return 0;
    const auto* value = llvm::dyn_cast<Expr>(statement);
    unsigned calls = value != nullptr && isOne(*value) ? 1 : 0;
    for (const Stmt* child : statement->children()) calls += count(child);
    return calls;
  }

  const FunctionDecl& function_;
  llvm::SmallPtrSet<const clang::Decl*, 4> holders_;
};

}  // namespace

bool callsItself(const FunctionDecl& function, const clang::CallExpr& call) {
  if (const auto* callee = call.getCalleeDecl(); callee != nullptr) return isSameFunction(function, callee);
  const auto* candidates = llvm::dyn_cast<clang::OverloadExpr>(call.getCallee()->IgnoreParenImpCasts());
  return candidates != nullptr && llvm::any_of(candidates->decls(), [&](const clang::NamedDecl* decl) {
           return isSameFunction(function, decl);
         });
}

bool hasSelfTailCall(const FunctionDecl& function, const Stmt& body) {
  TailSearch search(function);
  if (!function.getReturnType()->isVoidType()) return search.inReturns(&body);
  return search.inReturns(&body) || search.isLast(&body) || search.isBeforeJump(&body);
}

}  // namespace assay::scan
