// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The traits of model/traits.h that Clang can tell. Only the files of this room that know Clang include this
// header.
#pragma once

#include <vector>

#include <clang/AST/Decl.h>
#include <clang/AST/Stmt.h>

#include "model/edit_point.h"
#include "model/traits.h"

namespace assay::scan {

/// Of the declaration itself: specifiers, attributes, templates.
void addDeclaredTraits(const clang::FunctionDecl& function, model::TraitSet& traits);

/// A statement by which a call ends, where the guard has to know of it.
struct Leaving {
  const clang::Stmt* statement = nullptr;
  model::PointKind kind = model::PointKind::CoReturn;
};

/// Of what stands in its body; nested lambdas and local classes count for themselves. Call for parsed bodies
/// only. Returns its `co_return`s and the `return`s of a failure.
std::vector<Leaving> addBodyTraits(const clang::FunctionDecl& function, const clang::Stmt& body,
                                   model::TraitSet& traits);

}  // namespace assay::scan
