// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/certain_use.h"

#include <algorithm>

#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>

namespace assay::scan {
namespace {

using clang::Expr;
using clang::Stmt;

/// Looks for the parameter and for ways out, wherever they are.
class WholeVisitor : public clang::RecursiveASTVisitor<WholeVisitor> {
 public:
  explicit WholeVisitor(const clang::ParmVarDecl& parameter) : parameter_(parameter) {}

  bool VisitDeclRefExpr(clang::DeclRefExpr* named) {
    mentions = mentions || named->getDecl() == &parameter_;
    return true;
  }
  bool VisitStmt(Stmt* one) {
    leaves =
        leaves || llvm::isa<clang::ReturnStmt, clang::CoreturnStmt, clang::GotoStmt, clang::IndirectGotoStmt,
                            clang::BreakStmt, clang::ContinueStmt, clang::CXXThrowExpr, clang::AsmStmt>(one);
    return true;
  }
  bool TraverseLambdaExpr(clang::LambdaExpr*) { return true; }

  bool mentions = false;
  bool leaves = false;

 private:
  const clang::ParmVarDecl& parameter_;
};

WholeVisitor lookInto(const Stmt* statement, const clang::ParmVarDecl& parameter) {
  WholeVisitor visitor(parameter);
  if (statement != nullptr) visitor.TraverseStmt(const_cast<Stmt*>(statement));
  return visitor;
}

class UseFinder {
 public:
  explicit UseFinder(const clang::ParmVarDecl& parameter) : parameter_(parameter) {}

  bool isUsedIn(const Stmt* statement) const {
    if (statement == nullptr) return false;
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement)) return isUsedInBlock(*block);
    if (const auto* branch = llvm::dyn_cast<clang::IfStmt>(statement))
      return isUsedIn(branch->getInit()) || isUsedIn(branch->getConditionVariableDeclStmt()) ||
             isUsedBehind(*branch->getCond(), {branch->getThen(), branch->getElse()});
    if (const auto* choice = llvm::dyn_cast<clang::AbstractConditionalOperator>(statement))
      return isUsedBehind(*choice->getCond(), {choice->getTrueExpr(), choice->getFalseExpr()});
    if (const auto* both = llvm::dyn_cast<clang::BinaryOperator>(statement);
        both != nullptr && both->isLogicalOp())
      return isUsedBehind(*both->getLHS(), {both->getRHS()});
    if (const auto* loop = llvm::dyn_cast<clang::WhileStmt>(statement)) return isUsedIn(loop->getCond());
    if (const auto* loop = llvm::dyn_cast<clang::ForStmt>(statement))
      return isUsedIn(loop->getInit()) || isUsedIn(loop->getCond());
    if (const auto* loop = llvm::dyn_cast<clang::CXXForRangeStmt>(statement))
      return isUsedIn(loop->getInit()) || isUsedIn(loop->getRangeInit());
    if (const auto* choice = llvm::dyn_cast<clang::SwitchStmt>(statement)) return isUsedIn(choice->getCond());
    if (const auto* guarded = llvm::dyn_cast<clang::CXXTryStmt>(statement))
      return isUsedIn(guarded->getTryBlock());
    if (llvm::isa<clang::DoStmt, clang::LabelStmt, clang::LambdaExpr, clang::UnaryExprOrTypeTraitExpr,
                  clang::CXXNoexceptExpr, clang::CXXTypeidExpr>(statement))
      return false;
    if (const auto* expression = llvm::dyn_cast<Expr>(statement);
        expression != nullptr && looksAt(*expression))
      return true;
    return std::ranges::any_of(statement->children(), [&](const Stmt* child) { return isUsedIn(child); });
  }

 private:
  // Behind a way out nothing is certain, unless it is taken for what the pointer is.
  bool isUsedInBlock(const clang::CompoundStmt& block) const {
    for (const Stmt* statement : block.body()) {
      if (isUsedIn(statement)) return true;
      const auto* branch = llvm::dyn_cast<clang::IfStmt>(statement);
      const bool asks = branch != nullptr && lookInto(branch->getCond(), parameter_).mentions;
      if (!asks && lookInto(statement, parameter_).leaves) return false;
    }
    return false;
  }

  bool isUsedBehind(const Expr& condition, std::initializer_list<const Stmt*> branches) const {
    if (isUsedIn(&condition)) return true;
    return lookInto(&condition, parameter_).mentions &&
           std::ranges::any_of(branches, [&](const Stmt* branch) { return isUsedIn(branch); });
  }

  [[nodiscard]] bool looksAt(const Expr& expression) const {
    if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(&expression)) {
      const clang::ValueDecl* named = member->getMemberDecl();
      const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(named);
      return !llvm::isa<clang::VarDecl>(named) && (method == nullptr || !method->isStatic()) &&
             isParameter(*member->getBase());
    }
    const auto* overloaded = llvm::dyn_cast<clang::UnresolvedMemberExpr>(&expression);
    return overloaded != nullptr && !overloaded->isImplicitAccess() && isParameter(*overloaded->getBase());
  }

  /// It, what it points to, or what a smart pointer of its kind points to.
  [[nodiscard]] bool isParameter(const Expr& expression) const {
    const Expr& bare = *expression.IgnoreParenCasts();
    if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(&bare)) return named->getDecl() == &parameter_;
    if (const auto* one = llvm::dyn_cast<clang::UnaryOperator>(&bare))
      return one->getOpcode() == clang::UO_Deref && isParameter(*one->getSubExpr());
    const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(&bare);
    return call != nullptr && call->getNumArgs() == 1 &&
           (call->getOperator() == clang::OO_Arrow || call->getOperator() == clang::OO_Star) &&
           isParameter(*call->getArg(0));
  }

  const clang::ParmVarDecl& parameter_;
};

}  // namespace

bool isCertainlyUsed(const clang::ParmVarDecl& parameter, const Stmt& body) {
  return UseFinder(parameter).isUsedIn(&body);
}

}  // namespace assay::scan
