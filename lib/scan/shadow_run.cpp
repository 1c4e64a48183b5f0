// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types first, then what compares, then what both functions do: the first that stands against it is said. The
// check of the rewritten file has the last word on whether things compile.
#include "scan/shadow_run.h"

#include <algorithm>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>

#include "scan/plain_values.h"

namespace assay::scan {
namespace {

using clang::CXXRecordDecl;
using clang::QualType;

constexpr const char* kStateIt = "; if neither function does that, say `side_effects: none`";

template <class IsIt>
bool hasUsable(const CXXRecordDecl& record, const IsIt& isIt) {
  return std::ranges::any_of(record.ctors(), [&](const clang::CXXConstructorDecl* one) {
    return isIt(*one) && !one->isDeleted() && one->getAccess() == clang::AS_public;
  });
}

bool isCopyable(const CXXRecordDecl& record) {
  if (record.needsImplicitCopyConstructor()) return !record.defaultedCopyConstructorIsDeleted();
  return hasUsable(record, [](const auto& one) { return one.isCopyConstructor(); });
}

bool isMovable(const CXXRecordDecl& record) {
  if (record.needsImplicitMoveConstructor() && !record.defaultedMoveConstructorIsDeleted()) return true;
  return isCopyable(record) || hasUsable(record, [](const auto& one) { return one.isMoveConstructor(); });
}

const CXXRecordDecl* recordOf(QualType type) {
  const CXXRecordDecl* record = type->getAsCXXRecordDecl();
  return record == nullptr ? nullptr : record->getDefinition();
}

QualType valueOf(QualType type) {
  return type.getNonReferenceType().getUnqualifiedType();
}

/// Whether a function, or a template of one, may compare objects of the class with each other.
bool mayCompare(const clang::NamedDecl& decl, const CXXRecordDecl& record, unsigned parameter) {
  const clang::FunctionDecl* function = decl.getAsFunction();
  if (function == nullptr || function->isDeleted() || function->getNumParams() <= parameter) return false;
  const QualType type = valueOf(function->getParamDecl(parameter)->getType());
  if (const CXXRecordDecl* taken = recordOf(type))
    return taken->getCanonicalDecl() == record.getCanonicalDecl();
  const auto* made = type->getAs<clang::TemplateSpecializationType>();
  const auto* of = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&record);
  if (made == nullptr || of == nullptr) return false;
  const clang::TemplateDecl* pattern = made->getTemplateName().getAsTemplateDecl();
  return pattern != nullptr &&
         pattern->getCanonicalDecl() == of->getSpecializedTemplate()->getCanonicalDecl();
}

/// Not looked up: a unit of many files has forgotten what stands in those before the last one.
const clang::NamedDecl* equalityIn(const clang::DeclContext& context, const CXXRecordDecl& record,
                                   clang::DeclarationName equal) {
  for (const clang::Decl* decl : context.decls()) {
    const auto* named = llvm::dyn_cast<clang::NamedDecl>(decl);
    if (named != nullptr && named->getDeclName() == equal && mayCompare(*named, record, 0) &&
        mayCompare(*named, record, 1))
      return named;
  }
  return nullptr;
}

/// In the namespace around the class, and in that around an inline one.
const clang::NamedDecl* equalityAround(const CXXRecordDecl& record, clang::DeclarationName equal) {
  for (const clang::DeclContext* at = record.getDeclContext(); at != nullptr; at = at->getParent()) {
    const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(at);
    if (space == nullptr && at->isTranslationUnit()) return equalityIn(*at, record, equal);
    if (space == nullptr) continue;
    for (const clang::NamespaceDecl* part : space->redecls())
      if (const clang::NamedDecl* found = equalityIn(*part, record, equal)) return found;
    if (!space->isInline() && !space->isAnonymousNamespace()) return nullptr;
  }
  return nullptr;
}

/// operator== of a class: a member, its own friend, a base's, or in the namespace around it.
const clang::NamedDecl* equalityOf(const CXXRecordDecl& record) {
  clang::ASTContext& context = record.getASTContext();
  const clang::DeclarationName equal = context.DeclarationNames.getCXXOperatorName(clang::OO_EqualEqual);
  for (const clang::NamedDecl* member : record.lookup(equal))
    if (const auto* function = member->getAsFunction(); function != nullptr && !function->isDeleted())
      return member;
  for (const clang::FriendDecl* one : record.friends())
    if (const clang::NamedDecl* decl = one->getFriendDecl();
        decl != nullptr && decl->getDeclName() == equal && mayCompare(*decl, record, 0))
      return decl;
  if (const clang::NamedDecl* around = equalityAround(record, equal)) return around;
  for (const clang::CXXBaseSpecifier& base : record.bases())
    if (const CXXRecordDecl* of = recordOf(base.getType()))
      if (const clang::NamedDecl* found = equalityOf(*of)) return found;
  return nullptr;
}

/// Whether a parameter takes a value of the type, as far as the types alone tell.
bool mayTake(const clang::ParmVarDecl& parameter, QualType value) {
  const QualType type = valueOf(parameter.getType());
  if (type->isDependentType()) return true;
  const bool isWritable =
      parameter.getType()->isReferenceType() && !parameter.getType()->getPointeeType().isConstQualified();
  if (isWritable) return false;
  return parameter.getASTContext().hasSameUnqualifiedType(type, value) ||
         (type->isArithmeticType() && value->isArithmeticType());
}

bool takesTwo(const clang::FunctionDecl& function, QualType value) {
  return function.getMinRequiredArguments() <= 2 && function.getNumParams() >= 2 && !function.isDeleted() &&
         mayTake(*function.getParamDecl(0), value) && mayTake(*function.getParamDecl(1), value) &&
         !function.getReturnType()->isVoidType();
}

}  // namespace

model::Replacement ShadowRun::read(const NamedDeclarations& names, SideEffects& effects) {
  result_.shadow = asked_.stated ? model::kStated : model::kShown;
  result_.compare = asked_.compare;
  if (old_.old == nullptr) return result_;  // its own problem is said
  result_.shadowProblem = problem(names, effects);
  if (result_.shadowProblem.empty()) result_.self = selfName();
  return result_;
}

std::string ShadowRun::problem(const NamedDeclarations& names, SideEffects& effects) {
  const clang::FunctionDecl& function = replacing_.function;
  if (!function.getASTContext().getLangOpts().CPlusPlus)
    return "in C no function can be compared with another one yet";
  for (const std::string& one : {problemOfName(), problemOfResult(), problemOfObject()})
    if (!one.empty()) return one;
  for (const clang::ParmVarDecl* parameter : function.parameters())
    if (std::string one = problemOfParameter(*parameter); !one.empty()) return one;
  std::string compared =
      asked_.compare.empty() ? problemOfEquality(effects) : problemOfComparator(names, effects);
  if (!compared.empty() || asked_.stated) return compared;
  if (!function.getASTContext().getLangOpts().CXXExceptions)
    return std::string("exceptions are off here, so that one out of a library would not be caught") +
           kStateIt;
  const clang::FunctionDecl* definition = old_.old->getDefinition();
  if (definition == nullptr || definition->hasSkippedBody())
    return "it is not shown what '" + old_.old->getNameAsString() +
           "' does: its body does not stand in this file" + kStateIt;
  const clang::SourceManager& sources = function.getASTContext().getSourceManager();
  const auto fileOf = [&](clang::SourceLocation where) {
    return sources.getFileEntryForID(sources.getFileID(sources.getExpansionLoc(where)));
  };
  if (fileOf(definition->getLocation()) != fileOf(function.getLocation()))
    return "it is not shown what '" + old_.old->getNameAsString() +
           "' does: its body does not stand in this file" + kStateIt;
  for (const clang::FunctionDecl* one : {definition, &function})
    if (const std::string found = effects.of(*one); !found.empty()) return found + kStateIt;
  return {};
}

std::string ShadowRun::problemOfName() const {
  const clang::FunctionDecl& function = replacing_.function;
  if (function.getIdentifier() == nullptr) return "an operator cannot be called by its name";
  const bool isHidden = std::ranges::any_of(function.parameters(), [&](const clang::ParmVarDecl* one) {
    return one->getIdentifier() == function.getIdentifier();
  });
  return isHidden ? "a parameter has its name" : "";
}

std::string ShadowRun::problemOfResult() const {
  const QualType type = replacing_.function.getReturnType();
  if (type->isVoidType()) return "it returns nothing that could be compared";
  if (type->isDependentType()) return "its result depends on the arguments of a template";
  if (type->isRValueReferenceType()) return "it returns an rvalue reference";
  const CXXRecordDecl* record = recordOf(type);
  return record != nullptr && !isMovable(*record) ? "its result can be neither copied nor moved" : "";
}

std::string ShadowRun::problemOfParameter(const clang::ParmVarDecl& parameter) const {
  const std::string name = "'" + parameter.getNameAsString() + "'";
  const QualType type = parameter.getType();
  if (type->isRValueReferenceType())
    return name + " is an rvalue reference: only one of two functions can take from it";
  const QualType behind = type->getPointeeType();
  const bool isWritable = !behind.isNull() && !behind.isConstQualified() && !behind->isFunctionType();
  if (isWritable && !asked_.stated)
    return name + " can be written to: it is no " + (type->isReferenceType() ? "reference" : "pointer") +
           " to const" + kStateIt;
  if (!behind.isNull()) return {};
  if (type->isDependentType())
    return name + " depends on the arguments of a template: it is not known whether it can be copied";
  const CXXRecordDecl* record = recordOf(type);
  return record != nullptr && !isCopyable(*record)
             ? name + " cannot be copied: only one of two functions can have it"
             : "";
}

std::string ShadowRun::problemOfObject() const {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&replacing_.function);
  if (method == nullptr || method->isStatic()) return {};
  if (method->getRefQualifier() == clang::RQ_RValue)
    return "its object is an rvalue: only one of two functions can take from it";
  if (method->isVirtual() && method->getParent()->getIdentifier() == nullptr) return "its class has no name";
  return method->isConst() || asked_.stated
             ? std::string()
             : std::string("it is a member function that is not const") + kStateIt;
}

std::string ShadowRun::problemOfEquality(SideEffects& effects) {
  const QualType value = valueOf(replacing_.function.getReturnType());
  const CXXRecordDecl* record = recordOf(value);
  if (record == nullptr) return {};
  const clang::NamedDecl* found = equalityOf(*record);
  if (found == nullptr)
    return "'" + record->getNameAsString() + "' has no operator==; name a function in `compare: NAME`";
  old_.restsOn.push_back(found);
  return asked_.stated || isPlainValue(value) ? std::string() : problemOfComparing(*found, *record, effects);
}

std::string ShadowRun::problemOfComparing(const clang::NamedDecl& equality, const CXXRecordDecl& record,
                                          SideEffects& effects) const {
  const clang::FunctionDecl* function = equality.getAsFunction();
  const clang::FunctionDecl* definition = function == nullptr ? nullptr : function->getDefinition();
  if (definition != nullptr && definition->isDefaulted() && isSimpleClass(record)) return {};
  const bool isFollowed = definition != nullptr && definition->hasBody() && !definition->hasSkippedBody() &&
                          !definition->isDefaulted() && !definition->isDependentContext();
  if (!isFollowed)
    return "it is not shown what operator== of '" + record.getNameAsString() +
           "' does: its body does not stand in this file" + kStateIt;
  const std::string effect = effects.of(*definition);
  return effect.empty() ? effect : effect + kStateIt;
}

std::string ShadowRun::problemOfComparator(const NamedDeclarations& names, SideEffects& effects) {
  const std::string what = "`compare: " + asked_.compare + "`: ";
  const std::string callee = model::calleeOf(asked_.compare);
  if (callee.empty()) return what + "it is no name of a function";
  const std::string first = partsOfName(callee).front();
  if (std::ranges::any_of(replacing_.function.parameters(),
                          [&](const auto* one) { return one->getName() == first; }))
    return what + "a parameter has this name";
  const auto found = namesAt(replacing_, callee, names, old_.restsOn);
  if (found.empty()) return what + "nothing of this name can be seen here; it must be declared above";
  const QualType value = valueOf(replacing_.function.getReturnType());
  bool isThere = false;
  for (const clang::NamedDecl* decl : found) {  // which of them is called is for the compiler to say
    const clang::FunctionDecl* function = decl->getAsFunction();
    if (function == nullptr || !takesTwo(*function, value)) continue;
    isThere = true;
    if (asked_.stated) return {};
    if (std::string problem = problemOfCandidate(*function, effects); !problem.empty()) return what + problem;
  }
  return isThere ? std::string()
                 : what + "it is no function that takes two results and says whether they are the same";
}

std::string ShadowRun::problemOfCandidate(const clang::FunctionDecl& function, SideEffects& effects) {
  const clang::FunctionDecl* definition = function.getDefinition();
  if (definition == nullptr || definition->hasSkippedBody())
    return std::string("its body does not stand in this file, so that it is not shown what it does") +
           kStateIt;
  if (function.getNumParams() != 2 || !function.getReturnType()->isArithmeticType())
    return std::string("it is not shown what its default arguments do, or what makes a truth of its result") +
           kStateIt;
  const std::string effect = effects.of(*definition);
  return effect.empty() ? effect : effect + kStateIt;
}

/// Of a virtual function the one that is written here, whatever the object is.
std::string ShadowRun::selfName() const {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&replacing_.function);
  const std::string name = replacing_.function.getNameAsString();
  return method != nullptr && method->isVirtual() ? method->getParent()->getNameAsString() + "::" + name
                                                  : name;
}

}  // namespace assay::scan
