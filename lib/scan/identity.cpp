// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names are put together by hand from the declaration contexts, because Clang's own printers add template
// arguments, file positions and whatever else helps in a diagnostic but changes from unit to unit.
#include "scan/identity.h"

#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/PrettyPrinter.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Index/USRGeneration.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

namespace assay::scan {
namespace {

clang::PrintingPolicy policyFor(const clang::Decl& decl) {
  clang::PrintingPolicy policy(decl.getASTContext().getLangOpts());
  policy.AnonymousTagLocations = false;
  policy.SuppressUnwrittenScope = true;
  return policy;
}

std::string usrOf(const clang::Decl& decl) {
  llvm::SmallString<128> usr;
  return clang::index::generateUSRForDecl(&decl, usr) ? std::string() : std::string(usr);
}

std::string plainName(const clang::NamedDecl& decl) {
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&decl))
    return constructor->getParent()->getNameAsString();
  if (const auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(&decl))
    return "~" + destructor->getParent()->getNameAsString();
  if (const auto* guide = llvm::dyn_cast<clang::CXXDeductionGuideDecl>(&decl))
    return guide->getDeducedTemplate()->getNameAsString();
  if (const auto* conversion = llvm::dyn_cast<clang::CXXConversionDecl>(&decl))
    return "operator " + conversion->getConversionType().getAsString(policyFor(decl));
  return decl.getNameAsString();
}

std::string contextName(const clang::DeclContext& context) {
  if (const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&context))
    return space->isAnonymousNamespace() ? "(anonymous namespace)" : space->getNameAsString();
  if (const auto* tag = llvm::dyn_cast<clang::TagDecl>(&context)) {
    if (const auto* alias = tag->getTypedefNameForAnonDecl()) return alias->getNameAsString();
    return tag->getIdentifier() != nullptr ? tag->getNameAsString() : "(anonymous class)";
  }
  return {};
}

/// The names of the classes and namespaces around a declaration, up to the first function or the file.
std::string qualifierOf(const clang::Decl& decl) {
  std::string qualifier;
  for (const clang::DeclContext* at = decl.getDeclContext(); at != nullptr && !at->isFunctionOrMethod();
       at = at->getParent()) {
    const std::string name = contextName(*at);
    if (!name.empty()) qualifier = name + "::" + qualifier;
  }
  return qualifier;
}

std::string parametersOf(const clang::FunctionDecl& function, const clang::PrintingPolicy& policy) {
  std::string text;
  for (const clang::ParmVarDecl* parameter : function.parameters()) {
    if (!text.empty()) text += ", ";
    text += parameter->getType().getAsString(policy);
  }
  if (function.isVariadic()) text += text.empty() ? "..." : ", ...";
  if (text.empty() && !function.getASTContext().getLangOpts().CPlusPlus && function.hasPrototype())
    return "void";
  return text;
}

std::string qualifiersOf(const clang::FunctionDecl& function) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  if (method == nullptr || method->getParent()->isLambda()) return {};
  std::string text;
  if (method->isConst()) text += " const";
  if (method->isVolatile()) text += " volatile";
  if (method->getRefQualifier() == clang::RQ_LValue) text += " &";
  if (method->getRefQualifier() == clang::RQ_RValue) text += " &&";
  return text;
}

}  // namespace

std::string signatureOf(const clang::FunctionDecl& function) {
  const clang::PrintingPolicy policy = policyFor(function);
  const std::string tail = "(" + parametersOf(function, policy) + ")" + qualifiersOf(function);
  if (llvm::isa<clang::CXXConstructorDecl, clang::CXXDestructorDecl, clang::CXXConversionDecl,
                clang::CXXDeductionGuideDecl>(function))
    return tail;
  return function.getDeclaredReturnType().getAsString(policy) + " " + tail;
}

bool isLambda(const clang::FunctionDecl& function) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  return method != nullptr && method->getParent()->isLambda();
}

model::Linkage linkageOf(const clang::FunctionDecl& function) {
  if (isLambda(function) || enclosingFunction(function) != nullptr) return model::Linkage::None;
  switch (function.getFormalLinkage()) {
    case clang::Linkage::External:
    case clang::Linkage::Module: return model::Linkage::External;
    case clang::Linkage::Internal:
    case clang::Linkage::UniqueExternal: return model::Linkage::Internal;
    default: return model::Linkage::None;
  }
}

model::FunctionKind kindOf(const clang::FunctionDecl& function) {
  using enum model::FunctionKind;
  if (isLambda(function)) return Lambda;
  if (llvm::isa<clang::CXXConstructorDecl>(function)) return Constructor;
  if (llvm::isa<clang::CXXDestructorDecl>(function)) return Destructor;
  if (llvm::isa<clang::CXXConversionDecl>(function)) return Conversion;
  if (llvm::isa<clang::CXXDeductionGuideDecl>(function)) return DeductionGuide;
  if (function.isOverloadedOperator() || function.getLiteralIdentifier() != nullptr) return Operator;
  return llvm::isa<clang::CXXMethodDecl>(function) ? Method : Function;
}

const clang::FunctionDecl* enclosingFunction(const clang::FunctionDecl& member) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&member);
  if (method == nullptr) return nullptr;
  return llvm::dyn_cast_or_null<clang::FunctionDecl>(method->getParent()->getParentFunctionOrMethod());
}

Identity Identities::of(const clang::FunctionDecl& function) const {
  if (const auto lambda = lambdas_.find(&function); lambda != lambdas_.end()) return lambda->second;
  const clang::FunctionDecl* owner = enclosingFunction(function);
  if (owner != nullptr && !isLambda(function)) return ofLocalMember(function, *owner);
  Identity identity{usrOf(function), {}, qualifierOf(function) + plainName(function)};
  identity.key = identity.usr.empty() ? identity.name + "\n" + signatureOf(function)
                                      : withRealFileName(function, identity.usr);
  // Every program has a main: the path keeps them apart as it does for internal linkage.
  const bool needsPath =
      linkageOf(function) != model::Linkage::External || function.isMain() || identity.usr.empty();
  if (needsPath) identity.key += "\n" + pathOf_(function.getLocation());
  return identity;
}

Identity Identities::of(const clang::NamedDecl& owner) const {
  Identity identity{usrOf(owner), {}, qualifierOf(owner) + owner.getNameAsString()};
  identity.key = identity.usr.empty() ? identity.name : withRealFileName(owner, identity.usr);
  if (owner.getFormalLinkage() != clang::Linkage::External || identity.usr.empty())
    identity.key += "\n" + pathOf_(owner.getLocation());
  return identity;
}

/// Clang puts the file into the USR as the #include spells it; a link may have another name than the file.
std::string Identities::withRealFileName(const clang::Decl& decl, const std::string& usr) const {
  const clang::SourceManager& sources = decl.getASTContext().getSourceManager();
  const clang::SourceLocation where = sources.getExpansionLoc(decl.getCanonicalDecl()->getBeginLoc());
  const auto entry = sources.getFileEntryRefForID(sources.getFileID(where));
  if (!entry) return usr;
  const std::string spelled = "c:" + llvm::sys::path::filename(entry->getName()).str() + "@";
  if (!usr.starts_with(spelled)) return usr;
  const std::string path = pathOf_(where);
  return "c:" + llvm::sys::path::filename(path).str() + "@" + usr.substr(spelled.size());
}

Identity Identities::ofLocalMember(const clang::FunctionDecl& function,
                                   const clang::FunctionDecl& owner) const {
  const Identity outer = of(owner);
  const std::string member = qualifierOf(function) + plainName(function);
  return {usrOf(function), outer.key + "/" + member + " " + signatureOf(function),
          outer.name + "::" + member};
}

void Identities::nameLambda(const clang::FunctionDecl& callOperator, const Identity& owner,
                            unsigned ordinal) {
  const std::string number = "lambda#" + std::to_string(ordinal);
  lambdas_[&callOperator] = {usrOf(callOperator), owner.key + "/" + number,
                             owner.name + "::(" + number + ")"};
}

}  // namespace assay::scan
