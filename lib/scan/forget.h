// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lets a unit forget what one of its files declared, so that the next one may declare the same names anew:
// the declarations leave the tables that name lookup reads, and what they had redeclared comes back. The AST
// keeps them. Only the files of this room that know Clang include this header.
#pragma once

#include <functional>
#include <set>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/AST/DeclGroup.h>
#include <clang/Basic/SourceLocation.h>
#include <clang/Sema/Sema.h>

namespace assay::scan {

class Forgetting {
 public:
  /// Whether what is declared in a file stays known to the files behind it (a header with a guard).
  using Stays = std::function<bool(clang::FileID)>;

  Forgetting(clang::Sema& sema, Stays stays) : sema_(sema), stays_(std::move(stays)) {}

  /// A declaration group of the translation unit, as the parser completes it.
  void note(clang::DeclGroupRef group);
  /// Forgets what was declared from `start` on; to be called between two declarations of the unit.
  void forget(clang::SourceLocation start);

 private:
  void noteNamespaces(clang::Decl* decl);
  void forgetInScope();
  void forgetIn(clang::DeclContext& context);
  [[nodiscard]] bool isForgotten(const clang::NamedDecl& decl) const;
  [[nodiscard]] clang::NamedDecl* before(const clang::NamedDecl& decl) const;

  clang::Sema& sema_;
  Stays stays_;
  clang::SourceLocation start_;
  std::set<clang::DeclContext*> touched_;
};

}  // namespace assay::scan
