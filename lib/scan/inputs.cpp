// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/inputs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Basic/SourceManager.h>

#include "scan/certain_use.h"
#include "scan/length_names.h"
#include "scan/sized_type.h"
#include "source/inserted_input.h"
#include "support/sort_stably.h"
#include "support/strings.h"

namespace assay::scan {
namespace {

using clang::ParmVarDecl;
using clang::QualType;

enum class Rank { Reads, MayChange, OnRequest };

std::string nameOf(const clang::NamedDecl& decl) {
  return decl.getIdentifier() != nullptr ? decl.getName().str() : std::string();
}

/// "lock_guard", "MutexLock", "pthread_mutex_lock"; no "Block" and no "clock".
bool speaksOfLocks(const std::string& name) {
  if (name.contains("Lock")) return true;
  for (std::size_t at = name.find("lock"); at != std::string::npos; at = name.find("lock", at + 1))
    if (at == 0 || !isAlpha(name[at - 1])) return true;
  return false;
}

/// What a body or an initialiser does with parameters that matters here.
class UseVisitor : public clang::RecursiveASTVisitor<UseVisitor> {
 public:
  bool VisitDeclRefExpr(clang::DeclRefExpr* named) {
    mentioned.insert(named->getDecl());
    return true;
  }
  bool VisitVarDecl(clang::VarDecl* variable) {
    const clang::CXXRecordDecl* record = variable->getType()->getAsCXXRecordDecl();
    locks = locks || (record != nullptr && speaksOfLocks(nameOf(*record)));
    if (record == nullptr) locks = locks || speaksOfLocks(variable->getType().getAsString());
    return true;
  }
  bool VisitCXXNewExpr(clang::CXXNewExpr* made) {
    for (clang::Expr* place : made->placement_arguments()) noteAllIn(*place, unsuitable);
    return true;
  }
  bool VisitUnaryOperator(clang::UnaryOperator* one) {
    if (one->getOpcode() == clang::UO_Deref) note(*one->getSubExpr(), lookedThrough);
    if (one->isIncrementDecrementOp()) notePointer(*one->getSubExpr());
    return true;
  }
  bool VisitMemberExpr(clang::MemberExpr* member) {
    if (member->isArrow()) note(*member->getBase(), lookedThrough);
    return true;
  }
  bool VisitCXXDependentScopeMemberExpr(clang::CXXDependentScopeMemberExpr* member) {
    if (!member->isImplicitAccess() && member->isArrow()) note(*member->getBase(), lookedThrough);
    return true;
  }
  bool VisitArraySubscriptExpr(clang::ArraySubscriptExpr* element) {
    notePointer(*element->getLHS());
    notePointer(*element->getRHS());
    return true;
  }
  bool VisitBinaryOperator(clang::BinaryOperator* both) {
    if (both->getOpcode() == clang::BO_Assign || both->isLogicalOp() || both->isCommaOp()) return true;
    if (!isNull(*both->getRHS())) notePointer(*both->getLHS());
    if (!isNull(*both->getLHS())) notePointer(*both->getRHS());
    return true;
  }
  bool VisitCastExpr(clang::CastExpr* cast) {
    if (cast->getCastKind() == clang::CK_PointerToIntegral) notePointer(*cast->getSubExpr());
    return true;
  }
  bool VisitCallExpr(clang::CallExpr* call) {
    if (const clang::FunctionDecl* callee = call->getDirectCallee();
        callee != nullptr && nameOf(*callee) == "construct_at" && call->getNumArgs() > 0)
      noteAllIn(*call->getArg(0), unsuitable);
    const auto* callee = llvm::dyn_cast_or_null<clang::NamedDecl>(call->getCalleeDecl());
    locks = locks || (callee != nullptr && speaksOfLocks(nameOf(*callee)));
    return true;
  }

  std::set<const clang::Decl*> mentioned;
  std::set<const clang::Decl*> lookedThrough;  ///< pointers
  /// The object is made here, or the pointer is one into an array, or may be a mark.
  std::set<const clang::Decl*> unsuitable;
  bool locks = false;  ///< it takes a lock: what it is given may be somebody else's until then

 private:
  using Decls = std::set<const clang::Decl*>;

  static void note(const clang::Expr& expression, Decls& into) {
    if (const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(expression.IgnoreParenCasts()))
      into.insert(named->getDecl());
  }
  /// Something is done with the pointer itself.
  void notePointer(const clang::Expr& expression) {
    if (expression.IgnoreParenCasts()->getType()->isPointerType()) note(expression, unsuitable);
  }
  static void noteAllIn(clang::Expr& expression, Decls& into) {
    UseVisitor inside;
    inside.TraverseStmt(&expression);
    into.insert(inside.mentioned.begin(), inside.mentioned.end());
  }
  static bool isNull(const clang::Expr& expression) {
    const clang::Expr& bare = *expression.IgnoreParenCasts();
    if (const auto* number = llvm::dyn_cast<clang::IntegerLiteral>(&bare)) return number->getValue().isZero();
    return llvm::isa<clang::CXXNullPtrLiteralExpr, clang::GNUNullExpr>(bare);
  }
};

bool isNumber(QualType type, const clang::ASTContext& context) {
  type = type.getCanonicalType();
  return !type->isDependentType() && type->isIntegerType() && !type->isBooleanType() &&
         !type->isAnyCharacterType() && !type->isEnumeralType() && !type->isBitIntType() &&
         !type.isVolatileQualified() && context.getTypeSize(type) <= 64;
}

/// A class whose objects point to their like: pointers to them are links and no bounds.
bool isLinked(const clang::RecordDecl& record) {
  return std::ranges::any_of(record.fields(), [&](const clang::FieldDecl* field) {
    const clang::RecordDecl* pointee =
        field->getType()->isPointerType() ? field->getType()->getPointeeType()->getAsRecordDecl() : nullptr;
    return pointee != nullptr && pointee->getCanonicalDecl() == record.getCanonicalDecl();
  });
}

class InputFinder {
 public:
  InputFinder(const clang::FunctionDecl& function, const clang::Stmt& body, BodyPlace place,
              MeantByFile& meant)
      : function_(function),
        body_(body),
        context_(function.getASTContext()),
        types_(context_, place, meant),
        isCoroutine_(llvm::isa<clang::CoroutineBodyStmt>(body)) {
    const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&function);
    if (constructor == nullptr) return;
    for (const clang::CXXCtorInitializer* init : constructor->inits()) before_.TraverseStmt(init->getInit());
  }

  FoundInputs run() {
    for (unsigned i = 0; i < function_.getNumParams(); ++i)
      if (isUsable(*function_.getParamDecl(i)) && !addContainer(*function_.getParamDecl(i))) addPointer(i);
    for (const ParmVarDecl* parameter : function_.parameters())
      if (isUsable(*parameter) && isNumber(parameter->getType(), context_))
        add(Rank::OnRequest, {nameOf(*parameter), nameOf(*parameter), {}});
    for (const ParmVarDecl* parameter : function_.parameters())
      if (isUsable(*parameter)) addType(*parameter);
    // GCC has another name for the function that a coroutine becomes.
    if (function_.isDependentContext() && !isCoroutine_)
      foundTypes_.emplace_back(Rank::OnRequest,
                               model::Input{{}, {}, {}, std::string(source::kTemplateArguments)});
    FoundInputs result;
    for (auto* found : {&found_, &foundTypes_}) {
      sortStably(*found, {}, [](const auto& one) { return one.first; });
      for (auto& [rank, input] : *found) result.inputs.push_back(std::move(input));
    }
    result.restOn = types_.restsOn();
    result.comeLater = types_.comeLater();
    return result;
  }

 private:
  void add(Rank rank, model::Input input) {
    if (rank == Rank::MayChange && isOutputName(input.of)) return;
    found_.emplace_back(rank, std::move(input));
  }

  [[nodiscard]] bool isUsable(const ParmVarDecl& parameter) const {
    return !nameOf(parameter).empty() && !parameter.isParameterPack() &&
           !parameter.getLocation().isMacroID() && !parameter.hasAttr<clang::UnusedAttr>() &&
           !parameter.isExplicitObjectParameter() && !parameter.isInvalidDecl() &&
           !parameter.getType().isVolatileQualified();
  }

  /// An initialiser may have moved it away.
  [[nodiscard]] bool isMoved(const ParmVarDecl& parameter) const {
    const QualType type = parameter.getType();
    const bool stays = type->isPointerType() ||
                       (type->isLValueReferenceType() && type.getNonReferenceType().isConstQualified());
    return !stays && before_.mentioned.contains(&parameter);
  }

  /// What is not the call's own must be there, and must not change meanwhile: a coroutine may begin when its
  /// caller has gone on, and who takes a lock looks at what it protects. Of a pointer the body has to look
  /// through it, and to know no other mark than null.
  bool isReachable(const ParmVarDecl& parameter) {
    if (isCoroutine_ || uses().locks || uses().unsuitable.contains(&parameter)) return false;
    return !parameter.getType()->isPointerType() || uses().lookedThrough.contains(&parameter);
  }

  const UseVisitor& uses() {
    if (!uses_) uses_.emplace().TraverseStmt(const_cast<clang::Stmt*>(&body_));
    return *uses_;
  }

  static bool isShared(QualType type) {
    const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
    return record != nullptr && record->isInStdNamespace() && nameOf(*record) == "shared_ptr";
  }

  /// True when the parameter is one that says its size, whether or not it may be asked; a pointer that may
  /// not be followed can still have its length beside it.
  bool addContainer(const ParmVarDecl& parameter) {
    const QualType type = parameter.getType();
    const QualType value = type.getNonReferenceType();
    const QualType held = value->isPointerType() && !type->isReferenceType() ? value->getPointeeType()
                                                                             : SizedTypes::heldBy(value);
    const bool isDirect = held.isNull();
    const std::string_view accessor = types_.accessorOf(isDirect ? value : held);
    if (accessor.empty()) return false;
    const bool isOwn = !type->isReferenceType() && !type->isPointerType();
    const bool reads = (isDirect ? value : held).isConstQualified() || value.isConstQualified() || isOwn ||
                       type->isRValueReferenceType();
    if (!isOwn && !isReachable(parameter)) return !type->isPointerType();
    if (isShared(value) && uses().locks) return true;
    if (isMoved(parameter)) return true;
    const std::string name = nameOf(parameter);
    add(type->isPointerType() && !held.isConstQualified() ? Rank::MayChange
        : reads                                           ? Rank::Reads
                                                          : Rank::MayChange,
        {name, name + (isDirect ? "." : "->") + std::string(accessor) + "()", isDirect ? "" : name});
    return true;
  }

  /// A variant knows which alternative it is; an object whose class has virtual functions, which class.
  void addType(const ParmVarDecl& parameter) {
    const QualType type = parameter.getType();
    const QualType value = type.getNonReferenceType();
    const bool isPointer = value->isPointerType() && !type->isReferenceType();
    const bool isOwn = !type->isReferenceType() && !isPointer;
    const QualType object = isPointer ? value->getPointeeType() : value;
    const std::string name = nameOf(parameter);
    if (types_.isVariant(object)) {
      if (!isOwn && !isReachable(parameter)) return;
      return addTypeOf(parameter, object, isOwn, name + (isPointer ? "->index()" : ".index()"));
    }
    const QualType held = isPointer ? QualType() : SizedTypes::heldBy(value);
    const bool isSmart = !held.isNull() && !isOptional(value);
    if ((isOwn && !isSmart) || !types_.hasDynamicType(isSmart ? held : object)) return;
    // A class that is read off an object that is not there yet, or no more, would be anything.
    if (!isThereForCertain(parameter)) return;
    addTypeOf(parameter, isSmart ? held : object, isOwn,
              isSmart     ? "typeid(*" + name + ".get())"
              : isPointer ? "typeid(*" + name + ")"
                          : "typeid(" + name + ")");
  }

  void addTypeOf(const ParmVarDecl& parameter, QualType object, bool isOwn, std::string text) {
    const std::string name = nameOf(parameter);
    if (isMoved(parameter)) return;
    const bool reads = isOwn || object.isConstQualified() || parameter.getType()->isRValueReferenceType();
    if (!reads && isOutputName(name)) return;
    foundTypes_.emplace_back(reads ? Rank::Reads : Rank::MayChange,
                             model::Input{name, {}, {}, std::move(text)});
  }

  bool isThereForCertain(const ParmVarDecl& parameter) {
    return !isCoroutine_ && !uses().locks && !uses().unsuitable.contains(&parameter) &&
           isCertainlyUsed(parameter, body_);
  }

  static bool isOptional(QualType type) {
    const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
    return record != nullptr && nameOf(*record) == "optional";
  }

  void addPointer(unsigned index) {
    const ParmVarDecl& pointer = *function_.getParamDecl(index);
    const QualType type = pointer.getType().getCanonicalType();
    if (!type->isPointerType() || type->isFunctionPointerType()) return;
    const Rank rank = type->getPointeeType().isConstQualified() ? Rank::Reads : Rank::MayChange;
    if (const ParmVarDecl* length = lengthOf(index))
      add(rank, {nameOf(pointer), nameOf(*length), {}});
    else if (const ParmVarDecl* end = endOf(index))
      add(rank, {nameOf(pointer), nameOf(*end) + " - " + nameOf(pointer), {}});
  }

  [[nodiscard]] const ParmVarDecl* numberAt(unsigned index) const {
    if (index >= function_.getNumParams()) return nullptr;
    const ParmVarDecl* parameter = function_.getParamDecl(index);
    return isUsable(*parameter) && isNumber(parameter->getType(), context_) ? parameter : nullptr;
  }

  [[nodiscard]] const ParmVarDecl* lengthOf(unsigned pointer) const {
    const std::string name = nameOf(*function_.getParamDecl(pointer));
    for (unsigned i = 0; i < function_.getNumParams(); ++i)
      if (const ParmVarDecl* number = numberAt(i); number != nullptr && isLengthOf(name, nameOf(*number)))
        return number;
    const ParmVarDecl* next = numberAt(pointer + 1);
    return next != nullptr && isLengthName(nameOf(*next)) ? next : nullptr;
  }

  [[nodiscard]] const ParmVarDecl* endOf(unsigned first) {
    if (first + 1 >= function_.getNumParams()) return nullptr;
    const ParmVarDecl* begin = function_.getParamDecl(first);
    const ParmVarDecl* end = function_.getParamDecl(first + 1);
    if (!isUsable(*end) || !isRange(nameOf(*begin), nameOf(*end))) return nullptr;
    const QualType type = begin->getType().getCanonicalType().getUnqualifiedType();
    if (end->getType().getCanonicalType().getUnqualifiedType() != type) return nullptr;
    return isCountable(type->getPointeeType()) ? end : nullptr;
  }

  [[nodiscard]] bool isCountable(QualType pointee) {
    if (pointee->isDependentType() || pointee->isArithmeticType() || pointee->isPointerType()) return true;
    const clang::RecordDecl* record = pointee->getAsRecordDecl();
    record = record != nullptr ? record->getDefinition() : nullptr;
    return record != nullptr && types_.knows(*record) && !isLinked(*record);
  }

  const clang::FunctionDecl& function_;
  const clang::Stmt& body_;
  const clang::ASTContext& context_;
  SizedTypes types_;
  bool isCoroutine_;
  UseVisitor before_;
  std::optional<UseVisitor> uses_;
  std::vector<std::pair<Rank, model::Input>> found_;
  std::vector<std::pair<Rank, model::Input>> foundTypes_;
};

}  // namespace

FoundInputs inputsOf(const clang::FunctionDecl& function, const clang::Stmt& body, BodyPlace place,
                     MeantByFile& meant) {
  return InputFinder(function, body, place, meant).run();
}

}  // namespace assay::scan
