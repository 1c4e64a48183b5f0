// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scan/named_declarations.h"

#include <clang/AST/Decl.h>

#include "model/replacement.h"

namespace assay::scan {
namespace {

using clang::NamedDecl;

bool isSeenThrough(const clang::DeclContext& context) {
  const auto* space = llvm::dyn_cast<clang::NamespaceDecl>(&context);
  return space != nullptr && (space->isInline() || space->isAnonymousNamespace());
}

}  // namespace

std::vector<std::string> partsOfName(std::string_view name) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t colons = name.find("::");
    parts.emplace_back(name.substr(0, colons));
    if (colons == std::string_view::npos) return parts;
    name = name.substr(colons + 2);
  }
}

NamedDeclarations::NamedDeclarations(const clang::ASTContext& context,
                                     const std::vector<std::string>& names) {
  for (const std::string& name : names)
    for (const std::string& part : partsOfName(model::calleeOf(name))) byName_[part];
  if (!byName_.empty()) read(*context.getTranslationUnitDecl());
}

void NamedDeclarations::read(const clang::DeclContext& context) {
  for (const clang::Decl* decl : context.decls()) {
    if (const auto* used = llvm::dyn_cast<clang::UsingDecl>(decl)) {
      for (const clang::UsingShadowDecl* shadow : used->shadows()) add(*shadow, context);
    } else if (const auto* directive = llvm::dyn_cast<clang::UsingDirectiveDecl>(decl)) {
      const clang::NamespaceDecl* nominated = directive->getNominatedNamespace();
      if (!isSeenThrough(*nominated))
        directives_.emplace_back(context.getRedeclContext()->getPrimaryContext(), directive);
    } else if (const auto* named = llvm::dyn_cast<NamedDecl>(decl);
               named != nullptr && !llvm::isa<clang::UsingShadowDecl>(named)) {
      add(*named, context);
    }
    if (const auto* inner = llvm::dyn_cast<clang::DeclContext>(decl);
        inner != nullptr && (inner->isNamespace() || inner->isTransparentContext()) &&
        !llvm::isa<clang::EnumDecl>(decl))
      read(*inner);
  }
}

void NamedDeclarations::add(const NamedDecl& decl, const clang::DeclContext& context) {
  if (decl.getIdentifier() == nullptr) return;
  const auto known = byName_.find(decl.getName());
  if (known == byName_.end()) return;
  const clang::DeclContext* at = context.getRedeclContext();
  for (;;) {
    known->second.push_back({&decl, at->getPrimaryContext()});
    if (!isSeenThrough(*at)) return;
    at = at->getParent()->getRedeclContext();
  }
}

std::vector<const NamedDecl*> NamedDeclarations::in(const clang::DeclContext& context,
                                                    llvm::StringRef name) const {
  std::vector<const NamedDecl*> found;
  const auto known = byName_.find(name);
  if (known == byName_.end()) return found;
  const clang::DeclContext* primary = context.getRedeclContext()->getPrimaryContext();
  for (const Visible& one : known->second)
    if (one.context == primary) found.push_back(one.decl);
  return found;
}

std::vector<const clang::UsingDirectiveDecl*> NamedDeclarations::directivesIn(
    const clang::DeclContext& context) const {
  std::vector<const clang::UsingDirectiveDecl*> found;
  const clang::DeclContext* primary = context.getRedeclContext()->getPrimaryContext();
  for (const auto& [at, directive] : directives_)
    if (at == primary) found.push_back(directive);
  return found;
}

}  // namespace assay::scan
