// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names decide for class types, whoever's they are: std::expected and tl::expected, absl::Status and
// leveldb::Status follow the same custom.
#include "scan/returned_failure.h"

#include <algorithm>
#include <array>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Basic/TargetInfo.h>
#include <llvm/ADT/APFloat.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/TargetParser/Triple.h>

namespace assay::scan {
namespace {

using clang::Expr;
using model::PointKind;

llvm::StringRef nameOfDecl(const clang::NamedDecl* decl) {
  return decl != nullptr && decl->getIdentifier() != nullptr ? decl->getName() : llvm::StringRef();
}

/// The unqualified name of a class type, or of the template that a dependent one is made of; empty for
/// others.
llvm::StringRef classNameOf(clang::QualType type) {
  if (type.isNull()) return {};
  type = type.getNonReferenceType();
  if (const auto* record = type->getAsCXXRecordDecl()) return nameOfDecl(record);
  if (const auto* made = type->getAs<clang::TemplateSpecializationType>())
    return nameOfDecl(made->getTemplateName().getAsTemplateDecl());
  if (const auto* deduced = type->getAs<clang::DeducedTemplateSpecializationType>())
    return nameOfDecl(deduced->getTemplateName().getAsTemplateDecl());
  return {};
}

/// The only argument of an object that is made of one; null for everything else.
const Expr* soleArgument(const Expr& value) {
  if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(&value))
    return made->getNumArgs() >= 1 && (made->getNumArgs() == 1 || made->getArg(1)->isDefaultArgument())
               ? made->getArg(0)
               : nullptr;
  if (const auto* cast = llvm::dyn_cast<clang::ExplicitCastExpr>(&value)) return cast->getSubExpr();
  if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(&value))
    return list->getNumInits() == 1 ? list->getInit(0) : nullptr;
  return nullptr;
}

bool isEmptyList(const Expr& value) {
  const auto* list = llvm::dyn_cast<clang::InitListExpr>(&value);
  const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(&value);
  return (list != nullptr && list->getNumInits() == 0) ||
         (made != nullptr && made->getNumArgs() == 0 && made->isListInitialization());
}

bool isNull(const Expr& value) {
  if (llvm::isa<clang::CXXNullPtrLiteralExpr, clang::GNUNullExpr>(value)) return true;
  const auto* cast = llvm::dyn_cast<clang::CastExpr>(&value);
  return cast != nullptr && (cast->getCastKind() == clang::CK_NullToPointer ||
                             cast->getCastKind() == clang::CK_NullToMemberPointer);
}

/// To objects, functions or members.
bool isAnyPointer(clang::QualType type) {
  return type->isPointerType() || type->isMemberPointerType();
}

bool isSmartPointer(llvm::StringRef name) {
  return name == "unique_ptr" || name == "shared_ptr";
}

/// Of a class whose objects are either an error or not.
bool isStatus(llvm::StringRef name) {
  return name.ends_with("Status") || name == "StatusOr" || name == "Result";
}

bool saysSuccess(llvm::StringRef name) {
  constexpr std::array<llvm::StringRef, 8> kWords = {"ok",        "okstatus", "ok_status", "success",
                                                     "succeeded", "none",     "noerror",   "no_error"};
  return std::ranges::find(kWords, llvm::StringRef(name.lower())) != kWords.end();
}

/// `Status::NotFound(…)` and `InvalidArgumentError(…)`: a factory of the class by its own name, or a function
/// that says error and returns one.
bool makesErrorStatus(const Expr& value) {
  const auto* call = llvm::dyn_cast<clang::CallExpr>(&value);
  const clang::FunctionDecl* callee = call != nullptr ? call->getDirectCallee() : nullptr;
  if (callee == nullptr || !isStatus(classNameOf(callee->getReturnType()))) return false;
  const llvm::StringRef name = nameOfDecl(callee);
  if (name.empty() || saysSuccess(name)) return false;
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(callee);
  if (method == nullptr) return name.ends_with("Error");
  return method->isStatic() && isStatus(nameOfDecl(method->getParent())) &&
         classNameOf(callee->getReturnType()) == nameOfDecl(method->getParent()) &&
         !name.starts_with("From") && !name.starts_with("from");
}

/// Whether the expression is the returned object itself, and not something that it is made of.
bool standsFor(const Expr& value, clang::QualType returned) {
  const clang::QualType type = value.getType();
  if (type->isVoidType() || type->isDependentType()) return true;  // a list in a template has no type yet
  if (isAnyPointer(returned)) return isAnyPointer(type);
  return type.getCanonicalType().getUnqualifiedType() ==
         returned.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

/// What an expression says of itself, before looking at what it is made of.
std::optional<PointKind> failureIn(const Expr& value, clang::QualType returnType) {
  const llvm::StringRef type = classNameOf(value.getType());
  const llvm::StringRef returned = classNameOf(returnType);
  const bool empty = isEmptyList(value) && standsFor(value, returnType);
  if (returned == "optional" && (type == "nullopt_t" || empty)) return PointKind::Nullopt;
  if (returned.ends_with("expected") && (type == "unexpected" || type == "unexpected_type"))
    return PointKind::Unexpected;
  if (isAnyPointer(returnType) && (isNull(value) || empty)) return PointKind::Nullptr;
  if (isSmartPointer(returned) && (empty || isNull(value))) return PointKind::Nullptr;
  if (isStatus(returned) && makesErrorStatus(value)) return PointKind::ErrorStatus;
  return std::nullopt;
}

/// The expression without one layer; null when what is inside says nothing about the whole.
const Expr* withoutLayer(const Expr& value, clang::QualType returned) {
  const Expr* inner = value.IgnoreParens();
  if (inner != &value) return inner;
  const auto* implicit = llvm::dyn_cast<clang::ImplicitCastExpr>(&value);
  inner = implicit != nullptr ? implicit->getSubExpr() : value.IgnoreImplicit();
  if (inner != &value) return inner;
  return standsFor(value, returned) ? soleArgument(value) : nullptr;
}

/// Whether a constant of a signed type, or of a floating one, is less than nothing.
bool isNegativeConstant(const Expr& value, clang::ASTContext& context) {
  if (value.getType()->isRealFloatingType()) {
    llvm::APFloat result(0.0);
    return value.EvaluateAsFloat(result, context) && result.isNegative() && !result.isZero() &&
           !result.isNaN();
  }
  Expr::EvalResult result;
  return value.getType()->isSignedIntegerOrEnumerationType() && value.EvaluateAsInt(result, context) &&
         result.Val.getInt().isNegative();
}

/// `{x}` of a number, a truth value or a pointer without its braces; else the value itself.
const Expr& withoutBraces(const Expr& value) {
  const auto* list = llvm::dyn_cast<clang::InitListExpr>(value.IgnoreParenImpCasts());
  const bool single = list != nullptr && list->getNumInits() == 1 && list->getType()->isScalarType();
  return single ? *list->getInit(0) : value;
}

/// A number or truth value that is written down as a constant; variables are not asked, const or not.
std::optional<PointKind> failureInConstant(const Expr& value, clang::ASTContext& context) {
  if (value.isValueDependent()) return std::nullopt;
  const Expr* inner = value.IgnoreParenImpCasts();
  if (isEmptyList(value) && value.getType()->isBooleanType()) return PointKind::False;
  if (const auto* truth = llvm::dyn_cast<clang::CXXBoolLiteralExpr>(inner))
    return truth->getValue() ? std::nullopt : std::optional(PointKind::False);
  const auto* minus = llvm::dyn_cast<clang::UnaryOperator>(inner);
  const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(inner);
  const bool enumerator = named != nullptr && llvm::isa<clang::EnumConstantDecl>(named->getDecl());
  if (!enumerator && (minus == nullptr || minus->getOpcode() != clang::UO_Minus)) {
    const bool zero = llvm::isa<clang::IntegerLiteral>(inner) && value.getType()->isBooleanType() &&
                      llvm::cast<clang::IntegerLiteral>(inner)->getValue().isZero();
    return zero ? std::optional(PointKind::False) : std::nullopt;
  }
  return isNegativeConstant(value, context) ? std::optional(PointKind::Negative) : std::nullopt;
}

bool isWrittenConstant(const Expr& value) {
  if (const auto* minus = llvm::dyn_cast<clang::UnaryOperator>(&value))
    return isWrittenConstant(*minus->getSubExpr()->IgnoreParenImpCasts());
  const auto* named = llvm::dyn_cast<clang::DeclRefExpr>(&value);
  return llvm::isa<clang::IntegerLiteral, clang::FloatingLiteral, clang::CXXBoolLiteralExpr,
                   clang::CharacterLiteral, clang::StringLiteral, clang::CXXNullPtrLiteralExpr,
                   clang::GNUNullExpr>(value) ||
         (named != nullptr && llvm::isa<clang::EnumConstantDecl>(named->getDecl()));
}

/// A lambda without captures, or a variable that holds one, as a pointer to a function, which is never null.
bool isLambdaAsPointer(const Expr& value) {
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(&value);
  if (call == nullptr || !llvm::isa_and_nonnull<clang::CXXConversionDecl>(call->getMethodDecl()))
    return false;
  const clang::CXXRecordDecl* of = call->getRecordDecl();
  return of != nullptr && of->isLambda();
}

/// The address of a function or a member, and an array, which is never null. A function's name may stand for
/// several, too, and means one of them where it is returned, and nowhere else.
bool isAddress(const Expr& value) {
  if (value.getType()->isFunctionType() || value.getType()->isArrayType()) return true;
  if (isLambdaAsPointer(value)) return true;
  const auto* address = llvm::dyn_cast<clang::UnaryOperator>(&value);
  if (address != nullptr && address->getOpcode() == clang::UO_Plus)
    return isAddress(*address->getSubExpr()->IgnoreParenImpCasts());
  return address != nullptr && address->getOpcode() == clang::UO_AddrOf &&
         (value.getType()->isFunctionPointerType() || value.getType()->isMemberPointerType());
}

/// A signed or a floating number; enumerations are those of their underlying type.
bool isSigned(clang::QualType type) {
  return type->isSignedIntegerOrEnumerationType() || type->isRealFloatingType();
}

/// How what is returned would be looked at, and how it is called when it cannot be.
struct Look {
  PointKind seen;
  PointKind unseen;
};

std::optional<Look> lookAt(clang::QualType returned) {
  if (returned->isBooleanType()) return Look{PointKind::Truth, PointKind::UnseenTruth};
  if (isAnyPointer(returned)) return Look{PointKind::Pointer, PointKind::UnseenPointer};
  if (isSigned(returned)) return Look{PointKind::Signed, PointKind::UnseenNumber};
  return std::nullopt;
}

/// Numbers that come out of a register of another width than their type's would be rounded on their way.
bool isRounded(clang::QualType type, const clang::ASTContext& context) {
  const auto* kind = type->getAs<clang::BuiltinType>();
  if (kind == nullptr || !kind->isFloatingPoint()) return false;
  const bool isOfC = kind->getKind() == clang::BuiltinType::Float ||
                     kind->getKind() == clang::BuiltinType::Double ||
                     kind->getKind() == clang::BuiltinType::LongDouble;
  const auto arch = context.getTargetInfo().getTriple().getArch();
  return !isOfC || arch == llvm::Triple::x86 || arch == llvm::Triple::m68k;
}

/// Whether a number is the same behind a call that takes it by its own type. In front of a narrowing the
/// compiler knows what fits, and would not know it behind a call.
bool comesBackTheSame(clang::QualType type, clang::QualType returned, const clang::ASTContext& context) {
  if (type->isRealFloatingType() && !returned->isRealFloatingType()) return false;
  if (isRounded(type, context) || isRounded(returned, context)) return false;
  return context.getTypeSize(type) <= context.getTypeSize(returned);
}

/// In C an enumerator is an int: what chooses between some comes back as one, and GCC's -Wc++-compat has it
/// that C++ would not take that for the enumeration.
bool becomesEnumeration(clang::QualType type, clang::QualType returned, const clang::ASTContext& context) {
  return !context.getLangOpts().CPlusPlus && returned->isEnumeralType() &&
         !context.hasSameUnqualifiedType(type, returned);
}

/// What goes through a function of ours must come back the same: no `decltype(auto)`, which looks at the
/// expression; no object that becomes a number; and C has no copy of a bit-field.
bool canBeLookedAt(const clang::FunctionDecl& function, const Expr& value) {
  const clang::ASTContext& context = function.getASTContext();
  const clang::AutoType* deduced = function.getDeclaredReturnType()->getContainedAutoType();
  if (deduced != nullptr && deduced->isDecltypeAuto()) return false;
  if (value.getSourceBitField() != nullptr && !context.getLangOpts().CPlusPlus) return false;
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(&value);
  if (call != nullptr && llvm::isa_and_nonnull<clang::CXXConversionDecl>(call->getMethodDecl())) return false;
  const clang::QualType type = value.getType();
  const clang::QualType returned = function.getReturnType();
  if (!type->isScalarType() || type->isNullPtrType() || becomesEnumeration(type, returned, context))
    return false;
  if (isAnyPointer(returned)) return isAnyPointer(type);
  if (returned->isBooleanType()) return !isRounded(type, context);
  return comesBackTheSame(type, returned, context);
}

}  // namespace

std::optional<PointKind> returnedValue(const clang::FunctionDecl& function,
                                       const clang::ReturnStmt& statement) {
  const Expr* written = statement.getRetValue();
  const auto look = lookAt(function.getReturnType());
  if (written == nullptr || written->isTypeDependent() || !look) return std::nullopt;
  const Expr& bare = withoutBraces(*written);
  const Expr& value = *bare.IgnoreParenImpCasts();
  if (isWrittenConstant(value) || isEmptyList(value) || isAddress(value)) return std::nullopt;
  const bool isNumber = look->seen == PointKind::Signed && value.getType()->isScalarType();
  if (isNumber && !isSigned(value.getType())) return std::nullopt;  // never negative
  return &bare == written && canBeLookedAt(function, value) ? look->seen : look->unseen;
}

std::optional<PointKind> unseenKindOf(PointKind kind) {
  switch (kind) {
    case PointKind::Negative:
    case PointKind::Signed:
    case PointKind::UnseenNumber: return PointKind::UnseenNumber;
    case PointKind::False:
    case PointKind::Truth:
    case PointKind::UnseenTruth: return PointKind::UnseenTruth;
    case PointKind::Nullptr:
    case PointKind::Pointer:
    case PointKind::UnseenPointer: return PointKind::UnseenPointer;
    default: return std::nullopt;
  }
}

std::optional<PointKind> returnedFailure(const clang::FunctionDecl& function,
                                         const clang::ReturnStmt& statement) {
  const Expr* value = statement.getRetValue();
  if (value == nullptr) return std::nullopt;
  const clang::QualType returned = function.getReturnType();
  if (const auto constant = failureInConstant(withoutBraces(*value), function.getASTContext()))
    return constant;
  for (; value != nullptr; value = withoutLayer(*value, returned))
    if (const auto found = failureIn(*value, returned)) return found;
  return std::nullopt;
}

}  // namespace assay::scan
