// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/specialisations.h"

#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>

#include <algorithm>

namespace assay::scan {
namespace {

// The files of the classes and templates that template arguments name.
class ArgumentFiles : public clang::RecursiveASTVisitor<ArgumentFiles> {
 public:
  ArgumentFiles(const clang::SourceManager& sources, std::vector<DeclaringFiles>& files)
      : sources_(sources), files_(files) {}

  bool VisitTagType(clang::TagType* type) {
    const clang::TagDecl* tag = type->getDecl();
    add(*tag);
    if (const auto* instance = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(tag))
      read(instance->getTemplateArgs().asArray());
    return true;
  }

  void read(llvm::ArrayRef<clang::TemplateArgument> arguments) {
    for (const clang::TemplateArgument& argument : arguments) {
      if (argument.getKind() == clang::TemplateArgument::Type)
        TraverseType(argument.getAsType().getCanonicalType());
      else if (argument.getKind() == clang::TemplateArgument::Pack)
        read(argument.pack_elements());
      else if (argument.getKind() == clang::TemplateArgument::Declaration)
        add(*argument.getAsDecl());
      else if (argument.getKind() == clang::TemplateArgument::Template)
        if (const clang::TemplateDecl* named = argument.getAsTemplate().getAsTemplateDecl()) add(*named);
    }
  }

 private:
  void add(const clang::Decl& decl) {
    DeclaringFiles files = declaringFiles(decl, sources_);
    if (!files.empty()) files_.push_back(std::move(files));
  }

  const clang::SourceManager& sources_;
  std::vector<DeclaringFiles>& files_;
};

// A function's specialisation is found by no look-up, and its type is the template's. What a user can feel:
// that it is deleted, its value in a constant expression, a return type that is deduced, whether it may
// throw.
bool canBeFelt(const clang::FunctionDecl& special, const clang::FunctionDecl& pattern) {
  const auto mayThrow = [](const clang::FunctionDecl& function) {
    const auto* type = function.getType()->getAs<clang::FunctionProtoType>();
    return type != nullptr && type->getExceptionSpecType() == clang::EST_None;
  };
  return special.isDeleted() || pattern.isDeleted() || special.isConstexpr() || pattern.isConstexpr() ||
         pattern.getReturnType()->getContainedDeducedType() != nullptr ||
         special.getDeclaredReturnType()->getContainedDeducedType() != nullptr || !mayThrow(special) ||
         !mayThrow(pattern);
}

class SpecialisationFinder {
 public:
  explicit SpecialisationFinder(const clang::SourceManager& sources) : sources_(sources) {}

  void readContext(const clang::DeclContext& context) {
    for (const clang::Decl* decl : context.decls()) {
      if (llvm::isa<clang::NamespaceDecl, clang::LinkageSpecDecl, clang::ExportDecl>(decl))
        readContext(*llvm::cast<clang::DeclContext>(decl));
      else
        read(*decl);
    }
  }

  std::set<Specialisation> found;

 private:
  void read(const clang::Decl& decl) {
    if (const auto* type = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&decl)) {
      if (isExplicit(type->getSpecializationKind()) ||
          llvm::isa<clang::ClassTemplatePartialSpecializationDecl>(type))
        add(decl, *type->getSpecializedTemplate(), type->getTemplateArgs().asArray());
    } else if (const auto* variable = llvm::dyn_cast<clang::VarTemplateSpecializationDecl>(&decl)) {
      if (isExplicit(variable->getSpecializationKind()) ||
          llvm::isa<clang::VarTemplatePartialSpecializationDecl>(variable))
        add(decl, *variable->getSpecializedTemplate(), variable->getTemplateArgs().asArray());
    } else if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
      readFunction(*function);
    } else if (const auto* member = llvm::dyn_cast<clang::VarDecl>(&decl)) {
      if (isExplicit(member->getTemplateSpecializationKind()))
        addMember(decl, member->getInstantiatedFromStaticDataMember());
    } else if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&decl)) {
      if (isExplicit(record->getTemplateSpecializationKind()))
        addMember(decl, record->getInstantiatedFromMemberClass());
    }
  }

  void readFunction(const clang::FunctionDecl& function) {
    if (!isExplicit(function.getTemplateSpecializationKind())) return;
    const clang::FunctionTemplateDecl* primary = function.getPrimaryTemplate();
    const clang::FunctionDecl* pattern =
        primary != nullptr ? primary->getTemplatedDecl() : function.getInstantiatedFromMemberFunction();
    if (pattern != nullptr && !canBeFelt(function, *pattern)) return;
    const clang::TemplateArgumentList* arguments = function.getTemplateSpecializationArgs();
    if (primary != nullptr && arguments != nullptr)
      add(function, *primary, arguments->asArray());
    else
      addMember(function, function.getInstantiatedFromMemberFunction());
  }

  void addMember(const clang::Decl& decl, const clang::Decl* pattern) {
    const auto* owner = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(decl.getDeclContext());
    if (pattern == nullptr) return;
    add(decl, *pattern,
        owner != nullptr ? owner->getTemplateArgs().asArray() : llvm::ArrayRef<clang::TemplateArgument>());
  }

  static bool isExplicit(clang::TemplateSpecializationKind kind) {
    return kind == clang::TSK_ExplicitSpecialization;
  }

  void add(const clang::Decl& decl, const clang::Decl& pattern,
           llvm::ArrayRef<clang::TemplateArgument> arguments) {
    const clang::SourceLocation where = sources_.getExpansionLoc(decl.getLocation());
    if (where.isInvalid() || sources_.isInSystemHeader(where)) return;
    Specialisation special{
        sources_.getFileEntryForID(sources_.getFileID(where)), declaringFiles(pattern, sources_), {}};
    if (special.file == nullptr || special.ofTemplate == DeclaringFiles{special.file}) return;
    ArgumentFiles(sources_, special.ofArguments).read(arguments);
    found.insert(std::move(special));
  }

  const clang::SourceManager& sources_;
};

}  // namespace

std::set<Specialisation> specialisationsIn(clang::ASTContext& context) {
  SpecialisationFinder finder(context.getSourceManager());
  finder.readContext(*context.getTranslationUnitDecl());
  return std::move(finder.found);
}

}  // namespace assay::scan
