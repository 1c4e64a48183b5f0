// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which functions' bodies are to be parsed. Only the files of this room that know Clang include this header.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Sema/Sema.h>
#include <llvm/ADT/SmallPtrSet.h>

#include "scan/unit_files.h"

namespace assay::scan {

/// The wanted files whose tags ask for the body: those where the function, or a declaration of it, begins.
inline std::vector<std::string> askingFiles(const clang::FunctionDecl& function, UnitFiles& files) {
  std::vector<std::string> asking;
  for (const clang::FunctionDecl* redeclaration : function.redecls())
    if (files.wantsBodyAt(redeclaration->getLocation()))
      asking.push_back(files.wantedAt(redeclaration->getLocation())->facts.file);
  return asking;
}

inline bool wantsBody(const clang::FunctionDecl& function, UnitFiles& files) {
  for (const clang::FunctionDecl* redeclaration : function.redecls())
    if (files.wantsBodyAt(redeclaration->getLocation())) return true;
  return false;
}

/// For ASTConsumer::shouldSkipFunctionBody().
inline bool skipsBody(const clang::Decl& decl, UnitFiles& files) {
  const clang::FunctionDecl* function = decl.getAsFunction();
  return function != nullptr && !wantsBody(*function, files);
}

/// To be called after each declaration of a unit whose bodies are skipped: a parsed body makes Clang
/// instantiate, at the end of the unit, the bodies of all templates that it uses. Nobody asked for those but
/// where the template itself is wanted. Of one whose arguments have no linkage Clang would then say that it
/// is used and defined nowhere.
inline void dropUnwantedInstantiations(clang::Sema& sema, UnitFiles& files) {
  llvm::SmallPtrSet<const clang::Decl*, 8> dropped;
  std::erase_if(sema.PendingInstantiations, [&](const auto& pending) {
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(pending.first);
    if (function == nullptr || wantsBody(*function, files)) return false;
    dropped.insert(function->getCanonicalDecl());
    return true;
  });
  if (dropped.empty()) return;
  sema.UndefinedButUsed.remove_if(
      [&](const auto& used) { return dropped.contains(used.first->getCanonicalDecl()); });
}

}  // namespace assay::scan
