// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a function's body is to be parsed. Only the files of this room that know Clang include this header.
#pragma once

#include <string>
#include <vector>

#include <clang/AST/Decl.h>

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

}  // namespace assay::scan
