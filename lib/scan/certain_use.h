// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whether a body looks at an object whatever happens: then the object is there when the body begins. Only the
// files of this room that know Clang include this header.
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/Stmt.h>

namespace assay::scan {

/// True when the body uses a member of the parameter, or of what it points to, before it may end, and under
/// no condition but one that asks of the parameter itself (`if (shape != nullptr)`).
bool isCertainlyUsed(const clang::ParmVarDecl& parameter, const clang::Stmt& body);

}  // namespace assay::scan
