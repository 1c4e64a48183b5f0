// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// C++ looks names up in two places: the scope's chains of identifiers and the tables of declaration contexts.
// C knows the first only.
#include "scan/forget.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclContextInternals.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Sema/IdentifierResolver.h>
#include <clang/Sema/Scope.h>

#include <algorithm>

namespace assay::scan {
namespace {

bool isInChain(clang::IdentifierResolver& chains, clang::NamedDecl* decl) {
  return std::any_of(chains.begin(decl->getDeclName()), chains.end(),
                     [&](const clang::NamedDecl* other) { return other == decl; });
}

bool holds(const clang::StoredDeclsList& list, const clang::NamedDecl* decl) {
  return llvm::is_contained(list.getLookupResult(), decl);
}

}  // namespace

void Forgetting::note(clang::DeclGroupRef group) {
  for (clang::Decl* decl : group) noteNamespaces(decl);
}

void Forgetting::noteNamespaces(clang::Decl* decl) {
  if (!llvm::isa<clang::NamespaceDecl, clang::LinkageSpecDecl, clang::ExportDecl>(decl)) return;
  auto* context = llvm::cast<clang::DeclContext>(decl);
  if (llvm::isa<clang::NamespaceDecl>(decl)) touched_.insert(context->getPrimaryContext());
  for (clang::Decl* member : context->decls()) noteNamespaces(member);
}

void Forgetting::forget(clang::SourceLocation start) {
  start_ = start;
  forgetInScope();
  if (sema_.getLangOpts().CPlusPlus) {
    forgetIn(*sema_.Context.getTranslationUnitDecl());
    for (clang::DeclContext* space : touched_) forgetIn(*space);
  }
  if (sema_.Context.getExternCContextDecl() != nullptr) forgetIn(*sema_.Context.getExternCContextDecl());
  sema_.PendingInstantiations.clear();  // nobody asks for their bodies
  sema_.UndefinedButUsed.clear();
  touched_.clear();
}

bool Forgetting::isForgotten(const clang::NamedDecl& decl) const {
  const clang::SourceManager& sources = sema_.getSourceManager();
  const clang::SourceLocation where = decl.getLocation();
  if (where.isInvalid() || sources.isBeforeInSLocAddrSpace(where, start_)) return false;
  return !stays_(sources.getFileID(sources.getExpansionLoc(where)));
}

clang::NamedDecl* Forgetting::before(const clang::NamedDecl& decl) const {
  const clang::Decl* previous = decl.getPreviousDecl();
  while (previous != nullptr && isForgotten(*llvm::cast<clang::NamedDecl>(previous)))
    previous = previous->getPreviousDecl();
  return const_cast<clang::NamedDecl*>(llvm::cast_or_null<clang::NamedDecl>(previous));
}

void Forgetting::forgetInScope() {
  std::vector<clang::NamedDecl*> forgotten;
  for (clang::Decl* decl : sema_.TUScope->decls())
    if (auto* named = llvm::dyn_cast<clang::NamedDecl>(decl); named != nullptr && isForgotten(*named))
      forgotten.push_back(named);
  std::ranges::sort(forgotten, {}, &clang::Decl::getID);
  for (clang::NamedDecl* decl : forgotten) {
    sema_.TUScope->RemoveDecl(decl);
    const bool chained = decl->getDeclName() && isInChain(sema_.IdResolver, decl);
    if (chained) sema_.IdResolver.RemoveDecl(decl);
    clang::NamedDecl* previous = before(*decl);
    if (previous == nullptr || !chained) continue;
    sema_.TUScope->AddDecl(previous);
    if (!isInChain(sema_.IdResolver, previous)) sema_.IdResolver.AddDecl(previous);
  }
}

void Forgetting::forgetIn(clang::DeclContext& context) {
  clang::StoredDeclsMap* table = context.getPrimaryContext()->buildLookup();
  if (table == nullptr) return;
  std::vector<clang::DeclarationName> empty;
  for (auto& [name, list] : *table) {
    std::vector<clang::NamedDecl*> forgotten;
    for (clang::NamedDecl* decl : list.getLookupResult())
      if (isForgotten(*decl)) forgotten.push_back(decl);
    for (clang::NamedDecl* decl : forgotten) {
      list.remove(decl);
      clang::NamedDecl* previous = before(*decl);
      if (previous != nullptr && !holds(list, previous)) list.prependDeclNoReplace(previous);
    }
    if (list.isNull()) empty.push_back(name);
  }
  for (const clang::DeclarationName name : empty) table->erase(name);
}

}  // namespace assay::scan
