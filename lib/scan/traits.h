// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The traits of model/traits.h that Clang can tell. Only the files of this room that know Clang include this
// header.
#pragma once

#include <clang/AST/Decl.h>

#include "model/traits.h"

namespace assay::scan {

/// Of the declaration itself: specifiers, attributes, templates.
void addDeclaredTraits(const clang::FunctionDecl& function, model::TraitSet& traits);

/// Of what stands in its body; nested lambdas and local classes count for themselves. Call for parsed bodies
/// only.
void addBodyTraits(const clang::FunctionDecl& function, const clang::Stmt& body, model::TraitSet& traits);

}  // namespace assay::scan
