// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a unit declares in namespaces under certain names, for looking them up when the unit is complete.
// Only the files of this room that know Clang include this header.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/StringMap.h>

namespace assay::scan {

/// "a::b" as "a" and "b".
std::vector<std::string> partsOfName(std::string_view name);

/// What a unit declares under the names that its tags speak of. Bodies and classes are left out.
class NamedDeclarations {
 public:
  /// `names`: what the tags say that functions replace, qualified or not.
  NamedDeclarations(const clang::ASTContext& context, const std::vector<std::string>& names);

  /// Those of this name that are visible in a namespace or at file scope, using-declarations and what inline
  /// and unnamed namespaces hold among them, in order of place.
  [[nodiscard]] std::vector<const clang::NamedDecl*> in(const clang::DeclContext& context,
                                                        llvm::StringRef name) const;
  /// The using-directives that stand in a namespace or at file scope.
  [[nodiscard]] std::vector<const clang::UsingDirectiveDecl*> directivesIn(
      const clang::DeclContext& context) const;

 private:
  void read(const clang::DeclContext& context);
  void add(const clang::NamedDecl& decl, const clang::DeclContext& context);

  struct Visible {
    const clang::NamedDecl* decl;
    const clang::DeclContext* context;  ///< the primary one
  };
  llvm::StringMap<std::vector<Visible>> byName_;
  std::vector<std::pair<const clang::DeclContext*, const clang::UsingDirectiveDecl*>> directives_;
};

}  // namespace assay::scan
