// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/own_places.h"

#include <algorithm>
#include <string_view>

#include <clang/AST/ASTContext.h>
#include <clang/AST/StmtCXX.h>

#include "scan/pure_calls.h"

namespace assay::scan {
namespace {

using clang::Expr;

constexpr std::string_view kPassOn[] = {"forward", "move", "as_const"};
constexpr std::string_view kHandles[] = {"begin",  "data", "end",    "next", "prev",
                                         "rbegin", "rend", "cbegin", "cend"};

template <std::size_t N>
bool isOneOf(const std::string_view (&names)[N], const clang::NamedDecl& decl) {
  return std::ranges::find(names, std::string_view(decl.getNameAsString())) != std::end(names);
}

const clang::FunctionDecl* libraryFunction(const clang::CallExpr& call) {
  const clang::FunctionDecl* callee = call.getDirectCallee();
  return callee != nullptr && isOfLibrary(*callee) ? callee : nullptr;
}

/// The object of a call of a member function, or of an operator that is one; null when there is none.
const Expr* objectOf(const clang::CallExpr& call) {
  if (const auto* member = llvm::dyn_cast<clang::CXXMemberCallExpr>(&call)) {
    const auto* callee = llvm::dyn_cast<clang::MemberExpr>(member->getCallee()->IgnoreParens());
    return callee == nullptr || callee->isArrow() ? nullptr : callee->getBase();
  }
  const bool isOperator = llvm::isa<clang::CXXOperatorCallExpr>(call) && call.getNumArgs() > 0;
  return isOperator && llvm::isa_and_nonnull<clang::CXXMethodDecl>(call.getDirectCallee()) ? call.getArg(0)
                                                                                           : nullptr;
}

const Expr& withoutWrapping(const Expr& expression) {
  const Expr* at = expression.IgnoreParens();
  for (;;) {
    const Expr* inner = at;
    if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(at))
      inner = temporary->getSubExpr();
    else if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(at))
      inner = bound->getSubExpr();
    else if (const auto* full = llvm::dyn_cast<clang::FullExpr>(at))
      inner = full->getSubExpr();
    else if (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(at);
             cast != nullptr && cast->getCastKind() != clang::CK_LValueToRValue)
      inner = cast->getSubExpr();
    else if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(at);
             made != nullptr && made->getNumArgs() == 1 && made->getConstructor()->isCopyOrMoveConstructor())
      inner = made->getArg(0);
    inner = inner->IgnoreParens();
    if (inner == at) return *at;
    at = inner;
  }
}

}  // namespace

bool OwnPlaces::holds(const Expr& place) const {
  const Expr* at = place.IgnoreParens();
  if (const auto* full = llvm::dyn_cast<clang::FullExpr>(at)) return holds(*full->getSubExpr());
  if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(at)) {
    if (cast->getCastKind() == clang::CK_LValueToRValue || !cast->isGLValue())
      return cast->isPRValue() && !cast->getType()->isPointerType();
    return holds(*cast->getSubExpr());
  }
  // A temporary, and whatever else is made here.
  if (at->isPRValue()) return !at->getType()->isPointerType();
  if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(at))
    return temporary->getStorageDuration() != clang::SD_Static;
  if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(at)) {
    // Of a binding only the whole is known: it may be a reference, or mutable.
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(named->getDecl());
    return variable != nullptr && holdsVariable(*variable);
  }
  if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(at)) return holdsMember(*member);
  if (const auto* element = llvm::dyn_cast<clang::ArraySubscriptExpr>(at)) {
    const auto* decayed = llvm::dyn_cast<clang::ImplicitCastExpr>(element->getBase()->IgnoreParens());
    return decayed != nullptr && decayed->getCastKind() == clang::CK_ArrayToPointerDecay &&
           holds(*decayed->getSubExpr());
  }
  if (const auto* choice = llvm::dyn_cast<clang::ConditionalOperator>(at))
    return holds(*choice->getTrueExpr()) && holds(*choice->getFalseExpr());
  if (const auto* call = llvm::dyn_cast<clang::CallExpr>(at)) return holdsResult(*call);
  if (const auto* operation = llvm::dyn_cast<clang::BinaryOperator>(at))
    return holds(operation->getOpcode() == clang::BO_Comma ? *operation->getRHS() : *operation->getLHS());
  if (const auto* operation = llvm::dyn_cast<clang::UnaryOperator>(at)) {
    const bool ofThis = llvm::isa<clang::CXXThisExpr>(operation->getSubExpr()->IgnoreParenImpCasts());
    if (operation->getOpcode() == clang::UO_Deref) return ofThis && ofCaller;
    return operation->isIncrementDecrementOp() && holds(*operation->getSubExpr());
  }
  return false;
}

bool OwnPlaces::holdsVariable(const clang::VarDecl& variable) const {
  if (!variable.hasLocalStorage()) return false;
  if (!variable.getType()->isReferenceType()) return true;
  if (llvm::isa<clang::ParmVarDecl>(variable)) return ofCaller;
  const Expr* init = variable.getInit();
  if (init == nullptr) return false;
  // Of a loop over a range it is what an iterator leads to: the range has to be looked at.
  const auto* element = llvm::dyn_cast<clang::UnaryOperator>(init->IgnoreParenImpCasts());
  const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(init->IgnoreParenImpCasts());
  const bool isDereferenced = (element != nullptr && element->getOpcode() == clang::UO_Deref) ||
                              (call != nullptr && call->getOperator() == clang::OO_Star);
  if (!isDereferenced) return holds(*init);
  const Expr* from = element != nullptr ? element->getSubExpr() : call->getArg(0);
  const auto* iterator = llvm::dyn_cast<clang::DeclRefExpr>(from->IgnoreParenImpCasts());
  const auto* begin = iterator == nullptr ? nullptr : llvm::dyn_cast<clang::VarDecl>(iterator->getDecl());
  // Only the compiler's own iterator is known to lead nowhere else.
  return begin != nullptr && begin->isImplicit() && begin->getInit() != nullptr &&
         holdsBehind(*begin->getInit());
}

bool OwnPlaces::holdsMember(const clang::MemberExpr& member) const {
  const auto* field = llvm::dyn_cast<clang::FieldDecl>(member.getMemberDecl());
  if (field == nullptr || field->isMutable() || field->getType()->isReferenceType()) return false;
  if (!member.isArrow()) return holds(*member.getBase());
  return ofCaller && llvm::isa<clang::CXXThisExpr>(member.getBase()->IgnoreParenImpCasts());
}

bool OwnPlaces::holdsResult(const clang::CallExpr& call) const {
  const Expr* object = objectOf(call);
  const auto* operation = llvm::dyn_cast<clang::CXXOperatorCallExpr>(&call);
  if (operation != nullptr && operation->isAssignmentOp() && object != nullptr) return holds(*object);
  const clang::FunctionDecl* callee = libraryFunction(call);
  if (callee == nullptr) return false;
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(callee))
    return object != nullptr && isOwner(*method->getParent()) && holds(*object);
  return call.getNumArgs() == 1 && isOneOf(kPassOn, *callee) && holds(*call.getArg(0));
}

bool OwnPlaces::holdsBehind(const Expr& handle) const {
  const Expr& at = withoutWrapping(handle);
  if (at.getType()->isPointerType() && at.getType()->getPointeeType().isConstQualified()) return true;
  if (at.getType()->isArrayType()) return holds(at);
  if (const auto* address = llvm::dyn_cast<clang::UnaryOperator>(&at))
    return address->getOpcode() == clang::UO_AddrOf && holds(*address->getSubExpr());
  if (const auto* sum = llvm::dyn_cast<clang::BinaryOperator>(&at))
    return sum->isAdditiveOp() && holdsBehind(*sum->getLHS());
  const auto* call = llvm::dyn_cast<clang::CallExpr>(&at);
  const clang::FunctionDecl* callee = call == nullptr ? nullptr : libraryFunction(*call);
  if (callee == nullptr) return false;
  const auto* operation = llvm::dyn_cast<clang::CXXOperatorCallExpr>(call);
  if (operation != nullptr)
    return (operation->getOperator() == clang::OO_Plus || operation->getOperator() == clang::OO_Minus) &&
           holdsBehind(*call->getArg(0));
  if (!isOneOf(kHandles, *callee)) return false;
  if (const Expr* object = objectOf(*call)) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(callee);
    // What a view hands out is not its own, whatever its functions say.
    return isOwner(*method->getParent()) && (method->isConst() || holds(*object));
  }
  if (llvm::isa<clang::CXXMethodDecl>(callee) || call->getNumArgs() == 0) return false;
  const Expr& first = *call->getArg(0);
  const auto* record = first.getType()->getAsCXXRecordDecl();
  if (record != nullptr && !isOwner(*record)) return holdsBehind(first);  // an iterator
  return first.getType().isConstQualified() || holds(first);
}

}  // namespace assay::scan
