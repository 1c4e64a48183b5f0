// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Specialisations of templates that another file declares: they change what a use of the template means, and
// no reference of the user names them. Only the files of this room that know Clang include this header.
#pragma once

#include <compare>
#include <set>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/Basic/FileEntry.h>

#include "scan/references.h"

namespace assay::scan {

/// Who knows the template and all that the arguments name, may be under the influence of the specialisation.
struct Specialisation {
  const clang::FileEntry* file = nullptr;  ///< where it stands
  DeclaringFiles ofTemplate;
  std::vector<DeclaringFiles> ofArguments;

  auto operator<=>(const Specialisation&) const = default;
};

/// Those outside system headers; what the template's own file specialises is left out.
std::set<Specialisation> specialisationsIn(clang::ASTContext& context);

}  // namespace assay::scan
