// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/references.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseSet.h>

#include <algorithm>
#include <utility>

namespace assay::scan {
namespace {

const clang::FileEntry* fileOf(const clang::Decl& decl, const clang::SourceManager& sources) {
  return sources.getFileEntryForID(sources.getFileID(sources.getExpansionLoc(decl.getLocation())));
}

bool hasOwnDefault(const clang::NamedDecl& parameter) {
  const auto isOwn = [](const auto& one) {
    return one.hasDefaultArgument() && !one.defaultArgumentWasInherited();
  };
  if (const auto* type = llvm::dyn_cast<clang::TemplateTypeParmDecl>(&parameter)) return isOwn(*type);
  if (const auto* value = llvm::dyn_cast<clang::NonTypeTemplateParmDecl>(&parameter)) return isOwn(*value);
  if (const auto* nested = llvm::dyn_cast<clang::TemplateTemplateParmDecl>(&parameter)) return isOwn(*nested);
  return false;
}

bool hasOwnDefault(const clang::FunctionDecl& function) {
  return std::ranges::any_of(function.parameters(), [](const clang::ParmVarDecl* parameter) {
    return parameter->hasDefaultArg() && !parameter->hasInheritedDefaultArg();
  });
}

bool hasOwnAttribute(const clang::Decl& decl) {
  return llvm::any_of(decl.attrs(), [](const clang::Attr* attribute) {
    const auto* inheritable = llvm::dyn_cast<clang::InheritableAttr>(attribute);
    return !attribute->isImplicit() && inheritable != nullptr && !inheritable->isInherited();
  });
}

// Whether a redeclaration says more than that the thing exists: users behind it see that too.
bool addsSomething(const clang::Decl& decl) {
  if (const auto* pattern = llvm::dyn_cast<clang::TemplateDecl>(&decl)) {
    const clang::NamedDecl* templated = pattern->getTemplatedDecl();
    return llvm::any_of(*pattern->getTemplateParameters(),
                        [](const auto* one) { return hasOwnDefault(*one); }) ||
           (templated != nullptr && addsSomething(*templated));
  }
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    const bool needsBody = function->isConstexpr() || function->getDeclaredReturnType()->isUndeducedType();
    return hasOwnDefault(*function) || hasOwnAttribute(decl) ||
           (needsBody && function->isThisDeclarationADefinition());
  }
  if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(&decl))
    return hasOwnAttribute(decl) || (variable->hasInit() && variable->getType().isConstQualified());
  return false;
}

const clang::Decl* outermostPattern(const clang::FunctionTemplateDecl* primary) {
  while (!primary->isMemberSpecialization() && primary->getInstantiatedFromMemberTemplate() != nullptr)
    primary = primary->getInstantiatedFromMemberTemplate();
  return primary;
}

// What an instance of a template was made from, null when it is none: the instance itself stands wherever its
// template is defined or instantiated, whether or not its users know that place. Of a function's explicit
// specialisation, too: its type is the template's (specialisations.h has those that change more).
const clang::Decl* patternOf(const clang::Decl& decl) {
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    if (const clang::FunctionTemplateDecl* primary = function->getPrimaryTemplate())
      return outermostPattern(primary);
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function); method && method->isImplicit())
      return patternOf(*method->getParent());
    return function->getInstantiatedFromMemberFunction();
  }
  const auto* type = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&decl);
  const bool instance = type != nullptr && !llvm::isa<clang::ClassTemplatePartialSpecializationDecl>(type) &&
                        type->getSpecializationKind() != clang::TSK_ExplicitSpecialization;
  return instance ? type->getSpecializedTemplate() : nullptr;
}

class ReferenceVisitor : public clang::RecursiveASTVisitor<ReferenceVisitor> {
 public:
  ReferenceVisitor(const clang::FunctionDecl& user, std::set<DeclaringFiles>& references)
      : user_(user), sources_(user.getASTContext().getSourceManager()), references_(references) {}

  bool VisitTypeLoc(clang::TypeLoc where) {
    const clang::Type* type = where.getTypePtr();
    if (const auto* tag = llvm::dyn_cast<clang::TagType>(type)) return note(tag->getDecl());
    if (const auto* alias = llvm::dyn_cast<clang::TypedefType>(type)) return note(alias->getDecl());
    if (const auto* used = llvm::dyn_cast<clang::TemplateSpecializationType>(type))
      return note(used->getTemplateName().getAsTemplateDecl());
    return true;
  }
  // Only where a type without places is gone through: the canonical ones.
  bool VisitTagType(clang::TagType* type) {
    const auto* instance = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(type->getDecl());
    if (instance != nullptr && instances_.insert(instance->getCanonicalDecl()).second)
      noteInstance(*instance);
    return note(type->getDecl());
  }
  bool VisitDeclRefExpr(clang::DeclRefExpr* named) {
    noteSubstituted(*named->getDecl());
    return note(named->getDecl()) && note(named->getFoundDecl());
  }
  bool VisitMemberExpr(clang::MemberExpr* named) { return note(named->getMemberDecl()); }
  bool VisitCXXConstructExpr(clang::CXXConstructExpr* made) { return note(made->getConstructor()); }

  bool note(const clang::Decl* decl) {
    if (decl == nullptr) return true;
    if (const clang::Decl* pattern = patternOf(*decl)) decl = pattern;
    if (!seen_.insert(decl->getCanonicalDecl()).second) return true;
    add(declaringFiles(*decl, sources_));
    for (const clang::Decl* declared : decl->redecls())
      if (isBeforeUser(*declared) && addsSomething(*declared)) addFileOf(*declared);
    return true;
  }

  /// What it redeclares hands attributes down: each must be known.
  void noteEachBefore() {
    for (const clang::FunctionDecl* declared = &user_; declared != nullptr;
         declared = declared->getPreviousDecl())
      addFileOf(*declared);
  }

 private:
  [[nodiscard]] bool isBeforeUser(const clang::Decl& decl) const {
    return sources_.isBeforeInSLocAddrSpace(sources_.getExpansionLoc(decl.getLocation()),
                                            sources_.getExpansionLoc(user_.getLocation()));
  }

  void noteInstance(const clang::ClassTemplateSpecializationDecl& instance) {
    const auto pattern = instance.getSpecializedTemplateOrPartial();
    note(instance.getSpecializedTemplate());
    note(llvm::dyn_cast_if_present<clang::ClassTemplatePartialSpecializationDecl*>(pattern));
    noteArguments(instance.getTemplateArgs().asArray());
  }

  void noteArguments(llvm::ArrayRef<clang::TemplateArgument> arguments) {
    for (const clang::TemplateArgument& argument : arguments) {
      if (argument.getKind() == clang::TemplateArgument::Type)
        TraverseType(argument.getAsType().getCanonicalType());
      else if (argument.getKind() == clang::TemplateArgument::Pack)
        noteArguments(argument.pack_elements());
      else if (argument.getKind() == clang::TemplateArgument::Declaration)
        note(argument.getAsDecl());
    }
  }

  /// What the types of a function template came to mean with its arguments: they may have found more than the
  /// template's author named.
  void noteSubstituted(const clang::ValueDecl& decl) {
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl);
    if (function == nullptr || !function->isTemplateInstantiation() ||
        function->getTypeSourceInfo() == nullptr)
      return;
    if (instances_.insert(function->getCanonicalDecl()).second)
      TraverseTypeLoc(function->getTypeSourceInfo()->getTypeLoc());
  }

  void addFileOf(const clang::Decl& decl) {
    if (const clang::FileEntry* file = fileOf(decl, sources_)) references_.insert({file});
  }

  void add(DeclaringFiles files) {
    if (!files.empty()) references_.insert(std::move(files));
  }

  const clang::FunctionDecl& user_;
  const clang::SourceManager& sources_;
  std::set<DeclaringFiles>& references_;
  llvm::DenseSet<const clang::Decl*> seen_;
  llvm::DenseSet<const clang::Decl*> instances_;
};

}  // namespace

DeclaringFiles declaringFiles(const clang::Decl& decl, const clang::SourceManager& sources) {
  DeclaringFiles files;
  for (const clang::Decl* declared : decl.redecls())
    if (const clang::FileEntry* file = fileOf(*declared, sources)) files.push_back(file);
  std::ranges::sort(files);
  files.erase(std::ranges::unique(files).begin(), files.end());
  return files;
}

void addReferences(const clang::FunctionDecl& function, std::set<DeclaringFiles>& references) {
  ReferenceVisitor visitor(function, references);
  visitor.noteEachBefore();
  visitor.TraverseDecl(const_cast<clang::FunctionDecl*>(&function));
  visitor.TraverseType(function.getType().getCanonicalType());
}

const clang::FileEntry* definingFile(const clang::Decl& decl) {
  return fileOf(decl, decl.getASTContext().getSourceManager());
}

}  // namespace assay::scan
